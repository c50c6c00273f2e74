import { describe, expect, it } from 'vitest';
import { assessOutcome } from '../../../../../electron/backend/understanding/statements/assess-outcome.ts';

/** Traits of outcomes, each beside sentences that look alike and are not. */
type Wording = readonly [letters: string, text: string];

/** The SMART letters that hold, or "provision" with T where a date stands in it. */
function letters(text: string): string {
  const { smart, isOutcomeNotProvision } = assessOutcome(text).labels;
  if (!isOutcomeNotProvision) return smart.timebound ? 'provision T' : 'provision';
  const { specific, measurable, achievable, relevant, timebound } = smart;
  return [specific, measurable, achievable, relevant, timebound]
    .map((is, at) => (is ? 'SMART'.charAt(at) : '-'))
    .join('');
}

const HELP_BY_ANOTHER_VERB: readonly Wording[] = [
  ['provision T', 'By Christmas 2027 Gwilym will be having play therapy once a fortnight.'],
  ['provision', 'Seren will have a boxing coach for a term.'],
  ['provision T', 'By the end of Year 9 Tomos will have a maths tutor on two evenings a week.'],
  ['provision', 'Gwilym will be having lessons with a specialist teacher.'],
  ['provision T', 'By July 2028 Seren will be seeing the psychologist each month.'],
  ['provision T', 'By Easter 2028 Seren will have had her wheelchair adjusted.'],
  ['provision T', 'Gwilym will attend every session of his anger management course by July 2028.'],
  ['provision', "Tomos's keyworker will pack his bag with him."],
  ['SMART', 'By July 2028 Gwilym will attend nine drama lessons out of ten for a term.'],
  ['S-ART', 'By July 2029 Seren will have a place on a plumbing course.'],
  ['SMART', 'By Christmas 2027 Gwilym will be having tea at a friend’s house once a fortnight.'],
  ['SMART', 'By July 2028 Seren will keep her hearing aids in for five hours a day, on four days out of five.'],
  ['SMAR-', 'By the end of this plan Tomos will walk to the corner shop alone, three times in a row.'],
  ['--AR-', 'Tomos will manage his anger better so he is able to access lessons.'],
];

const PICKED_BY_OTHERS: readonly Wording[] = [
  ['SM-RT', 'By the end of 2029 the shop manager will have chosen Seren as employee of the month.'],
  ['SM-RT', 'By July 2028 the head chef will promote Gwilym to second cook.'],
  ['provision T', 'By July 2028 the shop manager will choose a mentor for Seren.'],
  ['provision', 'The catering manager will puree every meal.'],
  ['SM-RT', 'By the end of Year 6 every pupil in his class will have asked Tomos to play.'],
  ['SM-RT', 'By Easter 2028 another child will choose Seren as a partner twice a week.'],
  ['S-AR-', "I'll phone my friends to arrange a film night."],
];

const FOR_LIFE: readonly Wording[] = [
  ['S--R-', 'Tomos will run his own garage when he is grown up.'],
  ['S--R-', 'Her biggest dream is to have a narrowboat.'],
  ['S--R-', 'Seren will become a children’s nurse in the future.'],
  ['---R-', 'Gwilym will have a rewarding working life.'],
  ['S--R-', 'When she is older Seren will live in her own house by the sea.'],
  ['SMART', 'By July 2030 Tomos will open his own cake business online and sell ten cakes a month.'],
  ['SMAR-', 'When he is older, Tomos will pay for two things at the till each Saturday.'],
];

const CURED: readonly Wording[] = [
  ['S--RT', "By July 2028 Seren's seizures will stop completely."],
  ['S--RT', "By July 2028 Gwilym's hearing will be back to normal in both ears."],
  ['SMART', 'By July 2028 Seren will write down her seizures on six days out of seven.'],
];

const FOR_THE_ADULTS: readonly Wording[] = [
  ['--A-T', 'By July 2028 Tomos will behave well so as to make assemblies calmer for the staff.'],
  ['SMA-T', 'By the end of Year 8 Seren will wear the proper school shoes on nine days out of ten.'],
  ['SMA-T', 'By Easter 2028 Gwilym will put his chair under on four days a week, which is easier for the cleaners.'],
  ['SMART', 'By Easter 2028 Gwilym will wear his glasses in nine lessons out of ten.'],
  ['SMART', 'By the end of Year 1 Seren will put on her school shoes by herself on four days out of five.'],
];

const SEVERAL_RESULTS: readonly Wording[] = [
  [
    '-MART',
    'By the end of Year 9 Tomos will spell forty words from his list, cook one meal a week and go to band on three Fridays in four.',
  ],
  [
    '-MART',
    'By July 2028 Seren will score 30 out of 50 in maths, sleep until six on five nights a week and pay for two things a week.',
  ],
  ['--ART', 'By Year 14 Gwilym will hold a weekend job, see his friends, keep to his diet and travel alone.'],
  ['SMART', 'By July 2028 Seren will spell forty words, read sixty words and write ten sentences from her list.'],
  ['SMART', 'By Easter 2028 Tomos will wash, dress and get to the bus stop by 8 am on four days a week.'],
];

const SIGNS_AND_PROMPTS: readonly Wording[] = [
  ['S-ART', 'By July 2028 Seren will use her communication board to ask for a drink.'],
  ['--ART', 'By July 2028 Seren will use communication skills.'],
  ['SMART', 'By his 20th birthday Tomos will order his own lunch, with an adult beside him but not stepping in.'],
  ['S-ART', 'By his 20th birthday Tomos will order his own lunch, with an adult helping.'],
];

const BY_WHEN: readonly Wording[] = [
  ['SMART', 'End of Year 5: counts in twos to 40 without a mistake.'],
  ['SMART', 'July 2028 – Seren walks 50 metres with her walker twice a day.'],
  ['SMART', 'Tomos will swim ten metres in a float jacket by his next birthday.'],
  ['SMART', 'By 19, Seren will catch two buses to college on her own.'],
  ['SMAR-', 'Tomos will be in bed by 10, four nights a week.'],
  ['SMAR-', 'Each term: Tomos reads two books.'],
  ['SMAR-', 'From January 2028 Seren will choose her own lunch on four days a week.'],
  ['SMART', 'From January 2028 to July 2028 Seren will choose her own lunch on four days a week.'],
];

describe('traits of outcomes', () => {
  it.each([
    ...HELP_BY_ANOTHER_VERB,
    ...PICKED_BY_OTHERS,
    ...FOR_LIFE,
    ...CURED,
    ...FOR_THE_ADULTS,
    ...SEVERAL_RESULTS,
    ...SIGNS_AND_PROMPTS,
    ...BY_WHEN,
  ])('read as %s: %s', (wanted, text) => {
    expect([letters(text), text]).toEqual([wanted, text]);
  });
});
