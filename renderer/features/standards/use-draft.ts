import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RubricDraft } from '../../../shared/contract/rubrics.ts';
import type { DraftContent } from '../../../shared/domain/rubric/rubric-draft.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/errors.ts';
import type { SaveStatus } from '../../ui/SaveState.tsx';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';
import { beginHistory, edited, redone, undone } from './edit-history.ts';

/** A pause in typing after which what is typed is kept. */
const PAUSE_MS = 400;

export interface DraftEditing {
  content: DraftContent;
  change: (change: (content: DraftContent) => DraftContent, tag: string | null) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  status: SaveStatus;
  saveError: unknown;
  /** Keeps what is not kept yet; gives the revision that holds it. Rejects where it cannot be kept. */
  keep: () => Promise<number>;
}

/** A draft in hand: every change can be taken back, and is kept a moment after it is made. */
export function useDraft(draft: RubricDraft): DraftEditing {
  const [history, setHistory] = useState(() => beginHistory(contentOf(draft)));
  const { mutateAsync, error } = useMutation(api.rubrics.save.mutationOptions());
  const latest = useRef(history.present);
  const kept = useRef({ content: history.present, revision: draft.revision });
  const underWay = useRef<Promise<number> | null>(null);
  const [keptContent, setKeptContent] = useState(history.present);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const isUnsaved = keptContent !== history.present;
  useLeaveGuard(isUnsaved);

  async function keepAll(): Promise<number> {
    while (kept.current.content !== latest.current) {
      const content = latest.current;
      const saved = await mutateAsync({ draftId: draft.id, revision: kept.current.revision, ...content });
      kept.current = { content, revision: saved.revision };
      setKeptContent(content);
      setSavedAt(saved.savedAt);
    }
    return kept.current.revision;
  }

  function keep(): Promise<number> {
    // One at a time: each save has to know the revision that the one before it made.
    underWay.current ??= keepAll().finally(() => {
      underWay.current = null;
    });
    return underWay.current;
  }

  const keepQuietly = useEffectEvent(() => {
    // A failed save stands beside the title, and the next change tries again.
    keep().catch(() => undefined);
  });

  useEffect(() => {
    latest.current = history.present;
    if (kept.current.content === history.present) return undefined;
    const timer = setTimeout(() => {
      keepQuietly();
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [history.present]);

  useEffect(
    () => () => {
      keepQuietly();
    },
    [],
  );

  return {
    content: history.present,
    change: (change, tag) => {
      setHistory((now) => edited(now, change(now.present), tag, Date.now()));
    },
    undo: () => {
      setHistory(undone);
    },
    redo: () => {
      setHistory(redone);
    },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    status: statusOf(isUnsaved, error, savedAt),
    saveError: isUnsaved ? error : null,
    keep,
  };
}

function contentOf({ rubric, effectiveFrom, note }: RubricDraft): DraftContent {
  return { rubric, effectiveFrom, note };
}

function statusOf(isUnsaved: boolean, error: unknown, savedAt: string | null): SaveStatus {
  if (isUnsaved && error !== null) return { kind: 'failed', message: describeError(error).message };
  if (isUnsaved) return { kind: 'saving' };
  return savedAt === null ? { kind: 'clean' } : { kind: 'saved', at: savedAt };
}
