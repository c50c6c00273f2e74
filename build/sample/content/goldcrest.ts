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
  type SamplePlan,
} from '../plan-content.ts';

/** Year 3, amended: an old-style plan whose provision is vague and whose review was late. Requires improvement. */
export const goldcrest: SamplePlan = {
  id: 'goldcrest',
  register: {
    reference: 'MD-23-0178',
    initials: 'MG',
    name: 'Maisie Goldcrest',
    dateOfBirth: '2019-03-22',
    planType: 'amended',
    ncYear: 3,
    setting: 'St Ebba’s Primary School',
    primaryNeed: 'Autism',
    locality: 'Town',
  },
  versions: [
    {
      stage: 'amended_final',
      template: 'parts',
      format: 'pdf',
      quality: 'requires_improvement',
      content: {
        authority: 'Marrowdale Council',
        child: {
          name: 'Maisie Goldcrest',
          knownAs: 'Maisie',
          dateOfBirth: '2019-03-22',
          address: '88 Rushy Lane, Tarnwick',
          yearGroup: 'Year 3',
          parents: 'Freya Goldcrest and Tom Elder',
        },
        setting: 'St Ebba’s Primary School',
        reference: 'MD-23-0178',
        dates: {
          dateOfBirth: '2019-03-22',
          firstIssued: '2023-06-14',
          reviewMeeting: '2026-06-22',
          draftIssued: '2026-07-31',
          finalIssued: '2026-10-09',
          reviewBy: '2027-06-21',
        },
        writtenBy: 'S. Dabchick',
        signedOffBy: 'Colm Nuthatch',
        changes: ['Part I changed from infant class to junior class.', 'Other parts updated.'],
        A: [
          part(
            'About me',
            'Maisie is seven and lives in Tarnwick with her mum, her stepdad and her sister Poppy. She was diagnosed as autistic in February 2023.',
          ),
          list(
            'I like',
            'Maps and bus timetables',
            'Drawing dragons',
            'The colour green',
            'Being on my own in the reading corner',
          ),
          list('I don’t like', 'Assemblies', 'People moving my things', 'Supply teachers'),
          part('My hopes', 'I want to drive the number 9 bus. I want a friend who likes dragons.'),
          part(
            'My family’s views',
            'Freya feels that Maisie has settled well into school but comes home very tired and upset. She would like her to be happy and to get the help that she is meant to get.',
          ),
        ],
        needsSummary: ['Maisie has a diagnosis of autism and associated anxiety.'],
        areas: [
          {
            title: 'Communication and interaction',
            strengths: ['Maisie speaks clearly and has a wide vocabulary, especially about transport.'],
            needs: [
              'Maisie finds it hard to start and to keep up conversations with other children unless they are about her interests. She takes what people say literally.',
              'She needs warning of changes. When the timetable changed without notice in May 2026 she hid under a table for forty minutes.',
              'Maisie’s speech and language was last assessed in March 2023, when she was four.',
            ],
            outcomes: [
              outcome('To improve her social skills.'),
              outcome(
                'Maisie will be able to cope with changes to her routine in an age-appropriate way by the end of Key Stage 2.',
                'End of Key Stage 2',
              ),
            ],
            provision: [
              provision(
                'Maisie should have access to social skills sessions as appropriate.',
                'School staff',
                'Regular',
                '',
              ),
              provision('Visual support, including a timetable and warning of changes.', 'School', 'As needed', ''),
              provision('Speech and language therapy input if required.', 'NHS', '', ''),
            ],
          },
          {
            title: 'Cognition and learning',
            strengths: ['Maisie reads at the level expected for her age and is quick at mental arithmetic.'],
            needs: [
              'She finds it hard to put her ideas on paper. In June 2026 she wrote two sentences in a thirty-minute lesson without an adult beside her.',
            ],
            outcomes: [
              outcome(
                'By July 2028, Maisie will write half a page about something that has happened, using a planning sheet and without an adult beside her, in two lessons a week.',
                'July 2028',
              ),
            ],
            provision: [
              provision(
                'Help with planning and recording her work, using planning sheets and a tablet computer.',
                'Teaching assistant',
                '20 minutes in every writing lesson',
                'Class teacher termly',
              ),
            ],
          },
          {
            title: 'Social, emotional and mental health',
            strengths: ['Maisie knows which places make her feel calm.'],
            needs: [
              'Maisie is anxious about school on most mornings. Between January and June 2026 her attendance was 84 per cent.',
              'She holds herself together in class and is very upset when she gets home.',
            ],
            outcomes: [
              outcome('Maisie will have access to a quiet space and a trusted adult when she is anxious.', 'Ongoing'),
            ],
            provision: [
              provision(
                'Opportunities to use the nurture room and some support from a key adult.',
                'Key adult',
                'Throughout the week',
                'Monitored by school',
              ),
            ],
          },
          {
            title: 'Sensory and physical',
            strengths: [],
            needs: [
              'Maisie covers her ears in the hall and finds labels, seams and wet sleeves unbearable. She is still learning to fasten her coat and shoes.',
            ],
            outcomes: [],
            provision: [],
          },
        ],
        generalProvision: [
          provision(
            'A high level of adult support across the school day.',
            'Teaching assistants',
            'Up to 20 hours',
            '',
          ),
        ],
        C: ['Maisie has a diagnosis of autism (February 2023). No other health needs reported.'],
        D: ['Not known to children’s social care.'],
        G: care(['None.']),
        H1: care([]),
        H2: care([]),
        I: ['St Ebba’s Primary School, Tarnwick: mainstream, voluntary aided, junior class from September 2026.'],
        J: ['None requested.'],
        K: [
          advice('Freya Goldcrest', 'Mother', '', '2026-06-22'),
          advice('Mrs R. Wheatear', 'SENCO', 'St Ebba’s Primary School', '2026-06-22'),
          advice('Dr Neil Ouzel', 'Educational psychologist', 'Marrowdale EPS', '2023-04-18'),
          advice('Speech and language therapy', '', 'Marrow Vale Community Health', '2023-03-09'),
          advice('Paediatrician', '', '', null),
        ],
      },
      audit: {
        extent: 'whole',
        facts: {
          hasHealthProvision: false,
          hasSocialCareProvision: false,
          hasSocialWorker: false,
          isPhaseTransferYear: false,
        },
        findings: [
          met(
            'S02.C1',
            'Maisie is here: maps, dragons and the number 9 bus.',
            'I want to drive the number 9 bus. I want a friend who likes dragons.',
          ),
          met(
            'S03.C2',
            'Good everyday description of what it costs her.',
            'She holds herself together in class and is very upset when she gets home.',
          ),
          absent(
            'not_met',
            'S01.C3',
            'H1 and H2 are blank, and D does not say how it is known that there is nothing.',
            'H1',
            'H2',
            'D',
          ),
          absent('partly', 'S02.C2', 'Written in her words in places, but nobody says how or when she was asked.', 'A'),
          partly(
            'S02.C4',
            'One hope for now, one for later; nothing is done with either.',
            'I want to drive the number 9 bus.',
          ),
          partly(
            'S03.C4',
            'Language was last looked at when she was four; she is now seven.',
            'Maisie’s speech and language was last assessed in March 2023, when she was four.',
          ),
          notMet(
            'S04.C2',
            'Health advice dates from 2023 and the paediatrician’s has no date at all.',
            'No other health needs reported.',
          ),
          partly(
            'S04.C1',
            'A diagnosis with a date, and no word on sleep, eating or anxiety, which her mother raised.',
            'Maisie has a diagnosis of autism (February 2023).',
          ),
          notMet(
            'S05.C1',
            '“Not known” is not advice. No sign that anyone was asked.',
            'Not known to children’s social care.',
          ),
          absent('not_met', 'S05.C2', 'Home is mentioned in B, but D looks at nothing.', 'D'),
          absent('partly', 'S05.C5', 'Both headings are there, both empty.', 'H1', 'H2'),
          partly(
            'S06.C1',
            'Two of four outcomes are provision or describe no change.',
            'Maisie will have access to a quiet space and a trusted adult when she is anxious.',
          ),
          notMet('S06.C2', 'Only the writing outcome says what we would see.', 'To improve her social skills.'),
          partly('S06.C3', 'The writing outcome can be measured; the other three cannot.', 'in an age-appropriate way'),
          partly('S06.C4', '“Ongoing” is not a date, and one has none.', 'Ongoing'),
          absent('partly', 'S06.C7', 'No short-term targets and no word on who sets them.', 'E', 'F'),
          notMet(
            'S07.C1',
            'Nobody could say what Maisie will get.',
            'Maisie should have access to social skills sessions as appropriate.',
          ),
          notMet('S07.C2', '“Up to 20 hours” could be none.', 'Up to 20 hours'),
          partly('S07.C3', 'Job titles without training.', 'School staff'),
          notMet('S07.C4', 'Hedged in nearly every row.', 'Speech and language therapy input if required.'),
          absent('not_met', 'S07.C5', 'Sensory and self-care needs in B have no provision at all.', 'F'),
          absent(
            'partly',
            'S07.C6',
            'The psychologist’s 2023 advice was exact (three sessions a week); F has lost it, with no reason given.',
            'F',
          ),
          absent('partly', 'S07.C7', 'One row of six says who checks it.', 'F'),
          partly(
            'S08.C1',
            'A friend who likes dragons could lead to outcome 1, if it said so.',
            'I want a friend who likes dragons.',
          ),
          notMet(
            'S08.C3',
            'Sensory needs lead nowhere; the quiet space stands as outcome and as provision.',
            'Opportunities to use the nurture room and some support from a key adult.',
          ),
          partly(
            'S10.C1',
            'The family’s view is reported in two lines; nothing on their comments.',
            'Freya feels that Maisie has settled well into school but comes home very tired and upset.',
          ),
          partly('S11.C3', 'No names for two services and no date for one.', 'Paediatrician'),
          partly('S12.C4', 'In date now, but the amended plan came fifteen weeks after the meeting.', '22/06/2026'),
          notMet(
            'S13.C1',
            'The review found attendance of 84 per cent and tiredness after school; nothing in E or F has changed to meet it.',
            'Other parts updated.',
          ),
          notMet('S13.C2', '“Other parts updated” tells the family nothing.', 'Other parts updated.'),
          notMet('S13.C3', 'Notice after five and a half weeks, final ten weeks after that.', '31/07/2026'),
          absent('partly', 'S13.C5', 'No health or social care contribution to the review.', 'C', 'D'),
        ],
      },
    },
  ],
};
