import { assessOutcome } from '../statements/assess-outcome.ts';
import { SECTION_ORDER } from '../section-ids.ts';
import { wordPattern } from '../statements/word-pattern.ts';
import { type HintContext, type HintRule, planStatus, type Sighting, wholeSpan } from './hint-rule.ts';
import { sentencesOf, spanOf } from './located-text.ts';

/** Hints on the sections that regulation 12(1) asks for, and on what stands in the wrong one. */
export const SECTION_RULES: readonly HintRule[] = [
  { assist: 'section-presence', find: sectionPresence },
  { assist: 'blank-section', find: blankSections },
  { assist: 'not-known-phrase', find: notKnown },
  { assist: 'misplaced-content', find: misplaced },
  { assist: 'section-i-status', find: sectionI },
];

const REG_12 = 'SEND Regulations 2014, reg 12(1)';

/** The ids of sections that regulation 12(1) asks for and the plan was not seen to have. */
export function missingSections(context: Pick<HintContext, 'sections'>): string[] {
  const has = (id: string): boolean => context.sections.has(id);
  return SECTION_ORDER.filter((id) => id !== 'H' && !has(id) && !((id === 'H1' || id === 'H2') && has('H')));
}

function sectionPresence(context: HintContext): Sighting[] {
  const { sections, model } = context;
  const sightings: Sighting[] = missingSections(context).map((id) => ({
    rule: 'section-missing',
    section: id,
    quote: '',
    seen: `no heading of Section ${id}`,
    reason: 'Each section is separately identified.',
    source: REG_12,
    spans: [],
  }));
  const merged = sections.get('H');
  if (merged !== undefined && !sections.has('H1') && !sections.has('H2')) {
    sightings.push(ofHeading('h1-h2-together', context, 'H', 'H1 and H2 are told apart.'));
  }
  const order = model.sections.filter((section) => SECTION_ORDER.some((id) => id === section.id)).map(({ id }) => id);
  const printed = printedOrder(context, order);
  const sorted = byTheme(printed) ?? order.toSorted((a, b) => placeOf(a) - placeOf(b));
  const moved = printed.find((id, index) => id !== sorted[index]);
  if (moved !== undefined) {
    const sighting = ofHeading(
      'section-order',
      context,
      moved,
      'Layout is the council’s choice; a reader expects A to K in order.',
    );
    sightings.push({ ...sighting, seen: `the order ${printed.join(', ')}` });
  }
  return sightings;
}

/** Education, then health, then social care, each with its needs and its provision: a layout that many councils use. */
const THEMES = ['A', 'B', 'E', 'F', 'C', 'G', 'D', 'H', 'H1', 'H2', 'I', 'J', 'K'];

/** The sections in the order of themes, where that is how they are printed. */
function byTheme(printed: readonly string[]): string[] | null {
  const themed = THEMES.filter((id) => printed.includes(id));
  return themed.every((id, at) => id === printed[at]) ? themed : null;
}

function placeOf(id: string): number {
  return SECTION_ORDER.findIndex((each) => each === id);
}

/** The sections as a reader meets them; those that are told together (B, E and F as columns) count as one place. */
function printedOrder({ model }: HintContext, order: readonly string[]): string[] {
  const index = new Map(model.blocks.map((block, at) => [block.id, at]));
  const ranges = order
    .map((id) => {
      const section = model.sections.find((each) => each.id === id);
      const places = [...(section?.headings ?? []), ...(section?.blocks ?? [])].map((block) => index.get(block) ?? 0);
      return { id, from: Math.min(...places), to: Math.max(...places) };
    })
    .toSorted((a, b) => a.from - b.from);
  const groups: { ids: string[]; to: number }[] = [];
  for (const { id, from, to } of ranges) {
    const last = groups.at(-1);
    if (last !== undefined && from <= last.to) {
      last.ids.push(id);
      last.to = Math.max(last.to, to);
    } else groups.push({ ids: [id], to });
  }
  // Within a group the letters' own order, and a group stands where its first letter does.
  const lettered = groups.map(({ ids }) => ids.toSorted((a, b) => placeOf(a) - placeOf(b)));
  return isInOrder(lettered) ? [...order].toSorted((a, b) => placeOf(a) - placeOf(b)) : lettered.flat();
}

