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
