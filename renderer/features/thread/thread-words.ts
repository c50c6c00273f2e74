import type { Thread, ThreadPassage } from '../../../shared/contract/threads.ts';
import { partName, type ThreadStanding } from '../../../shared/domain/golden-thread.ts';

/** How a passage stands, as a word on its card. */
export function standingWords(passage: Pick<ThreadPassage, 'isCounted' | 'standing' | 'kind'>): string {
  if (passage.kind === 'lost') return 'no longer in the plan';
  if (!passage.isCounted) return 'not counted';
  return STANDING_WORDS[passage.standing];
}

const STANDING_WORDS: Record<ThreadStanding, string> = {
  linked: 'linked',
  suggested: 'suggested',
  nothing: 'with nothing',
};

/** "Need in Section B": what a passage is and where it stands. */
export function placeWords({ part, section, label }: Pick<ThreadPassage, 'part' | 'section' | 'label'>): string {
  const name = partName(part);
  const word = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const isNamed = label?.toLowerCase().startsWith(name) === true;
  const what = label === null ? word : isNamed ? label : `${word} ${label}`;
  return section === '' ? what : `${what} in Section ${section}`;
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
