import type { DocumentModel } from '../../../../shared/domain/document-model.ts';
import { type HintContext, type HintRule, hintContext, type Sighting } from './hint-rule.ts';
import { type Sentence, sentencesOf, spanOf } from './located-text.ts';
import { sentenceKey } from './reading-rules.ts';

/** Hints that look beyond one document: other plans in the tool, and an earlier version of the same plan. */
export const ACROSS_RULES: readonly HintRule[] = [
  { assist: 'cross-plan-duplication', find: sharedSentences },
  { assist: 'version-compare', find: changes },
];

const PERSONAL = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'H1', 'H2'];
/** A sentence in more of the other plans than this share is the template's own, once there are plans enough to tell. */
const BOILERPLATE_SHARE = 0.5;
const ENOUGH_PLANS = 4;

/** The sentences of a plan's own sections, for the count in `HintOptions.otherPlans`. */
export function planSentences(model: DocumentModel): Set<string> {
  const keys = personalSentences(hintContext(model, {}, '', {})).map(({ sentence }) => sentenceKey(sentence.text));
  return new Set(keys.filter((key) => key !== null));
}

function personalSentences(context: HintContext): { section: string; sentence: Sentence }[] {
  return PERSONAL.flatMap((section) =>
    context.blocksOf(section).flatMap((block) => sentencesOf(block).map((sentence) => ({ section, sentence }))),
  );
}

function sharedSentences(context: HintContext): Sighting[] {
  const others = context.options.otherPlans;
  if (others === undefined) return [];
  const seen = new Set<string>();
  return personalSentences(context).flatMap(({ section, sentence }) => {
    const key = sentenceKey(sentence.text);
    const plans = key === null ? 0 : (others.sentences.get(key) ?? 0);
    const isBoilerplate = others.plans >= ENOUGH_PLANS && plans / others.plans > BOILERPLATE_SHARE;
    if (key === null || plans === 0 || isBoilerplate || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        rule: 'shared-sentence',
        section,
        quote: sentence.text,
        seen: `“${sentence.text}” word for word in ${plans === 1 ? 'another plan' : `${plans} other plans`}`,
        reason: 'A plan is individual; shared sentences may be copied.',
        source: 'Schools Week: one sentence forty times in ten plans',
        spans: [spanOf(sentence)],
      },
    ];
  });
}

function changes({ options }: HintContext): Sighting[] {
  const bySection = Map.groupBy(options.differences ?? [], ({ section }) => section);
  return [...bySection].map(([section, differences]) => {
    const of = (kind: string): number => differences.filter((each) => each.kind === kind).length;
    const [first] = differences;
    return {
      rule: 'changed',
      section,
      quote: first?.after ?? first?.before ?? '',
      seen: `${of('added')} added, ${of('removed')} removed, ${of('changed')} changed in Section ${section}`,
      reason: 'Check that the changes carry through what the review or the family asked.',
      source: 'SEND Regulations 2014, regs 20 to 22',
      spans: [],
    };
  });
}
