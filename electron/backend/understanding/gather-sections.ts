import type { Block, FoundSection } from '../../../shared/domain/document-model.ts';
import type { PlanView } from './plan-view.ts';
import type { Scope } from './plan-tables.ts';
import { COVER, orderOf } from './section-ids.ts';
import type { SectionId } from './section-ids.ts';
import { ENOUGH } from './weigh-candidates.ts';
import type { Weighed } from './weigh-candidates.ts';

interface Gathering {
  blocks: string[];
  headings: Set<string>;
  marks: Set<Weighed>;
  isShared: boolean;
  /** Blocks that are this section's alone. */
  ownBlocks: number;
  /** Blocks that are headings within the section, as well as its text. */
  subheadings: Set<string>;
}

/** Gathers blocks by section while the plan is walked. */
export class Gathered {
  readonly #sections = new Map<string, Gathering>();
  readonly #headings = new Set<string>();
  /** Blocks that belong to several sections at once. */
  readonly #shared = new Map<string, readonly SectionId[]>();

  addHeading(mark: Weighed): void {
    for (const block of mark.mark.isRunIn ? [] : mark.blocks) this.#headings.add(block.id);
    for (const id of mark.mark.sections) {
      const section = this.#section(id);
      section.marks.add(mark);
      for (const block of mark.blocks) section.headings.add(block.id);
    }
  }

  /**
   * A heading of its own for one of the sections that a larger heading has opened together ("H. Social care provision", then
   * "H1 Provision under …"): it names the section, and stays with its text as other sub-headings do.
   */
  addSubheading(mark: Weighed): void {
    this.addHeading(mark);
    if (mark.mark.isRunIn) return;
    for (const block of mark.blocks) this.addLabel(block, mark.mark.sections);
  }

  /** The same, where the shared section's own text tells its parts by their titles. */
  addLabel(block: Block, sections: readonly SectionId[]): void {
    this.#headings.add(block.id);
    for (const id of sections) {
      const section = this.#section(id);
      section.headings.add(block.id);
      section.blocks.push(block.id);
      section.subheadings.add(block.id);
    }
  }

  isHeading(id: string): boolean {
    return this.#headings.has(id);
  }

  addContent(block: Block, scope: Scope, isCover: boolean): void {
    if (isCover) this.#section(COVER).blocks.push(block.id);
    if (scope.sections.length > 1) this.#shared.set(block.id, scope.sections);
    for (const id of scope.sections) {
      const section = this.#section(id);
      section.blocks.push(block.id);
      if (scope.sections.length === 1) section.ownBlocks += 1;
    }
  }

