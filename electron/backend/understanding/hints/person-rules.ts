import { ageOn } from '../../../../shared/domain/calendar-date.ts';
import type { Block } from '../../../../shared/domain/document-model.ts';
import { augustBefore, usualNcYear } from '../../../../shared/domain/plan-facts.ts';
import { wordPattern } from '../statements/word-pattern.ts';
import { type HintContext, type HintRule, numberFact, type Sighting } from './hint-rule.ts';
import { sentencesOf, spanOf } from './located-text.ts';
import { otherNames } from './other-names.ts';

/** Hints that a passage may be about somebody else: names, pronouns, ages and stages that do not fit. */
export const PERSON_RULES: readonly HintRule[] = [
  { assist: 'name-consistency', find: otherNames },
  { assist: 'pronoun-consistency', find: otherPronouns },
  { assist: 'year-group-consistency', find: agesAndStages },
];

const ACCURACY = 'UK GDPR Art 5(1)(d), accuracy; SEND Code of Practice 9.61';

const OWN_SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'H1', 'H2', 'I'];

function ownBlocks(context: HintContext): { section: string; block: Block }[] {
  return OWN_SECTIONS.flatMap((section) => context.blocksOf(section).map((block) => ({ section, block })));
}

const HE = /\b(?:he|him|his|himself)\b/giu;
const SHE = /\b(?:she|her|hers|herself)\b/giu;
const SOMEBODY_ELSE =
  /\b(?:mum|mother|mummy|dad|father|daddy|sister|brother|aunt|uncle|gran\w*|nan|nana|friends?|partner|carer|teacher|therapist|doctor|paediatrician|consultant|worker|assistant|nurse|psychologist|psychiatrist|Mrs|Mr|Ms|Miss|Dr|peers?|classmate|girl|boy|woman|man|lady|wife|husband|cousin|twin|siblings?|SENCO|head|tutor|mentor|adviser|advisor|practitioner|coach|dog|cat|horse|stepmum|stepdad|counsellor|officer|child|parents?|person|adult)\b/iu;
/** Where the plan's pronouns are nearer to even than this it may speak of two people throughout. */
const CLEAR_SHARE = 0.8;

function otherPronouns(context: HintContext): Sighting[] {
  const blocks = ownBlocks(context);
  const count = (pattern: RegExp): number =>
    blocks.reduce((sum, { block }) => sum + (block.text.match(pattern)?.length ?? 0), 0);
  const [he, she] = [count(HE), count(SHE)];
  if (he + she === 0 || Math.max(he, she) / (he + she) < CLEAR_SHARE) return [];
  const other = he > she ? SHE : HE;
  return blocks.flatMap(({ section, block }) => {
    if (SOMEBODY_ELSE.test(block.text)) return [];
    return sentencesOf(block).flatMap((sentence): Sighting[] => {
      const word = sentence.text.match(other)?.[0];
      if (word === undefined) return [];
      return [
        {
          rule: 'other-pronoun',
          section,
          quote: sentence.text,
          seen: `“${word}” in “${sentence.text}”`,
          reason: `Elsewhere the plan says “${he > she ? 'he' : 'she'}”; check whom the passage is about.`,
          source: ACCURACY,
          spans: [spanOf(sentence)],
        },
      ];
    });
  });
}

const NOW_AGED = wordPattern(
  '(?:is|am|aged|age:|now) (?:aged )?(\\d{1,2})(?: years? old| years? of age|-year-old)?(?= |\\.|,|$)',
);
const END_OF_YEAR = wordPattern('(?:by|before|until) (?:the )?(?:end|start|middle) of Year (\\d{1,2})');
const END_OF_STAGE = wordPattern('(?:by|before|until) (?:the )?end of (?:Key Stage|KS) ?(\\d)');
/** The last year of each key stage. */
const STAGE_ENDS: Readonly<Record<string, number>> = { 1: 2, 2: 6, 3: 9, 4: 11, 5: 13 };
const OLDEST = 25;

function agesAndStages(context: HintContext): Sighting[] {
  const { facts, model } = context;
  const year = numberFact(facts, 'ncYear') ?? model.cover.ncYear;
  const age = numberFact(facts, 'ageYears');
  const sightings: Sighting[] = [];
  const usual = usualYears(context);
  if (year !== null && year <= LAST_SCHOOL_YEAR && usual.length > 0 && !usual.includes(year)) {
    sightings.push({
      rule: 'year-against-age',
      section: null,
      quote: '',
      seen: `${yearName(year)}, where the date of birth usually means ${yearName(usual[0] ?? year)}`,
      reason: 'What the plan says wins, since some pupils are out of year; check the date of birth and the year.',
      source: ACCURACY,
      spans: [],
    });
  }
  for (const { section, block } of ownBlocks(context)) {
    if (age !== null && (section === 'A' || section === 'B')) {
      for (const match of block.text.matchAll(NOW_AGED)) {
        const printed = Number(match[1]);
        if (!/years?|aged|old/i.test(match[0]) || Math.abs(printed - age) <= 1 || printed > OLDEST) continue;
        sightings.push(misfit('age', section, block, match, `Age on the audit date is ${age}.`));
      }
    }
    if (year === null || !['E', 'F', 'G', 'H', 'H1', 'H2'].includes(section)) continue;
    const reason = `The plan is for ${yearName(year)}; this end point has passed.`;
    for (const match of block.text.matchAll(END_OF_YEAR)) {
      if (Number(match[1]) < year) sightings.push(misfit('past-year', section, block, match, reason));
    }
    for (const match of block.text.matchAll(END_OF_STAGE)) {
      const last = STAGE_ENDS[match[1] ?? ''];
      if (last !== undefined && last < year) sightings.push(misfit('past-stage', section, block, match, reason));
    }
  }
  return sightings;
}

/** Beyond it the year says how long somebody has studied, not their age. */
const LAST_SCHOOL_YEAR = 11;

/**
 * The year groups that the date of birth may mean: in the school year of issue, in the next (a plan issued in summer
 * may speak of September), and on the audit date.
 */
function usualYears({ model, facts }: HintContext): number[] {
  const { dateOfBirth, finalIssued, draftIssued } = model.keyDates;
  const issued = finalIssued ?? draftIssued;
  const onAudit = numberFact(facts, 'ageOn31Aug');
  const atIssue = dateOfBirth && issued ? ageOn(dateOfBirth.iso, augustBefore(issued.iso)) : undefined;
  const ages = [...(atIssue === undefined ? [] : [atIssue, atIssue + 1]), ...(onAudit === null ? [] : [onAudit])];
  return ages.map((age) => usualNcYear(age));
}

function misfit(rule: string, section: string, block: Block, match: RegExpExecArray, reason: string): Sighting {
  return {
    rule,
    section,
    quote: match[0],
    reason,
    source: rule === 'age' ? ACCURACY : 'SEND Regulations 2014, regs 11(a) and 20 to 22',
    spans: [{ block: block.id, start: match.index, end: match.index + match[0].length }],
  };
}

function yearName(year: number): string {
  if (year > 0) return `Year ${year}`;
  return year === 0 ? 'Reception' : 'nursery';
}
