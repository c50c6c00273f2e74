import { memo } from './plan-view.ts';
import { readCitation } from './read-citation.ts';
import { isSectionId, SECTION_ORDER } from './section-ids.ts';
import type { SectionId } from './section-ids.ts';
import { fitsLetter, isLegalTitle, matchTitle } from './section-titles.ts';
import type { TitleMatch } from './section-titles.ts';

/**
 * What a line of text says about sections: 'named' ("Section F – …", "Part B"), 'letter' ("F. …"), 'tagged' ("Education
 * (F)") or 'title' (words alone).
 */
export interface Mark {
  form: 'named' | 'letter' | 'tagged' | 'title';
  sections: SectionId[];
  /** The words apart from letter and "Section". */
  title: string;
  /** How well the title's words fit its first section, 0 to 1. */
  titleScore: number;
  /** True where the line goes on with content after its title. */
  isRunIn: boolean;
}

const LETTER = '(?:[A-GI-K]|H\\s?[.(]?\\s?[12]\\s?\\)?|H)';
const JOINER = '\\s*(?:,|/|&|\\+|and|to|[-–—·•])\\s*(?:section\\s+|part\\s+)?';
const LETTERS = `${LETTER}(?:${JOINER}${LETTER}(?![\\p{L}\\d]))*`;
const PREFIX = '(?:[\\p{L}\\d ,&.()]{0,44}?(?:[–—:|/-]|plan|plan,)\\s*)?';
const NAMED = new RegExp(
  `^${PREFIX}\\[?(?:sections?|parts?)\\s*[-–—:]?\\s*["'“‘(]?(${LETTERS})["'”’)]?(?![\\p{L}\\d'’])\\s*([:.)\\]|–—-]*)\\s*(.*)$`,
  'isu',
);
const BARE = new RegExp(`^\\(?(${LETTERS})\\)?(?![\\p{L}\\d'’])\\s*([:.)|=–—-]+|$|\\s)\\s*(.*)$`, 'su');
const TAGGED = new RegExp(
  `^(.{2,90}?)\\s*(?:[([]\\s*(?:sections?\\s+|parts?\\s+)?(${LETTERS})\\s*[)\\]]|[–—:,-]\\s*sections?\\s+(${LETTERS}))\\s*:?\\s*$`,
  'iu',
);

const LETTER_RUN = new RegExp(`(${LETTER})(?![\\p{L}\\d])|\\b(to)\\b|([-–—])|(?:and|,|/|&|\\+|[·•])`, 'giu');

/** "Where will I go? I": the letter at the end of the line, as it stands in a margin or a corner. */
const TRAILING = /^(.{4,120}?[\p{L}\d?!…)])\s*(?:\s|[|·•–—:])\s*[([]?([A-K]|H\s?[12])[)\]]?$/u;

const HEADING_MAX_CHARACTERS = 170;
/** The regulation's own words as a title. */
const LEGAL_TITLE_MAX_CHARACTERS = 420;

/** The marks that one document's lines were read as, by its names: the same line is asked about several times over. */
const marksByNames = new WeakMap<ReadonlySet<string>, Map<string, Mark | null>>();

/** Reads a line as the mark of a section; null where it says nothing of the kind. `names` stay as they are. */
export function readMark(raw: string, names: ReadonlySet<string> = new Set()): Mark | null {
  const known = marksByNames.get(names) ?? new Map<string, Mark | null>();
  marksByNames.set(names, known);
  return memo(known, raw, () => readLine(raw, names));
}

function readLine(raw: string, names: ReadonlySet<string>): Mark | null {
  const text = withoutPageNumber(raw.normalize('NFKC').replace(/\s+/g, ' ').trim());
  if (text === '') return null;
  return (
    readNamed(text, names) ??
    readCited(text, names) ??
    readTagged(text, names) ??
    readBare(text, names) ??
    readTrailing(text, names) ??
    readTitle(text, names)
  );
}

