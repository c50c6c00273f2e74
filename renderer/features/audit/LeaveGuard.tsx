import { useEffect, useState } from 'react';
import { ConfirmDialog } from '../../ui/Dialog.tsx';

/** Keeps a person from leaving while something could not be saved: asks first, in the window and at its closing. */
export function LeaveGuard({ isUnsaved, hasFailed }: { isUnsaved: boolean; hasFailed: boolean }) {
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (!isUnsaved) return undefined;
    function onBeforeUnload(event: BeforeUnloadEvent) {
      event.preventDefault();
    }
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => {
      window.removeEventListener('beforeunload', onBeforeUnload);
    };
  }, [isUnsaved]);
  useEffect(() => {
    // What is merely under way goes on by itself after the screen is left.
    if (!hasFailed) return undefined;
    function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const href = link?.getAttribute('href');
      if (href?.startsWith('#') !== true || href === '#content') return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
    }
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [hasFailed]);
  return (
    <ConfirmDialog
      isOpen={target !== null}
      title="Leave with work that is not saved?"
      confirmLabel="Leave"
      isDanger
      onConfirm={() => {
        if (target !== null) window.location.hash = target;
      }}
      onCancel={() => {
        setTarget(null);
      }}
    >
      <p>
        The last change to this audit could not be saved. It is kept while Goldthread stays open, and is tried again
        when you come back to this audit.
      </p>
    </ConfirmDialog>
  );
}
