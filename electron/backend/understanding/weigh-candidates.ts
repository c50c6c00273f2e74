import type { Block } from '../../../shared/domain/document-model.ts';
import type { Candidate } from './candidate.ts';
import { isStrong } from './plan-view.ts';
import { orderOf } from './section-ids.ts';
import type { SectionId } from './section-ids.ts';
import { isAreaHeading } from './statement-words.ts';

/** A candidate with the weight of evidence for it, and the evidence in words. */
export interface Weighed extends Candidate {
  score: number;
  evidence: string[];
}

/** Evidence enough to take a candidate for what it says. */
export const ENOUGH = 0.75;
/** A way of writing headings that names this many sections is the plan's own. */
const MANY = 4;
/** Letters that head so many sections, in the flow or over columns, are how the plan names them. */
const MOST = 8;
const A_LETTER_ALONE = 0.2;
const HALF_A_TITLE = 0.5;

/**
 * Weighs every candidate by its own words and look and by what the rest of the document does: headings written alike
 * support one another; where a plan names its sections by letter, words alone no longer do.
 */
export function weighCandidates(candidates: readonly Candidate[]): Weighed[] {
  const families = groupFamilies(candidates);
  const isByLetter = sectionsByLetter(candidates) >= MOST;
  const inCards = findLetteredCards(candidates);
  const first = candidates.map((candidate) =>
    weighCard(weighLetter(weighAlone(candidate, families), isByLetter), inCards),
  );
  const explicit = first.filter((each) => each.mark.form !== 'title' && each.score >= ENOUGH);
  const explicitSections = new Set(explicit.flatMap((each) => each.mark.sections));
  const explicitLooks = new Set(explicit.filter((each) => each.place === 'flow').map(lookOf));
  const inWords = new Set(
    first
      .filter((each) => each.place === 'flow' && each.mark.titleScore >= A_PLAIN_TITLE)
      .flatMap((each) => each.mark.sections),
  );
  return first.map((each) => withBothHalves(weighAgain(weighTogether(each, explicitSections, explicitLooks), inWords)));
}

/** How many sections a letter alone or before a title heads, in bold, wherever it stands. */
function sectionsByLetter(candidates: readonly Candidate[]): number {
  const lettered = candidates.filter(({ mark, blocks }) => mark.form === 'letter' && blocks.every(isStrong));
  return new Set(lettered.flatMap(({ mark }) => mark.sections)).size;
}

/** "I" on a line of its own, with nothing under it: a heading as good as the others where letters name most sections. */
function weighLetter(each: Weighed, isByLetter: boolean): Weighed {
  const { mark, place, blocks } = each;
  const isAlone = mark.form === 'letter' && mark.title === '' && place === 'flow' && blocks.every(isStrong);
  if (!isByLetter || !isAlone) return each;
  return {
    ...each,
    score: each.score + A_LETTER_ALONE,
    evidence: [...each.evidence, 'letters head the other sections'],
  };
}

const CARDS = 2;
const A_CARD = 0.4;

/**
 * Tables whose rows are labelled with letters alone, in the order of the regulation: a card for each need, with its B, E, F. A
 * printed page may have joined several cards into one table.
 */
function findLetteredCards(candidates: readonly Candidate[]): ReadonlySet<string> {
  const rows = Map.groupBy(candidates.filter(isRowLetter), ({ table }) => table?.id ?? '');
  const cards = [...rows].flatMap(([id, own]) => runsInOrder(own).map((run) => ({ id, run })));
  // A key of grades begins with A.
  const whole = cards.filter(({ run: [first, ...others] }) => others.length > 0 && first?.mark.sections[0] !== 'A');
  return new Set(whole.length < CARDS ? [] : whole.map(({ id }) => id));
}

function runsInOrder(letters: readonly Candidate[]): Candidate[][] {
  const placeOf = (each: Candidate | undefined): number => orderOf(each?.mark.sections[0] ?? 'A');
  const runs: Candidate[][] = [];
  for (const [at, each] of letters.entries()) {
    const run = runs.at(-1);
    if (run === undefined || placeOf(each) <= placeOf(letters[at - 1])) runs.push([each]);
    else run.push(each);
  }
  return runs;
}

function isRowLetter({ mark, place }: Candidate): boolean {
  return place === 'row' && mark.form === 'letter' && mark.title === '';
}

function weighCard(each: Weighed, cards: ReadonlySet<string>): Weighed {
  if (!isRowLetter(each) || !cards.has(each.table?.id ?? '')) return each;
  const evidence = [...each.evidence, 'letters label the rows of other tables as well'];
  return { ...each, score: each.score + A_CARD, evidence };
}

const A_PLAIN_TITLE = 0.8;
const A_WEAK_TITLE = 0.5;

/** Where one heading has a section's own words, another that only shares a word or two with them is not that section's. */
function weighAgain(each: Weighed, inWords: ReadonlySet<SectionId>): Weighed {
  const { form, titleScore, sections } = each.mark;
  const isWeak = form === 'title' && each.place === 'flow' && titleScore < A_WEAK_TITLE && sections.length > 0;
  return isWeak && sections.every((id) => inWords.has(id)) ? { ...each, score: each.score - 0.4 } : each;
}

