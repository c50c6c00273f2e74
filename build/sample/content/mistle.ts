import {
  absent,
  advice,
  care,
  list,
  met,
  notMet,
  outcome,
  part,
  partly,
  provision,
  type PlanContent,
  type SamplePlan,
} from '../plan-content.ts';

/** Year 2, looked after, new plan: the draft requires improvement; the final is being graded. */
const FINAL: PlanContent = {
  authority: 'Marrowdale Council',
  child: {
    name: 'Harvey Mistle',
    knownAs: 'Harvey',
    dateOfBirth: '2019-11-08',
    address: 'Held by the council',
    yearGroup: 'Year 2',
    parents: 'Marrowdale Council and Leanne Mistle share parental responsibility. Foster carers: Gwen and Abel Thrift',
  },
  setting: 'Elder Lane Primary School',
  reference: 'MD-26-0468',
  dates: {
    dateOfBirth: '2019-11-08',
    requestReceived: '2026-07-06',
    assessmentAgreed: '2026-08-14',
    draftIssued: '2026-10-09',
    finalIssued: '2026-11-20',
    reviewBy: '2027-11-19',
  },
  writtenBy: 'Petra Dunnock, EHC coordinator',
  signedOffBy: 'Colm Nuthatch, locality manager',
  changes: [],
  A: [
    part(
      'Harvey’s voice',
      'Harvey made a book about himself with his play therapist, Wanda Starling, over three visits in September 2026. He said: “I am good at digging. I like Abel’s van. I don’t like it when the door shuts. I want to stay.”',
    ),
    list(
      'Harvey likes',
      'Digging, mud and worms',
      'Being told what is next',
      'Toast, cut in triangles',
      'Sitting in the van with Abel',
    ),
    part(
      'How to be with Harvey',
      'Sit beside him and not in front of him. Say what you are doing. Leave the door open. If he runs, follow at a distance and say “I’m here”.',
    ),
    part(
      'Gwen and Abel Thrift, foster carers',
      'Harvey came to us in January with a carrier bag. He now sleeps through most nights. We hope he will have a friend to tea and a school that does not send him home.',
    ),
    part(
      'Leanne Mistle, Harvey’s mother',
      'I want him to know that I love him and for him to do well at school. He was always good with his hands.',
    ),
  ],
  needsSummary: [
    'Harvey has been looked after since January 2026. The effects of early neglect on his attachment, language and attention are set out below; only what his education needs is given of his history.',
  ],
  areas: [
    {
      title: 'Social, emotional and mental health',
      strengths: [
        'Harvey is curious and gentle with small creatures. With an adult whom he knows he will try again after a mistake.',
      ],
      needs: [
        'When a door closes or a voice is raised Harvey runs: nineteen times in September 2026. It takes him about thirty minutes with a known adult to be ready to learn.',
        'He takes and hides food each day. He does not believe that an adult who leaves the room will come back.',
      ],
      outcomes: [
        outcome(
          'By July 2028, Harvey will stay in the room, or go to his agreed place, when he is frightened, on nine occasions out of ten.',
          'July 2028',
          ['By July 2027 Harvey will do so on five occasions out of ten.'],
        ),
        outcome(
          'By July 2028, Harvey will play with one other child, with an adult in sight but not taking part, for fifteen minutes on three days a week.',
          'July 2028',
        ),
      ],
      provision: [
        provision(
          'Two named adults who share Harvey’s day, one of whom meets him at the gate and hands him back at the end.',
          'Teaching assistants with training in attachment (three days), supervised by the educational psychologist for one hour each half-term',
          '30 hours a week, lunch included',
          'Team meeting every six weeks',
        ),
        provision(
          'Theraplay-based sessions in school.',
          'Learning mentor with level 1 training',
          '30 minutes, three times a week',
          'Psychologist each term',
        ),
        provision(
          'A safe place with a tent, cushions and a snack box, the door of which is never shut.',
          'School to provide',
          'Open to Harvey throughout the school day',
          'Half-termly',
        ),
      ],
    },
    {
      title: 'Communication and language',
      strengths: ['Harvey knows many words for tools and animals.'],
      needs: [
        'He understood sentences like a child of four years in August 2026, when he was six years and nine months. He has no words for feelings but “fine” and “bad”.',
      ],
      outcomes: [
        outcome(
          'By July 2028, Harvey will name how he feels with one of eight words or pictures, before or after he has run, four times in five.',
          'July 2028',
        ),
      ],
      provision: [
        provision(
          'Language programme on understanding and on words for feelings.',
          'Teaching assistant trained by the speech and language therapist',
          '20 minutes, four times a week',
          'Therapist visits twice a term, 60 minutes',
        ),
      ],
    },
    {
      title: 'Learning',
      strengths: ['Harvey counts and measures when it is for building.'],
      needs: ['Harvey reads eight words and writes his name. He missed about half of Reception and Year 1.'],
      outcomes: [
        outcome(
          'By July 2028, Harvey will read a sentence of six words that he can sound out, and say what it means, five times in six.',
          'July 2028',
        ),
      ],
      provision: [
        provision(
          'Phonics from the beginning of the school’s scheme.',
          'Class teacher',
          '20 minutes daily, one to one',
          'Tested every six weeks',
        ),
      ],
    },
  ],
  generalProvision: [
    provision(
      'A plan for changes of staff, class and contact days, written with Harvey’s carers.',
      'SENCO with the virtual school',
      'Before each change',
      'At each personal education plan meeting',
    ),
  ],
  C: [
    'Harvey had a health assessment for looked-after children on 3 September 2026 (Dr Sedge). He is small for his age and has eight decayed teeth, which hurt and keep him from eating; treatment is booked. He sleeps six to eight hours and wakes twice.',
  ],
  D: [
    'Harvey is looked after under a full care order. His social worker is Imelda Shrike; the care plan was last reviewed on 24 September 2026 and is for him to stay with Gwen and Abel Thrift. He sees his mother six times a year at the family centre, and is unsettled for two days afterwards. He has no friend outside school.',
  ],
  G: care(
    ['Agreed by the Marrow Vale Integrated Care Board on 16 November 2026.'],
    provision(
      'Therapy with Harvey and his carers together.',
      'Clinical psychologist, looked-after children’s team',
      'Twelve sessions of 60 minutes, fortnightly from January 2027',
      'Report after session 12',
    ),
  ),
  H1: care(['No provision under section 2 of the 1970 Act was found to be needed (social worker, 25 September 2026).']),
  H2: care(
    [],
    provision(
      'A Saturday forest club with a known adult.',
      'Fostering service',
      'Three hours every other Saturday from 9 January 2027',
      'At each looked-after review',
    ),
    provision(
      'Support for Gwen and Abel Thrift from a therapist on sleep and food.',
      'Fostering service therapist',
      'One hour a month for 12 months',
      'Looked-after review in March and September 2027',
    ),
  ),
  I: ['Elder Lane Primary School: a mainstream primary school.'],
  J: ['There is no personal budget. The virtual school’s pupil premium is recorded in the personal education plan.'],
  K: [
    advice('Harvey Mistle', 'Child', '', '2026-09-23'),
    advice('Gwen and Abel Thrift', 'Foster carers', '', '2026-09-10'),
    advice('Leanne Mistle', 'Mother', '', '2026-09-15'),
    advice('Mr Joel Chaffinch', 'SENCO', 'Elder Lane Primary School', '2026-09-21'),
    advice('Dr Neil Ouzel', 'Educational psychologist', 'Marrowdale Educational Psychology Service', '2026-09-25'),
    advice('Dr Imogen Sedge', 'Paediatrician for looked-after children', 'Marrow Vale Community Health', '2026-09-03'),
    advice('Sunita Redpoll', 'Speech and language therapist', 'Marrow Vale Community Health', '2026-09-24'),
    advice('Imelda Shrike', 'Social worker', 'Marrowdale Children in Care Team', '2026-09-25'),
    advice('Dr Tobias Egret', 'Head', 'Marrowdale Virtual School', '2026-09-18'),
  ],
};

