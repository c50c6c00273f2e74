import { hintsOf } from './heading-words.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';
import { isSectionId, orderOf } from './section-ids.ts';
import type { SectionId } from './section-ids.ts';
import { isAreaHeading } from './statement-words.ts';
import { readStretches, tablesThatTell } from './stretches.ts';
import type { Stretch } from './stretches.ts';
import { ENOUGH, lookOf } from './weigh-candidates.ts';
import type { Weighed } from './weigh-candidates.ts';

/**
 * Chooses among the headings of the flow, all together (Viterbi). The plan is cut at every line that might be a heading;
 * each stretch either goes on with what was open before or opens one of the sections that its heading may mean. A way
 * through the document adds up
 *  - what each heading that it takes weighs (its words, letter, look and family: weigh-candidates),
 *  - how plainly each stretch speaks as the section that it is given to (section-voices),
 *  - what the regulation's order makes likely.
 * Where neither letters nor known words show how the plan sets its section headings, each look that recurs is tried in turn
 * and the best way through the whole document wins. Before the first section is the cover; 'none' is text that belongs to
 * no section (chapter titles, signatures, appeals, how to read this).
 */
export function chooseFlow(view: PlanView, weighed: readonly Weighed[]): Weighed[] {
  const survey = surveyLooks(weighed);
  const claimed = tablesThatTell(weighed);
  const asked = weighed.filter((each) => each.place === 'flow' && isWorthAsking(each, survey, claimed));
  const tryLook = (look: string | null): Path => {
    // Titles beside their text are headings of the flow only if that is how the plan sets its sections.
    const items = asked.filter((each) => each.isSide !== true || lookOf(each) === look);
    const lastNamed = items.findLastIndex(
      (each) => each.score >= ENOUGH && each.mark.sections.length > 0 && each.isAnnex !== true,
    );
    const looks = look === null ? survey.looks : new Set([...survey.looks, look]);
    return walk(items, readStretches(view, items, claimed), { ...survey, looks, lastNamed });
  };
  let best = tryLook(null);
  for (const look of recurringLooks(asked, survey)) {
    const guess = tryLook(look);
    if (guess.value > best.value + A_GUESS_COSTS && speaksPlainly(guess)) best = guess;
  }
  if (isListOnly(best, weighed)) return [];
  const chosen: Weighed[] = [];
  for (let link = best.link; link !== null; link = link.before) chosen.push(asChosen(link));
  return chosen.reverse();
}

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
  stretch: Stretch;
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
/** A guess at how the plan sets its headings must explain this much more of it than no guess. */
const A_GUESS_COSTS = 0.5;

function walk(items: readonly Weighed[], stretches: readonly Stretch[], scene: Scene): Path {
  let paths = new Map<string, Path>([[COVER.key, { state: COVER, value: 0, link: null }]]);
  for (const [index, item] of items.entries()) {
    const stretch = stretches[index];
    if (stretch === undefined) continue;
    const options = optionsOf(item, stretch, scene, index > scene.lastNamed);
    const next = new Map<string, Path>();
    const offer = (path: Path): void => {
      const before = next.get(path.state.key);
      if (before === undefined || path.value >= before.value) next.set(path.state.key, path);
    };
    const passing = passCost(item, scene.ruling.has(lookOf(item)));
    for (const path of paths.values()) {
      const { state, value, link } = path;
      offer({ state, link, value: value - passing + VOICE_COUNTS * voiceOf(stretch, state) });
      for (const option of options) {
        const step = stepGain(state, option.state, item, scene.looks.has(lookOf(item)));
        const gain = option.gain + step + VOICE_COUNTS * voiceOf(stretch, option.state);
        offer({ state: option.state, value: value + gain, link: { item, stretch, state: option.state, before: link } });
      }
    }
    paths = next;
  }
  return [...paths.values()].reduce((best, path) => (path.value > best.value ? path : best));
}

const SPEAKS = 0.3;
const SECTIONS_OF_A_PLAN = 4;

/** A guess needs several sections that plainly speak as such, lest a report's chapters are taken for a plan's. */
function speaksPlainly({ link }: Path): boolean {
  const spoken = new Set<string>();
  for (let each = link; each !== null; each = each.before)
    if (each.state.sections.length > 0 && voiceOf(each.stretch, each.state) >= SPEAKS) spoken.add(each.state.key);
  return spoken.size >= SECTIONS_OF_A_PLAN;
}

const SPEAKING_OF_LETTERS = 2;