/** "Section H" alone opens H1 and H2 together; what stands under it may tell them apart. */
function withBothHalves(each: Weighed): Weighed {
  if (!each.mark.sections.includes('H')) return each;
  const sections = each.mark.sections.flatMap((id): SectionId[] => (id === 'H' ? ['H1', 'H2'] : [id]));
  return { ...each, mark: { ...each.mark, sections: [...new Set(sections)] } };
}

function weighAlone(candidate: Candidate, families: ReadonlyMap<string, Set<SectionId>>): Weighed {
  const { mark, blocks, place, isOther } = candidate;
  const evidence: string[] = [];
  const [block] = blocks;
  if (block === undefined || isOther) return { ...candidate, score: isOther ? 1 : 0, evidence };
  if (candidate.isUnknown === true) return { ...candidate, score: 0, evidence };
  let score = 0;
  switch (mark.form) {
    case 'named':
      score = 1 + 0.3 * mark.titleScore - (mark.title !== '' && mark.titleScore === 0 ? 0.1 : 0);
      evidence.push(`it says “Section ${mark.sections.join(', ')}”`);
      break;
    case 'letter':
      // Items of a list have letters too, and "D. Social worker" is no heading of Section D.
      score = 0.25 + (isStrong(block) || mark.titleScore > HALF_A_TITLE ? 0.6 * mark.titleScore : 0);
      evidence.push(`it begins with the letter ${mark.sections.join(', ')}`);
      break;
    case 'tagged':
      score = 0.6 + 0.35 * mark.titleScore;
      evidence.push(`it is tagged (${mark.sections.join(', ')})`);
      break;
    case 'title':
      score = 0.75 * mark.titleScore - 0.05;
      // "Social, emotional and mental health" is an area of need, and no heading of Section C.
      if (mark.titleScore < 0.5 && isAreaHeading(mark.title)) score -= 0.4;
      break;
  }
  if (mark.titleScore >= 0.5) evidence.push('its words are the section’s own');
  if (isStrong(block)) {
    score += place === 'flow' ? 0.3 : 0.2;
    evidence.push('it looks like a heading');
  }
  if (place === 'row') score += 0.15;
  if (place === 'column' || place === 'cell' || place === 'tag') score += 0.3;
  if (block.text === block.text.toUpperCase() && block.text.length > 4) score += 0.1;
  if (block.kind === 'list_item') score -= /\d/.test(block.marker ?? '') ? 0.1 : 0.5;
  if (candidate.isLed === true) score += 0.3;
  else if (mark.isRunIn) score -= 0.3;
  if (block.text.split(' ').length > 16 && mark.form === 'title') score -= 0.35;
  if (candidate.isLed !== true && /[a-z][.!]$/.test(block.text)) score -= 0.4;
  const family = families.get(familyOf(candidate))?.size ?? 1;
  score += Math.min(0.45, 0.06 * (family - 1));
  if (mark.form === 'letter' && family <= 2) score -= 0.25;
  if (family >= MANY) evidence.push(`${family} sections are headed in the same way`);
  return { ...candidate, score, evidence };
}

function weighTogether(each: Weighed, explicit: ReadonlySet<SectionId>, looks: ReadonlySet<string>): Weighed {
  if (each.mark.form !== 'title' || each.isOther || explicit.size < MANY || each.place === 'column') return each;
  const isNamedElsewhere = each.mark.sections.every(
    (id) => explicit.has(id) || (id === 'H' && (explicit.has('H1') || explicit.has('H2'))),
  );
  if (isNamedElsewhere) return { ...each, score: each.score - 0.8 };
  return looks.has(lookOf(each)) ? each : { ...each, score: each.score - 0.25 };
}

function groupFamilies(candidates: readonly Candidate[]): Map<string, Set<SectionId>> {
  const families = new Map<string, Set<SectionId>>();
  for (const candidate of candidates) {
    const key = familyOf(candidate);
    const family = families.get(key) ?? new Set<SectionId>();
    families.set(key, family);
    for (const id of candidate.mark.sections)
      if (candidate.mark.form !== 'title' || candidate.mark.titleScore >= 0.5) family.add(id);
  }
  return families;
}

/** Headings of one family are written and set alike. */
function familyOf(candidate: Candidate): string {
  return `${candidate.mark.form}/${candidate.place}/${lookOf(candidate)}`;
}

/** How a candidate is set: headings of one look belong together. */
export function lookOf({ blocks, isSide, table }: Candidate): string {
  if (isSide === true) return `side/${table?.id ?? ''}`;
  // The number or letter beside a title may be set as it likes.
  const block = blocks.reduce<Block | undefined>(
    (best, each) => (best === undefined || each.text.length > best.text.length ? each : best),
    undefined,
  );
  if (block === undefined) return '';
  const kind = block.kind === 'list_item' ? 'item' : 'line';
  const isCapitals = block.text.length > 3 && block.text === block.text.toUpperCase();
  return `${kind}/${isStrong(block) ? 'strong' : 'plain'}${isCapitals ? '/capitals' : ''}/${Math.round((block.fontSize ?? 0) * 2)}`;
}