/** What the draft said: health and care thin, staffing without amounts, one recommendation lost. */
const DRAFT: PlanContent = {
  ...FINAL,
  dates: {
    dateOfBirth: '2019-11-08',
    requestReceived: '2026-07-06',
    assessmentAgreed: '2026-08-14',
    draftIssued: '2026-10-09',
  },
  signedOffBy: null,
  A: FINAL.A.filter((one) => one.title !== 'Leanne Mistle, Harvey’s mother'),
  areas: FINAL.areas.map((area, index) =>
    index === 0
      ? {
          ...area,
          outcomes: area.outcomes.map((one, place) =>
            place === 1 ? outcome('Harvey will have better relationships with his peers.', 'July 2028') : one,
          ),
          provision: [
            provision(
              'Two named adults who share Harvey’s day.',
              'Teaching assistants',
              'To be agreed with school',
              'Team meeting every six weeks',
            ),
            provision(
              'A safe place with a tent, cushions and a snack box, the door of which is never shut.',
              'School to provide',
              'Open to Harvey throughout the school day',
              'Half-termly',
            ),
          ],
        }
      : area,
  ),
  G: care(['Referral to the looked-after children’s psychology team to be considered.']),
  H2: care(
    [],
    provision('Support for Gwen and Abel Thrift from the fostering service.', 'Fostering service', 'As needed', ''),
  ),
  I: [],
  J: ['There is no personal budget.'],
};

