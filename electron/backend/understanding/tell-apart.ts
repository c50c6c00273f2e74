import type { Block } from '../../../shared/domain/document-model.ts';
import type { PlanView, RowView, TableView } from './plan-view.ts';
import { isStrong, memo } from './plan-view.ts';
import { detailKeyOf, detailKeysOf } from './provision-details.ts';
import type { SectionId } from './section-ids.ts';
import { matchTitle, splitSocialCare } from './section-titles.ts';
import { isAreaHeading } from './statement-words.ts';

type Kind = 'need' | 'outcome' | 'provision';

const KINDS: Readonly<Record<Kind, readonly SectionId[]>> = {
  need: ['B', 'C', 'D'],
  outcome: ['E'],
  provision: ['F', 'G', 'H', 'H1', 'H2'],
};

/** Words that begin a label; the first that fits counts. */
const KIND_WORDS: readonly (readonly [Kind, RegExp])[] = [
  [
    'outcome',
    /^(?:(?:long|medium|short)[- ]term |agreed |key |desired |my |our |the )*(?:outcomes?|steps?|targets?|goals?|aims?|objectives?|milestones?|success criteria)\b|^(?:short|long)[- ]term\b|^what (?:i|we) (?:want|hope)\b/i,
  ],
  [
    'provision',
    /^(?:(?:special )?educational |health(?: care)? |social care |any |other |my |the )*(?:provision|support|interventions?|strategies|help|resources)\b|^(?:what|how) .{0,40}\b(?:provided|provision|help|support(?:ed)?|met|done)\b/i,
  ],
  [
    'need',
    /^(?:identified |(?:special )?educational |health |social care |my |the )*(?:needs?|strengths|difficulties|barriers)\b|^(?:what .{0,20}(?:hard|difficult)|areas? of need)\b/i,
  ],
];

const LABEL_MAX_CHARACTERS = 80;
const NAMES_A_HALF =
  /\bH\s?[12]\b|\b1970\b|\bcsdpa\b|chronically sick|\bsection 2\b|\bother (?:\w+ ){0,2}(?:provision|support|services?|help|care)\b/i;

/**
 * Follows a stretch of the plan that stands under one heading for several sections, and says of which of them each block
 * speaks, by the labels within: "Outcome 1: …", a row of heads "Provision | By whom | Review", "Needs" above a paragraph.
 */
export class PartsTeller {
  readonly #view: PlanView;
  readonly #rows = new Map<string, readonly SectionId[] | 'same' | 'none'>();
  #scope: readonly SectionId[] = [];
  #opened: readonly SectionId[] | null = null;
  #told: readonly SectionId[] | null = null;
  /** What the heads of a table's columns said of all its rows. */
  readonly #heads = new Map<string, readonly SectionId[]>();

  constructor(view: PlanView) {
    this.#view = view;
  }

  /** The one section of the scope that is of the same kind: "Provision" is G under "C and G". Null where none or several are. */
  static alike(id: SectionId, scope: readonly SectionId[]): SectionId | null {
    const kind = Object.values(KINDS).find((each) => each.includes(id)) ?? [];
    const [only, second] = scope.filter((each) => kind.includes(each));
    return second === undefined ? (only ?? null) : null;
  }

  /** True for sections that differ in kind, as outcomes and provision do: labels can tell them apart. */
  static areOfKinds(sections: readonly SectionId[]): boolean {
    return Object.values(KINDS).filter((kind) => sections.some((id) => kind.includes(id))).length > 1;
  }

  /**
   * Which of the scope's sections the block belongs to; null where nothing says. `opened` is what a heading within the
   * scope has opened, which holds until a label says otherwise. Ask in reading order.
   */
  tell(
    block: Block,
    scope: readonly SectionId[],
    opened: readonly SectionId[] | null = null,
  ): readonly SectionId[] | null {
    if (scope !== this.#scope || opened !== this.#opened) {
      this.#scope = scope;
      this.#opened = opened;
      this.#told = opened;
    }
    const { cell } = block;
    const table = cell && this.#view.tables.get(cell.table);
    const row = table?.rowAt.get(cell?.row ?? -1);
    const lettered = cell === undefined ? null : this.#tellLetter(block);
    if (lettered !== null) {
      // "C: asthma" in a cell under "Needs (B, C, D)": until another letter, or the row's end.
      this.#told = lettered;
    } else if (table !== undefined && row !== undefined && table.columnCount > 1) {
      const said = memo(this.#rows, `${table.id}/${row.index}`, () => this.#tellRow(table, row));
      if (said !== 'same') this.#hear(said === 'none' ? null : said);
    } else this.#tellLine(block);
    return this.#told;
  }

  /** "Provision" under the title of one half of Section H does not open the other half again. */
  #hear(told: readonly SectionId[] | null): void {
    const known = this.#told;
    const isKnown = told !== null && known !== null && known.length < told.length;
    if (!isKnown || !known.every((id) => told.includes(id))) this.#told = told;
  }

