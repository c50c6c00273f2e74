import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import type { DocumentModel, Span } from '../../../../shared/domain/document-model.ts';
import type { Hint } from '../../../../shared/domain/hint.ts';
import type { PlanFacts } from '../../../../shared/domain/rubric/rubric.ts';
import { ACROSS_RULES } from './across-rules.ts';
import { ADVICE_RULES } from './advice-rules.ts';
import { CLOCK_RULES } from './clock-rules.ts';
import { DATE_RULES } from './date-rules.ts';
import {
  hintContext,
  type HintContext,
  type HintCriterion,
  type HintOptions,
  type HintRule,
  type Sighting,
} from './hint-rule.ts';
import { textAt } from './located-text.ts';
import { OUTCOME_RULES } from './outcome-rules.ts';
import { PERSON_RULES } from './person-rules.ts';
import { PROVISION_RULES } from './provision-rules.ts';
import { READING_RULES } from './reading-rules.ts';
import { SECTION_RULES } from './section-rules.ts';
import { THREAD_RULES } from './thread-rules.ts';

/** Every rule, one for each assist that the built-in standards name. */
export const HINT_RULES: readonly HintRule[] = [
  ...SECTION_RULES,
  ...PERSON_RULES,
  ...DATE_RULES,
  ...OUTCOME_RULES,
  ...PROVISION_RULES,
  ...THREAD_RULES,
  ...READING_RULES,
  ...ADVICE_RULES,
  ...CLOCK_RULES,
  ...ACROSS_RULES,
];

/**
 * What the rules see in a plan. Pure: facts as `derivePlanFacts` gives them, the audit date as ISO text, and whatever
 * the register knows. A rule whose facts are unknown is silent. Hints come in the order of the rules, then of the plan.
 */
export function findHints(
  model: DocumentModel,
  facts: PlanFacts,
  auditDate: string,
  options: HintOptions = {},
): Hint[] {
  const context = hintContext(model, facts, auditDate, options);
  const criteria = options.criteria ?? builtInRubric().standards.flatMap((standard) => standard.criteria);
  const used = new Map<string, number>();
  return HINT_RULES.flatMap(({ assist, find }) =>
    find(context).map((sighting) => toHint(assist, wholeWords(context, sighting), criteria, used)),
  );
}

/** Words are quoted as they stand: whole, and without the space around them. */
function wholeWords({ blocks }: HintContext, sighting: Sighting): Sighting {
  const spans = sighting.spans.flatMap((span) => {
    const whole = toWords(blocks.get(span.block)?.text ?? '', span);
    return whole.start < whole.end ? [whole] : [];
  });
  const isFromSpans = sighting.quote !== '' && sighting.quote === textAt(blocks, sighting.spans);
  return { ...sighting, spans, quote: isFromSpans ? textAt(blocks, spans) : sighting.quote.trim() };
}

const LETTER = /[\p{L}\p{N}]/u;

function toWords(text: string, { block, start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  const isLetter = (at: number): boolean => LETTER.test(text[at] ?? ' ');
  while (from > 0 && from < to && isLetter(from) && isLetter(from - 1)) from -= 1;
  while (to > from && to < text.length && isLetter(to - 1) && isLetter(to)) to += 1;
  return { block, start: from, end: to };
}

function toHint(
  assist: string,
  sighting: Sighting,
  criteria: readonly HintCriterion[],
  used: Map<string, number>,
): Hint {
  const { rule, section, quote, reason, source, spans } = sighting;
  const base = `${assist}/${rule}/${section ?? ''}/${digest(quote)}`;
  const nth = (used.get(base) ?? 0) + 1;
  used.set(base, nth);
  return {
    id: nth === 1 ? base : `${base}/${nth}`,
    assist,
    rule,
    section,
    quote,
    message: `Seen: ${sighting.seen ?? `“${quote}”`}. Rule: ${reason}`,
    source,
    spans: [...spans],
    criteria: criteriaFor(assist, section, criteria),
  };
}

/** Those that name the assist and speak of the hint's section; all that name it where none speaks of the section. */
function criteriaFor(assist: string, section: string | null, criteria: readonly HintCriterion[]): string[] {
  const naming = criteria.filter((criterion) => criterion.assist.includes(assist));
  const here = naming.filter(({ sections }) => section === null || sections.includes(section));
  return (here.length > 0 ? here : naming).map(({ id }) => id);
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const BASE = 36;

/** A short digest of words (FNV-1a, 32 bits): it tells hints of one rule, or ends of links, apart, no more. */
export function digest(text: string): string {
  let hash = FNV_OFFSET;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), FNV_PRIME);
  return (hash >>> 0).toString(BASE);
}