/** Letters A, B, C … with words of no section, over text that speaks as none: a contract's clauses, a lecture's points. */
function isListOnly(path: Path, weighed: readonly Weighed[]): boolean {
  const tells = ({ mark, score }: Weighed): boolean =>
    score >= ENOUGH &&
    mark.sections.length > 0 &&
    (mark.titleScore > 0 || mark.title === '' || (mark.form !== 'letter' && mark.form !== 'title'));
  if (weighed.some(tells)) return false;
  let speaking = 0;
  for (let { link } = path; link !== null; link = link.before) {
    // A guess at a look has shown before that it speaks.
    if (link.item.mark.form !== 'letter' && link.state.sections.length > 0) return false;
    if (link.state.sections.length > 0 && voiceOf(link.stretch, link.state) >= SPEAKS) speaking += 1;
  }
  return speaking < SPEAKING_OF_LETTERS;
}

/** What the document as a whole does: how its section headings look, and which sections they name. */
interface Scene {
  /** Looks that head at least three sections, and not many other lines. */
  looks: ReadonlySet<string>;
  /** Looks in which nearly every line heads a section: another line in one of them does as well. */
  ruling: ReadonlySet<string>;
  /** Sections that some heading, row or column plainly names. */
  named: ReadonlySet<SectionId>;
  /** Letters name the sections. */
  isLettered: boolean;
  /** Place among the headings of the flow of the last that plainly names a section. */
  lastNamed: number;
}

/** Words that fit a section this well are its title; others only hint at it. */
const PLAIN_TITLE = 0.7;
const SECTIONS_IN_A_FAMILY = 3;
const SHARE_OF_A_FAMILY = 0.4;
const LETTERS_OF_A_PLAN = 6;
const RULING_SHARE = 0.5;
const A_RULING_LOOK_COUNTS = 0.3;

function surveyLooks(weighed: readonly Weighed[]): Omit<Scene, 'lastNamed'> {
  const isSure = (each: Weighed): boolean => !each.isOther && each.score >= ENOUGH && each.mark.sections.length > 0;
  const sure = weighed.filter(isSure);
  const plain = sure.filter((each) => each.mark.form !== 'title' || each.mark.titleScore >= PLAIN_TITLE);
  const named = new Set(plain.flatMap((each) => each.mark.sections));
  const explicit = new Set(sure.filter((each) => each.mark.form !== 'title').flatMap((each) => each.mark.sections));
  const families = Map.groupBy(
    weighed.filter((each) => each.place === 'flow' && !each.isOther),
    lookOf,
  );
  const looks = new Set<string>();
  const ruling = new Set<string>();
  for (const [look, members] of families) {
    const heads = members.filter(isSure);
    const sections = new Set(heads.flatMap((each) => each.mark.sections));
    if (sections.size >= SECTIONS_IN_A_FAMILY && heads.length >= SHARE_OF_A_FAMILY * members.length) looks.add(look);
    if (sections.size >= LETTERS_OF_A_PLAN && heads.length >= RULING_SHARE * members.length) ruling.add(look);
  }
  return { looks, ruling, named, isLettered: explicit.size >= LETTERS_OF_A_PLAN };
}

const RECURS_AT_LEAST = 5;
const RECURS_AT_MOST = 40;
const LOOKS_TRIED = 4;

/** Looks that recur, where no look is known to head sections and the known words leave most of them unnamed. */
function recurringLooks(items: readonly Weighed[], scene: Pick<Scene, 'looks' | 'named'>): string[] {
  if (scene.looks.size > 0 || scene.named.size >= LETTERS_OF_A_PLAN + 2) return [];
  const families = Map.groupBy(
    items.filter((each) => !each.isOther),
    lookOf,
  );
  return [...families]
    .filter(([, members]) => members.length >= RECURS_AT_LEAST && members.length <= RECURS_AT_MOST)
    .map(([look]) => look)
    .slice(0, LOOKS_TRIED);
}

function isWorthAsking(each: Weighed, scene: Pick<Scene, 'looks'>, claimed: ReadonlySet<string>): boolean {
  if (each.isOther || each.score >= ENOUGH - NEARLY) return true;
  // A table that tells its own sections needs no guesses.
  if (claimed.has(each.blocks[0]?.cell?.table ?? '') && each.mark.form === 'title') return false;
  return each.isUnknown === true || scene.looks.has(lookOf(each)) || each.blocks.every(isStrong);
}

/** A title set unlike the headings of sections is more likely a sub-heading. */
const A_STRANGER_COSTS = 0.25;

const CUES_SHOWN = 3;

/** "Outcome 2", "Outcome two", over "Section F: …": no chapter of the plan, though it stands over a section's heading. */
const OUTCOME_COUNTED = /^(?:[\p{L}-]+ )?outcome\b.{0,12}$/iu;

/** Behind all sections such a word alone heads none; within one it may head what is reviewed there. */
const CLOSING_TITLE = /^(?:monitoring|reviews?|follow[- ]up|abbreviations|acronyms|comments|checklist)\s*[:.]?$/i;