  #tellRow(table: TableView, row: RowView): readonly SectionId[] | 'same' | 'none' {
    // A box to tick or a number stands before the label.
    const first = row.cells.find((cell) => /\p{L}/u.test(cell.text)) ?? row.cells[0];
    const head = first?.blocks[0];
    if (first === undefined || head === undefined) return 'same';
    const heads = row.cells.filter((cell) => cell.text.length <= LABEL_MAX_CHARACTERS);
    const isHeadRow =
      row.cells.length > 1 && heads.length === row.cells.length && heads.every((cell) => !/[.!]$/.test(cell.text));
    if (isHeadRow && row.cells.filter((cell) => detailKeyOf(cell.text) !== null).length >= 1) {
      const told = row.cells.map((cell) => this.#sectionsOf(cell.text)).find((each) => each !== null) ?? null;
      const heard = told ?? this.#provisionOf(row);
      if (heard !== null) {
        this.#heads.set(table.id, heard);
        return heard;
      }
    }
    if (first.column === 0 || row.cells.length === 1 || first !== row.cells[0]) {
      const told = this.#sectionsOf(labelOf(head));
      if (told) return told;
      if (row.cells.length === 1 && isAreaHeading(first.text) && row === table.rows[0]) return 'none';
    }
    // An outcome across the table's width says nothing of the rows of provision under it.
    return row.cells.length > 1 ? (this.#heads.get(table.id) ?? 'same') : 'same';
  }

  /** "What | Who | How often | Reviewed": heads that ask who gives it and how often are provision's, whatever names it. */
  #provisionOf(row: RowView): readonly SectionId[] | null {
    const keys = new Set(row.cells.flatMap((cell) => detailKeysOf(cell.text)));
    if (!keys.has('who') || !(keys.has('howOften') || keys.has('howLong'))) return null;
    const possible = this.#scope.filter((id) => KINDS.provision.includes(id));
    return new Set(possible.map((id) => id[0])).size === 1 ? possible : null;
  }

