import type { Block } from '../../../shared/domain/document-model.ts';
import { hintsOf } from './heading-words.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';
import { isSectionId, orderOf } from './section-ids.ts';
import type { SectionId } from './section-ids.ts';
import { countCues, hear } from './section-voices.ts';
import type { Heard, Voice } from './section-voices.ts';
import { ENOUGH, lookOf } from './weigh-candidates.ts';
import type { Weighed } from './weigh-candidates.ts';

/**
 * Chooses among the headings of the flow, all together (Viterbi). The plan is cut at every line that might be a heading;
 * each stretch either goes on with what was open before or opens one of the sections that its heading may mean. A way
 * through the document adds up
 *  - what each heading that it takes weighs (its words, letter, look and family: weigh-candidates),
 *  - how plainly each stretch speaks as the section that it is given to (section-voices),
 *  - what steps back in the regulation's order cost.
 * Before the first section is the cover; 'none' is text that belongs to no section (signatures, appeals, how to read this).
 */

/** What is open: sections, the front page, or text outside the sections. */
interface State {
  key: string;
  sections: readonly SectionId[];
}

const COVER: State = { key: 'cover', sections: [] };
const NONE: State = { key: 'none', sections: [] };

interface Option {
  state: State;
  gain: number;
}

interface Link {
  item: Weighed;
  state: State;
  before: Link | null;
}

interface Path {
  state: State;
  value: number;
  link: Link | null;
}

/** How much what a stretch says counts beside what its heading says. */
const VOICE_COUNTS = 0.8;
/** A heading this little short of enough may still be taken for what the text under it says. */
const NEARLY = 0.3;

export function chooseFlow(view: PlanView, weighed: readonly Weighed[]): Weighed[] {
  const scene = surveyLooks(weighed);
  const claimed = tablesThatTell(weighed);
  const items = weighed.filter((each) => each.place === 'flow' && isWorthAsking(each, scene, claimed));
  let paths = new Map<string, Path>([[COVER.key, { state: COVER, value: 0, link: null }]]);
  for (const [index, item] of items.entries()) {
    const stretch = readStretch(view, item, items[index + 1], claimed);
    const { heard } = stretch;
    const options = optionsOf(item, stretch, scene);
    const next = new Map<string, Path>();
    const offer = (path: Path): void => {
      const known = next.get(path.state.key);
      if (known === undefined || path.value >= known.value) next.set(path.state.key, path);
    };
    for (const path of paths.values()) {
      const { state } = path;
      offer({ ...path, value: path.value + VOICE_COUNTS * voiceOf(heard, state) });
      for (const option of options) {
        const value =
          path.value + option.gain - stepCost(state, option.state, item) + VOICE_COUNTS * voiceOf(heard, option.state);
        offer({ state: option.state, value, link: { item, state: option.state, before: path.link } });
      }
    }
    paths = next;
  }
  let winner: Path | null = null;
  for (const path of paths.values()) if (winner === null || path.value > winner.value) winner = path;
  const chosen: Weighed[] = [];
  for (let link = winner?.link ?? null; link !== null; link = link.before) chosen.push(asChosen(link));
  return chosen.reverse();
}

/** What the document as a whole does: how its section headings look, and which sections they name. */
interface Scene {
  /** Looks that head at least three sections, most of whose lines do. */
  looks: ReadonlySet<string>;
  /** Sections that some heading, row or column plainly names. */
  named: ReadonlySet<SectionId>;
  /** Letters name the sections. */
  isLettered: boolean;
}

const SECTIONS_IN_A_FAMILY = 3;
const SHARE_OF_A_FAMILY = 0.4;

function surveyLooks(weighed: readonly Weighed[]): Scene {
  const sure = weighed.filter((each) => !each.isOther && each.score >= ENOUGH && each.mark.sections.length > 0);
  const named = new Set(sure.flatMap((each) => each.mark.sections));
  const explicit = new Set(sure.filter((each) => each.mark.form !== 'title').flatMap((each) => each.mark.sections));
  const families = Map.groupBy(
    weighed.filter((each) => each.place === 'flow' && !each.isOther),
    lookOf,
  );
  const looks = new Set<string>();
  for (const [look, members] of families) {
    const heads = members.filter((each) => each.score >= ENOUGH && each.mark.sections.length > 0);
    const sections = new Set(heads.flatMap((each) => each.mark.sections));
    if (sections.size >= SECTIONS_IN_A_FAMILY && heads.length >= SHARE_OF_A_FAMILY * members.length) looks.add(look);
  }
  return { looks, named, isLettered: explicit.size >= 6 };
}

function isWorthAsking(each: Weighed, scene: Scene, claimed: ReadonlySet<string>): boolean {
  if (each.isOther || each.score >= ENOUGH - NEARLY) return true;
  // A table that tells its own sections needs no guesses.
  if (claimed.has(each.blocks[0]?.cell?.table ?? '') && each.mark.form === 'title') return false;
  return each.isUnknown === true || scene.looks.has(lookOf(each)) || each.blocks.every(isStrong);
}

