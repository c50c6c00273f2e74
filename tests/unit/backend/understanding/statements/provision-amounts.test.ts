import { describe, expect, it } from 'vitest';
import { assessProvision } from '../../../../../electron/backend/understanding/statements/assess-provision.ts';

/** Amounts as provision says them, by trait: whether they can be worked out, and whether how often and how long are said. */
type Wording = readonly [letters: string, text: string];

/** Quantified, how often (frequency), how long (duration) by their first letters. */
function amount(text: string): string {
  const { quantified, frequency, duration } = assessProvision(text).labels;
  return `${quantified ? 'q' : '-'}${frequency ? 'f' : '-'}${duration ? 'd' : '-'}`;
}

const COUNTED_SESSIONS: readonly Wording[] = [
  ['q-d', 'Eight 45-minute sessions of drama therapy from a registered drama therapist.'],
  ['q-d', 'A block of ten one-hour sleep workshops for her parents, run by a health visitor.'],
  ['q-d', 'Twelve visits by the outreach teacher, each of two hours.'],
  ['q-d', 'Five swimming lessons of half an hour with a teaching assistant in the water.'],
  ['qfd', 'A course of twelve weekly sessions of dance, each 50 minutes long.'],
  ['-f-', 'A stretch each 20 minutes.'],
  ['--d', 'A colourful semantics session of 40 minutes with a teaching assistant.'],
  ['---', 'Eight sessions of drama therapy from a registered drama therapist.'],
  ['--d', 'Twenty minute sessions of touch typing.'],
];

const TOTALS: readonly Wording[] = [
  ['q-d', 'Fifteen hours of mobility training around the campus, from a habilitation officer.'],
  ['q-d', 'The specialist nurse will give a three-hour course in gastrostomy feeding to the class team.'],
  ['q-d', 'Twenty nights of short breaks with a foster carer.'],
  ['q-d', 'A one-day workshop on sensory needs for the year team, led by an occupational therapist.'],
  ['q-d', 'A twilight of 80 minutes on attachment for all staff.'],
  ['q-d', 'Six half-days of canoeing in the summer holidays with an instructor.'],
  ['--d', 'Half an hour of stretching with a physiotherapy assistant.'],
  ['---', 'Training in gastrostomy feeding for the class team.'],
];

const EVERY_OCCASION: readonly Wording[] = [
  ['qf-', 'Yellow acetate sheets over her reading in every lesson.'],
  ['qf-', 'The form tutor wears the soundfield microphone in all assemblies.'],
  ['qf-', 'Subject teachers will let Osian go two steps ahead of the crowd at every change of lesson.'],
  ['qf-', 'A speech-to-text reporter in each lecture and every lesson.'],
  ['-f-', 'A mentor will go through the comic strip with Osian every Friday.'],
  ['-f-', 'A teaching assistant will pre-teach the words before every science lesson.'],
  ['-f-', 'Massage before every lesson.'],
];

const COUNTED_THINGS: readonly Wording[] = [
  ['q--', 'Two standing frames: one in the classroom and one in the hall.'],
  ['q--', 'Three spare headsets, kept in the office.'],
  ['q--', 'Two enamel mugs with lids, one for home and another for school.'],
  ['---', 'Standing frames.'],
  // The day by which a thing is there says when, once; an hour of the day counts nothing.
  ['q--', 'A ceiling hoist, fitted by the adaptations team by 31 May 2027.'],
  ['---', 'Taxis home after choir until 8 pm.'],
  ['---', 'Two groups, one in school and one at home.'],
];

const ONCE_A_YEAR: readonly Wording[] = [
  ['qfd', 'Training for the lunchtime staff in dysphagia, three hours each January.'],
  ['qfd', 'Refresher training in moving and handling for the class team, half a day every summer term.'],
  ['qfd', 'Two hours each autumn of transition planning with the careers adviser.'],
  ['q-d', 'Two workshops for staff, three hours each, of which one is online.'],
];

const SLIPS: readonly Wording[] = [
  ['qfd', 'Signing practice with the ELSA, twice weekly, 15 mintues a time.'],
  ['qfd', 'Fourty minuets of cookery each week with the learning mentor.'],
  ['qfd', 'Two huors of riding every Tuesday with a riding instructor.'],
];

const BEFORE_AND_AFTER: readonly Wording[] = [
  ['qfd', 'A teaching assistant will practise sounds with Elin for ten minutes before every phonics lesson.'],
  ['qfd', 'She will rest in the medical room for twenty-five minutes after lunch each day.'],
  ['qfd', 'Sensory breaks of four minutes after each lesson.'],
  ['qf-', 'He leaves every lesson five minutes before the bell.'],
];

const A_DAY: readonly Wording[] = [
  ['qf-', 'Two assistants help her with the toilet three times a day, at all times one to one.'],
  ['-f-', 'Massage of her hands twice a day.'],
  ['qf-', 'Five pads a day, supplied by the continence service.'],
  ['qfd', "Staff who work with her take a day's training in epilepsy each January."],
  ['qfd', 'A day a week at the farm with the farm tutor.'],
  ['qfd', 'Placement at a garage for a day each fortnight.'],
];

const HEDGED: readonly Wording[] = [
  // What is done is open, how much of it is not.
  ['qfd', 'A variety of board games with the learning mentor for 25 minutes every Wednesday.'],
  ['qfd', 'Thirty minutes a day with a teaching assistant on spelling or whatever else is felt useful.'],
  ['qfd', 'Two hours each Saturday with a personal assistant for outings of some kind.'],
  ['qfd', 'The art therapist will see Ffion for an hour every Monday, and will try to fit in a second hour.'],
  ['qfd', 'An additional 20 minutes a day of reading with a teaching assistant.'],
  // How much is open.
  ['-fd', 'Up to 25 minutes of board games with the learning mentor every Wednesday.'],
  ['-fd', 'Thirty minutes a day with a teaching assistant, if one is available.'],
  ['-fd', 'Two hours or so each Saturday with a personal assistant.'],
  ['-fd', 'Subject to staffing, an hour of art therapy every Monday, and a range of games.'],
  ['-fd', '20 minutes daily of typing with the mentor, to be reduced as appropriate.'],
];

describe('amounts of provision', () => {
  it.each([
    ...COUNTED_SESSIONS,
    ...TOTALS,
    ...EVERY_OCCASION,
    ...COUNTED_THINGS,
    ...ONCE_A_YEAR,
    ...SLIPS,
    ...BEFORE_AND_AFTER,
    ...A_DAY,
    ...HEDGED,
  ])('reads %s: %s', (letters, text) => {
    expect([amount(text), text]).toEqual([letters, text]);
  });
});