function isInOrder(groups: readonly (readonly string[])[]): boolean {
  const firsts = groups.map(([first = '']) => placeOf(first));
  return firsts.every((place, at) => at === 0 || place > (firsts[at - 1] ?? -1));
}

function ofHeading(rule: string, context: HintContext, section: string, reason: string): Sighting {
  const heading = context.blocks.get(context.sections.get(section)?.headings[0] ?? '');
  return {
    rule,
    section,
    quote: heading?.text ?? context.sections.get(section)?.title ?? '',
    reason,
    source: REG_12,
    spans: heading === undefined ? [] : [wholeSpan(heading)],
  };
}

const EMPTY_WORDS =
  /^(?:(?:n\/?\s?a|none|nil|not applicable|not known|nothing|blank|tbc|to be completed|no|-|–|—|\.|x)[\s.\-–—;,]*)+(?:at (?:this|present|the) ?(?:time|moment)?|identified|known|required|recorded)?[\s.]*$/i;

function blankSections(context: HintContext): Sighting[] {
  const isDraft = (planStatus(context) ?? '').endsWith('draft');
  return context.model.sections.flatMap((section) => {
    if (section.id === 'cover' || (section.id === 'I' && isDraft)) return [];
    const blocks = context.blocksOf(section.id);
    const text = blocks.map((block) => block.text.trim()).join(' ');
    if (text !== '' && !EMPTY_WORDS.test(text)) return [];
    const [first] = blocks;
    const sighting = ofHeading('blank', context, section.id, '');
    return [
      {
        ...sighting,
        quote: first === undefined ? sighting.quote : text,
        seen: text === '' ? `Section ${section.id} without text` : `“${text}” alone`,
        reason: 'Where nothing was identified the plan says so, with who confirmed it and when.',
        spans: first === undefined ? sighting.spans : blocks.map(wholeSpan),
      },
    ];
  });
}

const NOT_KNOWN = wordPattern(
  "(?:not|is not|isn't|are not|was not|never been|not currently|not presently)(?: currently| presently| been)? (?:known|open|active|allocated) to (?:this |the |our |any |children's |adult |local )*(?:service|social care|social services|social work|team|disabled children's team|early help|department|CAMHS|health|authority)|(?:not|un)known to (?:this |the )?(?:service|social care|social services)|no (?:current |known |previous |social care )*involvement (?:from|with|of|by) [\\p{L}' ]{0,30}(?:social care|social services|service|team)|no social care (?:involvement|advice|needs known)|not known to (?:[\\p{L}']+ ){0,3}(?:service|team|care)",
);
const ASKED = wordPattern(
  'assess(?:ed|ment)|screen(?:ed|ing)|visit(?:ed)?|spoke|spoken|met|asked|confirmed by|confirmed on|telephone|consult(?:ed|ation)|early help (?:assessment|conversation)|considered by|advice (?:from|of|dated|received)|looked at',
);

function notKnown(context: HintContext): Sighting[] {
  return ['C', 'D', 'G', 'H', 'H1', 'H2', 'K'].flatMap((id) => {
    const blocks = context.blocksOf(id);
    // A sign that somebody looked, in the same section, is what the criterion asks for.
    const isLookedInto = blocks.some((block) => block.text.search(ASKED) !== -1);
    if (isLookedInto && id !== 'K') return [];
    return blocks.flatMap((block) =>
      [...block.text.matchAll(NOT_KNOWN)].map((match) => ({
        rule: 'not-known',
        section: id,
        quote: match[0],
        reason: 'Advice is required for everyone assessed, known or not; nothing here says that anyone looked.',
        source: 'SEND Regulations 2014, reg 6(1)',
        spans: [{ block: block.id, start: match.index, end: match.index + match[0].length }],
      })),
    );
  });
}

