import { findHints } from '../../../../../electron/backend/understanding/hints/find-hints.ts';
import type { HintOptions } from '../../../../../electron/backend/understanding/hints/hint-rule.ts';
import { understand } from '../../../../../electron/backend/understanding/understand.ts';
import type { DocumentModel } from '../../../../../shared/domain/document-model.ts';
import { HINT_SOURCES } from '../../../../../shared/domain/hint-sources.ts';
import type { Hint } from '../../../../../shared/domain/hint.ts';
import type { PlanFacts } from '../../../../../shared/domain/rubric/rubric.ts';
import { readLines } from '../make-plan.ts';

/** Sections by letter, and the front page, each as lines. */
export type Parts = Partial<
  Record<'front' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H1' | 'H2' | 'I' | 'J' | 'K', string[]>
>;

const TITLES: Record<string, string> = {
  A: 'Section A: Views, interests and aspirations',
  B: 'Section B: Special educational needs',
  C: 'Section C: Health needs',
  D: 'Section D: Social care needs',
  E: 'Section E: Outcomes',
  F: 'Section F: Special educational provision',
  G: 'Section G: Health provision',
  H1: 'Section H1: Social care provision',
  H2: 'Section H2: Other social care provision',
  I: 'Section I: Placement',
  J: 'Section J: Personal budget',
  K: 'Section K: Advice and information',
};

/** A plan in which the rules see nothing. */
export const SOUND: Required<Parts> = {
  front: [
    '# Education, Health and Care Plan',
    'Final plan',
    'Name: Ned Vale',
    'Date of birth: 3 May 2015',
    'School year: Year 6',
    'Date of request: 5 January 2026',
    'Draft issued: 13 April 2026',
    'Date final plan issued: 11 May 2026',
    'Review by: 10 May 2027',
  ],
  A: ['Ned likes trains. He told his teacher so on 3 February 2026.'],
  B: ['Ned finds reading hard and reads as a child of seven would.'],
  C: ['No health needs were found; the paediatrician confirmed it on 2 March 2026.'],
  D: ['No social care needs were found; early help confirmed it on 2 March 2026.'],
  E: [
    '1. By July 2027, Ned will read a page of his book aloud in four lessons out of five.',
    '2. By July 2027, Ned will write five sentences on his own, twice a week.',
    '3. By July 2027, Ned will spell 80 words out of 100 in a test.',
  ],
  F: ['1. A specialist teacher will teach Ned reading, writing and spelling for 30 minutes, four times a week.'],
  G: ['No health provision is needed; the paediatrician confirmed it on 2 March 2026.'],
  H1: ['No provision is needed; early help confirmed it on 2 March 2026.'],
  H2: ['No further provision is needed; early help confirmed it on 2 March 2026.'],
  I: ['Fernley Primary School, a mainstream school'],
  J: ['There is no personal budget; the family said so at the meeting on 4 May 2026.'],
  K: [
    '1. Ann Lee, Headteacher, Fernley Primary School, 2 March 2026',
    '2. Ben Orr, Educational psychologist, Reedshire Council, 2 March 2026',
    '3. Cat Moss, Paediatrician, Reedshire NHS, 2 March 2026',
    '4. Dan Pike, Social worker, Early Help, 2 March 2026',
    '5. Eve Vale, Parent, Family, 2 March 2026',
  ],
};

export function plan(changed: Parts = {}, left: readonly string[] = []): DocumentModel {
  const { front, ...sections } = { ...SOUND, ...changed };
  const bodies = Object.entries(sections).filter(([id]) => !left.includes(id));
  return understand(readLines(...front, ...bodies.flatMap(([id, lines]) => [`# ${TITLES[id] ?? id}`, ...lines])));
}

const DATE = '2026-06-01';

/** The hints; each rests on a source that Help names for its kind. */
export function hints(model: DocumentModel, options: HintOptions = {}, facts: PlanFacts = {}): Hint[] {
  const found = findHints(model, { planStatus: 'final', planType: 'new', ageYears: 11, ...facts }, DATE, options);
  for (const { assist, source } of found) {
    if (HINT_SOURCES[assist]?.includes(source) !== true)
      throw new Error(`Help does not name “${source}” for ${assist}.`);
  }
  return found;
}

/** Each hint as its assist and its rule. */
export function rules(model: DocumentModel, options?: HintOptions, facts?: PlanFacts): string[] {
  return hints(model, options, facts).map(({ assist, rule }) => `${assist}/${rule}`);
}

/** The words at a hint's place. */
export function wordsAt(model: DocumentModel, hint: Hint | undefined): string[] {
  return (hint?.spans ?? []).map(
    ({ block, start, end }) => model.blocks.find((each) => each.id === block)?.text.slice(start, end) ?? '',
  );
}