const REFERENCE = new RegExp(
  `^[[(]?(?:(?:[\\p{L}\\d()§/-]+[ ,.]+){0,5}?)(?:sections?|parts?)\\s+(${LETTERS})(?:\\s+of\\s+(?:\\p{L}+\\s){0,4}plan)?[\\])]?:?$`,
  'iu',
);
/** The same with the law's title, in brackets: "(Section H1 – Chronically Sick and Disabled Persons Act 1970)". */
const TITLED_REFERENCE = new RegExp(
  `^[[(]\\s*(?:sections?|parts?)\\s+(${LETTERS})\\s*[–—:,-]\\s*[^()[\\]]{3,110}[\\])]$`,
  'iu',
);
/** "(H2)": small letters in brackets number the items of a list. */
const BRACKETED_REFERENCE = new RegExp(`^[[(](${LETTERS})[\\])]$`, 'u');
/** Running text: "See also Sections C and D". */
const REFERS = /\b(?:see|read|refer|also|with|in|from|under|is|are|as|and this|please)\b/i;

/** A small line that says nothing but the section: "(Section F of the plan)", "Regulation 12(1)(f), Section F". */
export function readReference(raw: string): SectionId[] | null {
  const text = raw.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const plain = text.length > 60 || REFERS.test(text) ? undefined : REFERENCE.exec(text)?.[1];
  const cited = readCitation(text);
  const letters =
    plain ??
    TITLED_REFERENCE.exec(text)?.[1] ??
    BRACKETED_REFERENCE.exec(text)?.[1] ??
    (cited?.title === '' ? cited.letters : undefined);
  const sections = letters === undefined ? [] : expandLetters(letters);
  return sections.length === 0 ? null : sections;
}

/** A contents line without its leaders and page number. */
export function withoutPageNumber(text: string): string {
  return text.replace(/(?:\s*(?:\.\s?){4,}|\s*…+)\s*\d*$/u, '').trim();
}

/** The advice may stand as the plan's annex: "Appendix K". */
const APPENDIX_K = /^(?:appendix|annexe?|schedule)\s+(?=K(?:[\s:.–—-]|$))/i;

