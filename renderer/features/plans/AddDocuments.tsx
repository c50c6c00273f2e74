import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { startImports } from './imports-store.ts';

/** Chooses plan documents from the disk, several at once. */
export function AddDocumentsButton({
  look = 'primary',
  label = 'Add documents',
  onStarted,
}: {
  look?: 'primary' | 'secondary';
  label?: string;
  /** Files were chosen and are being read. */
  onStarted?: () => void;
}) {
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Plan documents"
        accept=".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length === 0) return;
          startImports(queryClient, files);
          onStarted?.();
        }}
      />
      <Button look={look} icon={<Icon name="plus" />} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}

/** Takes files dropped anywhere on the window, and says so while they hover. */
export function DropAnywhere({ onStarted }: { onStarted?: () => void }) {
  const queryClient = useQueryClient();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    // Entering a child leaves its parent: only as many leavings as enterings mean that the files are gone.
    let depth = 0;
    function onEnter(event: DragEvent) {
      if (!holdsFiles(event)) return;
      depth += 1;
      setIsOver(true);
    }
    function onLeave() {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    }
    function onOver(event: DragEvent) {
      if (holdsFiles(event)) event.preventDefault();
    }
    function onDrop(event: DragEvent) {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      startImports(queryClient, files);
      onStarted?.();
    }
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [onStarted, queryClient]);
  return isOver ? (
    <div className="drop-anywhere" aria-hidden="true">
      <p>Drop the plans here</p>
    </div>
  ) : null;
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
