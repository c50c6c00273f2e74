import type { AdviceItem } from '../../../../shared/domain/document-model.ts';
import { wordPattern } from '../statements/word-pattern.ts';
import { type HintContext, type HintRule, isFromYear9, type Sighting } from './hint-rule.ts';
import { textAt } from './located-text.ts';
import { ownNames } from './own-names.ts';

/** Hints on the list of advice in Section K against regulation 6(1). */
export const ADVICE_RULES: readonly HintRule[] = [{ assist: 'advice-table', find: adviceTable }];

const SOURCE = 'SEND Regulations 2014, regs 6(1) and 12(4)';

interface Contributor {
  rule: string;
  name: string;
  pattern: RegExp;
  isFromYear9Only?: true;
}

const FAMILY = 'parent-or-young-person';

/** Who must be asked; (f) and (h) are at choice. */
const CONTRIBUTORS: readonly Contributor[] = [
  {
    rule: FAMILY,
    name: 'the parents or the young person',
    pattern: wordPattern(
      "parents?(?:al)?|carers?|mother|father|mum|dad|family|families|young person(?:'s|’s)?|(?:child|pupil)(?:'s|’s)?|my|views?",
    ),
  },
  {
    rule: 'education',
    name: 'education',
    pattern: wordPattern(
      'head ?teacher|head of|principal|SENCO|SENDCO|school|college|nursery|teacher|early years|educational? (?:advice|setting)|pre-?school|tutor|academy|inclusion (?:lead|manager)',
    ),
  },
  {
    rule: 'medical',
    name: 'health (medical advice)',
    pattern: wordPattern(
      'paediatric\\p{L}*|doctor|medical|health|nurse|nursing|GP|consultant|therap\\p{L}+|physio\\p{L}*|CAMHS|clinic\\p{L}*|hospital|NHS|psychiatrist|audiolog\\p{L}+|dieti[ct]ian|neurolog\\p{L}+',
    ),
  },
  {
    rule: 'psychological',
    name: 'an educational psychologist',
    pattern: wordPattern('psycholog\\p{L}+|EP'),
  },
  {
    rule: 'social-care',
    name: 'social care',
    pattern: wordPattern(
      "social (?:care|work\\p{L}*|services)|early help|family support|children(?:'s|’s) services|disabled children(?:'s|’s)|short breaks?|DSCO|MASH|children with disabilities",
    ),
  },
  {
    rule: 'preparing-for-adulthood',
    name: 'preparing for adulthood',
    pattern: wordPattern(
      'careers?|prepar(?:ing|ation) for adulthood|PfA|transitions?|vocational|employment|adult (?:services|social care)|post-16',
    ),
    isFromYear9Only: true,
  },
];

function adviceTable(context: HintContext): Sighting[] {
  if (!context.sections.has('K')) return [];
  const text = context
    .blocksOf('K')
    .map((block) => block.text)
    .join('\n');
  const own = ownNames(context.model, context.options.names ?? []);
  const hasFamily = context.model.advice.some((item) => isFamily(item, own));
  const missing = CONTRIBUTORS.filter(
    ({ rule, pattern, isFromYear9Only }) =>
      (isFromYear9Only !== true || isFromYear9(context)) &&
      text.search(pattern) === -1 &&
      !(rule === FAMILY && hasFamily),
  ).map(({ rule, name }) => ({
    rule: `no-${rule}`,
    section: 'K',
    quote: '',
    seen: `no advice from ${name} in Section K`,
    reason: 'Everyone whom the regulation names is asked, and their advice is listed and attached.',
    source: SOURCE,
    spans: [],
  }));
  return [...missing, ...context.model.advice.flatMap((item) => incomplete(context, item, own))];
}

/** Somebody of the person's own name needs no role: a parent, or the young person. */
function isFamily({ author }: AdviceItem, own: ReadonlySet<string>): boolean {
  return (author ?? '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => own.has(word));
}

function incomplete({ blocks }: HintContext, item: AdviceItem, own: ReadonlySet<string>): Sighting[] {
  const absent = [
    ...(item.date === null ? ['date'] : []),
    ...(item.role === null && item.agency === null && !isFamily(item, own) ? ['role'] : []),
  ];
  if (absent.length === 0) return [];
  const parts = [item.author, item.role, item.agency].filter((part) => part !== null);
  const name = [...new Set(parts)].join(', ');
  return [
    {
      rule: `advice-without-${absent.join('-or-')}`,
      section: 'K',
      quote: textAt(blocks, item.spans).replace(/[\s,;:]+$/u, ''),
      seen: `“${name}” without ${absent.join(' or ')}`,
      reason: 'Each piece of advice is listed with author, role and date.',
      source: SOURCE,
      spans: item.spans,
    },
  ];
}
