import { count } from '../../../../shared/domain/calendar-date.ts';
import type { PlanDifference } from '../../../../shared/domain/plan-comparison.ts';
import { type HintContext, type HintRule, type SharedSentence, type Sighting, wholeSpan } from './hint-rule.ts';
import { spanOf, textAt } from './located-text.ts';
import { ownNames } from './own-names.ts';
import { comparedSentences } from './plan-sentences.ts';

/** Hints that look beyond one document: other plans in the tool, and an earlier version of the same plan. */
export const ACROSS_RULES: readonly HintRule[] = [
  { assist: 'cross-plan-duplication', find: sharedSentences },
  { assist: 'version-compare', find: changes },
];

function sharedSentences(context: HintContext): Sighting[] {
  const { sharedSentence, names = [] } = context.options;
  if (sharedSentence === undefined) return [];
  const seen = new Set<string>();
  return comparedSentences(context, ownNames(context.model, names)).flatMap(({ section, sentence, key }) => {
    const shared = sharedSentence(key);
    if (shared === undefined || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        rule: 'shared-sentence',
        section,
        quote: sentence.text,
        seen: `the same words, names and pronouns apart, in ${whereShared(shared)}`,
        reason: 'A plan is individual; shared sentences may be copied.',
        source: 'SEND Code of Practice 9.61; Schools Week: one sentence forty times in ten plans',
        spans: [spanOf(sentence)],
      },
    ];
  });
}

/** References that a hint names; more are only counted. */
const MOST_NAMED = 5;

function whereShared({ plans, references }: SharedSentence): string {
  const where = count(plans, 'other plan');
  if (references.length === 0) return where;
  const named = references.slice(0, MOST_NAMED).join(', ');
  return `${where} (${references.length > MOST_NAMED ? `${named} and more` : named})`;
}

/** One for each section, at its changes in the version that is shown; what was taken out stands at the section's heading. */
function changes(context: HintContext): Sighting[] {
  const bySection = Map.groupBy(context.options.differences ?? [], ({ section }) => section);
  return [...bySection].map(([section, differences]) => {
    const of = (kind: PlanDifference['kind']): number => differences.filter((each) => each.kind === kind).length;
    const shown = differences.flatMap(({ afterSpans }) => afterSpans);
    const first = differences.find(({ afterSpans }) => afterSpans.length > 0);
    const was = first?.before ?? null;
    const removed = differences.find(({ kind }) => kind === 'removed')?.before ?? null;
    const words = [
      ...(was === null ? [] : [`; before: “${cut(was)}”`]),
      ...(removed === null ? [] : [`; taken out: “${cut(removed)}”`]),
    ].join('');
    const counts = `${of('added')} added, ${of('removed')} removed, ${of('changed')} changed in Section ${section}`;
    return {
      rule: 'changed',
      section,
      quote: first === undefined ? '' : textAt(context.blocks, first.afterSpans),
      seen: `${counts}${words}`,
      reason: 'Check that the changes carry through what the review or the family asked.',
      source: 'SEND Regulations 2014, regs 20 to 22',
      spans: shown.length > 0 ? shown : headingOf(context, section),
    };
  });
}

/** Letters of a passage that tell which one it was. */
const ENOUGH_LETTERS = 160;

function cut(text: string): string {
  if (text.length <= ENOUGH_LETTERS) return text;
  return `${text.slice(0, text.lastIndexOf(' ', ENOUGH_LETTERS))} …`;
}

function headingOf({ blocks, sections }: HintContext, section: string): Sighting['spans'] {
  const heading = blocks.get(sections.get(section)?.headings[0] ?? '');
  return heading === undefined ? [] : [wholeSpan(heading)];
}
