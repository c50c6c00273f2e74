import { describe, expect, it } from 'vitest';
import { assessOutcome } from '../../../../../electron/backend/understanding/statements/assess-outcome.ts';

/**
 * Wordings of outcomes from all parts of life, labelled by the conventions of tests/corpus/statements-dev.json: the
 * SMART letters that hold; "provision", with T where a date stands in it; then the areas by their first letters
 * (employment, independent living, community, health).
 */
type Wording = readonly [letters: string, areas: string, text: string];

const INDEPENDENT_LIVING: readonly Wording[] = [
  [
    'SMART',
    'I',
    'By the end of Year 10, Petros will take the number 7 bus into town and back with nobody beside him, on five journeys out of six.',
  ],
  ['SMART', 'I', 'I will pay for my lunch with my own card at the college canteen on four days a week by Easter 2027.'],
  [
    'SMART',
    'I',
    'By her nineteenth birthday Saoirse will iron two shirts and load the washing machine with one reminder, each weekend for a month.',
  ],
  [
    'SMART',
    'I',
    'Before he goes up to middle school, Benji will wipe himself and pull up his trousers, with no help, on nine toilet visits out of ten.',
  ],
  ['S-ART', 'I', 'By July 2028 Odette will be able to cook her own tea.'],
  ['--AR-', 'I', 'To become more independent in self-care.'],
  ['--ART', 'I', 'By the end of Key Stage 3 Rhian will have better money skills.'],
  [
    'SMART',
    'I',
    'By spring half-term 2028 Yusuf will set his own alarm and be at the bus stop by 8.10 am on four mornings a week.',
  ],
  ['SMAR-', 'I', 'When she is older, Fenella will withdraw ten pounds from a cash machine on two Saturdays running.'],
  [
    'SMART',
    'I',
    "By the end of Reception, Dara will hold up the 'toilet' card to show that she needs to go, four times out of five.",
  ],
  ['SM-RT', 'I', 'By the end of Year 9, Emrys will never forget his house key.'],
  [
    'SMART',
    'I',
    'At present Luned needs to be dressed by her father; by December 2027 she will put on her own vest, pants and socks in ten minutes, five mornings a week.',
  ],
  ['S-AR-', 'I', 'Mattie will do up his own buttons.'],
  [
    'SMART',
    'I',
    'By September 2028, Gareth will make a shopping list for £20 and buy everything on it, alone, three weeks in a row.',
  ],
  [
    'SMART',
    'I',
    'After a block of travel training, Abel will walk to the corner shop and home again by himself, three times in a row, by August 2028.',
  ],
  ['S-ART', 'I', 'By September 2027 Hefin will tell people what he wants for lunch.'],
  [
    'SMART',
    'I',
    'By the end of Year 6 I will tell my teacher when I am stuck, in two lessons a day, before being asked.',
  ],
  ['--ART', 'I', 'By the end of Year 14 Isobel will have the life skills she needs for adulthood.'],
  [
    'SMART',
    'I',
    'By the end of Key Stage 4 Jesper will wash his own hair and shower, with one picture card, on five days a week.',
  ],
];

const COMMUNITY: readonly Wording[] = [
  [
    'SMART',
    'C',
    'By the end of Year 5 Nell will sit with two classmates at lunch and talk to one of them on three days a week.',
  ],
  [
    'SMART',
    'C',
    'By the next annual review, Idris will go to the mosque youth group for an hour, with his cousin, on three Fridays out of four.',
  ],
  ['SMART', 'C', 'By the end of Year 12, I will vote in the student union election on my own.'],
  [
    'SMART',
    'C',
    "By Christmas 2027 Robyn will block and report a stranger's message within a day, in three practice messages out of three.",
  ],
  ['SM-RT', 'C', 'By the end of Year 6 two girls in her class will ask Morag to a sleepover.'],
  ['--ART', 'C', 'By the end of Year 8 Sabir will have a stronger sense of belonging in his local community.'],
  ['S-ART', 'C', 'By July 2027 Kit will play alongside another child.'],
  ['---R-', 'C', 'Everyone at school will always like Joss.'],
  [
    'SMART',
    'C',
    'Ansel will take three turns each in a board game with a friend, without an adult, twice a week by Whitsun 2028.',
  ],
  ['SMAR-', 'C', 'Eventually Tegwen will go to Guides for the full evening, three weeks out of four.'],
  ['--AR-', 'C', 'To stay safe online.'],
  ['SM-RT', 'C', 'By the end of Year 10 Lachie will be picked for the school cricket team by the captain.'],
  [
    'SMART',
    'C',
    "With a teaching assistant's help to get started, Bryn will ask a classmate to play, at three playtimes a week, by July 2027.",
  ],
  ['SMART', 'C', 'By July 2029 I will have joined a drama club and been to six of its meetings.'],
];

