import { count } from '../../../../shared/domain/calendar-date.ts';
import type { Outcome } from '../../../../shared/domain/document-model.ts';
import type { OutcomeAssessment, PfaArea } from '../statements/assessment.ts';
import { SOURCES } from '../statements/assessment.ts';
import { assessOutcome } from '../statements/assess-outcome.ts';
import { findDeadlines } from '../statements/deadline.ts';
import { isTimeOnly } from '../statement-words.ts';
import { type HintContext, type HintRule, isFromYear9, type Sighting } from './hint-rule.ts';
import { type LocatedText, locateText } from './located-text.ts';

/** Hints on the outcomes of Section E, each from the rules for single statements. */
export const OUTCOME_RULES: readonly HintRule[] = [
  { assist: 'outcome-not-provision', find: (context) => perOutcome(context, 'isOutcomeNotProvision') },
  { assist: 'smart-specific', find: (context) => perOutcome(context, 'specific') },
  { assist: 'smart-measurable', find: (context) => perOutcome(context, 'measurable') },
  { assist: 'smart-timebound', find: (context) => perOutcome(context, 'timebound') },
  { assist: 'smart-achievable', find: (context) => perOutcome(context, 'achievable') },
  { assist: 'outcome-count', find: countOutcomes },
  { assist: 'pfa-coverage', find: pfaCoverage },
];

interface Assessed {
  outcome: Outcome;
  located: LocatedText;
  assessment: OutcomeAssessment;
}

const assessed = new WeakMap<HintContext, Assessed[]>();

/** Every outcome with its assessment, worked out once for all rules of one plan. */
function assessedOutcomes(context: HintContext): Assessed[] {
  const known = assessed.get(context);
  if (known !== undefined) return known;
  // One that is printed again, as beside each of its provisions, is judged once.
  const seen = new Set<string>();
  const all = context.model.outcomes.flatMap((outcome): Assessed[] => {
    const located = locateText(context.blocks, outcome.spans);
    const text = located.text === '' ? outcome.text : located.text;
    if (seen.has(text) || isOutcomeLabel(text)) return [];
    seen.add(text);
    return [{ outcome, located, assessment: assessOutcome(text) }];
  });
  assessed.set(context, all);
  return all;
}

/** "All outcomes", "Outcome 2": a name for outcomes, no outcome. */
export function isOutcomeLabel(text: string): boolean {
  return /^(?:all |the |my |our |above |following )*outcomes?(?: \d+)?[\s.:]*$/iu.test(text);
}

type Label = 'isOutcomeNotProvision' | 'specific' | 'measurable' | 'timebound' | 'achievable';

function perOutcome(context: HintContext, label: Label): Sighting[] {
  return assessedOutcomes(context).flatMap(({ outcome, located, assessment }) => {
    const { labels, reasons } = assessment;
    const isWell = label === 'isOutcomeNotProvision' ? labels.isOutcomeNotProvision : labels.smart[label];
    // Where there is no result, only that is worth saying.
    if (isWell || (label !== 'isOutcomeNotProvision' && !labels.isOutcomeNotProvision)) return [];
    if (label === 'timebound' && hasDateBeside(context, outcome)) return [];
    const { rule, reason, source, seen } = reasons[label];
    const [first] = seen;
    const quote = first?.text ?? located.text;
    const spans = first === undefined ? outcome.spans : located.spansOf(first.start, first.end);
    return [{ rule, section: 'E', quote, reason, source, spans: spans.length > 0 ? spans : outcome.spans }];
  });
}

/** A date in the same row, or a line before it that says by when for all ("By the end of Key Stage 2:"). */
function hasDateBeside({ model, blocks }: HintContext, outcome: Outcome): boolean {
  const first = outcome.spans[0] && blocks.get(outcome.spans[0].block);
  if (first === undefined) return false;
  const isOwn = (id: string): boolean => outcome.spans.some((span) => span.block === id);
  const { cell } = first;
  if (cell !== undefined) {
    const row = model.blocks.filter((block) => block.cell?.table === cell.table && block.cell.row === cell.row);
    if (row.some((block) => !isOwn(block.id) && saysWhen(block.text))) return true;
  }
  const at = model.blocks.indexOf(first);
  return model.blocks
    .slice(Math.max(0, at - LINES_BEFORE), at)
    .some((block) => /:\s*$/.test(block.text) && saysWhen(block.text));
}

/** How far above a list its opening line is looked for. */
const LINES_BEFORE = 12;

function saysWhen(text: string): boolean {
  return text.length < 200 && (isTimeOnly(text) || findDeadlines(text).length > 0);
}

/** Usual number: 3 to 10 (Hounslow asks for no more than ten). */
const FEWEST = 3;
const MOST = 10;

function countOutcomes({ model }: HintContext): Sighting[] {
  const number = model.outcomes.length;
  if (!model.sections.some((section) => section.id === 'E') || (number >= FEWEST && number <= MOST)) return [];
  return [
    {
      rule: number < FEWEST ? 'few-outcomes' : 'many-outcomes',
      section: 'E',
      quote: '',
      seen: number === 0 ? 'no outcomes' : count(number, 'outcome'),
      reason: `Plans usually hold ${FEWEST} to ${MOST}; more suggests a target for every difficulty, fewer may leave areas out.`,
      source: 'SEND Code of Practice 9.64–9.65; three to ten is practice, not law',
      spans: model.outcomes.flatMap((outcome) => outcome.spans.slice(0, 1)),
    },
  ];
}

const AREAS: Readonly<Record<PfaArea, string>> = {
  employment: 'employment, education and training',
  independent_living: 'independent living',
  community_inclusion: 'friends, relationships and community',
  health: 'good health',
};

function pfaCoverage(context: HintContext): Sighting[] {
  const outcomes = assessedOutcomes(context);
  if (!isFromYear9(context) || outcomes.length === 0) return [];
  const touched = new Set(outcomes.flatMap(({ assessment }) => assessment.labels.pfaAreas));
  return Object.entries(AREAS)
    .filter(([area]) => ![...touched].some((each) => each === area))
    .map(([area, name]) => ({
      rule: `pfa-${area.replaceAll('_', '-')}`,
      section: 'E',
      quote: '',
      seen: `no outcome whose words belong to ${name}`,
      reason: 'From Year 9 the plan prepares for adulthood; all four areas are considered.',
      source: SOURCES.pfa,
      spans: [],
    }));
}
