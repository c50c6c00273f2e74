/** What a line that cites regulation 12 says: the sections, as a run of letters, and the words beside the citation. */
interface Citation {
  /** "F", "E and F", "H1": as a heading would name them. */
  letters: string;
  /** Empty where the line is nothing but the citation. */
  title: string;
}

const LIST = '\\(\\s*[a-k]\\s*\\)(?:\\s*\\(\\s*ii?\\s*\\))?';
const JOINED = `${LIST}(?:\\s*(?:,|and|&|to|–|-)\\s*${LIST})*`;
/**
 * The Special Educational Needs and Disability Regulations 2014: regulation 12(1)(a) to (j) are Sections A to J, with
 * (h)(i) and (h)(ii) for H1 and H2, and regulation 12(4) is the advice.
 */
const CITATION = new RegExp(
  `(?:SEND? )?\\breg(?:ulation)?s?\\.?(?: no\\.?)?\\s*12\\s*(?:\\(\\s*1\\s*\\)\\s*(${JOINED})|(\\(\\s*4\\s*\\)))(?: of)?,?(?: (?:the )?(?:SEND?|Special Educational Needs and Disability)(?: \\(SEND\\))? Regulations(?: 2014)?)?`,
  'i',
);
const ITS_NAME = /^(?:the )?(?:SEND?|Special Educational Needs and Disability)(?: \(SEND\))? Regulations(?: 2014)?$/i;
const EDGES = /^[\s:;,.|()[\]–—-]+|[\s:;,|()[\]–—-]+$/g;
/** "… as required by regulation 12(1)(f)": running text. */
const REFERS = /\b(?:by|under|in|with|within|of|to|see|from|for|per|and|or|is|are|meets?|requires?)$/i;

const LINE_MAX_CHARACTERS = 170;

/** Reads a line that stands for a section by its paragraph of regulation 12; null for any other, and for running text. */
export function readCitation(text: string): Citation | null {
  const found = text.length > LINE_MAX_CHARACTERS ? null : CITATION.exec(text);
  if (found === null) return null;
  const letters = found[1] === undefined ? 'K' : lettersOf(found[1]);
  const before = text.slice(0, found.index).replace(EDGES, '').replace(ITS_NAME, '');
  const after = text.slice(found.index + found[0].length).replace(EDGES, '');
  if ((before !== '' && after !== '') || REFERS.test(before) || /^\p{Ll}/u.test(after)) return null;
  return { letters, title: before === '' ? after : before };
}

/** "(h)(i) and (ii)" is no list that the regulation has; "(h)(i)" is H1, "(i)" is I. */
function lettersOf(list: string): string {
  return list
    .replace(/\(\s*h\s*\)\s*\(\s*(ii?)\s*\)/gi, (_, roman: string) => `H${roman.length}`)
    .replace(/\(\s*([a-k])\s*\)/gi, (_, letter: string) => letter.toUpperCase());
}