const HEALTH: readonly Wording[] = [
  [
    'SMART',
    'H',
    'By half-term Ottoline will take her tablets at 8 am from her own pill box, on six days out of seven.',
  ],
  [
    'SMART',
    'H',
    'By the end of Year 11 Jago will ring the surgery and book his own appointment with the GP, with his mother listening, twice.',
  ],
  [
    'SMART',
    'H',
    'By June 2028 Beth will eat three new vegetables, two mouthfuls of each, at tea on four nights a week.',
  ],
  ['--ART', 'H', 'By the end of KS2 Cai will be calmer and happier.'],
  ['--AR-', 'H', 'To build resilience and emotional wellbeing.'],
  ['SM-RT', 'H', 'By his thirteenth birthday Solomon will be free from seizures.'],
  ['SM-RT', 'H', 'By the end of Year 4 Hana will have no more meltdowns.'],
  [
    'SMART',
    'H',
    'By the end of the summer term Aled will use his breathing cards instead of hitting when he is cross, in four incidents out of five.',
  ],
  ['SMAR-', 'H', 'Over time Delphine will sleep in her own bed from 8 pm to 6 am on five nights a week.'],
  ['S-ART', 'H', 'By Easter 2028 Ciaran will tell a grown-up when his tummy hurts.'],
  [
    'SMART',
    'H',
    'Within six months Wanda will do her stretches for ten minutes each evening, ticked off on her chart.',
  ],
  ['SMART', 'H', 'By the end of Year 13 I will order my repeat prescription online by myself, three months running.'],
  ['---R-', 'H', 'For the rest of his life Milo will cope well with his anxiety.'],
  [
    'SMART',
    'H',
    'By 30 June 2027 Rowena will change her stoma bag herself, with the nurse watching, on three days running.',
  ],
  ['SMART', 'H', 'Now that her feeding tube is out, Mirren will drink 600 ml a day by November 2027.'],
  ['SMAR-', 'H', 'Gruff will run one kilometre without stopping at three PE lessons in a row.'],
  ['--ART', 'H', 'By the end of Year 10 Roisin will manage her emotions more effectively.'],
];

const EMPLOYMENT: readonly Wording[] = [
  [
    'SMART',
    'E',
    'By the end of Year 12 Hussain will complete three weeks of work experience at a nursery school and be given a reference.',
  ],
  ['SMART', 'E', 'By July 2029, Mabel will hold down a paid job of eight hours a week for three months.'],
  ['--ART', 'E', 'By the end of Year 9 Shona will be more aware of different careers.'],
  ['S--R-', 'E', 'One day Piers will be a racing driver.'],
  ['SM-RT', 'E', 'By 2029 the garden centre will give Orrin a permanent job.'],
  ['SMART', 'E', 'By the end of college Nia will pass Level 2 Health and Social Care.'],
  ['SMART', 'E', 'By the end of Year 10 Bashir will visit two colleges and say which course he likes best and why.'],
  ['--AR-', 'E', 'To be better prepared for employment.'],
  [
    'SMART',
    'E',
    'By March 2028 Lottie will volunteer at the animal rescue centre for three hours every Sunday, arriving by 10 am.',
  ],
  ['SMART', 'E', 'Davina wants to be a vet. By the end of Year 11 she will have spent five days helping at a surgery.'],
  [
    'SMART',
    'EI',
    'By the end of Year 13 Hew will get the train to his placement at the bakery, on his own, three days a week.',
  ],
];

const LEARNING: readonly Wording[] = [
  [
    'SMART',
    '',
    'By the end of Year 3 Ruaridh will recite the two, five and ten times tables with no more than two slips, in three tests out of four.',
  ],
  ['SMART', '', 'By Easter 2027, Sian will hold her pencil in a tripod grip for a whole sentence, four times in five.'],
  ['--ART', '', "By the end of Key Stage 1 Dougal's handwriting will be neater."],
  ['--AR-', '', 'Improved listening and attention.'],
  ['SM-RT', '', 'By July 2027 Gwil will attend every single lesson.'],
  ['SMART', '', "By the end of Year 8 Anwen's reading age will rise from 7 years 2 months to 9 years."],
  [
    'SMART',
    '',
    'You will read a whole page aloud with fewer than three mistakes, on four days out of five, by the end of Year 4.',
  ],
  [
    'SMAR-',
    '',
    'Each half-term Hector will learn five key words for each science topic and explain them to his teacher.',
  ],
  ['SMAR-', '', 'Manon will copy a six-block pattern in under two minutes, four times in five.'],
  ['SMAR-', '', 'Kian will attend four out of five days a week.'],
  [
    'SMART',
    '',
    'By the end of Year 7, when support is reduced, Elinor will finish a set piece of work in twenty minutes, in four lessons a week.',
  ],
  [
    'SMART',
    '',
    "Given five minutes' warning, Osian will move from play to work within a minute, in eight changes out of ten, by the end of Nursery.",
  ],
  ['--AR-', '', 'To reach his full potential.'],
  ['--AR-', '', 'For Tudor to make progress in all areas of learning.'],
  ['--ART', 'CH', 'By the end of Year 9 Zola will read well, eat healthily, make friends and behave.'],
];

