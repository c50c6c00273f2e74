import type { Anchor, Block, CellPosition, DocumentModel, Span } from '../../../../shared/domain/document-model.ts';
import { threadPartOf, type ThreadPart } from '../../../../shared/domain/golden-thread.ts';
import { hintContext, wholeSpan } from '../hints/hint-rule.ts';
import { textAt } from '../hints/located-text.ts';
import { isOutcomeLabel } from '../hints/outcome-rules.ts';
import { isNeedStatement } from '../hints/thread-rules.ts';
import { isAreaHeading, isIntroduction, isNil } from '../statement-words.ts';

/** A passage of the plan that may be linked. */
export interface FoundPassage {
  /** The same for the same model. */
  id: string;
  part: ThreadPart;
  section: string;
  /** A number or letter that the plan prints before it. */
  label: string | null;
  text: string;
  /**
   * Whether it was taken for an aspiration, need, outcome or provision; false for the other paragraphs of Sections A to
   * D, which a person may link as well.
   */
  isTaken: boolean;
  anchor: Anchor;
  /** Where it stands in tables. */
  cells: readonly CellPosition[];
  /** Of a provision: the passage of the outcome under which the plan puts it. */
  underId: string | null;
}

/** Letters kept on either side of a passage, to find it again where a reader has changed. */
const CONTEXT = 40;
/** Fewer words are a label, not a passage. */
const MIN_WORDS = 4;

const HOPE =
  /\b(?:hop(?:e|es|ed|ing)|aspir\w+|dream\w*|wish(?:es)?|ambition\w*|long[- ]term goal|look(?:s|ing)? forward|(?:wants?|would (?:really )?(?:like|love)|likes?|plans?) (?:[\p{L}'’]+ ){0,3}to (?:be|become|have|live|work|go|get|learn|make|do|own|drive|study|train|travel|marry|read|write|talk|speak|play|swim|ride|stay|join|help|use|run|walk)|when (?:I|he|she|they|[\p{Lu}]\p{L}+) (?:am|are|is|grows?|leaves?|gets?)|in (?:the|my|his|her|their) future|in (?:five|ten|\d+) years)\b/iu;
const HOPE_HEADING = /\b(?:aspiration|hope|dream|goal|future|wish|ambition|want)\w*\b/iu;

/**
 * The passages of a plan's golden thread, part by part, in reading order: outcomes and provision as the reader found
 * them, needs and aspirations as the paragraphs of their sections that speak of one. A provision printed again stands
 * once. `sha256` is the document's own, for the anchors.
 */
export function findThreadPassages(model: DocumentModel, sha256: string): FoundPassage[] {
  const context = hintContext(model, {}, '', {});
  const place = createPlacer(context.blocks, sha256);
  const outcomes = model.outcomes
    .filter(({ text }) => !isOutcomeLabel(text))
    .flatMap((outcome) => {
      const { label, spans } = outcome;
      const passage = place({ part: 'outcome', section: 'E', spans, label, isTaken: true, underId: null });
      return passage === null ? [] : [{ outcomeId: outcome.id, passage }];
    });
  const under = new Map(outcomes.map(({ outcomeId, passage }) => [outcomeId, passage.id]));
  const provisions = onceEach(model.provisions).flatMap(({ section, spans, outcomeId }) => {
    const underId = outcomeId === null ? null : (under.get(outcomeId) ?? null);
    const passage = place({ part: 'provision', section, spans, label: null, isTaken: true, underId });
    return passage === null ? [] : [passage];
  });
  const paragraphs = ['A', 'B', 'C', 'D'].flatMap((section) => {
    const part = threadPartOf(section);
    if (part === null) return [];
    const hopes = part === 'aspiration' ? underHopeHeadings(model, section) : new Set<string>();
    return context.blocksOf(section).flatMap((block) => {
      const { text } = block;
      if (text.split(/\s+/u).length < MIN_WORDS || isNil(text) || isAreaHeading(text)) return [];
      const isTaken =
        part === 'need' ? isNeedStatement(text) : hopes.has(block.id) || (HOPE.test(text) && !isIntroduction(text));
      const label = block.marker ?? null;
      const passage = place({ part, section, spans: [wholeSpan(block)], label, isTaken, underId: null });
      return passage === null ? [] : [passage];
    });
  });
  return [...paragraphs, ...outcomes.map(({ passage }) => passage), ...provisions];
}

/** The id of a passage at spans. */
export function passageId(part: ThreadPart, spans: readonly Span[]): string {
  return `${part} ${spans.map(({ block, start, end }) => `${block}:${start}-${end}`).join(' ')}`;
}

type Placed = Pick<FoundPassage, 'part' | 'section' | 'label' | 'isTaken' | 'underId'> & { spans: readonly Span[] };

function createPlacer(blocks: ReadonlyMap<string, Block>, sha256: string): (placed: Placed) => FoundPassage | null {
  const known = new Set<string>();
  return ({ spans, label, ...rest }) => {
    const words = spans.filter(({ block, start, end }) => start < end && blocks.has(block));
    const first = words[0];
    const last = words.at(-1);
    const text = textAt(blocks, words);
    if (first === undefined || last === undefined || text.trim() === '') return null;
    const id = passageId(rest.part, words);
    if (known.has(id)) return null;
    known.add(id);
    const cells = words.flatMap(({ block }) => blocks.get(block)?.cell ?? []);
    const anchor: Anchor = {
      kind: 'text',
      sha256,
      spans: [...words],
      quote: text,
      before: (blocks.get(first.block)?.text ?? '').slice(Math.max(0, first.start - CONTEXT), first.start),
      after: (blocks.get(last.block)?.text ?? '').slice(last.end, last.end + CONTEXT),
    };
    // A bullet tells nothing.
    return { id, label: /[\p{L}\p{N}]/u.test(label ?? '') ? label : null, text, anchor, cells, ...rest };
  };
}

/** A provision printed again counts once, with the outcome that any of its places names. */
function onceEach(provisions: DocumentModel['provisions']): DocumentModel['provisions'] {
  return [...Map.groupBy(provisions, ({ section, text }) => `${section} ${text}`).values()].flatMap(
    (same) => same.find(({ outcomeId }) => outcomeId !== null) ?? same.slice(0, 1),
  );
}

/** Longest text that names what follows it rather than saying something. */
const LABEL_WORDS = 8;

/** Blocks of a section that stand under a heading or label of hopes. */
function underHopeHeadings(model: DocumentModel, section: string): Set<string> {
  const own = new Set(model.sections.find(({ id }) => id === section)?.blocks);
  const found = new Set<string>();
  let isHope = false;
  for (const { id, kind, text } of model.blocks) {
    if (!own.has(id)) continue;
    if (kind === 'heading' || (kind === 'paragraph' && isLabel(text))) isHope = HOPE_HEADING.test(text);
    else if (isHope) found.add(id);
  }
  return found;
}

function isLabel(text: string): boolean {
  const plain = text.trim();
  return plain.split(/\s+/u).length <= LABEL_WORDS && !/[.!;,]$/u.test(plain);
}
