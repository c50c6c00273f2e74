/** A paper that is to stay on one page: short parts under small headings, in reading order. */

export interface OnePagePaper {
  title: string;
  subtitle: string;
  marking: string;
  /** At the foot's left: when it was made. */
  foot: string;
  /** One line under the title. */
  details: string;
  parts: OnePagePart[];
}

export interface OnePagePart {
  heading: string;
  items: OnePageItem[];
  /** Ruled lines to write on by hand. */
  blankLines: number;
}

export interface OnePageItem {
  /** In bold, before the text. */
  lead: string;
  text: string;
  /** Under it, set apart: words of a plan, or what good looks like. */
  under: string[];
}

/** Sizes of type in points; small, so that much stays on the page, and not smaller than can be read. */
export const ONE_PAGE_TYPE = { text: 9.5, under: 9, heading: 11 };

/** A4 between the frame's margins, in points. */
const PAGE_HEIGHT = 722;
const PAGE_WIDTH = 481;
/** What may be used of it: another program's letters and line ends are a little wider than reckoned here. */
const USED = 0.95;
/** From generous to terse: how long texts may be, as parts of their usual length; in the end lines are cut too. */
const ROOM = [
  ...[2, 1.7, 1.4, 1.2, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4].map((scale) => ({ scale, keepsLines: true })),
  ...[0.5, 0.4, 0.3].map((scale) => ({ scale, keepsLines: false })),
];

/**
 * Cuts a text to its usual length, or to more or less of it, as the page has room; never under `least`, since less than a
 * line saves nothing.
 */
export type Cut = (text: string, usual: number, least?: number) => string;

/** The paper with its texts as long as one page holds. */
export function fitted(make: (cut: Cut) => OnePagePaper): OnePagePaper {
  let paper: OnePagePaper | undefined;
  for (const { scale, keepsLines } of ROOM) {
    paper = make((text, usual, least = 0) =>
      shortened(text, Math.max(keepsLines ? least : 0, Math.round(scale * usual))),
    );
    if (fitsOnPage(paper)) return paper;
  }
  return paper ?? make(shortened);
}

/** Whether a paper stays on its page, as far as can be reckoned without setting it. */
export function fitsOnPage(paper: OnePagePaper): boolean {
  return heightOf(paper) <= USED * PAGE_HEIGHT;
}

/** Reckoned height in points: lines by the width of their letters, with the distances of the frame and of the parts. */
function heightOf({ title, subtitle, details, parts }: OnePagePaper): number {
  const { text, under, heading } = ONE_PAGE_TYPE;
  const head = 16 + linesOf(title, 24) * 32 + 20 + linesOf(subtitle, 14) * 18.5 + 3 + linesOf(details, under) * 10.5;
  const rest = parts.map(
    (each) =>
      7 +
      linesOf(each.heading, heading) * 14.5 +
      each.blankLines * 15 +
      each.items.reduce(
        (sum, { lead, text: words, under: below }) =>
          sum +
          1 +
          linesOf(`${lead} ${words}`, text) * 10.6 +
          below.reduce((height, line) => height + 1 + linesOf(line, under, 12) * 10.1, 0),
        0,
      ),
  );
  return head + rest.reduce((sum, height) => sum + height, 0);
}

function linesOf(text: string, size: number, indent = 0): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  // Lines end before a word that does not fit any more.
  return Math.max(1, Math.ceil((1.05 * width * size) / (PAGE_WIDTH - indent)));
}

/** Of the size of type: Arial's own widths, by kinds of letter. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[iIjl.,;:'’|! ]/, 0.28],
  [/[frt()“”-]/, 0.34],
  [/[cksvxyz]/, 0.5],
  [/[mwMW…]/, 0.95],
  [/[a-z0-9–?]/, 0.56],
];
const WIDEST_USUAL = 0.74;

function widthOf(letter: string): number {
  return WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? WIDEST_USUAL;
}

/** A text of at most so many characters, cut after a word, with an ellipsis where something was cut. */
export function shortened(text: string, most: number): string {
  const one = text.replaceAll(/\s+/g, ' ').trim();
  if (one.length <= most) return one;
  const cut = one.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  // Without a space near the end it is one long word.
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
}

export function part(heading: string, items: OnePageItem[], blankLines = 0): OnePagePart {
  return { heading, items, blankLines };
}

export function item(lead: string, text: string, under: string[] = []): OnePageItem {
  return { lead, text, under };
}