/** What a line may open, and what it weighs for that. */
function optionsOf(item: Weighed, stretch: Stretch, scene: Scene, isAfterAll: boolean): Option[] {
  const options: Option[] = [];
  const { sections, form, title, titleScore } = item.mark;
  if (item.isOther) return [{ state: NONE, gain: 0.4 }];
  // A paragraph that may begin the closing matter.
  if (item.isUnknown === true && item.mark.isRunIn) return isAfterAll ? [{ state: NONE, gain: 0 }] : [];
  const isOfFamily = scene.looks.has(lookOf(item));
  const stranger = form === 'title' && scene.looks.size > 0 && !isOfFamily ? A_STRANGER_COSTS : 0;
  if (sections.length > 0) options.push({ state: stateOf(sections), gain: item.score - ENOUGH - stranger });
  const isChapter = form === 'title' && stretch.isChapter && item.score < ENOUGH && !OUTCOME_COUNTED.test(title);
  if (isChapter) options.push({ state: NONE, gain: 0.5 });
  const isUnsaid = item.isUnknown === true || (form === 'title' && titleScore < PLAIN_TITLE);
  if (isUnsaid && stretch.isNoPart) options.push({ state: NONE, gain: 0.5 });
  if (form !== 'title' || titleScore >= PLAIN_TITLE) return options;
  const hints = hintsOf(title);
  if (isOfFamily && !isAreaHeading(title)) {
    for (const voice of SECTION_VOICES) {
      const taken = scene.named.has(voice) ? (scene.isLettered ? 2 : 0.6) : scene.isLettered ? 0.4 : -0.2;
      options.push({ state: stateOf([voice]), gain: 0.5 * (hints[voice] ?? 0) - 0.25 - taken });
    }
  }
  const closing = Math.max(hints.closing ?? 0, 0.7 * (hints.front ?? 0));
  const isClosing = isAfterAll && CLOSING_TITLE.test(title);
  options.push({ state: NONE, gain: isClosing ? 0.7 : 0.8 * closing - (isAfterAll ? 0.3 : 0.4) });
  return options;
}

const SECTION_VOICES = (['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'] as const).filter(isSectionId);

function stateOf(sections: readonly SectionId[]): State {
  return { key: sections.join('+'), sections };
}

/** How plainly a stretch speaks as what is open. */
function voiceOf({ heard: { scores } }: Stretch, state: State): number {
  if (state === COVER) return scores.front;
  if (state === NONE) return Math.max(scores.closing, 0.8 * scores.front);
  return Math.max(...state.sections.map((id) => (id === 'H' ? scores.H1 : scores[id])));
}

/** To read on past a heading that plainly names a section, by letter or in words, takes more than a change of tone. */
function passCost(item: Weighed, isRuling: boolean): number {
  if (item.isOther) return 0;
  const plain = Math.max(0, item.score - ENOUGH);
  if (item.mark.form !== 'title') return 2 * plain;
  if (!isRuling) return 0;
  return A_RULING_LOOK_COUNTS + (item.mark.titleScore >= PLAIN_TITLE ? 4 * plain : 0);
}

/** What a step back in the order costs, by how plainly the heading names its section. */
const STEP_BACK = { named: 0, tagged: 0, letter: 0.1, title: 0.35 } as const;
/** A heading set like those of sections may stand wherever the council puts its section. */
const FAMILY_STEP_BACK = 0.1;
/** Each section most often follows the one before it. */
const NEXT_IN_ORDER = 0.15;

function stepGain(from: State, to: State, item: Weighed, isOfFamily: boolean): number {
  const [first] = to.sections;
  const last = from.sections.at(-1);
  if (to === NONE) return from === COVER ? -0.1 : 0;
  if (from === NONE && item.score < ENOUGH) return -0.15;
  if (from === COVER && first === 'A' && item.mark.form === 'title') return NEXT_IN_ORDER;
  if (first === undefined || last === undefined) return 0;
  if (from.key === to.key) return item.isUnknown === true ? -0.3 : 0;
  if (SECTION_VOICES.findIndex((id) => id === first) === SECTION_VOICES.findIndex((id) => id === last) + 1)
    return item.mark.form === 'title' ? NEXT_IN_ORDER : 0;
  if (orderOf(first) >= orderOf(last)) return 0;
  return isOfFamily ? -Math.min(FAMILY_STEP_BACK, STEP_BACK[item.mark.form]) : -STEP_BACK[item.mark.form];
}

function asChosen({ item, stretch, state }: Link): Weighed {
  if (state === NONE) return { ...item, isOther: true, mark: { ...item.mark, sections: [] } };
  if (state.sections === item.mark.sections) return item;
  const cues = state.sections.flatMap((id) => (id === 'H' ? [] : stretch.heard.cuesFor(id))).slice(0, CUES_SHOWN);
  const speaks =
    cues.length === 0 ? 'its place in the order suggests it' : `the text under it speaks so (${cues.join(', ')})`;
  const evidence = [...item.evidence, 'it is set like the headings of sections', speaks];
  return { ...item, mark: { ...item.mark, sections: [...state.sections] }, evidence, score: ENOUGH };
}
