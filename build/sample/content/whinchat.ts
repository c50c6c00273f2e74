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

/** Year 13, amended: a fair education plan with nothing usable from social care, H1 and H2 run together. Requires improvement. */
export const whinchat: SamplePlan = {
  id: 'whinchat',
  register: {
    reference: 'MD-17-0009',
    initials: 'LW',
    name: 'Leon Whinchat',
    dateOfBirth: '2009-01-12',
    planType: 'amended',
    ncYear: 13,
    setting: 'Fennockport College',
    primaryNeed: 'Moderate learning difficulty',
    locality: 'Coast',
  },
  versions: [
    {
      stage: 'amended_final',
      template: 'numbered',
      format: 'docx',
      quality: 'requires_improvement',
      content: {
        authority: 'Marrowdale Council',
        child: {
          name: 'Leon Whinchat',
          knownAs: 'Leon',
          dateOfBirth: '2009-01-12',
          address: '30 Cormorant Street, Fennockport',
          yearGroup: 'Year 13',
          parents: 'Dawn Whinchat and Curtis Ruff',
        },
        setting: 'Fennockport College',
        reference: 'MD-17-0009',
        dates: {
          dateOfBirth: '2009-01-12',
          firstIssued: '2017-02-08',
          reviewMeeting: '2026-07-07',
          draftIssued: '2026-08-03',
          finalIssued: '2026-09-28',
          reviewBy: '2027-07-06',
        },
        writtenBy: 'Anwen Siskin, EHC coordinator',
        signedOffBy: 'Colm Nuthatch, locality manager',
        changes: [
          'Leon moved to the second year of his course.',
          'Outcomes on English and work are new; the outcome on joining in at break has been reached.',
          'Speech and language therapy has ended and is no longer in F.',
        ],
        A: [
          part(
            'Who I am',
            'I’m Leon. I’m seventeen. I’m known for my cakes and for being on time. I’ve got a little brother, Tyrell, and I’m his hero. I support the Marrow Rovers.',
          ),
          list('Good days have', 'A list I can tick', 'Someone to ask', 'Baking', 'The bus being on time'),
          part(
            'How I was asked',
            'Anwen met me at college on 30 June 2026. We used photos from my work placement, and my tutor helped me with the long words.',
          ),
          part(
            'What I want',
            'I want a job in a bakery, a proper one with pay. I want to have my own money and a girlfriend. I would like to live with a mate one day, but near my mum.',
          ),
          part(
            'What Mum and Curtis want',
            'We want him to work. Everyone says how nice he is and then nothing happens. He gets taken advantage of with money and we will not be here for ever.',
          ),
        ],
        needsSummary: [
          'Leon has moderate learning difficulties. He works at about the level of a ten-year-old in reading and an eight-year-old in number (college assessment, May 2026).',
        ],
        areas: [
          {
            title: 'Cognition and learning',
            strengths: [
              'Leon learns practical tasks quickly and accurately once he has done them three or four times. He holds a food hygiene certificate.',
            ],
            needs: [
              'Leon reads short texts with common words. He needs new information in small pieces, with pictures, and forgets what he does not use within a week or two.',
              'He cannot yet tell whether change is right, nor work out how much time is left before something starts.',
            ],
            outcomes: [
              outcome(
                'By July 2027, Leon will weigh ingredients and scale a recipe up for twelve people, using a chart and without help, in four sessions out of five.',
                'July 2027',
              ),
              outcome('By July 2027, Leon will pass Entry Level 3 English.', 'July 2027', [
                'By December 2026 Leon will write a paragraph of five sentences about his week.',
              ]),
            ],
            provision: [
              provision(
                'Teaching in literacy and number matched to Leon’s level, using baking and shopping.',
                'Tutor with a qualification in teaching learners with learning difficulties',
                'Four hours a week, in a group of eight with one assistant',
                'Tutor each half-term',
              ),
              provision(
                'Pre-teaching of new words and steps before practical sessions.',
                'Learning support assistant',
                '20 minutes before each of three sessions a week',
                'Half-termly',
              ),
            ],
          },
          {
            title: 'Communication and interaction',
            strengths: ['Leon is friendly and polite, and good with customers.'],
            needs: [
              'He says yes when he has not understood. He shares his bank card and his telephone with people who ask.',
            ],
            outcomes: [
              outcome(
                'By July 2027, Leon will ask for something to be explained again in work and college, on four of five occasions when he is unsure.',
                'July 2027',
              ),
            ],
            provision: [
              provision(
                'Teaching of ways to check understanding, practised at work.',
                'Learning support assistant trained by the speech and language therapist (June 2025)',
                '30 minutes a week',
                'Termly',
              ),
            ],
          },
          {
            title: 'Preparing for adulthood',
            strengths: ['Leon travels to college by himself on one bus.'],
            needs: [
              'Leon needs help to find and keep work, to budget and to stay safe with money and online. He has not been anywhere overnight without family.',
            ],
            outcomes: [
              outcome(
                'By September 2027, Leon will have started a supported internship in a kitchen or bakery and be working three days a week.',
                'September 2027',
              ),
              outcome(
                'Leon will be supported to become more independent with his money.',
                'By the time he leaves college',
              ),
            ],
            provision: [
              provision(
                'Work placement with a job coach.',
                'Job coach (supported employment)',
                'One day a week, 30 weeks from October 2026',
                'Coach’s report each term',
              ),
              provision(
                'Independence skills sessions as part of the college programme.',
                'College staff',
                'Weekly',
                'College reviews',
              ),
              provision(
                'Careers interview and vocational profile.',
                'Careers adviser (level 6)',
                'Two interviews of 60 minutes by February 2027',
                'February 2027',
              ),
            ],
          },
        ],
        generalProvision: [],
        C: [
          'Leon has asthma, well controlled; he carries his own inhaler and knows when to use it. He had his annual health check with his GP on 14 May 2026. He has no other health needs related to his learning (college nurse, June 2026).',
        ],
        D: ['Leon is not known to adult or children’s social care.'],
        G: care(['No health provision is required. Leon will be asked to a health check by his GP each year, in May.']),
        H1: care(['Not applicable at this time.']),
        H2: care(['The family may contact adult social care in due course. Information is on the Local Offer.']),
        I: ['Fennockport College, Fennockport: a general further education college.'],
        J: ['No personal budget was asked for at the review on 7 July 2026.'],
        K: [
          advice('Leon Whinchat', 'Young person', '', '2026-06-30'),
          advice('Dawn Whinchat and Curtis Ruff', 'Mother and stepfather', '', '2026-07-07'),
          advice('Mags Fulmarsh', 'Tutor, supported learning', 'Fennockport College', '2026-06-26'),
          advice(
            'Dr Hester Bullfinch',
            'Educational psychologist',
            'Marrowdale Educational Psychology Service',
            '2024-11-13',
          ),
          advice(
            'Gareth Pipit',
            'Speech and language therapist (closing report)',
            'Marrow Vale Community Health',
            '2025-07-02',
          ),
          advice('Clary Dotterel', 'Careers adviser', 'Marrowdale Careers', '2026-06-18'),
        ],
        flaws: { hasMergedH: true },
      },
      audit: {
        extent: 'whole',
        facts: {
          hasHealthProvision: false,
          hasSocialCareProvision: true,
          hasSocialWorker: false,
          isPhaseTransferYear: true,
        },
        findings: [
          met('S02.C1', 'He comes off the page.', 'I’m known for my cakes and for being on time.'),
          met(
            'S06.C2',
            'Clear, useful and his.',
            'Leon will weigh ingredients and scale a recipe up for twelve people, using a chart and without help',
          ),
          met('S03.C2', 'What it means in life, said without a label.', 'He says yes when he has not understood.'),
          partly('S01.C1', 'H1 and H2 share one heading.', 'Not applicable at this time.'),
          partly(
            'S01.C3',
            'G is well sourced. H says “not applicable” and does not say how that is known.',
            'Not applicable at this time.',
          ),
          notMet(
            'S05.C1',
            'Being “not known” is no answer when money, safety and where he will live are all named in B.',
            'Leon is not known to adult or children’s social care.',
          ),
          absent('not_met', 'S05.C2', 'Nothing on home, friendships or his family’s worry about money.', 'D'),
          absent('not_met', 'S05.C3', 'No provision where there is a plain need to look.', 'H1', 'H2'),
          notMet('S05.C4', 'A web page is not provision.', 'The family may contact adult social care in due course.'),
          notMet('S05.C5', 'Run together, and signposting.', 'Information is on the Local Offer.'),
          partly(
            'S06.C1',
            'Four are outcomes. The one on money is support.',
            'Leon will be supported to become more independent with his money.',
          ),
          partly('S06.C4', 'One has no real date.', 'By the time he leaves college'),
          partly(
            'S07.C1',
            'Mostly clear; not this one.',
            'Independence skills sessions as part of the college programme.',
          ),
          partly(
            'S07.C2',
            'Length of session is missing here.',
            'Independence skills sessions as part of the college programme.',
          ),
          partly('S07.C3', '“College staff” could be anyone.', 'College staff'),
          partly(
            'S07.C6',
            'The psychologist advised work on money in real shops; it is not in F.',
            'Dr Hester Bullfinch',
          ),
          partly(
            'S08.C2',
            'C leads to G as far as needed. The risks in B have no answer in H.',
            'He shares his bank card and his telephone with people who ask.',
          ),
          partly(
            'S08.C1',
            'Work is followed through. Living with a friend and having a relationship are not.',
            'I would like to live with a mate one day, but near my mum.',
          ),
          absent('partly', 'S08.C4', 'Education does its part alone.', 'G', 'H1', 'H2'),
          partly(
            'S09.C2',
            'Work is strong, community and relationships are missing.',
            'Leon will have started a supported internship in a kitchen or bakery',
          ),
          partly(
            'S09.C4',
            'Adult social care is left for the family to find.',
            'The family may contact adult social care in due course.',
          ),
          absent(
            'not_met',
            'S09.C5',
            'He is seventeen and nothing is said on his decisions or on capacity about money.',
            'A',
            'cover',
          ),
          partly('S03.C4', 'The psychologist last saw him in 2024.', '13 Nov 2024'),
          absent('partly', 'S04.C2', 'The nurse’s advice is mentioned in C and is not listed in K.', 'K'),
          absent('partly', 'S13.C5', 'Health sent a line, social care was not asked.', 'D'),
          partly(
            'S10.C1',
            'His views are there; nothing shows what changed after the draft.',
            'Anwen met me at college on 30 June 2026.',
          ),
        ],
      },
    },
  ],
};
