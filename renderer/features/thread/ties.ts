import type { Thread, ThreadPassage } from '../../../shared/contract/threads.ts';

/** A link, a suggestion or a refusal with the passages at its ends. */
export interface Tie {
  key: string;
  kind: 'linked' | 'suggested' | 'refused';
  from: ThreadPassage;
  to: ThreadPassage;
  /** Who drew, confirmed or refused it; null for a suggestion. */
  by: { name: string; isOwn: boolean; isConfirmed: boolean } | null;
  reasons: readonly string[];
}

/** All ties of a thread, or those of one passage: links first, then suggestions, then refusals. */
export function tiesOf(
  thread: Pick<Thread, 'passages' | 'links' | 'suggestions' | 'refused'>,
  passageId?: string | null,
): Tie[] {
  const passages = new Map(thread.passages.map((passage) => [passage.id, passage]));
  const tie = (
    { fromId, toId }: { fromId: string; toId: string },
    rest: Pick<Tie, 'key' | 'kind' | 'by' | 'reasons'>,
  ): Tie[] => {
    const from = passages.get(fromId);
    const to = passages.get(toId);
    if (from === undefined || to === undefined) return [];
    return passageId === undefined || fromId === passageId || toId === passageId ? [{ from, to, ...rest }] : [];
  };
  return [
    ...thread.links.flatMap((link) => {
      const by = { name: link.by.name, isOwn: link.isOwn, isConfirmed: link.isConfirmed };
      return tie(link, { key: link.id, kind: 'linked', by, reasons: [] });
    }),
    ...thread.suggestions.flatMap((suggestion) => {
      const { fromId, toId, reasons } = suggestion;
      return tie(suggestion, { key: `${fromId}/${toId}`, kind: 'suggested', by: null, reasons });
    }),
    ...thread.refused.flatMap((refusal) => {
      const by = { name: refusal.by.name, isOwn: refusal.isOwn, isConfirmed: false };
      return tie(refusal, { key: refusal.id, kind: 'refused', by, reasons: [] });
    }),
  ];
}

/** How a tie came to be: "linked by you", "suggested: both speak of: reading". */
export function tieWords({ kind, by, reasons }: Tie): string {
  if (kind === 'suggested') return `Suggested: ${reasons.join('; ')}`;
  const who = by?.isOwn === true ? 'you' : (by?.name ?? '');
  if (kind === 'refused') return `Refused by ${who}`;
  return by?.isConfirmed === true ? `Confirmed by ${who}` : `Linked by ${who}`;
}
