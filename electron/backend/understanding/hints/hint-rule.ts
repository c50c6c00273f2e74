import type { Block, DocumentModel, FoundSection, Span } from '../../../../shared/domain/document-model.ts';
import type { PlanDifference } from '../../../../shared/domain/plan-comparison.ts';
import type { Criterion, PlanFacts } from '../../../../shared/domain/rubric/rubric.ts';

/** What a hint needs beyond the plan itself; each is optional, and its rules are silent without it. */
export interface HintOptions {
  /** Ties hints to criteria; those of the built-in standards where left out. */
  criteria?: readonly HintCriterion[];
  /** Names that the register has for the person, beside what the plan prints. */
  names?: readonly string[];
  /** Dates from the register, ISO; they win over what the plan prints. */
  dates?: {
    requestReceived?: string;
    draftServed?: string;
    finalIssued?: string;
    reviewMeeting?: string;
    noticeSent?: string;
    lastReview?: string;
    nextReview?: string;
  };
  /** A lawful exception to the 20 weeks is recorded (reg 13(3)). */
  hasLawfulException?: boolean;
  adviceRequests?: readonly { service: string; asked: string; received: string | null }[];
  /** What other plans share of a sentence, by its key (see `maskedKey`); undefined where none does. */
  sharedSentence?: (key: string) => SharedSentence | undefined;
  /** What a comparison with an earlier version found; this version is the later one. */
  differences?: readonly HintDifference[];
}

/** What of a criterion says which hints stand beside it. */
export type HintCriterion = Pick<Criterion, 'id' | 'assist' | 'sections'>;

/** The part of a difference that a hint is made of. */
export type HintDifference = Pick<PlanDifference, 'section' | 'kind' | 'before' | 'afterSpans'>;

/** A sentence that stands in other plans too. */
export interface SharedSentence {
  /** How many other plans have it. */
  plans: number;
  /** References of those that the reader may open, in order. */
  references: readonly string[];
}

export interface HintContext {
  model: DocumentModel;
  facts: PlanFacts;
  /** ISO date. */
  auditDate: string;
  options: HintOptions;
  blocks: ReadonlyMap<string, Block>;
  sections: ReadonlyMap<string, FoundSection>;
  /** The text blocks of a section, in reading order, headings left out. */
  blocksOf(section: string): Block[];
}

/** What a rule saw, before it is made into a hint. */
export interface Sighting {
  rule: string;
  section: string | null;
  /** The plan's own words; empty where something was not seen. */
  quote: string;
  /** What was seen, where it is not simply the quote: "Not seen: who, how long". */
  seen?: string;
  reason: string;
  source: string;
  spans: Span[];
}

export interface HintRule {
  assist: string;
  find: (context: HintContext) => Sighting[];
}

export function hintContext(
  model: DocumentModel,
  facts: PlanFacts,
  auditDate: string,
  options: HintOptions,
): HintContext {
  const blocks = new Map(model.blocks.map((block) => [block.id, block]));
  const sections = new Map(model.sections.map((section) => [section.id, section]));
  return {
    model,
    facts,
    auditDate,
    options,
    blocks,
    sections,
    blocksOf: (id) =>
      (sections.get(id)?.blocks ?? [])
        .map((block) => blocks.get(block))
        .filter((block) => block !== undefined)
        .filter((block) => block.furniture === undefined && block.kind !== 'heading' && block.text.trim() !== ''),
  };
}

export function wholeSpan(block: Block): Span {
  return { block: block.id, start: 0, end: block.text.length };
}

/** A number among the facts, or null where it is unknown. */
export function numberFact(facts: PlanFacts, id: string): number | null {
  const value = facts[id];
  return typeof value === 'number' ? value : null;
}

/** "draft", "final" … from the facts, else from the front page; null where neither says. */
export function planStatus({ facts, model }: HintContext): string | null {
  const status = facts['planStatus'];
  return typeof status === 'string' ? status : model.cover.stage;
}

/** In or beyond Year 9, or 13 and over on 31 August (regs 6(1)(g), 12(3), 20(6)). */
export function isFromYear9({ facts, model }: HintContext): boolean {
  const year = numberFact(facts, 'ncYear') ?? model.cover.ncYear;
  if (year !== null) return year >= 9;
  return (numberFact(facts, 'ageOn31Aug') ?? 0) >= 13;
}
