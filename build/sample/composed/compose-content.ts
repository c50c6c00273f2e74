import { addDays, addWeeks } from '../../../shared/domain/calendar-date.ts';
import {
  advice,
  care,
  list,
  outcome,
  part,
  provision,
  type Area,
  type PlanContent,
  type Provision,
} from '../plan-content.ts';
import { composeArea, wordsFor, type Words } from './areas.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { ComposedChild } from './children.ts';

/** A composed plan, with the words of it that show each flaw that was written into it. */
export interface ComposedContent {
  content: PlanContent;
  quotes: ReadonlyMap<string, string>;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SIGNS_OFF = {
  Town: 'Ruth Lapwing',
  Coast: 'Ruth Lapwing',
  'North dale': 'Colm Nuthatch',
  'South dale': 'Colm Nuthatch',
};
const STREETS = [
  'Wherry Lane',
  'Tannery Street',
  'Beacon Rise',
  'Old Quay',
  'Cobbler’s Yard',
  'Sheepwash Road',
  'Lantern Hill',
];
const TOWNS = { Town: 'Tarnwick', Coast: 'Fennockport', 'North dale': 'Skerrowby', 'South dale': 'Ellerby Fell' };

/** Whether a composed child's plan has health provision, and social care provision: what the audit's facts say of it. */
export function careOf(child: ComposedChild): { hasHealth: boolean; hasSocial: boolean } {
  return {
    hasHealth: child.areas.includes('senses') || child.primaryNeed.startsWith('Severe'),
    hasSocial: child.isLookedAfter === true || child.areas.includes('independence'),
  };
}

/** Writes a child's plan with the given flaws in it, each named by the criterion that it fails. */
export function composeContent(child: ComposedChild, flaws: ReadonlySet<string>): ComposedContent {
  const chance = chanceOf(child.reference);
  const words = wordsFor(child);
  const quotes = new Map<string, string>();
  const { n, he, his, His } = words;
  const final = child.finalIssued;
  const dates = datesOf(child);
  const adviceOn = (key: string) => addDays(dates.draftIssued, -chance.number(`advice/${key}`, 24, 46));
  const seenOn = adviceOn('child');
  const month = `${MONTHS[Number(seenOn.slice(5, 7)) - 1] ?? ''} ${seenOn.slice(0, 4)}`;
  const by = `July ${Number(final.slice(0, 4)) + (child.ncYear >= 11 ? 1 : 2)}`;
  const isOlder = child.ncYear >= 9;
  const flawed = (criterion: string, quote: string): string => {
    if (flaws.has(criterion)) quotes.set(criterion, quote);
    return quote;
  };
  const parents = `${chance.pick('mother', ['Nerys', 'Orla', 'Tegan', 'Maud', 'Ffion', 'Ines'])} and ${chance.pick('father', ['Rhodri', 'Lewin', 'Kit', 'Angus', 'Emrys', 'Jonty'])} ${child.last}`;
  const areas = child.areas.map((kind) => composeArea(kind, words, chance, { by, month, isOlder }));
  const { hasHealth, hasSocial } = careOf(child);
  const isOff = flaws.has('S01.C5');
  const hopes = flaws.has('S02.C4')
    ? flawed('S02.C4', `“Have fun.” ${n} would like school to be nicer.`)
    : `This year: ${chance.pick('near', ['a friend to sit with', 'the school play', 'to swim a length', 'to go on the residential'])}. One day: ${chance.pick('far', ['to work with boats', 'a flat with a dog', 'to be a chef', 'to drive a train', 'to look after horses'])}.`;
  const content: PlanContent = {
    authority: 'Marrowdale Council',
    child: {
      name: `${child.first} ${child.last}`,
      knownAs: child.first,
      dateOfBirth: child.dateOfBirth,
      address: `${chance.number('house', 2, 118)} ${chance.pick('street', STREETS)}, ${TOWNS[child.locality]}`,
      yearGroup: child.ncYear < 0 ? 'Nursery' : child.ncYear === 0 ? 'Reception' : `Year ${child.ncYear}`,
      parents,
    },
    setting: child.setting,
    reference: child.reference,
    dates: isOff ? withoutReview(dates) : dates,
    writtenBy: `${child.writer}, EHC coordinator`,
    signedOffBy: isOff ? null : `${SIGNS_OFF[child.locality]}, locality manager`,
    changes:
      child.planType === 'new' || child.planType === 'reassessment' || flaws.has('S13.C2')
        ? []
        : [
            `Section E: two outcomes that ${n} has reached were taken out.`,
            'Section F: the amounts were brought up to date.',
          ],
    A: [
      ...(flaws.has('S02.C2')
        ? []
        : [
            part(
              `How ${n} was asked`,
              `${n} talked with ${his} keyworker in ${month}, with photographs to point to, and chose what should stand here.`,
            ),
          ]),
      part(
        `What ${n} says`,
        `${chance.pick('says', ['I like it when people wait.', 'Mornings are best. Afternoons are long.', 'I want to do it myself.', 'Don’t shout. It hurts.', 'I’m good at finding things.'])} ${chance.pick('likes', ['I like the sea.', 'I like my cat.', 'I like drums.', 'I like trains and timetables.', 'I like baking.'])}`,
      ),
      ...(flaws.has('S02.C5')
        ? []
        : [
            list(
              `How to talk with ${n}`,
              'Say the name first',
              chance.pick('talk', [
                'One thing at a time',
                'Show it as well as saying it',
                'Give a warning before a change',
                'Leave time to answer',
              ]),
            ),
          ]),
      part('Hopes', hopes),
      ...(flaws.has('S02.C3')
        ? []
        : [
            part(
              parents,
              `We want ${n} to be understood and to have people ${he} can trust. Later we hope for ${chance.pick('hope', ['work that matters', `a home of ${his} own`, 'friends nearby', 'college close to home'])}.`,
            ),
          ]),
    ],
    needsSummary: [
      `This section rests on advice of ${month}.`,
      ...(flaws.has('S10.C2') ? [flawed('S10.C2', `Scores on the BPVS-3 and SDQ place ${n} exceptionally low.`)] : []),
    ],
    areas: areas.map((area, place) => flawedArea(area, place, words, flaws, flawed, by)),
    generalProvision: [
      provision(
        'Planning time for the adults who teach together.',
        'SENCO',
        `${chance.number('planning', 3, 9) * 5} minutes a week`,
        flaws.has('S07.C7') ? '' : 'At each half-term',
      ),
    ],
    C: [healthOf(words, chance, month, hasHealth, flaws, flawed)],
    D: [
      flaws.has('S05.C1') || flaws.has('S05.C2')
        ? flawed('S05.C2', flawed('S05.C1', `${n} is not known to social care.`))
        : `A family support worker visited in ${month}. ${n} lives with ${child.isLookedAfter === true ? `${his} foster carers` : `both parents and ${chance.pick('siblings', ['a sister', 'two brothers', 'a grandmother', 'a baby brother'])}`} and ${chance.pick('club', ['goes to no club', 'goes swimming on Saturdays', 'helps at an allotment', 'belongs to a youth band'])}. ${hasSocial ? `${His} carers have no break in the week.` : 'No need was found that bears on learning.'}`,
      ...(flaws.has('S01.C2')
        ? [flawed('S01.C2', 'Kayleigh has settled in her new school and her social worker closed the case.')]
        : []),
    ],
    G: hasHealth
      ? care(
          [`Agreed by the Marrow Vale Integrated Care Board in ${month}.`],
          flaws.has('S04.C3')
            ? provision(flawed('S04.C3', 'Therapy input as required.'), 'Health', 'As required')
            : provision(
                `Review of ${his} equipment and exercises.`,
                'Children’s physiotherapist, Marrow Vale Community Health',
                `${chance.number('physio', 2, 5)} visits a year of 45 minutes`,
                'Letter after each visit',
              ),
        )
      : care([`No health provision is needed under Section G, by the advice of ${month}.`]),
    H1:
      hasSocial && child.ncYear < 14
        ? care(
            [],
            provision(
              `A short break for ${n} with a support worker.`,
              'Disabled children’s team',
              `${chance.number('break', 2, 4)} hours each fortnight in term`,
              'Twice a year',
            ),
          )
        : care([`No provision under section 2 of the 1970 Act, by the visit of ${month}.`]),
    H2: hasSocial
      ? care(
          [],
          provision(
            `Advice for the family on ${his} move towards more independence.`,
            'Family support worker',
            `${chance.number('family', 3, 6)} visits of 60 minutes`,
            'At the last visit',
          ),
        )
      : care([`No other social care provision was found to be needed in ${month}.`]),
    I: [`${child.setting}. ${child.settingType}.`],
    J: [
      `${n}’s family was told about personal budgets in ${month} and ${chance.pick('budget', ['did not ask for one', 'will think about one at the review'])}.`,
    ],
    K: adviceOf(child, parents, adviceOn, flaws),
  };
  if (flaws.has('S08.C1')) flawed('S08.C1', content.areas[1]?.outcomes[0]?.text ?? '');
  if (flaws.has('S09.C2')) flawed('S09.C2', content.areas[0]?.outcomes[0]?.text ?? '');
  return { content, quotes };
}

function flawedArea(
  area: Area,
  place: number,
  { n, his }: Words,
  flaws: ReadonlySet<string>,
  flawed: (criterion: string, quote: string) => string,
  by: string,
): Area {
  const isFirst = place === 0;
  const some = (...ids: string[]) => ids.some((id) => flaws.has(id));
  const first = area.provision[0];
  const needs = area.needs.map((need) => {
    if (isFirst && some('S03.C2', 'S03.C3')) {
      return flawed('S03.C2', flawed('S03.C3', `${n} has difficulties here and is behind others of ${his} age.`));
    }
    return need;
  });
  if (!isFirst && flaws.has('S03.C5')) needs.push(flawed('S03.C5', `${n} needs a teaching assistant in the mornings.`));
  const outcomes = area.outcomes.map((one) => {
    if (isFirst && flaws.has('S06.C1')) {
      return outcome(flawed('S06.C1', `By ${by}, ${n} will attend the group each week.`), by);
    }
    if (!isFirst && some('S06.C2', 'S06.C3', 'S06.C4', 'S06.C5')) {
      const text = `${n} will make better progress and feel more confident.`;
      for (const id of ['S06.C2', 'S06.C3', 'S06.C4', 'S06.C5']) flawed(id, text);
      return outcome(text, '');
    }
    return one;
  });
  const rows: Provision[] = area.provision.map((row) => (flaws.has('S07.C7') ? { ...row, review: '' } : row));
  if (isFirst && first && some('S07.C1', 'S07.C4')) {
    const text = flawed(
      'S07.C1',
      flawed('S07.C4', `Opportunities for small group work in ${area.title.toLowerCase()}, as appropriate.`),
    );
    rows[0] = provision(text, first.who, first.often, first.review);
  }
  const last = rows.at(-1);
  if (!isFirst && last && some('S07.C2', 'S07.C3')) {
    const text = flawed('S07.C2', flawed('S07.C3', `Regular support from staff who know ${n} well.`));
    rows[rows.length - 1] = provision(
      text,
      flaws.has('S07.C3') ? 'Staff' : last.who,
      flaws.has('S07.C2') ? '' : last.often,
      last.review,
    );
  }
  return { ...area, needs, outcomes, provision: rows };
}

function healthOf(
  { n, he, him, His, has, s }: Words,
  chance: Chance,
  month: string,
  hasHealth: boolean,
  flaws: ReadonlySet<string>,
  flawed: (criterion: string, quote: string) => string,
): string {
  if (flaws.has('S04.C1')) return flawed('S04.C1', `${n} has asthma and wears glasses.`);
  if (flaws.has('S08.C2')) {
    return flawed(
      'S08.C2',
      `${His} sleep is poor: ${he} wake${s} ${chance.number('wakes', 2, 5)} times a night and ${has} been tired at school since ${month}.`,
    );
  }
  return hasHealth
    ? `${n} has ${chance.pick('condition', ['low muscle tone', 'hypermobile joints', 'epilepsy, with absences'])}, so that writing and stairs tire ${him} (paediatrician, ${month}).`
    : `Hearing and sight were tested in ${month} and are as they should be. The paediatrician found no other health need.`;
}

function datesOf(child: ComposedChild) {
  const final = child.finalIssued;
  const isNew = child.planType === 'new' || child.planType === 'reassessment';
  const draftIssued = addDays(final, -36);
  const shared = {
    dateOfBirth: child.dateOfBirth,
    draftIssued,
    finalIssued: final,
    reviewBy: addDays(addWeeks(final, 52), -1),
  };
  if (!isNew) return { ...shared, firstIssued: addWeeks(final, -52 * 3), reviewMeeting: addWeeks(final, -11) };
  const requestReceived = addWeeks(final, -child.weeks);
  return { ...shared, requestReceived, assessmentAgreed: addDays(requestReceived, 40) };
}

function withoutReview<Dates extends { reviewBy: string }>({
  reviewBy: _reviewBy,
  ...dates
}: Dates): Omit<Dates, 'reviewBy'> {
  return dates;
}

function adviceOf(
  child: ComposedChild,
  parents: string,
  adviceOn: (key: string) => string,
  flaws: ReadonlySet<string>,
) {
  const dated = (key: string) => (flaws.has('S11.C3') && key !== 'parents' ? null : adviceOn(key));
  return [
    advice(parents, 'Parents', '', dated('parents')),
    advice(
      child.ncYear < 0 ? 'Bryony Tansy' : 'Miss Pia Burnet',
      child.ncYear < 0 ? 'Keyworker' : 'SENCO',
      child.setting,
      dated('school'),
    ),
    advice(
      'Dr Hester Bullfinch',
      'Educational psychologist',
      'Marrowdale Educational Psychology Service',
      dated('psychologist'),
    ),
    ...(flaws.has('S04.C2')
      ? []
      : [advice('Dr Imogen Sedge', 'Community paediatrician', 'Marrow Vale Community Health', dated('paediatrician'))]),
    ...(child.areas.includes('language')
      ? [advice('Gareth Pipit', 'Speech and language therapist', 'Marrow Vale Community Health', dated('therapist'))]
      : []),
    ...(child.areas.includes('senses')
      ? [advice('Ottilie Wigeon', 'Occupational therapist', 'Marrow Vale Community Health', dated('therapist'))]
      : []),
    advice('Ada Whitethroat', 'Family support worker', 'Marrowdale Early Help', dated('family')),
  ];
}
