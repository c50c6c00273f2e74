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
  | { kind: 'ready'; file: WorkspaceFile; keys: SampleKeys }
  | { kind: 'failed'; error: unknown };

/** What opens the sample, and whose name and PIN let people in. */
interface SampleKeys {
  passphrase: string;
  person: string;
  pin: string;
}

/** The fictional partnership for anyone who wants to see the work before loading a plan: made, its key shown, opened. */
export function SamplePanel() {
  const queryClient = useQueryClient();
  const [making, setMaking] = useState<Making>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const unlock = useMutation(api.workspaces.unlock.mutationOptions({ gcTime: 0 }));
  const signIn = useMutation(api.people.signIn.mutationOptions({ gcTime: 0 }));
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
              : {
                  kind: 'ready',
                  file: event.file,
                  keys: { passphrase: event.passphrase, person: event.person, pin: event.pin },
                },
          );
        },
      );
    } catch (error) {
      if (!abort.signal.aborted) setMaking({ kind: 'failed', error });
    }
  }

  /** Unlocks it and comes in as its QA lead; where their PIN was changed, by the door like everybody. */
  async function open(file: WorkspaceFile, { passphrase, person, pin }: SampleKeys) {
    const { status } = await unlock.mutateAsync({ workspaceId: file.id, passphrase });
    if (status !== 'signed_out') return;
    const found = (await client.people.atDoor()).find(({ name }) => name === person);
    if (found) await signIn.mutateAsync({ personId: found.id, pin });
  }

  return (
    <section className="entrance__sample stack" aria-labelledby="sample-heading">
      <h2 id="sample-heading">Explore the sample partnership</h2>
      {making.kind === 'ready' ? (
        <ReadySample
          keys={making.keys}
          isOpening={unlock.isPending || signIn.isPending}
          onOpen={() => {
            // What fails is shown where it failed.
            open(making.file, making.keys).catch(() => undefined);
          }}
        />
      ) : (
        <p className="soft">
          Four half-terms of an area that does not exist: invented people, plans, audits and a report. Change anything;
          it touches nothing of yours. Making it takes about a minute.
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
  keys: { passphrase, person, pin },
  isOpening,
  onOpen,
}: {
  keys: SampleKeys;
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
      <p className="soft">
        You come in as {person}, the QA lead. Sign out to be somebody else: everybody’s PIN in the sample is{' '}
        <code className="entrance__key">{pin}</code>.
      </p>
      <Button ref={open} look="primary" isBusy={isOpening} onClick={onOpen}>
        {isOpening ? 'Opening…' : 'Open the sample'}
      </Button>
    </div>
  );
}
