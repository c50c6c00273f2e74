import { describe, expect, it } from 'vitest';
import { assessProvision } from '../../../../../electron/backend/understanding/statements/assess-provision.ts';

/**
 * Wordings of provision, labelled by the conventions of tests/corpus/statements-dev.json: specific, quantified, who,
 * frequency, duration by their first letters, and the vague words.
 */
type Wording = readonly [letters: string, vague: readonly string[], text: string];

const EXACT: readonly Wording[] = [
  ['sqwfd', [], 'A music therapist will see Neve on her own for 40 minutes every Thursday.'],
  ['sqwfd', [], 'Two 20-minute sessions a week of precision teaching from a higher level teaching assistant.'],
  ['sq-fd', [], 'Ten minutes of sensory circuits at the start of each day.'],
  ['s-w--', [], 'A course of six play therapy sessions with a play therapist.'],
  ['sq---', [], 'Two pairs of left-handed scissors, kept in her tray.'],
  ['sq-f-', [], 'His seat faces away from the window in every lesson.'],
  ['sqwf-', [], 'A passenger assistant trained in epilepsy first aid on every journey to and from school.'],
  [
    'sqwfd',
    [],
    'The school nurse will teach Bethan to check her blood glucose, 15 minutes each day before lunch for two weeks.',
  ],
  ['s-w--', [], 'The occupational therapist will show school staff how to set up the seating.'],
  ['sqwfd', [], "The SENCO will meet Cledwyn's parents every half-term for half an hour to go through his targets."],
  ['s--f-', [], 'Weekly cookery in the life skills flat.'],
  ['sq--d', [], 'Thirty nights a year of short breaks at Larch House.'],
  ['sq-fd', [], 'A five-minute movement break after every twenty minutes of sitting.'],
  ['sqwfd', [], 'Every weekday from 3.30 pm to 5 pm a support worker will take Ffred to the after-school club.'],
  ['s-w--', [], 'Bereavement counselling with a counsellor from the hospice.'],
  ['sq---', [], 'A class of no more than ten pupils.'],
  ['sqwf-', [], 'Two teaching assistants with the class of nine at all times.'],
  ['s----', [], 'Staff will use Makaton signs.'],
  ['sqwfd', [], 'Hydrotherapy with a physiotherapist, 1 x 30 min per week in term time.'],
  ['sqwf-', [], 'The catering manager will puree every meal to the texture in her feeding plan.'],
  ['sqwf-', [], "Diana's hearing aids checked by the teaching assistant every morning before registration."],
  ['sq-f-', [], 'Access to the lift at every change of lesson.'],
  ['sq-f-', [], 'Printed notes for every lesson, handed to her at the start.'],
  ['s-w--', [], 'A driving instructor experienced with learner drivers who are deaf.'],
  [
    'sqw-d',
    [],
    'Twelve hours of training in augmentative communication for the class team from a speech and language therapist over the year.',
  ],
  ['sq-fd', [], 'At least 30 minutes of outdoor play each morning.'],
  ['sq-f-', [], 'Extra time of 25 per cent in all tests and exams.'],
  ['s-wf-', [], 'Monthly reviews of his epilepsy medicine by the paediatrician.'],
  ['sqwfd', [], 'A 30-minute reading assessment each term by the specialist teacher.'],
  ['sqwfd', [], 'Mondays and Wednesdays, 9.15 am to 9.45 am: handwriting with the occupational therapy assistant.'],
  ['sq-f-', [], 'Access to her comfort box at every change of activity.'],
  ['sqwf-', [], 'All medicines given by a nurse at 8 am, noon and 4 pm.'],
  ['s----', [], 'Training for all lunchtime staff in using an EpiPen.'],
  ['sq-fd', [], 'Four hours a week of alternative curriculum at Hollin Farm, in two two-hour blocks.'],
  [
    'sqwfd',
    [],
    'A play worker joins Idwal at lunch on Tuesdays and Thursdays for 30 minutes to lead a game with two friends.',
  ],
  ['s-wf-', [], 'Daily check-ins with the form tutor.'],
  ['sqwfd', [], 'Weekly 1:1 ELSA session (45 mins) with Mrs Pugh, ELSA, on naming feelings.'],
  ['sq---', [], 'A weighted lap pad of 1.5 kg.'],
  ['sqwfd', [], 'You will have physiotherapy with a physiotherapist for one hour on the first Tuesday of every month.'],
  ['sqwf-', [], 'One teacher to four pupils in all practical lessons.'],
  ['s-w--', [], 'A college tutor will teach Glain bookkeeping at home.'],
];

