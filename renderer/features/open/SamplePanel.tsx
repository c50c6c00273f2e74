import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Progress as ProgressState, WorkspaceFile } from '../../../shared/contract/workspaces.ts';
import { Failed } from '../../api/Asked.tsx';
import { api, client } from '../../api/client.ts';
import { runStream } from '../../api/streams.ts';
import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';

type Making =
  | { kind: 'idle' }
  | { kind: 'making'; progress: ProgressState | null; cancel: () => void }
  | { kind: 'ready'; file: WorkspaceFile; passphrase: string }
  | { kind: 'failed'; error: unknown };

/** The fictional partnership for anyone who wants to see the work before loading a plan: made, its key shown, opened. */
export function SamplePanel() {
  const queryClient = useQueryClient();
  const [making, setMaking] = useState<Making>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const unlock = useMutation(api.workspaces.unlock.mutationOptions({ gcTime: 0 }));
  useEffect(() => () => running.current?.abort(), []);

  async function make() {
    const abort = new AbortController();
    running.current = abort;
    const cancel = () => {
      abort.abort();
      setMaking({ kind: 'idle' });
    };
    setMaking({ kind: 'making', progress: null, cancel });
    try {
      await runStream(
        queryClient,
        ['workspaces', 'makeSample'],
        () => client.workspaces.makeSample(undefined, { signal: abort.signal }),
        (event) => {
          if (abort.signal.aborted) return;
          setMaking(
            event.kind === 'progress'
              ? { kind: 'making', progress: event.progress, cancel }
              : { kind: 'ready', file: event.file, passphrase: event.passphrase },
          );
        },
      );
    } catch (error) {
      if (!abort.signal.aborted) setMaking({ kind: 'failed', error });
    }
  }

  return (
    <section className="entrance__sample stack" aria-labelledby="sample-heading">
      <h2 id="sample-heading">Explore the sample partnership</h2>
      {making.kind === 'ready' ? (
        <ReadySample
          passphrase={making.passphrase}
          isOpening={unlock.isPending}
          onOpen={() => {
            unlock.mutate({ workspaceId: making.file.id, passphrase: making.passphrase });
          }}
        />
      ) : (
        <p className="soft">
          A whole half-term of an area that does not exist: invented plans, audits and a report. Change anything; it
          touches nothing of yours.
        </p>
      )}
      {making.kind === 'making' ? (
        <Progress
          label={making.progress?.message ?? 'Making the sample'}
          detail={making.progress === null ? undefined : `${making.progress.done} of ${making.progress.of}`}
          done={making.progress?.done ?? 0}
          of={making.progress?.of ?? null}
          onCancel={making.cancel}
        />
      ) : null}
      {making.kind === 'failed' ? <Failed error={making.error} /> : null}
      {unlock.isError ? <Failed error={unlock.error} /> : null}
      {making.kind === 'idle' || making.kind === 'failed' ? (
        <Button onClick={() => void make()}>Explore the sample partnership</Button>
      ) : null}
    </section>
  );
}

function ReadySample({
  passphrase,
  isOpening,
  onOpen,
}: {
  passphrase: string;
  isOpening: boolean;
  onOpen: () => void;
}) {
  const open = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    open.current?.focus();
  }, []);
  return (
    <div className="stack">
      <output className="entrance__said">
        The sample is ready. Its passphrase is <code className="entrance__key">{passphrase}</code>. You need it again if
        the sample locks; a real workspace never shows its passphrase.
      </output>
      <Button ref={open} look="primary" isBusy={isOpening} onClick={onOpen}>
        {isOpening ? 'Opening…' : 'Open the sample'}
      </Button>
    </div>
  );
}
