import { advice, care, list, outcome, part, provision, type SamplePlan } from '../plan-content.ts';

/** Year 4, new plan in draft: a deaf child who signs and speaks. Nobody has graded it yet. */
export const yarrow: SamplePlan = {
  id: 'yarrow',
  register: {
    reference: 'MD-26-0551',
    initials: 'ZY',
    name: 'Zainab Yarrow',
    dateOfBirth: '2018-05-27',
    planType: 'new',
    ncYear: 4,
    setting: 'Mallow Street Primary School',
    primaryNeed: 'Hearing impairment',
    locality: 'Town',
  },
  versions: [
    {
      stage: 'draft',
      template: 'numbered',
      format: 'pdf',
      quality: 'good',
      content: {
        authority: 'Marrowdale Council',
        child: {
          name: 'Zainab Yarrow',
          knownAs: 'Zainab',
          dateOfBirth: '2018-05-27',
          address: '112 Mallow Street, Tarnwick',
          yearGroup: 'Year 4',
          parents: 'Farida and Imran Yarrow',
        },
        setting: 'Mallow Street Primary School, Tarnwick',
        reference: 'MD-26-0551',
        dates: {
          dateOfBirth: '2018-05-27',
          requestReceived: '2026-08-31',
          assessmentAgreed: '2026-10-09',
          draftIssued: '2026-11-13',
        },
        writtenBy: 'Anwen Siskin, EHC coordinator',
        signedOffBy: 'Ruth Lapwing, locality manager',
        changes: [],
        A: [
          part(
            'What Zainab signed and said',
            'I’ve got purple hearing aids with glitter. I’m a goalkeeper. In the hall it all goes mush. If three people talk I stop listening and think about football. I like it when Miss Burnet writes the page number on the board.',
            'Zainab talked and signed with her teacher of the deaf, Corinne Sanderling, on 21 October 2026 and chose four pictures.',
          ),
          list(
            'Best ways to talk with me',
            'Face me, and don’t stand in front of the window',
            'One person at a time',
            'Tell me when the subject changes',
            'Don’t say “never mind”',
          ),
          part(
            'Hopes',
            'To be picked for the county girls. To have one teacher who signs. To be a vet or a goalkeeper for England, or both.',
          ),
          part(
            'Farida and Imran',
            'Zainab uses Urdu with her grandparents, English at school and sign with her deaf friends, and is proud of all three. She comes home with a headache on most days. We hope for a child who is not worn out by listening, and later for a young woman who is at ease with being deaf and can choose any job.',
          ),
        ],
        needsSummary: [
          'Zainab has a moderate to severe hearing loss in both ears, found when she was three. Advice is dated between September and November 2026.',
        ],
        areas: [
          {
            title: 'Sensory needs and listening',
            strengths: ['Zainab looks after her hearing aids herself and says when a battery is going.'],
            needs: [
              'In quiet, at one metre, with her aids, Zainab repeats nine of ten words. With classroom noise at three metres she repeats four.',
              'After a morning of listening she is tired: her work in the afternoon is about half as long as in the morning (school sample, October 2026).',
            ],
            outcomes: [
              outcome(
                'By July 2028, Zainab will tell the speaker what she has missed and ask for it again, in class and in groups, on four out of five occasions recorded in a week.',
                'July 2028',
                ['By July 2027 she will do so with her class teacher.'],
              ),
            ],
            provision: [
              provision(
                'A radio aid with two microphones, one of them for groups, worn by whoever is speaking.',
                'Sensory service to supply and maintain; class teacher to use',
                'In every lesson and assembly',
                'Teacher of the deaf tests it each half-term',
              ),
              provision(
                'Teaching in listening, language and the care of equipment.',
                'Qualified teacher of the deaf',
                '60 minutes a week',
                'Report each June',
              ),
              provision(
                'Sound-absorbing panels, curtains and chair ends in Zainab’s classroom.',
                'Council’s property service',
                'In place by 19 February 2027',
                'Noise measured before and after',
              ),
              provision(
                'Two listening breaks in a quiet room, with something to do that needs no listening.',
                'Teaching assistant',
                '15 minutes each, mid-morning and after lunch',
                'Zainab and her parents each half-term',
              ),
            ],
          },
          {
            title: 'Communication and language',
            strengths: ['Zainab has three languages and a good sense of how each works.'],
            needs: [
              'In English her vocabulary is at the fourteenth percentile. She misses word endings such as -s and -ed, in speech and in writing. She has forty or so signs, and wants more.',
            ],
            outcomes: [
              outcome(
                'By July 2028, Zainab will explain, in speech or sign, ten new subject words each half-term and use them in her own writing, eight out of ten correctly.',
                'July 2028',
              ),
              outcome(
                'By July 2028, Zainab will keep up a conversation in British Sign Language with a deaf adult for five minutes.',
                'July 2028',
              ),
            ],
            provision: [
              provision(
                'Pre-teaching of subject words before each new topic.',
                'Teaching assistant with BSL level 2, working from the teacher of the deaf’s list',
                '20 minutes, three times a week',
                'Word list checked each half-term',
              ),
              provision(
                'Sign language lessons for Zainab and three friends.',
                'Deaf instructor',
                '45 minutes a week in term',
                'Assessment in July',
              ),
              provision(
                'Speech and language therapy for grammar and speech.',
                'Speech and language therapist, specialist in deafness',
                'Nine sessions of 45 minutes a year, and a programme carried out for 15 minutes twice a week by the teaching assistant',
                'Report in May',
              ),
            ],
          },
          {
            title: 'Social and emotional',
            strengths: ['Zainab is a leader in the team and fair to others.'],
            needs: [
              'She laughs when others do, without knowing why. At lunch she sits with the teaching assistant on three days in five. She has once thrown her aids away after a comment (September 2026).',
            ],
            outcomes: [
              outcome(
                'By July 2027, Zainab will eat lunch with friends of her choice, joining in their talk, on four days out of five.',
                'July 2027',
              ),
            ],
            provision: [
              provision(
                'Deaf awareness teaching for the class, planned and led with Zainab.',
                'Teacher of the deaf',
                'One hour each term',
                'Zainab’s view after each',
              ),
              provision(
                'A mentor who is deaf, to talk about friends, school and being deaf.',
                'Deaf mentor, sensory service',
                '60 minutes each fortnight',
                'July 2027',
              ),
            ],
          },
        ],
        generalProvision: [
          provision(
            'In-class support to check understanding, take notes in discussions and manage equipment.',
            'Teaching assistant with BSL level 2',
            '18 hours a week',
            'Half-termly',
          ),
        ],
        C: [
          'Zainab has a bilateral sensorineural hearing loss of unknown cause. She wears two hearing aids all day and is seen by audiology every six months; ear infections, two or three each winter, can leave her without aids for a week at a time (Dr Plantain, 28 October 2026). She has no other health needs.',
        ],
        D: [
          'Family support worker Ada Whitethroat visited on 20 October 2026. The family lives with Imran’s parents, who do not sign. Zainab goes to football twice a week, without an interpreter. Her parents would like to learn to sign and to meet other families. No other needs were found.',
        ],
        G: care(
          ['Audiology provision was agreed by the commissioner on 10 November 2026.'],
          provision(
            'Hearing test, new ear moulds and adjustment of aids.',
            'Paediatric audiologist, Marrow Vale Hospital',
            'Every six months; moulds within ten working days of being asked',
            'Letter to school after each visit',
          ),
        ),
        H1: care(
          [],
          provision(
            'A communicator at football training.',
            'Deaf children’s social care team',
            'Two sessions of 90 minutes a week in the season, from January 2027',
            'May 2027',
          ),
        ),
        H2: care(
          [],
          provision(
            'A family sign language course at home.',
            'Deaf children’s social care team',
            'Ten lessons of 90 minutes, January to March 2027',
            'April 2027',
          ),
        ),
        I: [],
        J: ['Not asked for. Information was given on 13 November 2026.'],
        K: [
          advice('Zainab Yarrow', 'Child', '', '2026-10-21'),
          advice('Farida and Imran Yarrow', 'Parents', '', '2026-10-18'),
          advice('Miss Pia Burnet', 'Class teacher', 'Mallow Street Primary School', '2026-11-02'),
          advice('Corinne Sanderling', 'Qualified teacher of the deaf', 'Marrowdale Sensory Service', '2026-11-04'),
          advice(
            'Dr Hester Bullfinch',
            'Educational psychologist',
            'Marrowdale Educational Psychology Service',
            '2026-11-12',
          ),
          advice('Dr Mungo Plantain', 'Audiological physician', 'Marrow Vale Hospital', '2026-10-28'),
          advice('Ottilie Wigeon', 'Speech and language therapist', 'Marrow Vale Community Health', '2026-11-06'),
          advice('Ada Whitethroat', 'Family support worker', 'Marrowdale Early Help', '2026-10-20'),
        ],
      },
      audit: null,
    },
  ],
};
