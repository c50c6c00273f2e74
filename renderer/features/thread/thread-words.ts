import type { Thread, ThreadPassage } from '../../../shared/contract/threads.ts';
import { partName, wantWords } from '../../../shared/domain/golden-thread.ts';

/** How a passage stands, as words on its card. */
export function standingWords({ isCounted, wants, kind }: Pick<ThreadPassage, 'isCounted' | 'wants' | 'kind'>): string {
  if (kind === 'lost') return 'no longer in the plan';
  return isCounted ? wantWords(wants) : 'not counted';
}

/** "Need in Section B": what a passage is and where it stands. */
export function placeWords({ part, section, label }: Pick<ThreadPassage, 'part' | 'section' | 'label'>): string {
  const name = partName(part);
  const word = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const own = ownLabel(section, label);
  const isNamed = own?.toLowerCase().startsWith(name) === true;
  const what = own === null ? word : isNamed ? own : `${word} ${own}`;
  return section === '' ? what : `${what} in Section ${section}`;
}

/** What a passage is called in its section: "E. Outcome 1" of Section E is "Outcome 1". */
export function ownLabel(section: string, label: string | null): string | null {
  if (label === null || section === '' || !label.startsWith(section)) return label;
  const rest = label.slice(section.length).replace(/^[.:)–-]\s*/u, '');
  return rest === '' || rest.length === label.length - section.length ? label : rest;
}

/** Letters of a passage that tell which one it is. */
const ENOUGH_LETTERS = 90;

export function shortWords(text: string): string {
  if (text.length <= ENOUGH_LETTERS) return text;
  return `${text.slice(0, Math.max(text.lastIndexOf(' ', ENOUGH_LETTERS), 1))} …`;
}

/** A version as an eyebrow tells it. */
export function versionName({ document }: Thread): string {
  return document.stage === null ? document.fileName : `The ${document.stage.replaceAll('_', ' ')}`;
}
