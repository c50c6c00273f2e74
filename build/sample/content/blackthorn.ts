import { absent, advice, care, list, met, outcome, part, partly, provision, type SamplePlan } from '../plan-content.ts';

/** Nursery, new plan in draft: Down's syndrome, heart and feeding needs. Good; the health rows want a commissioner. */
export const blackthorn: SamplePlan = {
  id: 'blackthorn',
  register: {
    reference: 'MD-26-0533',
    initials: 'IB',
    name: 'Idris Blackthorn',
    dateOfBirth: '2023-05-14',
    planType: 'new',
    ncYear: -1,
    setting: 'Saltmarsh Nursery School',
    primaryNeed: 'Severe learning difficulty',
    locality: 'Coast',
  },
  versions: [
    {
      stage: 'draft',
      template: 'cards',
      format: 'docx',
      quality: 'good',
      content: {
        authority: 'Marrowdale Council',
        child: {
          name: 'Idris Blackthorn',
          knownAs: 'Idris',
          dateOfBirth: '2023-05-14',
          address: '17 Teal Quay, Fennockport',
          yearGroup: 'Nursery (N2)',
          parents: 'Carys Blackthorn (mother) and Nia Blackthorn (grandmother)',
        },
        setting: 'Saltmarsh Nursery School, five mornings a week',
        reference: 'MD-26-0533',
        dates: {
          dateOfBirth: '2023-05-14',
          requestReceived: '2026-08-17',
          assessmentAgreed: '2026-09-25',
          draftIssued: '2026-11-13',
        },
        writtenBy: 'Wilf Sandpiper, EHC coordinator (early years)',
        signedOffBy: null,
        changes: [],
        A: [
          part(
            'My story',
            'I was born early and had an operation on my heart when I was five months old. I have Down’s syndrome. I sat up at fourteen months, and since March I can walk along the sofa. Everybody at nursery knows me because I wave at them all.',
          ),
          list(
            'Things that make me happy',
            'Banging drums and saucepans',
            'My nan’s dog, Gelert',
            'Being outside in the wind',
            'Bath time with bubbles',
          ),
          part(
            'How I tell you things',
            'I use my eyes, my hands and about eight signs. I push away what I don’t want. If I yawn and look down I am tired, not bored. Wait for me, and copy my sounds back: I love that.',
          ),
          part(
            'How my views were gathered',
            'Miss Avocet filmed three short clips of Idris at play in September 2026. His mother and grandmother watched them with her on 1 October 2026 and said what each sound and look means.',
          ),
          part(
            'What my family hopes for',
            'Carys: I want Idris to walk into school on his own two feet and to be invited to parties. I want him to eat what we eat, sitting at our table.',
            'Nia: When he is a man I hope he has a job where people are glad to see him, and that he can look after himself as much as he is able.',
          ),
        ],
        needsSummary: [],
        areas: [
          {
            title: 'Communication and interaction',
            strengths: [
              'Idris looks at people’s faces, smiles first and keeps a turn-taking game with sounds going for three or four turns.',
            ],
            needs: [
              'Idris understands about twenty familiar words when they come with a sign or an object. At three years and four months his understanding was like that of a child of about fourteen months (therapist, October 2026).',
              'He uses eight signs to ask and to comment. He does not yet use words, and children of his age do not know what he means.',
            ],
            outcomes: [
              outcome(
                'By the end of Reception, Idris will use thirty signs or words, seen by two different people, to ask, to refuse and to say what he has noticed.',
                'July 2028',
                ['By July 2027 Idris will use fifteen signs or words.'],
              ),
            ],
            provision: [
              provision(
                'A signing and early words programme, carried out in play and at snack time.',
                'Nursery practitioner trained in signing to level 2, following the therapist’s plan',
                'Two sessions of 15 minutes each morning',
                'Speech and language therapist, every six weeks',
              ),
              provision(
                'Speech and language therapy to assess, model and set new targets.',
                'Speech and language therapist, early years complex needs',
                'One session of 45 minutes every three weeks, 12 a year',
                'Report in May',
              ),
            ],
          },
          {
            title: 'Cognition and learning',
            strengths: [
              'Idris learns by watching and remembers routines. He finds a hidden toy under one of two cups.',
            ],
            needs: [
              'Idris explores most objects by mouthing and banging. He stays with one activity for two minutes with an adult and for less than one minute alone (nursery record, October 2026).',
            ],
            outcomes: [
              outcome(
                'By the end of Reception, Idris will finish a task of three steps, such as posting, pouring and tidying away, with one sign as prompt, on four days out of five.',
                'July 2028',
              ),
            ],
            provision: [
              provision(
                'Structured play in small steps, each taught until it is secure and then repeated in a new place.',
                'Nursery practitioner, planned with the area SENCO',
                '20 minutes, one to one, each morning',
                'Area SENCO each half-term',
              ),
            ],
          },
          {
            title: 'Physical needs and moving about',
            strengths: ['Idris pulls himself up, cruises along furniture and bottom-shuffles at speed.'],
            needs: [
              'His muscles are low in tone and he tires after about fifteen minutes of moving. He needs a supportive seat to use his hands, and an adult within reach on uneven ground.',
            ],
            outcomes: [
              outcome(
                'By July 2027, Idris will walk ten metres from the nursery door to his peg, holding one adult hand, each morning that he attends.',
                'July 2027',
              ),
            ],
            provision: [
              provision(
                'A movement programme built into the morning: standing at the easel, stepping over low bars, and walking with hands held.',
                'Nursery practitioner shown by the physiotherapist',
                'Three times 10 minutes each morning',
                'Physiotherapist visits once a half-term for 60 minutes',
              ),
              provision(
                'A supportive chair and a standing frame, fitted for Idris.',
                'Occupational therapist to measure; council to supply',
                'In nursery by 15 January 2027; refitted every six months',
                'Occupational therapist, January and July',
              ),
            ],
          },
        ],
        generalProvision: [
          provision(
            'One-to-one adult support for learning, moving and safety.',
            'Nursery practitioner with paediatric first aid, overseen by the nursery SENCO, Miss Avocet',
            '15 hours a week, the whole of every session',
            'Six-monthly review',
          ),
        ],
        C: [
          'Idris has a repaired heart defect. He is well, but becomes breathless sooner than other children and sleeps for an hour after a morning at nursery. He sees the heart clinic once a year (Dr Sedge, 12 October 2026).',
          'Idris swallows thin drinks unsafely and has had two chest infections since January 2026. His drinks are thickened and his food is mashed. Meals take about forty minutes.',
        ],
        D: [
          'Idris lives with his mother and his grandmother in a first-floor flat with no lift. Both lift him on the stairs, and his grandmother has a painful back. Carys has had one evening out since last Christmas. The children with disabilities team assessed the family on 6 October 2026.',
        ],
        G: care(
          [],
          provision(
            'A feeding and drinking plan, shown to each member of staff who gives Idris food, dated 19 October 2026 and kept in his individual healthcare plan.',
            'Specialist speech and language therapist (swallowing)',
            'Two visits of 60 minutes each term to watch a meal and update the plan',
            'Every term',
          ),
          provision(
            'Physiotherapy at home and in nursery.',
            'Community paediatric physiotherapist',
            'One visit of 60 minutes each half-term, six a year',
            'Yearly report in May',
          ),
        ),
        H1: care(
          [],
          provision(
            'A sitting service at home so that Carys can go out and rest.',
            'Care worker from the children with disabilities team, trained in the feeding plan',
            'Three hours a week from 11 January 2027',
            'Social worker, every three months',
          ),
        ),
        H2: care([
          'None was found to be reasonably required in the assessment of 6 October 2026. A housing request has been supported by letter.',
        ]),
        I: [],
        J: [
          'Carys has asked for information about a direct payment for the three hours in H1. A meeting is set for 2 December 2026. None has been agreed so far.',
        ],
        K: [
          advice('Carys and Nia Blackthorn', 'Mother and grandmother', '', '2026-10-01'),
          advice('Miss Elowen Avocet', 'Nursery SENCO', 'Saltmarsh Nursery School', '2026-10-05'),
          advice(
            'Dr Hester Bullfinch',
            'Educational psychologist',
            'Marrowdale Educational Psychology Service',
            '2026-10-27',
          ),
          advice('Dr Imogen Sedge', 'Community paediatrician', 'Marrow Vale Community Health', '2026-10-12'),
          advice(
            'Sunita Redpoll',
            'Speech and language therapist (early years and swallowing)',
            'Marrow Vale Community Health',
            '2026-10-19',
          ),
          advice('Owen Bracken', 'Paediatric physiotherapist', 'Marrow Vale Community Health', '2026-10-14'),
          advice('Lois Marram', 'Occupational therapist', 'Marrow Vale Community Health', '2026-10-22'),
          advice('Jude Knapweed', 'Social worker', 'Marrowdale Children with Disabilities Team', '2026-10-06'),
        ],
      },
      audit: {
        extent: 'whole',
        facts: {
          hasHealthProvision: true,
          hasSocialCareProvision: true,
          hasSocialWorker: false,
          isPhaseTransferYear: false,
        },
        findings: [
          met(
            'S05.C1',
            'A real visit, a real family. The carers’ needs are named.',
            'Both lift him on the stairs, and his grandmother has a painful back.',
          ),
          met('S05.C3', 'Service, amount, who and start date.', 'Three hours a week from 11 January 2027'),
          met('S11.C1', 'Section I is there and rightly empty in a draft.'),
          absent(
            'partly',
            'S04.C4',
            'Two clear rows in G, but nothing says that the commissioner has agreed them. To settle before the final.',
            'G',
          ),
          partly(
            'S01.C5',
            'Status, date and author are there. No one has signed the draft off and no review date is given, although he is under five.',
            'Wilf Sandpiper, EHC coordinator (early years)',
          ),
          partly(
            'S04.C5',
            'Physiotherapy stands in G and its programme in F. The G row should say what is health care and not teaching.',
            'Physiotherapy at home and in nursery.',
          ),
          partly(
            'S06.C6',
            'Carys hopes that he will eat with the family; eating and drinking have no outcome.',
            'I want him to eat what we eat, sitting at our table.',
          ),
          partly(
            'S08.C1',
            'The hope about meals and the one about parties are not carried into E.',
            'to be invited to parties',
          ),
          partly(
            'S08.C2',
            'G answers the feeding need. Being breathless and needing sleep has nothing against it in F or G.',
            'becomes breathless sooner than other children and sleeps for an hour after a morning at nursery',
          ),
          partly(
            'S11.C2',
            'Honest about where it stands, but the final needs the amount and what it will pay for.',
            'None has been agreed so far.',
          ),
          partly(
            'S10.C3',
            'Boxes are easy to use. One-to-one support and the programmes overlap: say whether the 15 hours include them.',
            '15 hours a week, the whole of every session',
          ),
          partly(
            'S06.C5',
            'Walking with one hand held is well pitched; “finish a task of three steps” is a long way from one minute alone.',
            'for less than one minute alone',
          ),
        ],
      },
    },
  ],
};
