import { advice, care, list, met, outcome, part, partly, provision, type SamplePlan } from '../plan-content.ts';

/** Reception, new plan: speech, language and play. Good, with small points only. */
export const fieldfare: SamplePlan = {
  id: 'fieldfare',
  register: {
    reference: 'MD-26-0412',
    initials: 'TF',
    name: 'Tamsin Fieldfare',
    dateOfBirth: '2022-01-19',
    planType: 'new',
    ncYear: 0,
    setting: 'Hollow Oak Infant School',
    primaryNeed: 'Speech, language and communication',
    locality: 'North dale',
  },
  versions: [
    {
      stage: 'final',
      template: 'ruled',
      format: 'docx',
      quality: 'good',
      content: {
        authority: 'Marrowdale Council',
        child: {
          name: 'Tamsin Fieldfare',
          knownAs: 'Tamsin',
          dateOfBirth: '2022-01-19',
          address: '3 Wagtail Row, Skerrowby',
          yearGroup: 'Reception',
          parents: 'Joss and Linnea Fieldfare',
        },
        setting: 'Hollow Oak Infant School',
        reference: 'MD-26-0412',
        dates: {
          dateOfBirth: '2022-01-19',
          requestReceived: '2026-06-01',
          assessmentAgreed: '2026-07-10',
          draftIssued: '2026-09-07',
          finalIssued: '2026-10-16',
          reviewBy: '2027-10-15',
        },
        writtenBy: 'Petra Dunnock, EHC coordinator',
        signedOffBy: 'Colm Nuthatch, locality manager',
        changes: [],
        A: [
          part(
            'How we found out what Tamsin thinks',
            'Tamsin showed us her views on 24 June 2026. She took her keyworker, Bryony Tansy, round the nursery garden and chose photographs of the places she likes and does not like. She put the water tray and the swing in the happy box, and the dinner hall in the sad box.',
          ),
          list(
            'What Tamsin enjoys',
            'Pouring, splashing and anything to do with water',
            'Her rabbit, Biscuit, whom she feeds every morning',
            'Being pushed high on a swing',
            'Songs with actions, above all the one about the five frogs',
          ),
          part(
            'How to communicate with Tamsin',
            'Come down to her height, say her name and wait. Use three or four words and show her the object or the picture. She will often take you by the hand to what she wants. Count to ten in your head before you say it again.',
          ),
          part(
            'What Linnea and Joss, her parents, told us',
            'Tamsin makes us laugh every day. We would like other children to know how funny she is. Our worry is that people talk over her because she is slow to answer.',
            'In a few years we hope she will be telling us about her day in her own words. When she is grown up we want her to have work she enjoys and people around her who take the time to listen.',
          ),
        ],
        needsSummary: [
          'Tamsin has a language disorder. She has had support from the early years team since she was two and a half. This section rests on advice given between June and August 2026.',
        ],
        areas: [
          {
            title: 'Communication and interaction',
            strengths: [
              'Tamsin watches faces closely and copies actions after seeing them once. She uses eleven signs and about thirty spoken words, most of them names of things.',
            ],
            needs: [
              'In July 2026, at four years and six months, Tamsin understood instructions with two key words, as most children do at about two and a half. When a sentence is longer she acts on the last word she heard.',
              'She joins two words together a few times a day. People outside the family understood about half of what she said during an observation on 2 July 2026.',
              'Tamsin seldom starts a conversation with another child. When she is not understood she walks away, and she may then spend the rest of playtime alone.',
            ],
            outcomes: [
              outcome(
                'By the end of Reception, Tamsin will tell an adult or a child what she wants or what she is doing, joining three words or signs, at least ten times in a school day.',
                'July 2027',
                ['Tamsin will join two words or signs to ask for something at snack time.'],
              ),
              outcome(
                'By the end of Year 1, Tamsin will follow an instruction of four key words, such as “put your blue bag under the table”, at the first time of asking on four occasions out of five.',
                'July 2028',
              ),
            ],
            provision: [
              provision(
                'A language programme written for Tamsin, with pictures and signs, working on joining words and on understanding longer instructions.',
                'Written by a speech and language therapist; delivered by a teaching assistant whom the therapist has trained',
                '20 minutes, one to one, four times a week',
                'Therapist reviews each half-term',
              ),
              provision(
                'Direct speech and language therapy, with the teaching assistant present so that the work carries on between visits.',
                'Speech and language therapist with experience of language disorder',
                'Six sessions of 45 minutes each term',
                'Written report each July',
              ),
              provision(
                'A visual timetable, a choice board and photographs of the day’s equipment, in every room that Tamsin uses.',
                'Class teacher to prepare',
                'In use in every session of the day',
                'Updated each half-term',
              ),
            ],
          },
          {
            title: 'Social, emotional and mental health',
            strengths: [
              'Tamsin is affectionate and determined. She recovers quickly from a bump or a disappointment when a familiar adult names what has happened.',
            ],
            needs: [
              'Tamsin plays alongside others for up to five minutes. She has not yet taken part in a game with a rule, and she gives up her place if another child speaks first.',
            ],
            outcomes: [
              outcome(
                'By the end of Year 1, Tamsin will take three turns in a game with two other children, without an adult’s prompt, on three days in a school week.',
                'July 2028',
              ),
            ],
            provision: [
              provision(
                'A planned play session with the same two children, teaching turn-taking with games that use objects rather than words.',
                'Teaching assistant trained by the early years communication team',
                '15 minutes, three times a week, in a group of three',
                'Class teacher notes turns taken each Friday',
              ),
            ],
          },
          {
            title: 'Physical and sensory needs',
            strengths: ['Tamsin climbs, runs and balances as well as others of her age.'],
            needs: [
              'Noise from many people at once upsets Tamsin: in the dinner hall she covers her ears and does not eat. On six of ten days observed in June 2026 her lunch box came home full.',
            ],
            outcomes: [
              outcome(
                'By Easter 2027, Tamsin will sit with her class at lunch and eat her main course on four days out of five.',
                'Easter 2027',
              ),
            ],
            provision: [
              provision(
                'Early entry to the dinner hall, a seat at the end of the table nearest the door, and ear defenders that Tamsin may reach by herself.',
                'Midday supervisor briefed by the class teacher',
                'Every lunchtime',
                'Reviewed each half-term with her parents',
              ),
            ],
          },
        ],
        generalProvision: [
          provision(
            'Adult support in class to prepare Tamsin for new words, to model signs and to help her to join in.',
            'Teaching assistant with training in signing, overseen by the SENCO',
            '12 hours a week in class, in addition to the sessions above',
            'SENCO each half-term',
          ),
          provision(
            'Training in signing and in the use of visual support for all staff who teach or supervise Tamsin, with some refresher work.',
            'Speech and language therapist',
            'Half a day by 30 November 2026, then once a year',
            'Annual review',
          ),
        ],
        C: [
          'Tamsin had glue ear between the ages of two and three and has had one set of grommets. Her hearing was within normal limits when tested on 9 July 2026. Her health visitor and community paediatrician identified no other health need that relates to her special educational needs (advice of 16 July 2026).',
        ],
        D: [
          'Family support worker Ada Whitethroat visited the family on 30 June 2026. Tamsin lives with both parents and a baby brother. She has grandparents close by and goes to a toddler swimming club on Saturdays. No social care needs related to her special educational needs were identified. Her parents know how to ask for help if things change.',
        ],
        G: care([
          'No health care provision is required under Section G. Tamsin’s hearing will be checked once a year by the community audiology service as part of its ordinary offer.',
        ]),
        H1: care([
          'Assessment by early help on 30 June 2026 identified no need for provision under section 2 of the 1970 Act.',
        ]),
        H2: care([
          'No other social care provision was identified as reasonably required in the advice of 30 June 2026.',
        ]),
        I: ['Hollow Oak Infant School, Skerrowby. A mainstream infant school maintained by Marrowdale Council.'],
        J: [
          'Linnea and Joss Fieldfare were told about personal budgets on 10 September 2026 and have not asked for one. There is no direct payment.',
        ],
        K: [
          advice('Linnea and Joss Fieldfare', 'Parents', '', '2026-06-24'),
          advice('Bryony Tansy', 'Keyworker and nursery SENCO', 'Pebble Lane Nursery', '2026-07-06'),
          advice(
            'Dr Hester Bullfinch',
            'Educational psychologist',
            'Marrowdale Educational Psychology Service',
            '2026-08-11',
          ),
          advice('Gareth Pipit', 'Speech and language therapist', 'Marrow Vale Community Health', '2026-07-21'),
          advice('Dr Imogen Sedge', 'Community paediatrician', 'Marrow Vale Community Health', '2026-07-16'),
          advice('Ada Whitethroat', 'Family support worker', 'Marrowdale Early Help', '2026-07-01'),
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
            'S02.C2',
            'It says how a four-year-old who uses few words was asked, by whom and when. A model for other early years plans.',
            'She took her keyworker, Bryony Tansy, round the nursery garden and chose photographs of the places she likes and does not like.',
          ),
          met('S06.C3', 'Anyone could count this.', 'joining three words or signs, at least ten times in a school day'),
          met('S07.C2', 'Length, frequency and who, all in one row.', '20 minutes, one to one, four times a week'),
          partly(
            'S07.C4',
            'One row slips into “some refresher work”; the rest is exact. Say what it is or take it out.',
            'with some refresher work',
          ),
          partly(
            'S10.C1',
            'The parents’ views are here, but nothing says whether the plan changed after they commented on the draft in September.',
            'In a few years we hope she will be telling us about her day in her own words.',
          ),
          partly(
            'S06.C7',
            'Steps are set for the first outcome only; for the others the plan does not say who sets shorter targets.',
            'Tamsin will join two words or signs to ask for something at snack time.',
          ),
          partly(
            'S08.C1',
            'The outcome on lunch is useful but is not tied to anything that Tamsin or her parents hoped for.',
            'Tamsin will sit with her class at lunch and eat her main course on four days out of five.',
          ),
          partly(
            'S12.C2',
            'The psychologist’s advice came in on 11 August, after the six weeks had run out.',
            '11 August 2026',
          ),
          partly(
            'S04.C2',
            'Therapy and paediatric advice are in, but the audiology result is reported second-hand and is not listed in Section K.',
            'Her hearing was within normal limits when tested on 9 July 2026.',
          ),
          partly(
            'S03.C4',
            'Current in the main; the early years team’s own reports since age two and a half are mentioned and not dated.',
            'She has had support from the early years team since she was two and a half.',
          ),
        ],
      },
    },
  ],
};