  #tellLine(block: Block): void {
    const lettered = this.#tellLetter(block);
    if (lettered !== null) {
      this.#told = lettered;
      return;
    }
    const told = this.#sectionsOf(labelOf(block));
    if (told) this.#hear(told);
    else if (isStrong(block) && isAreaHeading(block.text)) this.#told = null;
  }

  /** "C: asthma" under "C and D", item "F2" under "E and F": the letter of one of them. */
  #tellLetter(block: Block): readonly SectionId[] | null {
    const { text, marker } = block;
    const alone = isStrong(block) ? LETTER_ALONE.exec(text)?.[1] : undefined;
    const letter = alone ?? LETTERED.exec(text)?.[1] ?? NUMBERED.exec(marker ?? '')?.[1] ?? NUMBERED.exec(text)?.[1];
    const own = this.#scope.filter((id) => id === letter || (id[0] === letter && letter === 'H'));
    return own.length === 0 ? null : own;
  }

  #sectionsOf(label: string): readonly SectionId[] | null {
    const plain = label.trim();
    if (plain === '' || plain.length > LABEL_MAX_CHARACTERS * 1.5) return null;
    if (MENTION.test(plain) && this.#scope.some((id) => id.startsWith('H'))) return this.#narrow(this.#scope, plain);
    if (this.#isSocialCare()) return NAMES_A_HALF.test(plain) ? this.#narrow(this.#scope, plain) : null;
    const tag = TAGGED.exec(plain)?.[1];
    const tagged = this.#scope.filter((id) => id === tag);
    if (tagged.length > 0) return tagged;
    const kind = KIND_WORDS.find(([, pattern]) => pattern.test(plain))?.[0];
    const title = matchTitle(plain).find((match) => match.score >= 0.5 && isIn(match.section, this.#scope));
    if (title !== undefined && (kind === undefined || KINDS[kind].includes(title.section)))
      return this.#narrow([title.section], plain);
    if (kind === undefined) return null;
    const possible = this.#scope.filter((id) => KINDS[kind].includes(id));
    const areas = new Set(possible.map((id) => id[0]));
    return areas.size === 1 ? this.#narrow(possible, plain) : null;
  }

  /** True where the block is nothing but the title of what `tell` said of it. */
  isTitle(block: Block, told: readonly SectionId[]): boolean {
    if (!isStrong(block) || block.text.length > LABEL_MAX_CHARACTERS * 2) return false;
    const [only, second] = told;
    if (only === undefined || second !== undefined) return false;
    if (this.#isSocialCare())
      return splitSocialCare(block.text) === only || HALF_ALONE.exec(block.text)?.[1] === only[1];
    return matchTitle(block.text).some((match) => match.section === only && match.score >= 0.8);
  }

  /** "Help for this outcome (F)": a line that says no more than what stands under it, and its letter. */
  isLabel({ kind, cell, text }: Block, told: readonly SectionId[]): boolean {
    if (LETTER_ALONE.test(text)) return true;
    if (kind !== 'paragraph' || cell !== undefined || text.length > LABEL_MAX_CHARACTERS) return false;
    const isOfProvision = told.every((id) => KINDS.provision.includes(id));
    const isTagged = TAG_LAST.test(text.replace(/:$/, '')) || (LETTERED.test(text) && !/[.;]$/.test(text));
    return isOfProvision && isTagged && /\b(?:outcomes?|help|support|provision)\b/i.test(text);
  }

  /** Nothing but the halves of Section H are in question: the words of either are enough. */
  #isSocialCare(): boolean {
    return this.#scope.every((id) => id.startsWith('H'));
  }

  #narrow(sections: readonly SectionId[], label: string): readonly SectionId[] {
    if (!sections.some((id) => id.startsWith('H'))) return sections;
    const letter = /\bH\s?([12])\b/i.exec(label)?.[1];
    const told = letter === '1' ? 'H1' : letter === '2' ? 'H2' : splitSocialCare(label);
    if (told !== 'H' && this.#scope.includes(told)) return [told];
    return this.#scope.filter((id) => id.startsWith('H'));
  }
}

function isIn(id: SectionId, scope: readonly SectionId[]): boolean {
  return scope.includes(id) || (id.startsWith('H') && scope.some((each) => each.startsWith('H')));
}

const HALF_ALONE = /^(?:sections? |parts? )?H\s?([12])[.:]?$/i;

/** "Also under Part H1, the council will …": a sentence that begins with the half it belongs to. */
const MENTION =
  /^(?:\w+ ){0,3}?(?:under|in|for|as) (?:sections?|parts?) H\s?[12]\b|^(?:sections? |parts? )?H\s?[12]\b(?!\s*(?:and|or|&|\/))/i;

/** "Support (F) for outcome 1": the letter in brackets, within a label. */
const TAGGED = /[([](?:[Ss]ection )?([A-GI-K]|H[12])[)\]]/;
/** "Help for this outcome (F)": a line that ends in the letter is a label, however it is set. */
const TAG_LAST = /\p{L}\s+[([](?:[Ss]ection )?(?:[A-GI-K]|H[12])[)\]]$/u;
/** "Special educational provision": the law's own words, however they are set. */
const PLAIN_TITLE = 0.9;
const TITLE_MAX_WORDS = 4;
const LETTERED = /^(?:[Ss]ection |[Pp]art )?\(?([A-GI-K]|H[12])\)?\s?(?::|[.)–-]\s)/;
/** "E" over the outcomes of an area of need. */
const LETTER_ALONE = /^\(?([A-GI-K]|H[12])\)?[.:]?$/;
const NUMBERED = /^([A-GI-K])\s?[.-]?\d{1,2}(?:\.\d{1,2})*[.):]?(?=\s|$)/;

/** The words before a colon, or the whole of a short line that is set as a label. */
function labelOf(block: Block): string {
  const { text } = block;
  const mention = MENTION.exec(text)?.[0];
  if (mention !== undefined) return mention;
  const front = /^([^:.!?]{2,60}?)\s*:\s/.exec(text)?.[1];
  if (front !== undefined) return front;
  if (/^(?:long[- ]term )?outcome\s+[A-Z]?\d/i.test(text)) return 'outcome';
  const most = block.kind === 'heading' ? LABEL_MAX_CHARACTERS * 1.5 : LABEL_MAX_CHARACTERS;
  if (text.length > most || /[.!;,]$/.test(text)) return '';
  const isTitle = text.split(/\s+/).length <= TITLE_MAX_WORDS && (matchTitle(text)[0]?.score ?? 0) >= PLAIN_TITLE;
  const isLabel = isStrong(block) || text.endsWith(':') || TAG_LAST.test(text) || block.cell !== undefined || isTitle;
  return isLabel ? text.replace(/:$/, '') : '';
}
