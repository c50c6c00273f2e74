import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Thread } from '../../../shared/contract/threads.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { partName } from '../../../shared/domain/golden-thread.ts';
import { api } from '../../api/client.ts';
import { showToast } from '../../ui/toast-store.ts';
import type { ThreadChoice, ThreadPair } from './hand.ts';

/** What one has said of a pair of passages. */
export type Verdict = 'none' | 'drawn' | 'confirmed' | 'refused';

interface Step {
  pair: ThreadPair;
  before: Verdict;
}

export interface ThreadDeeds {
  /** Says something of a pair; what was said before can be had back. */
  settle: (pair: ThreadPair, verdict: Verdict) => void;
  undo: () => void;
  canUndo: boolean;
  isBusy: boolean;
  error: unknown;
}

/** Links, refuses and takes back, each with its way back. */
export function useThreadDeeds(thread: Thread): ThreadDeeds {
  const documentId = thread.document.id;
  const queryClient = useQueryClient();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const keep = {
    onSuccess: (answer: Thread) => {
      queryClient.setQueryData(api.threads.get.queryKey({ input: { documentId } }), answer);
    },
  };
  const link = useMutation(api.threads.link.mutationOptions(keep));
  const refuse = useMutation(api.threads.refuse.mutationOptions(keep));
  const takeBack = useMutation(api.threads.takeBack.mutationOptions(keep));
  const { mutateAsync: linkNow, reset: resetLink } = link;
  const { mutateAsync: refuseNow, reset: resetRefuse } = refuse;
  const { mutateAsync: takeBackNow, reset: resetTakeBack } = takeBack;

  const say = useCallback(
    async ({ from, to }: ThreadPair, verdict: Verdict): Promise<void> => {
      for (const reset of [resetLink, resetRefuse, resetTakeBack]) reset();
      const ends = { documentId, from: endOf(from), to: endOf(to) };
      if (verdict === 'refused') await refuseNow(ends);
      else if (verdict !== 'none') await linkNow({ ...ends, isConfirmed: verdict === 'confirmed' });
      else {
        const now = queryClient.getQueryData<Thread>(api.threads.get.queryKey({ input: { documentId } }));
        const linkId = now === undefined ? undefined : ownVerdict(now, { from, to })?.id;
        if (linkId !== undefined) await takeBackNow({ documentId, linkId });
      }
    },
    [documentId, linkNow, refuseNow, takeBackNow, resetLink, resetRefuse, resetTakeBack, queryClient],
  );
  const undoStep = useCallback(
    (step: Step) => {
      setSteps((known) => known.filter((each) => each !== step));
      // A failure stands where the deed was, as for the deed itself.
      void say(step.pair, step.before).catch(() => undefined);
    },
    [say],
  );
  const settle = useCallback(
    (pair: ThreadPair, verdict: Verdict) => {
      const step: Step = { pair, before: ownVerdict(thread, pair)?.verdict ?? 'none' };
      const keepStep = (): void => {
        setSteps((known) => [...known, step]);
        showToast(deedWords(pair, verdict), () => {
          undoStep(step);
        });
      };
      void say(pair, verdict).then(keepStep, () => undefined);
    },
    [thread, say, undoStep],
  );
  const undo = useCallback(() => {
    const last = steps.at(-1);
    if (last !== undefined) undoStep(last);
  }, [steps, undoStep]);
  return {
    settle,
    undo,
    canUndo: steps.length > 0,
    isBusy: link.isPending || refuse.isPending || takeBack.isPending,
    error: link.error ?? refuse.error ?? takeBack.error,
  };
}

function endOf({ part, anchor }: ThreadChoice): Pick<ThreadChoice, 'part' | 'anchor'> {
  return { part, anchor };
}

/** What one has said of a pair, under which id. Words that were chosen are known by their quote. */
function ownVerdict(thread: Thread, pair: ThreadPair): { id: string; verdict: Verdict } | undefined {
  const isEnd = (id: string, choice: ThreadChoice): boolean => {
    if (choice.id !== null) return choice.id === id;
    const passage = thread.passages.find((each) => each.id === id);
    return passage?.part === choice.part && passage.text === choice.text;
  };
  const isPair = (one: { isOwn: boolean; fromId: string; toId: string }): boolean =>
    one.isOwn && isEnd(one.fromId, pair.from) && isEnd(one.toId, pair.to);
  const linked = thread.links.find(isPair);
  if (linked !== undefined) return { id: linked.id, verdict: linked.isConfirmed ? 'confirmed' : 'drawn' };
  const refused = thread.refused.find(isPair);
  return refused === undefined ? undefined : { id: refused.id, verdict: 'refused' };
}

function deedWords({ from, to }: ThreadPair, verdict: Verdict): string {
  const what = `${partName(from.part)} and ${partName(to.part)}`;
  switch (verdict) {
    case 'refused':
      return `The suggested link of ${what} is refused.`;
    case 'none':
      return `The link of ${what} is taken away.`;
    case 'drawn':
    case 'confirmed':
      return `Linked: ${what}.`;
    default:
      return assertNever(verdict);
  }
}
