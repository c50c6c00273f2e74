import type { Block } from '../../../shared/domain/document-model.ts';
import type { Candidate } from './candidate.ts';
import { isCounted } from './heading-stacks.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';
import { expandLetters } from './read-mark.ts';
import { matchTitle } from './section-titles.ts';
import type { SectionId } from './section-ids.ts';

const NUMBER = '(\\d{1,2}|[A-Z]|[ivx]{1,4})';
const ANNEX = new RegExp(`^(annexe?|appendix|attachment)\\s+${NUMBER}\\b`, 'i');
/** "Annex 1 to Section F", "ANNEX 1 (to Schedule 6)". */
const BELONGS = new RegExp(
  `^(?:annexe?|appendix|attachment)(?: ${NUMBER})? ?[,(–—:-]? ?(?:to|of|forming part of) (?:the )?((?:section|part) ((?:[A-GIJ]|H ?[12]?))|schedule (?:\\d{1,2}|[ivx]{1,4}))\\b`,
  'i',
);
/** "… is that listed in Annex 1", "See Appendix B". */
const POINTS = new RegExp(
  `\\b(?:(?:listed|set out|specified|described|contained|detailed|given|found|shown|recorded|stated|attached)(?: [a-z]+)? (?:in|at|by|as|to)|(?:is|are|be found) in|see|refer to) (?:the )?(?:attached )?(annexe?|appendix|attachment)\\s+${NUMBER}\\b`,
  'i',
);
/** Appended reports are evidence, and not what a section says. */
const IS_EVIDENCE = /\b(?:reports?|advice|assessments?|letters?|minutes|evidence|correspondence)\b/i;
const BLOCKS_OF_A_POINTER = 3;
const WORDS_OF_A_POINTER = 70;
const CHARACTERS_OF_A_POINTER = 700;
const TITLE_MAX_CHARACTERS = 130;
const TITLE_FITS = 0.45;

/**
 * Annexes that hold a section's text: those that say to which section or schedule they belong, and those to which a section
 * points that says nothing else. They open that section again; other annexes stay outside the plan's sections. Gives all
 * candidates, in their order.
 */
export function adoptAnnexes(view: PlanView, found: readonly Candidate[]): Candidate[] {
  const annexes = found.filter(isAnnex);
  if (annexes.length === 0) return [...found];
  const known = found.filter((each) => each.place === 'flow' && (each.isOther || isNamed(each)));
  const pointed = readPointers(view, known);
  const schedules = new Map(
    known.flatMap((each) => {
      const count = each.blocks[0]?.text.trim().toLowerCase() ?? '';
      return isCounted(count) ? [[count, each.mark.sections] as const] : [];
    }),
  );
  const adopted = new Map<Candidate, Candidate>();
  for (const annex of annexes) {
    const sections = sectionsOf(annex, schedules, pointed);
    if (sections !== null) adopted.set(annex, asSection(view, annex, sections));
  }
  const taken = new Set([...adopted.values()].flatMap(({ blocks }) => blocks.slice(1)));
  return found
    .filter((each) => !each.blocks.some((block) => taken.has(block)))
    .map((each) => adopted.get(each) ?? each);
}

function isAnnex({ isOther, place, blocks: [block] }: Candidate): boolean {
  return isOther && place === 'flow' && (ANNEX.test(block?.text ?? '') || belongsToPart(block?.text ?? ''));
}

/** True for the heading of an annex that says to which part of the plan it belongs: "Annex to Section F". */
export function belongsToPart(text: string): boolean {
  return text.length <= TITLE_MAX_CHARACTERS && BELONGS.test(text);
}

function isNamed({ mark }: Candidate): boolean {
  return mark.sections.length > 0 && (mark.form !== 'title' || mark.titleScore >= 0.7);
}

function sectionsOf(
  { blocks: [block] }: Candidate,
  schedules: ReadonlyMap<string, readonly SectionId[]>,
  pointed: ReadonlyMap<string, readonly SectionId[]>,
): readonly SectionId[] | null {
  const text = block?.text ?? '';
  if (IS_EVIDENCE.test(text)) return null;
  const [, , whole, letter] = BELONGS.exec(text) ?? [];
  if (letter !== undefined) return expandLetters(letter.toUpperCase());
  const said = whole === undefined ? undefined : schedules.get(whole.toLowerCase());
  const [, kind = '', number = ''] = ANNEX.exec(text) ?? [];
  return said ?? pointed.get(keyOf(kind, number)) ?? null;
}

/** Sections that are nothing but a pointer, by the annex that they point to. */
function readPointers(view: PlanView, known: readonly Candidate[]): Map<string, readonly SectionId[]> {
  const pointed = new Map<string, readonly SectionId[]>();
  for (const [index, { at, blocks, isOther, mark }] of known.entries()) {
    const [section, second] = mark.sections;
    if (isOther || section === undefined || second !== undefined || section === 'K') continue;
    const from = at + blocks.length;
    const to = known[index + 1]?.at ?? view.blocks.length;
    if (to - from > BLOCKS_OF_A_POINTER) continue;
    const text = view.blocks
      .slice(from, to)
      .map((block) => block.text.slice(0, CHARACTERS_OF_A_POINTER))
      .join(' ');
    const [, kind, number] = POINTS.exec(text) ?? [];
    if (kind === undefined || number === undefined || IS_EVIDENCE.test(text)) continue;
    if (text.split(/\s+/).length > WORDS_OF_A_POINTER) continue;
    const key = keyOf(kind, number);
    pointed.set(key, [...new Set([...(pointed.get(key) ?? []), section])]);
  }
  return pointed;
}

function keyOf(kind: string, number: string): string {
  return `${kind.slice(0, 5)} ${number}`.toLowerCase();
}

/** The annex as a heading of its section, with the title under it. */
function asSection(view: PlanView, annex: Candidate, sections: readonly SectionId[]): Candidate {
  const [next, after] = view.blocks.slice(annex.at + annex.blocks.length, annex.at + annex.blocks.length + 2);
  const blocks = next !== undefined && isTitle(next, after, annex, sections) ? [...annex.blocks, next] : annex.blocks;
  const title = blocks.map((block) => block.text).join(' – ');
  const mark = { form: 'tagged' as const, sections: [...sections], title, titleScore: 0.5, isRunIn: false };
  return { ...annex, blocks, isOther: false, isAnnex: true, mark };
}

function isTitle(
  next: Block,
  after: Block | undefined,
  { blocks: [own] }: Candidate,
  sections: readonly SectionId[],
): boolean {
  if (next.cell?.table !== own?.cell?.table || next.kind === 'list_item') return false;
  if (next.text.length > TITLE_MAX_CHARACTERS || /[.;,!?:]$/.test(next.text)) return false;
  // A short line between the annex's heading and a table.
  if (next.cell === undefined && after?.cell !== undefined) return true;
  if (isStrong(next)) return next.fontSize === own?.fontSize;
  return matchTitle(next.text).some(({ section, score }) => score >= TITLE_FITS && sections.includes(section));
}
