import { advice, care, list, met, outcome, part, partly, provision, type SamplePlan } from '../plan-content.ts';

/** Year 7, new plan: cerebral palsy. Lawful, personal, exact: an example to others. */
export const teasel: SamplePlan = {
  id: 'teasel',
  register: {
    reference: 'MD-26-0405',
    initials: 'AT',
    name: 'Aaliyah Teasel',
    dateOfBirth: '2015-06-03',
    planType: 'new',
    ncYear: 7,
    setting: 'Tarn Academy',
    primaryNeed: 'Physical disability',
    locality: 'Town',
  },
  versions: [
    {
      stage: 'final',
      template: 'ruled',
      format: 'pdf',
      quality: 'outstanding',
      content: {
        authority: 'Marrowdale Council',
        child: {
          name: 'Aaliyah Teasel',
          knownAs: 'Aaliyah',
          dateOfBirth: '2015-06-03',
          address: '9 Osier Gardens, Tarnwick',
          yearGroup: 'Year 7',
          parents: 'Samira and Yusuf Teasel',
        },
        setting: 'Tarn Academy (from September 2026)',
        reference: 'MD-26-0405',
        dates: {
          dateOfBirth: '2015-06-03',
          requestReceived: '2026-06-08',
          assessmentAgreed: '2026-07-14',
          draftIssued: '2026-09-11',
          finalIssued: '2026-10-23',
          reviewBy: '2027-10-22',
        },
        writtenBy: 'Petra Dunnock, EHC coordinator',
        signedOffBy: 'Ruth Lapwing, locality manager, on 22 October 2026',
        changes: [],
        A: [
          part(
            'How this section was written',
            'Aaliyah wrote most of it on her tablet with the school’s learning mentor, Ines Woodlark, on 29 June and 2 July 2026. She read the draft on 18 September, took out the word “wheelchair-bound” and added the part about the choir. Her parents’ words are kept apart, below.',
          ),
          part(
            'Aaliyah’s words',
            'I am eleven and I talk a lot. I sing alto. I have cerebral palsy, which means my legs and my right hand don’t do what I tell them, but my brain does. I use a chair for distance and a walker for short bits.',
            'Please ask before you push me. Please don’t talk to my assistant instead of me. If my speech is hard to follow, say so and I will type it.',
          ),
          list(
            'What is important to me',
            'Getting to lessons with everyone else, not five minutes late',
            'Choir on Tuesdays',
            'My friends Beth and Oluchi',
            'Choosing for myself, even if it takes longer',
          ),
          part(
            'What I hope for',
            'This year: to know my way round and to get my own lunch. By the time I’m sixteen: to go into town on the bus with Beth. Later: a law degree, because I like arguing and some laws are silly, and a flat of my own with a piano.',
          ),
          part(
            'What Samira and Yusuf hope for',
            'We want Aaliyah to be known for her wit and not for her chair. We worry about pain and tiredness in a big school, and about who notices when she stops saying that she is sore. In the long run we hope that she will live where she likes with the help that she chooses.',
          ),
        ],
        needsSummary: [
          'Aaliyah has bilateral cerebral palsy (level III on the scale of movement) and dysarthria, which makes her speech slow and at times unclear. All advice is dated between June and August 2026.',
        ],
        areas: [
          {
            title: 'Physical needs',
            strengths: [
              'Aaliyah drives her powered chair with skill, transfers from chair to toilet with one person steadying her, and knows her own stretches by heart.',
            ],
            needs: [
              'She walks up to thirty metres with her walker and is then in pain (4 out of 10 on her own scale, August 2026). By the last lesson of the day her pain is 6 or more on three days a week.',
              'Her right hand opens slowly. She types 11 words a minute with her left hand; her classmates write about 20. In a forty-minute lesson she finishes half of a written task.',
              'She needs help with the toilet three times a day and with fastenings at physical education.',
            ],
            outcomes: [
              outcome(
                'By the end of Key Stage 3 (July 2029), Aaliyah will plan her own day of walking, resting and stretching, and will rate her pain at 3 or less at the end of school on four days out of five.',
                'July 2029',
                [
                  'By July 2027 Aaliyah will ask for her standing frame or a rest at the time she has planned, on four days out of five.',
                ],
              ),
              outcome(
                'By July 2028, Aaliyah will hand in written work of the length set for her class, using voice or keyboard, in nine lessons out of ten.',
                'July 2028',
              ),
            ],
            provision: [
              provision(
                'A daily programme of standing, stretching and walking, timed by Aaliyah so that she misses no one subject more than once a week.',
                'Teaching assistant assessed as competent by the physiotherapist',
                '30 minutes daily',
                'Physiotherapist in school every six weeks, 60 minutes',
              ),
              provision(
                'Touch-typing and voice software, and a laptop with a mount for her chair.',
                'Specialist teacher for physical disability',
                '45 minutes a week until July 2027, then 45 minutes a month',
                'Words a minute recorded each half-term',
              ),
              provision(
                'Note-taking and setting out of materials in lessons, so that Aaliyah’s effort goes into thinking.',
                'Teaching assistant directed by the subject teacher',
                'Every lesson, 25 hours a week',
                'SENCO observes two lessons each half-term',
              ),
              provision(
                'Help with the toilet and with changing, by the same two women, in the accessible bathroom with hoist on the ground floor.',
                'Two teaching assistants trained in moving and handling, updated every September',
                'Three times a day, 15 minutes each, and when Aaliyah asks',
                'Aaliyah and the SENCO each term',
              ),
            ],
          },
          {
            title: 'Communication and interaction',
            strengths: [
              'Aaliyah’s language is well above average for her age. She chairs the school council’s debates.',
            ],
            needs: [
              'A listener who does not know her understands about six of ten sentences at first hearing. In a group of more than five others finish her sentences, and she then stops speaking.',
            ],
            outcomes: [
              outcome(
                'By July 2028, Aaliyah will make a point of her own in a class discussion, by voice or voice software, and have it answered, at least once in each of three subjects a week.',
                'July 2028',
              ),
            ],
            provision: [
              provision(
                'Therapy for breath and clarity, with practice linked to singing.',
                'Speech and language therapist with experience of dysarthria',
                'Ten sessions of 45 minutes a year, in two blocks of five',
                'End of each block',
              ),
              provision(
                'Ten seconds of waiting after each question, and turn-taking by raised card, in discussions.',
                'Every teacher of Aaliyah’s, briefed by the therapist for one hour in September',
                'In every class discussion',
                'Aaliyah’s own count, each half-term',
              ),
            ],
          },
          {
            title: 'Social, emotional and mental health',
            strengths: ['Aaliyah is confident and has two close friends from primary school.'],
            needs: [
              'She has left two clubs since January 2026 because there was no one to help her with her coat and bag. She says that she is “fine” when she is not, and told her psychologist that she cries at night before physical education.',
            ],
            outcomes: [
              outcome(
                'By July 2027, Aaliyah will go to two activities a week that she has chosen, in or out of school, with friends and without a parent.',
                'July 2027',
              ),
            ],
            provision: [
              provision(
                'A weekly talk with a mentor about pain, privacy and friendships, with goals that Aaliyah sets.',
                'Learning mentor supervised by the educational psychologist once a term',
                '30 minutes a week',
                'Each term',
              ),
              provision(
                'Physical education in which Aaliyah plays a full part: seated games with her whole class.',
                'Head of physical education, advised by the physiotherapist',
                'One of two lessons each week, 60 minutes',
                'Half-termly',
              ),
            ],
          },
        ],
        generalProvision: [
          provision(
            'A meeting of Aaliyah, her parents, her form tutor and the professionals named here, chaired by Aaliyah if she wishes; shorter targets towards each outcome are set and reviewed there.',
            'SENCO',
            '60 minutes each term',
            'Minutes within a week',
          ),
        ],
        C: [
          'Cerebral palsy causes tight muscles in both legs and the right arm. Aaliyah has injections to relax them twice a year and cannot do her programme for three days afterwards. Pain and tiredness are worst in the afternoon and shorten her concentration (Dr Lovage, 5 August 2026).',
          'She has had no seizures since she was four. Her individual healthcare plan, dated 7 September 2026, holds what to do if one occurs.',
        ],
        D: [
          'Social worker Dilys Corncrake assessed Aaliyah’s needs on 20 July 2026. Aaliyah lives with her parents and twin brothers of five in a house with a through-floor lift. She cannot go out with friends unless a parent helps with her coat, bag and toilet, and she wants to. Her parents get up once most nights to turn her and are tired.',
          'Bath and bedroom are suitable. Her brothers would like time with their parents: they have been offered the young carers’ group.',
        ],
        G: care(
          ['The Marrow Vale Integrated Care Board agreed this provision in writing on 9 October 2026.'],
          provision(
            'Physiotherapy: assessment, hands-on treatment and planning around injections.',
            'Children’s physiotherapist (neurodisability)',
            '60 minutes every six weeks, and one extra visit within ten days after each injection',
            'Report each June',
          ),
          provision(
            'Clinic for posture and hips, with X-ray.',
            'Orthopaedic and spasticity clinic, Marrow Vale Hospital',
            'Once every six months',
            'Letter after each visit',
          ),
        ),
        H1: care(
          [],
          provision(
            'A personal assistant so that Aaliyah can go out with friends and to choir concerts.',
            'Disabled children’s service, by direct payment',
            'Four hours a week in term and eight in holidays, from 2 November 2026',
            'Social worker, every six months',
          ),
        ),
        H2: care(
          [],
          provision(
            'Overnight short break with a linked family.',
            'Disabled children’s service',
            'One night a month, from January 2027',
            'Independent reviewing officer, every six months',
          ),
        ),
        I: ['Tarn Academy, Tarnwick: a mainstream secondary academy.'],
        J: [
          'A direct payment of £96 a week in term time and £192 a week in holidays, paid to Samira Teasel from 2 November 2026, pays for the personal assistant in H1. It meets the need in Section D to go out with friends and serves outcome 4. It is managed through a supported account and checked every quarter.',
        ],
        K: [
          advice('Aaliyah Teasel', 'Young person’s own statement', '', '2026-07-02'),
          advice('Samira and Yusuf Teasel', 'Parents', '', '2026-06-29'),
          advice('Mr Fergus Yaffle', 'Headteacher', 'Reed Lane Primary School', '2026-07-10'),
          advice(
            'Dr Hester Bullfinch',
            'Educational psychologist',
            'Marrowdale Educational Psychology Service',
            '2026-07-24',
          ),
          advice('Dr Priscilla Lovage', 'Consultant paediatrician', 'Marrow Vale Hospital', '2026-08-05'),
          advice('Ewan Fulmar', 'Children’s physiotherapist', 'Marrow Vale Community Health', '2026-07-17'),
          advice('Lois Marram', 'Occupational therapist', 'Marrow Vale Community Health', '2026-07-20'),
          advice('Gareth Pipit', 'Speech and language therapist', 'Marrow Vale Community Health', '2026-07-15'),
          advice('Dilys Corncrake', 'Social worker', 'Marrowdale Disabled Children’s Service', '2026-07-22'),
          advice(
            'Hazel Shearwater',
            'Specialist teacher, physical disability',
            'Marrowdale Learning Support',
            '2026-07-13',
          ),
        ],
      },
      audit: {
        extent: 'whole',
        facts: {
          hasHealthProvision: true,
          hasSocialCareProvision: true,
          hasSocialWorker: true,
          isPhaseTransferYear: false,
        },
        findings: [
          met(
            'S01.C5',
            'Status, dates, author, sign-off and review in one place.',
            'Ruth Lapwing, locality manager, on 22 October 2026',
          ),
          met(
            'S02.C1',
            'You can hear her.',
            'Please ask before you push me. Please don’t talk to my assistant instead of me.',
          ),
          met(
            'S02.C4',
            'This year, sixteen and grown up.',
            'By the time I’m sixteen: to go into town on the bus with Beth.',
          ),
          met(
            'S03.C3',
            'A baseline in numbers, from her own scale.',
            'By the last lesson of the day her pain is 6 or more on three days a week.',
          ),
          met(
            'S04.C4',
            'Agreed, by whom and when.',
            'The Marrow Vale Integrated Care Board agreed this provision in writing on 9 October 2026.',
          ),
          met(
            'S05.C2',
            'Looks at her brothers and at her parents’ nights as well.',
            'Her parents get up once most nights to turn her and are tired.',
          ),
          met(
            'S05.C3',
            'Service, amount, start.',
            'Four hours a week in term and eight in holidays, from 2 November 2026',
          ),
          met(
            'S06.C1',
            'A change that she will own.',
            'Aaliyah will plan her own day of walking, resting and stretching',
          ),
          met(
            'S07.C1',
            'Even waiting time is written down.',
            'Ten seconds of waiting after each question, and turn-taking by raised card, in discussions.',
          ),
          met(
            'S07.C3',
            'Skill, training and who checks it.',
            'Teaching assistant assessed as competent by the physiotherapist',
          ),
          met(
            'S08.C3',
            'From leaving clubs (B), to going out with friends (E4), to the personal assistant (H1).',
            'Aaliyah will go to two activities a week that she has chosen',
          ),
          met(
            'S10.C1',
            'Shows what she changed in the draft.',
            'She read the draft on 18 September, took out the word “wheelchair-bound” and added the part about the choir.',
          ),
          met(
            'S11.C2',
            'Amount, need, outcome and how it is managed.',
            'It meets the need in Section D to go out with friends and serves outcome 4.',
          ),
          partly('S12.C2', 'The paediatrician’s advice came two weeks late; the others in time.', '5 August 2026'),
          partly(
            'S06.C7',
            'The termly meeting sets targets; a written step is given for one outcome only.',
            'shorter targets towards each outcome are set and reviewed there',
          ),
        ],
      },
    },
  ],
};