/** What a line may open, and what it weighs for that. */
function optionsOf(item: Weighed, { heard, isChapter }: Stretch, scene: Scene): Option[] {
  const options: Option[] = [];
  const { sections } = item.mark;
  if (item.isOther) return [{ state: NONE, gain: 0.4 }];
  if (sections.length > 0) options.push({ state: stateOf(sections), gain: item.score - ENOUGH });
  if (item.mark.form !== 'title' || item.score >= ENOUGH) return options;
  if (isChapter) options.push({ state: NONE, gain: CHAPTER_GAINS });
  if (item.mark.titleScore >= 0.5) return options;
  const hints = hintsOf(item.mark.title);
  const isOfFamily = scene.looks.has(lookOf(item));
  if (isOfFamily) {
    for (const voice of Object.keys(heard.scores) as Voice[]) {
      if (!isSectionId(voice)) continue;
      const hint = hints[voice] ?? 0;
      const taken = scene.named.has(voice) ? (scene.isLettered ? 2 : 0.6) : -0.2;
      options.push({ state: stateOf([voice]), gain: 0.5 * hint - 0.25 - taken });
    }
  }
  const closing = Math.max(hints.closing ?? 0, 0.7 * (hints.front ?? 0));
  options.push({ state: NONE, gain: 0.8 * closing - 0.45 });
  return options;
}

function stateOf(sections: readonly SectionId[]): State {
  return { key: sections.join('+'), sections };
}

/** How plainly a stretch speaks as what is open. */
function voiceOf(heard: Heard, state: State): number {
  if (state === COVER) return heard.scores.front;
  if (state === NONE) return Math.max(heard.scores.closing, 0.8 * heard.scores.front);
  return Math.max(...state.sections.map((id) => (id === 'H' ? heard.scores.H1 : heard.scores[id])));
}

/** What a step back in the order costs, by how plainly the heading names its section. */
const STEP_BACK = { named: 0, tagged: 0, letter: 0.1, title: 0.35 } as const;

function stepCost(from: State, to: State, item: Weighed): number {
  const [first] = to.sections;
  const last = from.sections.at(-1);
  if (to === NONE) return from === COVER ? 0.1 : 0;
  if (from === NONE && item.mark.form === 'title') return 0.15;
  if (first === undefined || last === undefined) return 0;
  if (from.key === to.key) return item.isUnknown === true ? 0.3 : 0;
  return orderOf(first) >= orderOf(last) ? 0 : STEP_BACK[item.mark.form];
}

/** Tables whose columns, cells or rows say themselves to which sections they belong. */
function tablesThatTell(weighed: readonly Weighed[]): ReadonlySet<string> {
  const tables = new Set<string>();
  for (const { place, table, score, mark } of weighed) {
    const isPlain = place === 'row' ? mark.form === 'named' || mark.form === 'tagged' : place !== 'flow';
    if (table !== undefined && isPlain && score >= ENOUGH) tables.add(table.id);
  }
  return tables;
}

/** What stands between one heading and the next. */
interface Stretch {
  heard: Heard;
  /** The heading is a chapter's: under it stand only sections' own headings, or tables that name their sections. */
  isChapter: boolean;
}

const STRETCH_MAX_CHARACTERS = 6000;
/** A note on how to read what follows is no section's text. */
const CHAPTER_NOTE_MAX_WORDS = 60;
const CHAPTER_GAINS = 0.5;

function readStretch(view: PlanView, item: Weighed, next: Weighed | undefined, claimed: ReadonlySet<string>): Stretch {
  const from = item.at + (item.mark.isRunIn ? 0 : item.blocks.length);
  const end = next?.at ?? view.blocks.length;
  let text = '';
  let holdsTables = false;
  for (let at = from; at < end && text.length < STRETCH_MAX_CHARACTERS; at += 1) {
    const block: Block | undefined = view.blocks[at];
    if (claimed.has(block?.cell?.table ?? '')) holdsTables = true;
    else if (block !== undefined) text += `${block.text}\n`;
  }
  const isShort = text.split(/\s+/).length <= CHAPTER_NOTE_MAX_WORDS;
  return {
    heard: text === '' ? SILENCE : hear(countCues(text)),
    isChapter: isShort && (holdsTables || (text === '' && isAbove(item, next))),
  };
}

/** A line set no smaller than the section's own heading right under it. */
function isAbove(item: Weighed, next: Weighed | undefined): boolean {
  const [block] = item.blocks;
  const [under] = next?.blocks ?? [];
  if (block === undefined || under === undefined || next === undefined) return false;
  if (next.score < ENOUGH || next.mark.sections.length === 0 || next.mark.isRunIn) return false;
  return (block.fontSize ?? 0) > (under.fontSize ?? 0) + 0.9;
}

const SILENCE = hear(countCues(''));

function asChosen({ item, state }: Link): Weighed {
  if (state === NONE) return { ...item, isOther: true };
  if (state.sections === item.mark.sections) return item;
  const evidence = [...item.evidence, 'it is set like the headings of sections, and the text under it speaks as one'];
  return { ...item, mark: { ...item.mark, sections: [...state.sections] }, evidence, score: ENOUGH };
}