const EMPTY: readonly Wording[] = [
  ['-----', [], 'The autism team will advise.'],
  ['-qwfd', [], 'An hour a day with the learning mentor.'],
  ['-----', [], 'Bowen will be able to walk ten metres with his frame by Easter 2027.'],
  ['--w--', [], 'Support from the learning mentor.'],
  ['---f-', [], 'The outreach service will visit each half-term.'],
];

const VAGUE: readonly Wording[] = [
  ['--w--', ['stay involved'], 'The family support worker will stay involved.'],
  ['-----', ['Input'], 'Input from outside agencies.'],
  ['-----', ['will be considered'], 'A move to a smaller class will be considered.'],
  ['-----', ['where possible'], 'Lessons on the ground floor where possible.'],
  ['---f-', ['some time'], 'Each week he will have some time in the nurture room.'],
  ['--wfd', ['about'], 'A reading tutor will see Perran for about half an hour on Mondays.'],
  ['-----', ['if needed'], 'Use of a wheelchair if needed.'],
  ['----d', ['when the timetable allows'], 'Half an hour of typing when the timetable allows.'],
  ['--w--', ['continue to be involved'], 'The educational psychologist will continue to be involved.'],
  ['-----', ['continue to support'], 'School will continue to support him.'],
  ['-----', ['Strategies'], 'Strategies for managing transitions.'],
  ['-----', ['as he requires'], 'Rest breaks as he requires.'],
  ['-----', ['a variety of methods'], 'He will be taught using a variety of methods.'],
  ['--w-d', ['Up to'], 'Up to an hour with the art therapist.'],
  ['-----', ['Appropriate'], 'Appropriate seating.'],
  ['-----', ['may be'], 'Short breaks may be agreed after a visit.'],
  ['--w--', ['as directed by'], 'A teaching assistant will run exercises as directed by the physiotherapist.'],
  ['-----', ['Where appropriate'], 'Where appropriate, notes will be printed.'],
  ['--wf-', ['to be decided'], 'A fortnightly session with the ELSA, focus to be decided.'],
  ['-----', ['pending'], 'Occupational therapy pending assessment.'],
  ['-----', ['may be', "at the school's discretion"], "Homework may be reduced at the school's discretion."],
  ['-----', ['will look to'], 'School will look to provide a quiet base.'],
  ['-----', ['should be'], 'Lessons should be broken into chunks.'],
  ['--w--', ['Occasional'], 'Occasional visits from the teacher of the deaf.'],
  ['-----', ['Lots of'], 'Lots of praise.'],
  ['-----', ['if funding is agreed'], 'A place at the youth club if funding is agreed.'],
  ['-----', ['as soon as possible'], 'A new chair as soon as possible.'],
  ['-----', ['Access to', 'whenever she wants'], 'Access to her comfort box whenever she wants.'],
  ['--w-d', ['from time to time'], 'Massage from a physiotherapist for 20 minutes from time to time.'],
  ['-----', ['in due course'], 'An occupational therapy assessment in due course.'],
  ['--w--', ['Light-touch'], 'Light-touch monitoring by the SENCO.'],
  ['-----', ['will be encouraged to'], 'Alys will be encouraged to try new foods.'],
  ['-----', ['will try to'], 'Staff will try to sit him near the front.'],
  ['--w--', ['will liaise'], 'The SENCO will liaise with the college.'],
  ['-----', ['Quality first teaching'], 'Quality first teaching.'],
  ['-----', ['a nurturing approach'], 'Staff will take a nurturing approach.'],
  ['-----', ['will aim to'], 'We will aim to offer swimming.'],
  ['-----', ['by arrangement'], 'Physiotherapy at the clinic by arrangement.'],
  ['---fd', ['Roughly'], 'Roughly 15 minutes of spelling a day.'],
];

function read(text: string): Wording {
  const { specific, quantified, who, frequency, duration, vaguePhrases } = assessProvision(text).labels;
  const holds = [specific, quantified, who, frequency, duration];
  return [holds.map((is, at) => (is ? 'sqwfd'.charAt(at) : '-')).join(''), vaguePhrases, text];
}

describe('wordings of provision', () => {
  it.each([...EXACT, ...EMPTY, ...VAGUE])('reads as %s %j: %s', (...wording) => {
    expect(read(wording[2])).toEqual(wording);
  });
});
