import type { Block, Provision } from '../../../../shared/domain/document-model.ts';
import { isAreaHeading, isIntroduction, isNil } from '../statement-words.ts';
import { type HintContext, type HintRule, type Sighting, wholeSpan } from './hint-rule.ts';
import { isOutcomeLabel } from './outcome-rules.ts';
import { shareTopics, topicsOf } from './thread-words.ts';

/** Hints on the golden thread: needs, outcomes and provision that seem to stand alone. Suggestions by shared words. */
export const THREAD_RULES: readonly HintRule[] = [
  { assist: 'need-provision-map', find: needsWithoutProvision },
  { assist: 'outcome-provision-map', find: outcomesAndProvision },
];

/** Each section of needs with the sections that may meet them. */
const MET_IN: readonly (readonly [string, readonly string[]])[] = [
  ['B', ['F', 'G', 'H', 'H1', 'H2']],
  ['C', ['G', 'F']],
  ['D', ['H1', 'H2', 'H', 'F']],
];

/** Whether the needs of a section may be met by provision in the other. */
export function mayBeMetIn(needs: string, provision: string): boolean {
  return MET_IN.some(([section, all]) => section === needs && all.includes(provision));
}

const NEED_WORDS =
  /\b(?:difficult\w*|finds? (?:[\p{L}'’-]+ ){0,4}(?:hard|challenging)|struggl\w+|cannot|can['’]t|unable|delay\w*|impair\w*|limited|weak\w*|below|behind|anxi\w+|disorder|diagnos\w+|becomes?|relies|requires|loss|slow|poor|lacks?|overwhelm\w*|distress\w*|sensitive|not yet|does not|rarely|avoids?|refus\w+|tires?|pain|seizures?)\b/iu;
const NO_NEED = /\bno (?:[\p{L}-]+ ){0,3}needs?\b|\bnot known\b|\b(?:described|set out) (?:below|under|in)\b/iu;
/** Fewer words are a label, not a need. */
const MIN_WORDS = 5;

function namesIn({ model }: HintContext): Set<string> {
  return new Set((model.cover.name ?? '').toLowerCase().match(/\p{L}+/gu) ?? []);
}

/** Whether a paragraph of B, C or D says what is hard, by its words; strengths and introductions say none. */
export function isNeedStatement(text: string): boolean {
  return (
    NEED_WORDS.test(text) &&
    !NO_NEED.test(text) &&
    text.split(/\s+/).length >= MIN_WORDS &&
    !isNil(text) &&
    !isAreaHeading(text) &&
    !isIntroduction(text)
  );
}

function needsOf(context: HintContext, section: string): Block[] {
  return context.blocksOf(section).filter(({ text }) => isNeedStatement(text));
}

function needsWithoutProvision(context: HintContext): Sighting[] {
  const names = namesIn(context);
  return MET_IN.flatMap(([section, all]) => {
    const sections = all.filter((id) => context.sections.has(id));
    const met = sections.flatMap((id) => context.blocksOf(id)).map((block) => topicsOf(block.text, names));
    if (met.length === 0) return [];
    return needsOf(context, section)
      .filter((block) => {
        const topics = topicsOf(block.text, names);
        return topics.size > 0 && !met.some((each) => shareTopics(topics, each));
      })
      .map((block) => ({
        rule: 'need-without-provision',
        section,
        quote: block.text,
        reason: `Nothing in ${sections.join(', ')} shares its words, and every need is met by provision; judged by words alone.`,
        source: 'SEND Code of Practice 9.69',
        spans: [wholeSpan(block)],
      }));
  });
}

/** A provision printed again counts once, with the outcome that any of its places names. */
function withoutRepeats(provisions: readonly Provision[]): Provision[] {
  return [...Map.groupBy(provisions, ({ section, text }) => `${section} ${text}`).values()].flatMap(
    (same) => same.find(({ outcomeId }) => outcomeId !== null) ?? same.slice(0, 1),
  );
}

/** What carries the rest of the provision, and so answers no need of its own. */
const FOR_ALL =
  /^(?:induction|training|meeting of|team around|review|practice of|daily practice|liaison|record|monitoring)\b|\btherapist['’]s targets\b/iu;

function outcomesAndProvision(context: HintContext): Sighting[] {
  const { model } = context;
  if (model.outcomes.length === 0 || model.provisions.length === 0) return [];
  const names = namesIn(context);
  const outcomes = model.outcomes
    .filter(({ text }) => !isOutcomeLabel(text))
    .map((outcome) => ({ outcome, topics: topicsOf(outcome.text, names) }));
  const provisions = withoutRepeats(model.provisions).map((provision) => ({
    provision,
    topics: topicsOf(provision.text, names),
  }));
  const needs = ['B', 'C', 'D'].flatMap((id) => context.blocksOf(id)).map((block) => topicsOf(block.text, names));
  const source = 'SEND Regulations 2014, reg 11(b); Code of Practice 9.69';
  const orphans = outcomes
    .filter(
      ({ outcome, topics }) =>
        !provisions.some((each) => each.provision.outcomeId === outcome.id || shareTopics(topics, each.topics)),
    )
    .map(({ outcome }) => ({
      rule: 'outcome-without-provision',
      section: 'E',
      quote: outcome.text,
      reason: 'No provision is linked to it or shares its words; judged by words alone.',
      source,
      spans: outcome.spans,
    }));
  const unused = provisions
    .filter(
      ({ provision, topics }) =>
        provision.outcomeId === null &&
        topics.size > 0 &&
        !FOR_ALL.test(provision.text) &&
        !outcomes.some((each) => shareTopics(topics, each.topics)) &&
        !needs.some((each) => shareTopics(topics, each)),
    )
    .map(({ provision }) => ({
      rule: 'provision-without-need',
      section: provision.section,
      quote: provision.text,
      reason: 'No need and no outcome shares its words; judged by words alone.',
      source,
      spans: provision.spans,
    }));
  return [...orphans, ...unused];
}
