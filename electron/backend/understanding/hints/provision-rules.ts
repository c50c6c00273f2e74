import type { Provision } from '../../../../shared/domain/document-model.ts';
import type { ProvisionAssessment } from '../statements/assessment.ts';
import { SOURCES } from '../statements/assessment.ts';
import { assessProvision } from '../statements/assess-provision.ts';
import { isAreaHeading, isIntroduction } from '../statement-words.ts';
import type { HintContext, HintRule, Sighting } from './hint-rule.ts';
import { type LocatedText, locateText } from './located-text.ts';
import { missingAmount, missingWho } from './provision-parts.ts';
import { isHedge } from './true-hedges.ts';

/** Hints on the provision of Sections F, G, H1 and H2. */
export const PROVISION_RULES: readonly HintRule[] = [
  { assist: 'provision-parts', find: missingParts },
  { assist: 'vague-phrases', find: vaguePhrases },
];

interface Assessed {
  provision: Provision;
  located: LocatedText;
  /** What is provided, without the fields beside it. */
  statement: { text: string; spans: Provision['spans'] };
  /** The statement with the fields that stand beside it, as it is judged. */
  whole: string;
  assessment: ProvisionAssessment;
}

const assessed = new WeakMap<HintContext, Assessed[]>();

/**
 * Every provision judged with what stands beside it in its row: a role in the next cell is no missing role. One that
 * repeats another word for word is left to the hint on repeats; what only heads or introduces provision is none.
 */
function assessedProvisions(context: HintContext): Assessed[] {
  const known = assessed.get(context);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const all = context.model.provisions.flatMap((provision): Assessed[] => {
    const located = locateText(context.blocks, provision.spans);
    const text = located.text === '' ? provision.text : located.text;
    const beside = [provision.who, provision.howOften, provision.howLong].filter(
      (part) => part !== null && !text.includes(part),
    );
    const whole = [text, ...beside].join('; ');
    const key = `${provision.section} ${whole}`;
    const assessment = assessProvision(whole);
    if (seen.has(key) || isHeading(provision.text, assessment)) return [];
    seen.add(key);
    return [{ provision, located, statement: statementOf(provision, located), whole, assessment }];
  });
  assessed.set(context, all);
  return all;
}

const FIELD =
  '(?:what|who|when|how (?:often|long|much)|frequency|duration|review(?:ed)?|monitoring|provision|outcomes?)';
const FIELD_NAMES = new RegExp(`^${FIELD}(?:(?: and | or |[ /&,]+)(?:for )?${FIELD})*[:?]?$`, 'iu');
/** Words of a heading at most. */
const HEADING_WORDS = 6;

/** A title, an area of need or a field's name that was taken for provision: it ends in no stop and promises nothing. */
function isHeading(text: string, { labels }: ProvisionAssessment): boolean {
  if (FIELD_NAMES.test(text.trim())) return true;
  if (labels.who || labels.frequency || labels.duration || labels.quantified) return false;
  const isShort = !/[.;]\s*$/.test(text) && text.trim().split(/\s+/).length <= HEADING_WORDS;
  return isShort || isAreaHeading(text) || isIntroduction(text);
}

function statementOf(provision: Provision, located: LocatedText): Assessed['statement'] {
  const start = located.text.indexOf(provision.text);
  const spans = start < 0 ? [] : located.spansOf(start, start + provision.text.length);
  return spans.length > 0 ? { text: provision.text, spans } : { text: located.text, spans: provision.spans };
}

function missingParts(context: HintContext): Sighting[] {
  return assessedProvisions(context).flatMap(({ provision, statement, whole, assessment }) => {
    const { labels, reasons } = assessment;
    const who = labels.who ? null : missingWho(provision, whole);
    const missing = [
      ...(reasons.specific.rule === 'no-content' ? ['what'] : []),
      ...(who === 'absent' ? ['who'] : []),
      ...missingAmount(labels, provision, whole),
    ];
    const isGeneral = who === 'general' && provision.who !== null;
    if (missing.length === 0 && !isGeneral) return [];
    const seen = [
      ...(missing.length === 0
        ? []
        : [`no words that say ${list(missing.map((part) => (part === 'what' ? 'what it consists of' : part)))}`]),
      ...(isGeneral ? [`who only in general, “${provision.who}”`] : []),
    ];
    return [
      {
        rule: [...missing, ...(isGeneral ? ['who in general'] : [])].map((part) => part.replaceAll(' ', '-')).join('+'),
        section: provision.section,
        quote: statement.text,
        seen: seen.join(', and '),
        reason: 'Provision says what, who with which expertise, how often and how long.',
        source: SOURCES.provision,
        spans: statement.spans,
      },
    ];
  });
}

function vaguePhrases(context: HintContext): Sighting[] {
  return assessedProvisions(context).flatMap(({ provision, located, statement, whole, assessment }) => {
    const { reason, source, seen } = assessment.reasons.vaguePhrases;
    return seen
      .filter(({ start, end }) => isHedge(whole, start, end))
      .map((words) => {
        const inside = located.spansOf(words.start, words.end);
        const spans = inside.length > 0 ? inside : besideSpans(context, provision, words.text);
        return {
          rule: 'hedge',
          section: provision.section,
          quote: words.text,
          reason,
          source,
          spans: spans.length > 0 ? spans : statement.spans,
        };
      });
  });
}

/** Words that stand in another cell of the provision's row. */
function besideSpans({ model, blocks }: HintContext, { spans }: Provision, words: string): Provision['spans'] {
  const cell = blocks.get(spans[0]?.block ?? '')?.cell;
  if (cell === undefined) return [];
  for (const block of model.blocks) {
    if (block.cell?.table !== cell.table || block.cell.row !== cell.row) continue;
    const start = block.text.indexOf(words);
    const span = { block: block.id, start, end: start + words.length };
    if (start >= 0) return [span];
  }
  return [];
}

/** "who", "who and how long", "what, who and how long" */
function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
