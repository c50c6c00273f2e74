import type { Provision } from '../../../../shared/domain/document-model.ts';
import type { ProvisionAssessment, ProvisionLabels } from '../statements/assessment.ts';
import { SOURCES } from '../statements/assessment.ts';
import { assessProvision } from '../statements/assess-provision.ts';
import { isCountedByOccasion } from '../statements/provision-quantified.ts';
import type { HintContext, HintRule, Sighting } from './hint-rule.ts';
import { type LocatedText, locateText } from './located-text.ts';

/** Hints on the provision of Sections F, G, H1 and H2. */
export const PROVISION_RULES: readonly HintRule[] = [
  { assist: 'provision-parts', find: missingParts },
  { assist: 'vague-phrases', find: vaguePhrases },
];

interface Assessed {
  provision: Provision;
  located: LocatedText;
  assessment: ProvisionAssessment;
}

const assessed = new WeakMap<HintContext, Assessed[]>();

/** Every provision judged with what stands beside it in its row: a role in the next cell is no missing role. */
function assessedProvisions(context: HintContext): Assessed[] {
  const known = assessed.get(context);
  if (known !== undefined) return known;
  const all = context.model.provisions.map((provision) => {
    const located = locateText(context.blocks, provision.spans);
    const beside = [provision.who, provision.howOften, provision.howLong].filter(
      (part) => part !== null && !located.text.includes(part),
    );
    const text = located.text === '' ? provision.text : located.text;
    return { provision, located, assessment: assessProvision([text, ...beside].join('; ')) };
  });
  assessed.set(context, all);
  return all;
}

function missingParts(context: HintContext): Sighting[] {
  return assessedProvisions(context).flatMap(({ provision, located, assessment }) => {
    const { labels, reasons } = assessment;
    const missing = [
      ...(reasons.specific.rule === 'no-content' ? ['what'] : []),
      ...(labels.who ? [] : ['who']),
      ...missingAmount(labels, located.text),
    ];
    if (missing.length === 0) return [];
    return [
      {
        rule: missing.map((part) => part.replaceAll(' ', '-')).join('+'),
        section: provision.section,
        quote: located.text === '' ? provision.text : located.text,
        seen: `no words that say ${list(missing)}`,
        reason: 'Provision says what, who with which expertise, how often and how long.',
        source: SOURCES.provision,
        spans: provision.spans,
      },
    ];
  });
}

function vaguePhrases(context: HintContext): Sighting[] {
  return assessedProvisions(context).flatMap(({ provision, located, assessment }) => {
    const { reason, source, seen } = assessment.reasons.vaguePhrases;
    return seen.map((words) => {
      const spans = located.spansOf(words.start, words.end);
      return {
        rule: 'hedge',
        section: provision.section,
        quote: words.text,
        reason,
        source,
        spans: spans.length > 0 ? spans : provision.spans,
      };
    });
  });
}

/** Adjustments and equipment are counted by number, size or occasion, not by minutes. */
function missingAmount(labels: ProvisionLabels, text: string): string[] {
  if (labels.quantified) return [];
  if (isCountedByOccasion(text)) return labels.frequency ? [] : ['how many or when'];
  return [...(labels.frequency ? [] : ['how often']), ...(labels.duration ? [] : ['how long'])];
}

/** "who", "who and how long", "what, who and how long" */
function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