const PROVISION_WORDS = wordPattern(
  'will (?:receive|be provided with|be given|have access to|be supported by|be offered|get)|(?:requires?|needs?|receives?) (?:\\d+|[\\p{L}-]+) (?:hours?|minutes) (?:of|a|per|each)|(?:requires?|needs) (?:a |full[- ]time |one-to-one |1:1 )+(?:teaching assistant|support)|staff (?:will|should|must)|school (?:will|should|must) (?:provide|deliver|ensure)|to be provided|teaching assistant will|therapist will',
);
const EDUCATING = wordPattern(
  'speech and language therapy|occupational therapy|physiotherapy|speech and language therapist|occupational therapist',
);

function misplaced(context: HintContext): Sighting[] {
  const { model } = context;
  const sightings: Sighting[] = ['A', 'B', 'C', 'D'].flatMap((id) =>
    context.blocksOf(id).flatMap((block) =>
      [...block.text.matchAll(PROVISION_WORDS)].map((match) => ({
        rule: 'provision-outside',
        section: id,
        quote: match[0],
        reason: `Provision belongs in F, G or H; Section ${id} ${id === 'A' ? 'holds views and hopes' : 'holds needs'}.`,
        source: REG_12,
        spans: [{ block: block.id, start: match.index, end: match.index + match[0].length }],
      })),
    ),
  );
  for (const provision of model.provisions) {
    if (provision.section !== 'F' || !/^\s*by\b/i.test(provision.text)) continue;
    const { labels } = assessOutcome(provision.text);
    if (!labels.isOutcomeNotProvision || !labels.smart.timebound) continue;
    sightings.push({
      rule: 'outcome-in-f',
      section: 'F',
      quote: provision.text,
      reason: 'It reads as an outcome, which belongs in Section E.',
      source: REG_12,
      spans: provision.spans,
    });
  }
  const isInF = context.blocksOf('F').some((block) => block.text.search(EDUCATING) !== -1);
  if (!isInF) {
    for (const block of context.blocksOf('G')) {
      const match = block.text.matchAll(EDUCATING).next().value;
      if (match === undefined) continue;
      sightings.push({
        rule: 'therapy-only-in-g',
        section: 'G',
        quote: match[0],
        reason: 'Health provision that educates or trains counts as special educational provision and belongs in F.',
        source: 'Children and Families Act 2014, s21(5)',
        spans: [{ block: block.id, start: match.index, end: match.index + match[0].length }],
      });
      break;
    }
  }
  return sightings;
}

const NAMES_SETTING =
  /\b(?:school|college|academy|nursery|primary|secondary|university|centre|setting|provider|mainstream|special)\b/i;

function sectionI(context: HintContext): Sighting[] {
  const status = planStatus(context);
  if (status === null || !context.sections.has('I')) return [];
  const blocks = context.blocksOf('I');
  const sentences = blocks.flatMap((block) => sentencesOf(block));
  const named = sentences.filter(
    ({ text }) =>
      NAMES_SETTING.test(text) &&
      !/\b(?:blank|not (?:be )?named|left|draft|will be|once|until|to be|name of|type of (?:school|setting)\??:?$|before)\b/i.test(
        text,
      ) &&
      !/[?:]$/.test(text),
  );
  // An amended draft may go on naming the setting that the plan in force names.
  if (status === 'draft' && named.length > 0) {
    return [
      {
        rule: 'setting-in-draft',
        section: 'I',
        quote: named[0]?.text ?? '',
        reason: 'A draft must not name a setting or its type.',
        source: 'Children and Families Act 2014, s38(5)',
        spans: named.slice(0, 1).map(spanOf),
      },
    ];
  }
  if (
    status.endsWith('final') &&
    !sentences.some(({ text }) => NAMES_SETTING.test(text) || /\b(?:home|EOTAS|otherwise)\b/i.test(text))
  ) {
    const sighting = ofHeading(
      'no-setting-in-final',
      context,
      'I',
      'A final plan names the setting and its type, or the type alone.',
    );
    return [{ ...sighting, quote: blocks[0]?.text ?? sighting.quote, seen: 'no name or type of setting in Section I' }];
  }
  return [];
}