const FACTS = {
  hasHealthProvision: true,
  hasSocialCareProvision: true,
  hasSocialWorker: true,
  isPhaseTransferYear: false,
};

export const mistle: SamplePlan = {
  id: 'mistle',
  register: {
    reference: 'MD-26-0468',
    initials: 'HM',
    name: 'Harvey Mistle',
    dateOfBirth: '2019-11-08',
    planType: 'new',
    ncYear: 2,
    setting: 'Elder Lane Primary School',
    primaryNeed: 'Social, emotional and mental health',
    locality: 'South dale',
  },
  versions: [
    {
      stage: 'draft',
      template: 'cards',
      format: 'pdf',
      quality: 'requires_improvement',
      content: DRAFT,
      audit: {
        extent: 'whole',
        facts: FACTS,
        findings: [
          met(
            'S02.C5',
            'Anyone new to Harvey could use this tomorrow.',
            'Sit beside him and not in front of him. Say what you are doing. Leave the door open.',
          ),
          met(
            'S05.C6',
            'Lined up with the care plan, with no more history than is needed.',
            'only what his education needs is given of his history',
          ),
          met('S03.C3', 'A count that progress can be measured from.', 'Harvey runs: nineteen times in September 2026'),
          absent(
            'partly',
            'S02.C3',
            'His carers are heard and his mother is not, although her views are listed in K.',
            'A',
          ),
          notMet(
            'S04.C3',
            'This is not provision.',
            'Referral to the looked-after children’s psychology team to be considered.',
          ),
          absent('not_met', 'S04.C4', 'Nothing agreed with the commissioner.', 'G'),
          partly(
            'S05.C4',
            'Who and what for, with no amount.',
            'Support for Gwen and Abel Thrift from the fostering service.',
          ),
          partly('S06.C2', 'Four good ones and this.', 'Harvey will have better relationships with his peers.'),
          partly(
            'S06.C3',
            'The same one could not be counted by anybody.',
            'Harvey will have better relationships with his peers.',
          ),
          partly('S07.C1', 'Staffing is named and its job is not.', 'Two named adults who share Harvey’s day.'),
          notMet('S07.C2', 'The largest item in the plan has no amount.', 'To be agreed with school'),
          partly('S07.C3', 'The psychologist asked for training in attachment and supervision.', 'Teaching assistants'),
          partly('S07.C4', 'Two hedges, both in what matters most.', 'To be agreed with school'),
          absent(
            'not_met',
            'S07.C6',
            'The psychologist’s sessions for playing and trusting are missing, with no reason.',
            'F',
          ),
          absent('partly', 'S08.C2', 'Teeth, sleep and size are in C, and G offers nothing.', 'G'),
          absent('partly', 'S08.C3', 'Outcome 2, on friendship, has no provision.', 'F'),
          absent('partly', 'S01.C5', 'No sign-off and no review date.', 'cover'),
          absent('partly', 'S10.C1', 'Comments are still to come; his mother’s are already in the file.', 'A'),
          absent('partly', 'S07.C7', 'The cards help, but rows do not say how progress changes the provision.', 'F'),
          absent('partly', 'S05.C2', 'Friends are mentioned; clubs and holidays are not.', 'D'),
        ],
      },
    },
    {
      stage: 'final',
      template: 'cards',
      format: 'docx',
      quality: 'good',
      content: FINAL,
      audit: {
        extent: 'half',
        facts: { hasHealthProvision: true, hasSocialCareProvision: true, hasSocialWorker: true },
        findings: [
          met(
            'S02.C3',
            'His mother is heard now.',
            'I want him to know that I love him and for him to do well at school.',
          ),
          met(
            'S04.C4',
            'Agreed since the draft.',
            'Agreed by the Marrow Vale Integrated Care Board on 16 November 2026.',
          ),
          partly(
            'S04.C1',
            'Teeth and sleep: what do they mean for a school day?',
            'He sleeps six to eight hours and wakes twice.',
          ),
        ],
      },
    },
  ],
};