const FOR_THE_SETTING: readonly Wording[] = [
  ['SM--T', '', 'By the end of Year 9 Cato will always wear full school uniform, as the policy says.'],
  [
    'SMA-T',
    '',
    'By July 2027, Ivy will hand in her phone at the office on four days a week so that lessons are not interrupted.',
  ],
  [
    'SMA-T',
    '',
    'By the end of Year 5, Kofi will need only one adult at lunchtime, so that the second midday supervisor can go back to the hall.',
  ],
  [
    'SMA-T',
    '',
    'By Christmas 2026 Rufus will sit still through assembly in four assemblies out of five so the head teacher is not disturbed.',
  ],
  ['--A-T', '', 'By the end of Year 8 Ottilie will comply with the behaviour policy.'],
];

const PROVISION: readonly Wording[] = [
  ['provision T', '', 'By the end of the autumn term Maia will have completed a ten-week block of speech therapy.'],
  ['provision', '', 'Tomasz will have his own workstation away from the door.'],
  ['provision', '', 'Weekly swimming lessons with a trained helper.'],
  ['provision', '', 'One hour a day of reading catch-up.'],
  ['provision', '', 'To be shown how to use a hoist.'],
  ['provision', '', 'A place at the holiday scheme will be made available for Una.'],
  ['provision T', '', 'By July 2027 a risk assessment for trips will have been written.'],
  ['provision', '', 'A sensory room for Nye to use after lunch.'],
  ['provision', '', 'Ensure that Bronagh sits at the front of the class.'],
  ['provision', '', 'Class teacher to send a home-school book each day.'],
  ['provision', '', 'Vaughan will do a daily fine motor programme with a teaching assistant.'],
  ['provision', '', 'Emlyn will see the dietitian every six weeks.'],
  ['provision T', '', 'You will meet your careers adviser twice before Easter 2027.'],
  ['provision', '', 'I will get extra help with maths.'],
  ['provision', '', 'My family will be told about short breaks.'],
  ['provision', '', 'Continue with speech and language therapy.'],
  ['provision', '', "Implementation of the occupational therapist's advice."],
  ['provision', '', 'Ongoing monitoring of her hearing by audiology.'],
  ['provision', '', 'Lorcan will be read to every night.'],
  ['provision', '', 'Provide a laptop with speech software.'],
  ['provision T', '', 'By September 2026 the local authority will name a college for Dilwyn.'],
  ['provision', '', 'He will be prompted to use the toilet every two hours.'],
  ['provision', '', 'A travel trainer.'],
  ['provision', '', 'Small-group teaching for maths, four times a week.'],
  ['provision', '', 'Eilidh will take part in a Lego therapy group.'],
  ['provision', '', 'Counselling to be available on Thursdays.'],
  ['provision T', '', "By Easter 2027, Cerith's wheelchair will have been replaced with a larger one."],
  ['provision', '', 'Regular reviews of the plan.'],
];

const AREAS = { E: 'employment', I: 'independent_living', C: 'community_inclusion', H: 'health' };

function read(text: string): Wording {
  const { smart, isOutcomeNotProvision, pfaAreas } = assessOutcome(text).labels;
  const { specific, measurable, achievable, relevant, timebound } = smart;
  const areas = Object.entries(AREAS).flatMap(([letter, area]) =>
    pfaAreas.some((each) => each === area) ? letter : [],
  );
  if (!isOutcomeNotProvision) return [timebound ? 'provision T' : 'provision', areas.join(''), text];
  const holds = [specific, measurable, achievable, relevant, timebound];
  return [holds.map((is, at) => (is ? 'SMART'.charAt(at) : '-')).join(''), areas.toSorted().join(''), text];
}

describe('wordings of outcomes', () => {
  it.each([
    ...INDEPENDENT_LIVING,
    ...COMMUNITY,
    ...HEALTH,
    ...EMPLOYMENT,
    ...LEARNING,
    ...FOR_THE_SETTING,
    ...PROVISION,
  ])('reads as %s [%s]: %s', (letters, areas, text) => {
    expect(read(text)).toEqual([letters, areas, text]);
  });
});