  finish(view: PlanView): FoundSection[] {
    this.#dropEmptySubheadings();
    this.#settleShared();
    this.#settleSharedHeads();
    const found = [...this.#sections].map(([id, section]) => describe(id, section, view));
    return found.sort((a, b) => place(a.id) - place(b.id));
  }

  /** A section that has nothing under its sub-heading is empty. */
  #dropEmptySubheadings(): void {
    for (const section of this.#sections.values())
      if (section.blocks.every((id) => section.subheadings.has(id))) section.blocks = [];
  }

  /**
   * Where tables tell the sections of a shared heading apart, what stands outside their rows is the first section's: an
   * opening line, the name of an area of need.
   */
  #settleShared(): void {
    const elsewhere = new Map<string, Set<string>>();
    for (const [block, sections] of this.#shared) {
      const isToldApart = sections.some((id) => (this.#sections.get(id)?.ownBlocks ?? 0) > 0);
      if (!isToldApart) continue;
      const [, ...others] = [...sections].sort((a, b) => orderOf(a) - orderOf(b));
      for (const id of others) elsewhere.set(id, (elsewhere.get(id) ?? new Set()).add(block));
      this.#shared.delete(block);
    }
    for (const [id, blocks] of elsewhere) {
      const section = this.#section(id);
      section.blocks = section.blocks.filter((each) => !blocks.has(each));
    }
    const shared = new Set<string>([...this.#shared.values()].flat());
    for (const [id, section] of this.#sections) {
      section.isShared = shared.has(id);
    }
  }

  /** A heading for several sections opens each; where the text under it fills some of them, the others are not there. */
  #settleSharedHeads(): void {
    const isFilled = (id: string): boolean => (this.#sections.get(id)?.blocks.length ?? 0) > 0;
    const empty = [...this.#sections].filter(([id, section]) => id !== COVER && section.blocks.length === 0);
    for (const [id, section] of empty) {
      // A title of its own within the shared text says that it is there.
      const hasTitle = [...section.headings].some(
        (head) => ![...section.marks].some((mark) => mark.blocks.some((each) => each.id === head)),
      );
      if (hasTitle) continue;
      const isElsewhere = [...section.marks].every((mark) =>
        mark.mark.sections.some((other) => other !== id && isFilled(other)),
      );
      if (isElsewhere) this.#sections.delete(id);
    }
  }

  /** Headings that are among their sections' blocks: they are text, and state nothing. */
  subheadings(): Set<string> {
    return new Set([...this.#sections.values()].flatMap((section) => [...section.subheadings]));
  }

  #section(id: string): Gathering {
    const known = this.#sections.get(id);
    if (known) return known;
    const fresh: Gathering = {
      blocks: [],
      headings: new Set(),
      marks: new Set(),
      isShared: false,
      ownBlocks: 0,
      subheadings: new Set(),
    };
    this.#sections.set(id, fresh);
    return fresh;
  }
}

function place(id: string): number {
  if (id === COVER) return -1;
  const order: SectionId[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'H1', 'H2', 'I', 'J', 'K'];
  const known = order.find((each) => each === id);
  return known === undefined ? 99 : orderOf(known) + (known === 'H2' ? 0.5 : 0);
}

/** Text that the plan gives to two sections at once is for a person to look at, however plain its heading. */
const SHARED_COSTS = 0.3;

function describe(id: string, section: Gathering, view: PlanView): FoundSection {
  const marks = [...section.marks].sort((a, b) => a.at - b.at);
  const own = marks.filter((mark) => mark.mark.sections.length === 1);
  const best = [...(own.length > 0 ? own : marks)].sort((a, b) => b.score - a.score)[0];
  const title = best === undefined ? '' : best.blocks.map((block) => block.text).join(' – ');
  const headings = [...section.headings];
  const base = { id, title, blocks: section.blocks, headings, isConfirmed: false };
  if (id === COVER) return { ...base, confidence: 0.9, reason: 'It stands before the first section.' };
  if (best === undefined) return { ...base, confidence: 0.5, reason: 'Its place in the plan suggests it.' };
  const shared = section.isShared ? SHARED_COSTS : 0;
  const sure = Math.min(0.99, Math.max(0.3, 0.55 + 0.6 * (best.score - ENOUGH)));
  const confidence = Math.round(Math.max(0.3, sure - shared) * 100) / 100;
  return { ...base, confidence, reason: reasonFor(best, section, marks.length, view) };
}

const OPENERS: Readonly<Record<Weighed['place'], string>> = {
  flow: 'The heading',
  row: 'The row’s label',
  column: 'The column’s head',
  cell: 'The cell’s heading',
  tag: 'The letter in its row',
  record: 'The record’s field',
};

function reasonFor(best: Weighed, section: Gathering, count: number, view: PlanView): string {
  const what = OPENERS[best.place];
  const words = best.blocks.map((block) => block.text).join(' ');
  const shown = words.length > 80 ? `${words.slice(0, 77)}…` : words;
  const evidence = best.evidence.length > 0 ? best.evidence.join(', ') : 'its words suggest it';
  const places = count > 1 ? ` It stands in ${count} places.` : '';
  const shared = section.isShared ? ' Its text is merged with another section’s.' : '';
  const empty = section.blocks.length === 0 && view.blocks.length > 0 ? ' Nothing stands under it.' : '';
  return `${what} “${shown}” opens it: ${evidence}.${places}${shared}${empty}`;
}