/** "Section F, continued: from September": the same section once more. */
const CONTINUED = /^((?:section|part)s? (?:[A-GI-K]|H\s?[12]?)),? \(?(?=continued\b|cont(?:[’']?d)?\b)/i;

function readNamed(text: string, names: ReadonlySet<string>): Mark | null {
  const found = NAMED.exec(text.replace(APPENDIX_K, 'Section ').replace(CONTINUED, '$1 – '));
  const letters = found?.[1];
  if (found === null || letters === undefined) return null;
  const sections = expandLetters(letters);
  const [, , separator = '', rest = ''] = found;
  if (sections.length === 0) return null;
  const [first] = sections;
  if (first === undefined) return null;
  const refined = refineSocialCare(sections, rest);
  // "Section F of this plan says …" is running text; a title has a separator, a capital, or the section's own words.
  const { title, isRunIn } = splitRunIn(rest);
  const titleScore = scoreTitle(refined, title, names);
  const looksLikeTitle =
    rest === '' || separator !== '' || titleScore >= 0.5 || (/^\p{Lu}/u.test(rest) && rest.length < 80);
  if (!looksLikeTitle || /^(?:of|in|and|is|are|was|were|will|must|should|for|above|below|has|have)\b/.test(rest))
    return null;
  return { form: 'named', sections: refined, title, titleScore, isRunIn };
}

/** "Special educational provision (regulation 12(1)(f))". */
function readCited(text: string, names: ReadonlySet<string>): Mark | null {
  const cited = readCitation(text);
  if (cited === null || /[.!;]$|[.!?]\s+\p{Lu}/u.test(cited.title)) return null;
  const { title } = cited;
  const sections = refineSocialCare(expandLetters(cited.letters), title);
  return { form: 'tagged', sections, title, titleScore: scoreTitle(sections, title, names), isRunIn: false };
}

function readTagged(text: string, names: ReadonlySet<string>): Mark | null {
  const found = TAGGED.exec(text);
  const letters = found?.[2] ?? found?.[3];
  const title = found?.[1];
  if (letters === undefined || title === undefined || /[.!?]\s+\p{Lu}/u.test(title)) return null;
  const sections = expandLetters(letters.toUpperCase() === letters ? letters : letters.toUpperCase());
  if (sections.length === 0) return null;
  return {
    form: 'tagged',
    sections: refineSocialCare(sections, title),
    title,
    titleScore: scoreTitle(sections, title, names),
    isRunIn: false,
  };
}

/** "5E My goals": a heading's number set against its letter. */
const NUMBER_BEFORE = /^\d{1,2}(?=(?:[A-GJK]|H[12])\s+\p{Lu})/u;

/** A letter and one word of its section say as much as half a title. */
const LETTER_AND_WORD = 0.5;

function readBare(text: string, names: ReadonlySet<string>): Mark | null {
  const found = BARE.exec(text.replace(NUMBER_BEFORE, ''));
  const letters = found?.[1];
  if (found === null || letters === undefined || text.length > HEADING_MAX_CHARACTERS) return null;
  const [, , separator = '', rest = ''] = found;
  const sections = expandLetters(letters);
  if (sections.length === 0) return null;
  const refined = refineSocialCare(sections, rest);
  const loose = fitsLetter(sections, rest) ? LETTER_AND_WORD : 0;
  const titleScore = Math.max(loose, scoreTitle(refined, rest, names));
  const hasSeparator = /[:.)|=–—-]/.test(separator) || NUMBER_BEFORE.test(text);
  // "D.O.B.", "A.N. Other": initials.
  if (/^.\.\p{L}/u.test(text)) return null;
  // "A child with …" and "I want …" begin with a word, not with a letter of a section.
  if (rest !== '' && !hasSeparator && titleScore < 0.6 && loose === 0) return null;
  if (rest !== '' && /[.!]$/.test(rest)) return null;
  if (rest !== '' && !/^[\p{Lu}\d(“"']/u.test(rest) && titleScore < 0.6 && separator !== ':') return null;
  return { form: 'letter', sections: refined, title: rest, titleScore, isRunIn: false };
}

const ANNEX = /^(?:annexe?|appendix|attachment|enclosure)\b/i;
const COUNTS = /\b(?:part|schedule|chapter|book|volume)$/i;

function readTrailing(text: string, names: ReadonlySet<string>): Mark | null {
  const found = TRAILING.exec(text);
  const [, title, letters] = found ?? [];
  // "Hepatitis B", "and I", "Key Stage 2 class B": only a line that reads as a title can end in a letter of a section.
  if (
    title === undefined ||
    letters === undefined ||
    /[.!]\s+\p{Lu}|\b(?:and|or|am|do|did|can|will|than|class|group|plan|type|stage|vitamin|hepatitis|level|grade|set)$/iu.test(
      title,
    )
  )
    return null;
  // "Schedule 8, Part I": a number; "Annex A", "Annex to Section F": an annex.
  if ((letters === 'I' && COUNTS.test(title)) || ANNEX.test(title)) return null;
  const sections = expandLetters(letters);
  if (sections.length === 0) return null;
  return { form: 'letter', sections, title, titleScore: scoreTitle(sections, title, names), isRunIn: false };
}

/** "6. …", "Schedule 6: …", "Part 3 – …": what only counts, in front of a title. */
const COUNTED_LEAD =
  /^(?:\d{1,2}[.):]?\s+|(?:schedule|chapter|box|part)\s+\d{1,2}(?:\([a-z]\))?\s+(?=\p{L})|(?:schedule|chapter|box|part)\s+(?:\d{1,2}|[ivx]{1,4})\s*[.:–—-]\s*(?=\p{L}))/iu;

function readTitle(text: string, names: ReadonlySet<string>): Mark | null {
  if (
    text.length > (isLegalTitle(text) ? LEGAL_TITLE_MAX_CHARACTERS : HEADING_MAX_CHARACTERS) ||
    /[.!;,]$|[\p{L}][.!]\s+\p{Lu}/u.test(text)
  )
    return null;
  const matches = matchTitle(
    text.replace(COUNTED_LEAD, '').replace(/\s*[([].*?[)\]]\s*$/, (tail) => (/1970|csd|other/i.test(tail) ? tail : '')),
    names,
  );
  const [best, second] = matches.length > 0 ? matches : matchBrackets(text, names);
  if (best === undefined) return null;
  // Regulation 12(1)(j) speaks of provision, needs and outcomes: of all that a direct payment secures.
  const together =
    best.section !== 'J' && second !== undefined && /\b(?:and|&|\+)\b|[&/]/.test(text)
      ? togetherSections(
          text,
          matches.map((each) => each.section),
        )
      : null;
  return { form: 'title', sections: together ?? [best.section], title: text, titleScore: best.score, isRunIn: false };
}

const BRACKETS_SAY = 0.8;

/** "What he will achieve (outcomes)": plain words, and the law's in brackets. */
function matchBrackets(text: string, names: ReadonlySet<string>): TitleMatch[] {
  const inside = /[([]([^()[\]]{4,60})[)\]]:?$/.exec(text)?.[1];
  return inside === undefined ? [] : matchTitle(inside, names).filter((match) => match.score >= BRACKETS_SAY);
}

/** "Outcomes and provision", "Health and social care needs": one title for several sections. */
function togetherSections(text: string, found: readonly SectionId[]): SectionId[] | null {
  const plain = text.toLowerCase();
  const has = (words: RegExp): boolean => words.test(plain);
  if (has(/health/) && has(/social/) && has(/needs/) && !has(/provision/))
    return has(/educational/) ? ['B', 'C', 'D'] : ['C', 'D'];
  if (has(/health/) && has(/social/) && has(/provision|support/))
    return has(/special educational/) ? ['F', 'G', 'H1', 'H2'] : ['G', 'H1', 'H2'];
  if (has(/outcomes?/) && has(/provision|support/)) return has(/\bneeds\b/) ? ['B', 'E', 'F'] : ['E', 'F'];
  if (has(/\bneeds\b/) && has(/provision/) && found.includes('F')) return ['B', 'F'];
  return null;
}

/** "B and F", "E to H", "H1/H2": the sections that a run of letters names. */
export function expandLetters(letters: string): SectionId[] {
  const found: SectionId[] = [];
  let isRange = false;
  for (const token of letters.matchAll(LETTER_RUN)) {
    const [, letter, to, dash] = token;
    if (to !== undefined || dash !== undefined) isRange = true;
    if (letter === undefined) continue;
    const id = letter.toUpperCase().replace(/[^A-K12]/g, '');
    if (!isSectionId(id)) return [];
    const from = found.at(-1);
    if (isRange && from !== undefined) found.push(...between(from, id));
    found.push(id);
    isRange = false;
  }
  return [...new Set(found.flatMap((id): SectionId[] => (id === 'H' && found.length > 1 ? ['H1', 'H2'] : [id])))];
}

function between(from: SectionId, to: SectionId): SectionId[] {
  const [start, end] = [SECTION_ORDER.indexOf(from), SECTION_ORDER.indexOf(to)];
  return SECTION_ORDER.slice(start + 1, end).filter((id) => id !== 'H');
}

/** "Section H – other social care provision" is H2 by its words. */
function refineSocialCare(sections: SectionId[], title: string): SectionId[] {
  if (sections.length !== 1 || sections[0] !== 'H') return sections;
  const [match] = matchTitle(title);
  return match?.section === 'H1' || match?.section === 'H2' ? [match.section] : sections;
}

function scoreTitle(sections: readonly SectionId[], title: string, names: ReadonlySet<string>): number {
  const scores = matchTitle(title, names)
    .filter((match) =>
      sections.some((id) => id === match.section || (id.startsWith('H') && match.section.startsWith('H'))),
    )
    .map((match) => match.score);
  return Math.max(0, ...scores);
}

/** A heading that goes on as text: its title ends at the first sentence or colon. */
function splitRunIn(rest: string): { title: string; isRunIn: boolean } {
  if (rest.length <= HEADING_MAX_CHARACTERS && !/[.!?]\s+\p{Lu}.*[.!?]$/su.test(rest))
    return { title: rest, isRunIn: false };
  const end = rest.search(/[.:–—]\s/);
  return { title: end > 0 && end < HEADING_MAX_CHARACTERS ? rest.slice(0, end) : '', isRunIn: true };
}
