import { absent, advice, care, list, met, outcome, part, partly, provision, type SamplePlan } from '../plan-content.ts';

/** Aged 22, amended final: profound hearing loss and learning disability, in the last year of college. Good. */
export const larkspur: SamplePlan = {
  id: 'larkspur',
  register: {
    reference: 'MD-16-0003',
    initials: 'EL',
    name: 'Esme Larkspur',
    dateOfBirth: '2004-07-19',
    planType: 'amended',
    ncYear: 14,
    setting: 'Bittern Lodge College',
    primaryNeed: 'Multi-sensory impairment',
    locality: 'North dale',
  },
  versions: [
    {
      stage: 'amended_final',
      template: 'cards',
      format: 'pdf',
      quality: 'good',
      content: {
        authority: 'Marrowdale Council',
        child: {
          name: 'Esme Larkspur',
          knownAs: 'Esme',
          dateOfBirth: '2004-07-19',
          address: '1 Curlew Cottages, Skerrowby',
          yearGroup: 'Post-19, third year of college (Year 14 group)',
          parents: 'Esme lives with Harriet and Philip Larkspur',
        },
        setting: 'Bittern Lodge College',
        reference: 'MD-16-0003',
        dates: {
          dateOfBirth: '2004-07-19',
          firstIssued: '2016-11-11',
          reviewMeeting: '2026-06-16',
          draftIssued: '2026-07-13',
          finalIssued: '2026-09-07',
          reviewBy: '2027-06-15',
        },
        writtenBy: 'Wilf Sandpiper, EHC coordinator (14 to 25)',
        signedOffBy: 'Ruth Lapwing, locality manager',
        changes: [
          'This is the last year of Esme’s plan. Outcomes 1 to 4 now lead to what she will do and where she will live from August 2027.',
          'Esme has reached her outcome on making a hot drink. It has been taken out.',
          'Provision for moving to supported living is new. Esme asked for it at her review.',
        ],
        A: [
          part(
            'About me',
            'My name is Esme. My sign name is FLOWER-SMILE. I am twenty-two. I am deaf and I see out of the middle of my eyes, like looking down a tube. I have a learning disability. I am a potter.',
          ),
          part(
            'How this was written',
            'Esme told us this in sign on 2 and 9 June 2026, with the interpreter Kasia Merganser and her intervenor, Dot. We filmed it and she checked it. Esme decided what to put in. Her parents spoke for themselves, at her invitation.',
          ),
          list(
            'Good to know',
            'Touch my arm before you sign',
            'Stand in front of me, in good light',
            'Sign in short sentences and wait',
            'I decide. Ask me first, then Mum',
          ),
          part(
            'My future',
            'I want to live in a flat with Bea. I want to sell my bowls at the market on Saturdays. I want to go swimming without Mum. I want a dog, but Bea says no.',
          ),
          part(
            'What my parents say',
            'Harriet and Philip: Esme is ready to leave home, and we are learning to be. Our hopes are a safe home, people who sign, and work with clay. We fear that when college ends the signing will end.',
          ),
        ],
        needsSummary: [
          'Esme has been profoundly deaf from birth, has tunnel vision that is slowly narrowing, and a moderate learning disability. Needs reviewed on 16 June 2026.',
        ],
        areas: [
          {
            title: 'Communication',
            strengths: [
              'British Sign Language is Esme’s first language. She tells stories, jokes and news, and notices at once when someone is not following.',
            ],
            needs: [
              'In a group of signers Esme misses about half, since she sees one person at a time. With people who do not sign she has twelve gestures and photographs on her telephone.',
              'She reads about eighty words.',
            ],
            outcomes: [
              outcome(
                'By July 2027, Esme will buy what she needs from three shops in Skerrowby, using a typed or pictured message, with nobody from college beside her.',
                'July 2027',
                ['By Christmas 2026 Esme will do so in one shop.'],
              ),
            ],
            provision: [
              provision(
                'An intervenor who signs fluently, in all learning at college.',
                'Intervenor with a qualification in multi-sensory impairment and BSL level 6',
                '25 hours a week, 38 weeks',
                'Termly, with Esme',
              ),
              provision(
                'Teaching of hands-on signing, for when her sight narrows.',
                'Qualified teacher of learners with multi-sensory impairment',
                '60 minutes a week',
                'Written record each half-term',
              ),
              provision(
                'Messages and shopping lists made, practised and used in town.',
                'Intervenor, planned by the teacher above',
                '90 minutes, twice a week',
                'Termly',
              ),
            ],
          },
          {
            title: 'Getting about and living safely',
            strengths: ['Esme uses a long cane on three routes that she has learnt.'],
            needs: [
              'She does not see kerbs, bicycles or people at her side. She cannot hear a smoke alarm. She cooks with someone near her and has burnt herself twice this year.',
            ],
            outcomes: [
              outcome(
                'By May 2027, Esme will walk with her cane from the flat to the pottery and back, alone, on five days in a row.',
                'May 2027',
              ),
              outcome(
                'By July 2027, Esme will cook two meals on her own cooker, using her touch timers, safely on three evenings a week for a month.',
                'July 2027',
              ),
            ],
            provision: [
              provision(
                'Long cane training on the new route.',
                'Qualified habilitation specialist',
                '90 minutes a week from January 2027 until the route is learnt, at least 12 weeks',
                'Every four weeks',
              ),
              provision(
                'Cooking lessons in a kitchen with the same cooker and timers as the flat.',
                'Tutor with BSL level 3 and intervenor',
                'Two hours, twice a week',
                'Half-termly',
              ),
            ],
          },
          {
            title: 'Work and friends',
            strengths: [
              'Esme throws and glazes bowls that sell; she and her friend Bea have known each other since they were six.',
            ],
            needs: [
              'She needs help to price, pack and sell, and to sort out a disagreement before it becomes a silence: one with Bea in the spring lasted for three weeks.',
            ],
            outcomes: [
              outcome(
                'By July 2027, Esme will have sold her own pots at six Saturday markets, from a stall that she sets up from a picture list with one other person.',
                'July 2027',
              ),
            ],
            provision: [
              provision(
                'A pottery apprenticeship day at the Skerrowby Clay Works.',
                'Master potter with an interpreter',
                'One day of six hours a week',
                'Termly',
              ),
              provision(
                'A group on friendship and feelings, in BSL.',
                'Deaf mentor',
                '60 minutes a week for 20 weeks, four in the group',
                'Weeks 10 and 20',
              ),
            ],
          },
        ],
        generalProvision: [
          provision(
            'A meeting to hand on what works to the team at the flat: film, photographs and a day of training.',
            'Intervenor and teacher',
            'Three meetings of two hours, March to July 2027',
            'July 2027',
          ),
        ],
        C: [
          'Esme’s field of vision is 20 degrees (eye clinic, 21 April 2026) and will grow less; she does not see in dim light. She has two cochlear implants which she chooses not to wear. She has type 1 diabetes, with a pump that her parents or her intervenor set.',
          'Annual health check done on 3 February 2026 at the Skerrowby surgery.',
        ],
        D: [
          'Adult social worker Malachi Brent assessed Esme under the Care Act on 20 May 2026. She is eligible for support: she needs help with her pump, shopping, letters and getting about where she does not know the way. She and Bea have been offered a two-bedroom flat in a supported scheme from 2 August 2027. Her parents had a carer’s assessment on the same day. Esme can decide where to live (capacity assessment of 4 June 2026).',
        ],
        G: care(
          ['Agreed by the Marrow Vale Integrated Care Board on 24 August 2026.'],
          provision(
            'Teaching Esme, in sign, to read her pump and to act on two alarms.',
            'Adult diabetes specialist nurse with an interpreter',
            'Eight visits of 60 minutes between October 2026 and June 2027',
            'Nurse’s plan, updated each visit',
          ),
          provision(
            'Eye clinic for a measure of vision and advice on lighting.',
            'Low vision clinic, Marrow Vale Hospital',
            'Every six months',
            'Letter after each visit',
          ),
        ),
        H1: care(['Esme is over 18: section 2 of the 1970 Act no longer applies.']),
        H2: care(
          [],
          provision(
            'Support at home while she lives with her parents: shopping, swimming and letters.',
            'Personal assistant who signs, under the Care Act plan of 1 July 2026',
            '14 hours a week',
            'Social worker, January 2027',
          ),
          provision(
            'Supported living with shared night cover and staff who sign.',
            'Adult social care; provider to be named by April 2027',
            '28 hours a week of her own from 2 August 2027',
            'Six weeks after the move',
          ),
        ),
        I: ['Bittern Lodge College: a specialist post-16 institution, by day.'],
        J: [
          'A direct payment of £244 a week from adult social care pays for the personal assistant in H2. Philip Larkspur manages it as Esme’s agreed nominee. There is no payment for provision in F.',
        ],
        K: [
          advice('Esme Larkspur', 'Young person', '', '2026-06-09'),
          advice('Harriet and Philip Larkspur', 'Parents', '', '2026-06-16'),
          advice('Aurelia Crake', 'Head of sensory learning', 'Bittern Lodge College', '2026-05-29'),
          advice('Nell Samphire', 'Teacher, multi-sensory impairment', 'Marrowdale Sensory Service', '2026-06-01'),
          advice('Rashid Hobby', 'Diabetes specialist nurse', 'Marrow Vale Hospital', '2026-05-26'),
          advice('Malachi Brent', 'Social worker, adults', 'Marrowdale Council', '2026-05-20'),
          advice('Tess Ruddock', 'Habilitation specialist', 'Marrowdale Sensory Service', '2025-09-30'),
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
            'S02.C2',
            'Filmed, checked by her, and her parents’ words kept apart.',
            'We filmed it and she checked it. Esme decided what to put in.',
          ),
          met(
            'S05.C4',
            'Amount, provider, start, and the Care Act plan named.',
            '28 hours a week of her own from 2 August 2027',
          ),
          met(
            'S09.C4',
            'The end of education is planned a year ahead.',
            'She and Bea have been offered a two-bedroom flat in a supported scheme from 2 August 2027.',
          ),
          met(
            'S09.C5',
            'Written to her, with capacity dealt with for the decision in hand.',
            'Esme can decide where to live (capacity assessment of 4 June 2026).',
          ),
          met(
            'S07.C3',
            'The skill is exact, and rare: good that it is written down.',
            'Intervenor with a qualification in multi-sensory impairment and BSL level 6',
          ),
          met(
            'S13.C1',
            'Reached outcomes retired, new provision for the move.',
            'Esme has reached her outcome on making a hot drink. It has been taken out.',
          ),
          partly(
            'S07.C4',
            '“Until the route is learnt” is saved by “at least 12 weeks”, but the row for the market day says nothing on cover when the potter is away.',
            'until the route is learnt',
          ),
          partly(
            'S04.C6',
            'The pump is named and the healthcare plan that covers it is not.',
            'with a pump that her parents or her intervenor set',
          ),
          partly(
            'S05.C5',
            'H2 is right. “Provider to be named” will need an amendment.',
            'provider to be named by April 2027',
          ),
          partly(
            'S07.C5',
            'Reading eighty words is a need in B, with nothing in F to build on it.',
            'She reads about eighty words.',
          ),
          absent('partly', 'S07.C7', 'Rows do not say which outcome they serve.', 'F'),
          partly('S08.C1', 'Swimming without Mum is a hope without an outcome.', 'I want to go swimming without Mum.'),
          partly(
            'S03.C4',
            'The habilitation report is over a year old and the route has changed.',
            '30 September 2025',
          ),
          partly(
            'S11.C3',
            'Complete and dated but for the eye clinic, which C relies on.',
            '(eye clinic, 21 April 2026)',
          ),
        ],
      },
    },
  ],
};
