import { absent, advice, care, list, met, outcome, part, partly, provision, type SamplePlan } from '../plan-content.ts';

/** Year 8, moved in from another council with that council's plan: developmental co-ordination and language. Good. */
export const plover: SamplePlan = {
  id: 'plover',
  register: {
    reference: 'MD-T-26-0017',
    initials: 'OP',
    name: 'Oliver Plover',
    dateOfBirth: '2014-03-11',
    planType: 'transferred_in',
    ncYear: 8,
    setting: 'Tarn Academy',
    primaryNeed: 'Speech, language and communication',
    locality: 'Town',
  },
  versions: [
    {
      stage: 'amended_final',
      template: 'numbered',
      format: 'docx',
      quality: 'good',
      content: {
        authority: 'Otterhythe Borough Council',
        child: {
          name: 'Oliver Plover',
          knownAs: 'Ollie',
          dateOfBirth: '2014-03-11',
          address: '5 Bulrush Way, Otterhythe',
          yearGroup: 'Year 7',
          parents: 'Simon and Ginevra Plover',
        },
        setting: 'Otterhythe Community School',
        reference: 'OBC/EHC/20/1182',
        dates: {
          dateOfBirth: '2014-03-11',
          firstIssued: '2021-02-02',
          reviewMeeting: '2026-03-03',
          draftIssued: '2026-03-30',
          finalIssued: '2026-05-22',
          reviewBy: '2027-03-02',
        },
        writtenBy: 'Alasdair Gadwall, SEND officer',
        signedOffBy: 'Bridie Stonechat, SEND manager',
        changes: [
          'Section B rewritten after new language and motor assessments.',
          'Outcomes 1 and 3 are new. The outcome about the lunch queue was reached in November 2025.',
          'The class reader has been replaced by a reading pen, as Ollie asked.',
        ],
        A: [
          part(
            'Ollie’s views',
            'Ollie answered questions on a tablet with his teaching assistant on 24 February 2026 and gave a talk to his review with seven slides. He says: “I’m into bugs, mainly beetles. I have 212. My hands are clumsy and my words come out backwards. I’m not backwards.”',
          ),
          list(
            'I would like people to',
            'Give me the first word, then wait',
            'Not make me use scissors in front of people',
            'Ask me about beetles',
          ),
          part(
            'His hopes',
            'To go on the Year 9 field trip, to tie his own laces, and to work in a museum with a collection that people come to see.',
          ),
          part(
            'His parents’ views',
            'We have watched Ollie go from no speech at four to a talk with slides at twelve. We hope that he will have one true friend, and that being slow with his hands will not decide what he does in life. We may move for work in the summer and want his help to move with him.',
          ),
        ],
        needsSummary: ['Ollie has developmental language disorder and developmental co-ordination disorder.'],
        areas: [
          {
            title: 'Speech, language and communication',
            strengths: [
              'Ollie’s knowledge of words in subjects that interest him is exceptional. He persists until he has been understood.',
            ],
            needs: [
              'In January 2026 Ollie’s understanding of spoken paragraphs was at the fifth percentile. He remembers the beginning and loses the end.',
              'It takes him up to twenty seconds to find a word under pressure. In a lesson of sixty minutes on 21 January 2026 he did not speak.',
            ],
            outcomes: [
              outcome(
                'By the end of Year 9, Ollie will tell his group the main idea and two details of something that he has heard or read, using a planner, in three lessons a week.',
                'July 2028',
                ['By Easter 2027 Ollie will do so with one partner.'],
              ),
              outcome(
                'By July 2027, Ollie will use one of three strategies when he cannot find a word, instead of giving up, on seven of ten occasions.',
                'July 2027',
              ),
            ],
            provision: [
              provision(
                'Word-finding therapy with vocabulary from the week’s lessons.',
                'Speech and language therapist',
                '12 sessions of 40 minutes in two blocks, autumn and spring',
                'Report at the end of each block',
              ),
              provision(
                'Daily practice of the therapist’s targets.',
                'Teaching assistant who has sat in on three sessions',
                '15 minutes a day',
                'Log shared with the therapist each half-term',
              ),
              provision(
                'Key points of each lesson on one page, with pictures, before the lesson begins.',
                'Subject teachers',
                'Every lesson in English, science and humanities',
                'SENCO samples six a term',
              ),
            ],
          },
          {
            title: 'Physical needs and self-care',
            strengths: ['Ollie pins beetles with fine tweezers, slowly and without a mistake.'],
            needs: [
              'His handwriting is five words a minute and hurts after ten minutes. He falls about once a week. He takes eighteen minutes to change for physical education and is often late for the lesson after.',
            ],
            outcomes: [
              outcome(
                'By July 2027, Ollie will type his work at 20 words a minute and hand in pieces of the length that is asked, in four subjects out of five.',
                'July 2027',
              ),
              outcome(
                'By July 2027, Ollie will change for physical education in eight minutes, laces included, at both lessons in a week.',
                'July 2027',
              ),
            ],
            provision: [
              provision(
                'Typing lessons and a light laptop with a reading pen.',
                'Higher level teaching assistant',
                '20 minutes, three times a week',
                'Words a minute recorded monthly',
              ),
              provision(
                'Motor skills group with exercises for balance and hands.',
                'Teaching assistant trained by the occupational therapist',
                '30 minutes, twice a week, group of five',
                'Occupational therapist, December and June',
              ),
              provision(
                'Occupational therapy: assessment, programme and review of equipment.',
                'Occupational therapist',
                'Four visits of 60 minutes a year',
                'Written update in June',
              ),
            ],
          },
          {
            title: 'Social, emotional and mental health',
            strengths: ['Ollie is kind and keeps promises.'],
            needs: [
              'He has been called names because of the way he runs and talks (four reports since September 2025). He eats lunch in the library.',
            ],
            outcomes: [
              outcome(
                'By July 2027, Ollie will take part in a lunchtime club with at least one friend on two days a week.',
                'July 2027',
              ),
            ],
            provision: [
              provision(
                'A natural history club for six, started by Ollie with a teacher.',
                'Science teacher',
                '40 minutes, twice a week',
                'Ollie’s view each term',
              ),
            ],
          },
        ],
        generalProvision: [
          provision(
            'Support in practical lessons for safety, and in writing for planning.',
            'Teaching assistant',
            '9 hours a week',
            'Termly',
          ),
        ],
        C: [
          'Developmental co-ordination disorder was diagnosed in May 2021. Ollie gets pain in his hand and tires after an hour of lessons. He is short-sighted and wears glasses. Dr Teal, community paediatrician, confirmed on 11 February 2026 that he has no other health needs.',
        ],
        D: [
          'The early help team spoke with Ollie’s parents by telephone on 9 February 2026. They have what they need at home. No social care needs were found.',
        ],
        G: care(['None needed: therapy that trains and educates is in Section F.']),
        H1: care(['None, as found by the early help team on 9 February 2026.']),
        H2: care(['None, as found by the early help team on 9 February 2026.']),
        I: ['Otterhythe Community School: a mainstream secondary school maintained by the council.'],
        J: ['No personal budget has been asked for.'],
        K: [
          advice('Oliver Plover', 'Child', '', '2026-02-24'),
          advice('Simon and Ginevra Plover', 'Parents', '', '2026-03-03'),
          advice('Mr Denzil Rail', 'SENCO', 'Otterhythe Community School', '2026-02-20'),
          advice('Dr Annis Curlew', 'Educational psychologist', 'Otterhythe Psychology Service', '2023-06-14'),
          advice('Leonie Smew', 'Speech and language therapist', 'Otterhythe NHS Therapies', '2026-01-29'),
          advice('Baz Gannet', 'Occupational therapist', 'Otterhythe NHS Therapies', '2026-02-05'),
          advice('Dr Ursula Teal', 'Community paediatrician', 'Otterhythe NHS', '2026-02-11'),
          advice('Duty worker', '', 'Otterhythe Early Help', '2026-02-09'),
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
            'His own sentence says it all.',
            'My hands are clumsy and my words come out backwards. I’m not backwards.',
          ),
          met(
            'S06.C3',
            'Numbers that anyone could check.',
            'in eight minutes, laces included, at both lessons in a week',
          ),
          met(
            'S07.C1',
            'The best row in the plan: it gives him a reason to be there.',
            'A natural history club for six, started by Ollie with a teacher.',
          ),
          partly(
            'S07.C4',
            'Exact but for one row, which does not say what the nine hours are for.',
            'Support in practical lessons for safety, and in writing for planning.',
          ),
          partly(
            'S08.C5',
            'He has moved: the school and year here are last year’s. Amend on transfer.',
            'Otterhythe Community School: a mainstream secondary school maintained by the council.',
          ),
          partly(
            'S11.C1',
            'Right when issued; now names a school he has left.',
            'Otterhythe Community School: a mainstream secondary school maintained by the council.',
          ),
          partly('S11.C3', 'One entry has no name.', 'Duty worker'),
          partly('S03.C4', 'The psychologist’s advice is three years old.', '14 Jun 2023'),
          partly('S05.C1', 'A telephone call, with one line to show for it.', 'They have what they need at home.'),
          absent(
            'partly',
            'S05.C2',
            'Being called names is in B; what that means for his life outside school is not looked at.',
            'D',
          ),
          partly(
            'S02.C4',
            'The museum is a fine hope; nothing nearer to Year 9 choices.',
            'to work in a museum with a collection that people come to see',
          ),
          partly('S08.C1', 'The field trip is a hope without an outcome.', 'To go on the Year 9 field trip'),
          absent('partly', 'S10.C1', 'The pen came from Ollie’s request. Nothing on his parents’ comments.', 'A', 'F'),
        ],
      },
    },
  ],
};
