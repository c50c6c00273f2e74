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

/** Year 5, new plan: dyslexia, attention and anxiety. The draft requires improvement; the final answers the audit. */
const FINAL: PlanContent = {
  authority: 'Marrowdale Council',
  child: {
    name: 'Callum Sorrel',
    knownAs: 'Callum',
    dateOfBirth: '2017-01-30',
    address: '41 Plover Hill, Tarnwick',
    yearGroup: 'Year 5',
    parents: 'Denise Sorrel and Marcus Heron',
  },
  setting: 'Gorse Bank Junior School',
  reference: 'MD-26-0397',
  dates: {
    dateOfBirth: '2017-01-30',
    requestReceived: '2026-05-25',
    assessmentAgreed: '2026-07-03',
    draftIssued: '2026-08-28',
    finalIssued: '2026-10-12',
    reviewBy: '2027-10-11',
  },
  writtenBy: 'Anwen Siskin, EHC coordinator',
  signedOffBy: 'Ruth Lapwing, locality manager',
  changes: [],
  A: [
    part(
      'Callum in his own words',
      'I’m good at goals and at fixing bikes with my uncle. I’m the fastest in Year 5 over sixty metres. Reading makes my head hot. When I have to read out loud I make a joke so nobody sees.',
      'Callum talked to Anwen Siskin at school on 16 June 2026 and drew his best and his worst day.',
    ),
    list(
      'What helps me',
      'Knowing I won’t be picked to read',
      'Moving about',
      'Mr Harebell, because he explains it twice and doesn’t sigh',
      'Doing the hard thing first',
    ),
    part(
      'What I want',
      'To read the football pages by myself. To go to Tarn Academy with Kofi and Dev. When I’m older I’ll have my own bike shop.',
    ),
    part(
      'What my mum and dad say',
      'Denise: he tells me he is stupid, and it breaks my heart, because he can take a gearbox apart. Marcus: I left school unable to read and I don’t want that for him. We both hope that he starts secondary school believing that he can learn.',
    ),
  ],
  needsSummary: [
    'Callum has severe dyslexia and finds it hard to control his attention. His needs are set out under three headings; the advice dates from June and July 2026.',
  ],
  areas: [
    {
      title: 'Cognition and learning',
      strengths: [
        'Callum reasons well about things he can see and handle. His score for non-verbal reasoning in July 2026 was above average.',
      ],
      needs: [
        'In July 2026, at nine years and five months, Callum read single words at the level of a child of six years and two months. He knows letter sounds but cannot yet blend words of more than one syllable.',
        'He spells simple words of three letters. His writing is hard for him to read back, and he rarely records more than two lines in a lesson.',
        'His working memory is at the third percentile: he can hold two instructions at a time.',
      ],
      outcomes: [
        outcome(
          'By the end of Key Stage 2 (July 2028), Callum will read aloud, to someone he trusts, a page of a magazine he has chosen, with no more than five errors in a hundred words.',
          'July 2028',
          ['By July 2027 Callum will read words of two syllables, eight out of ten correctly.'],
        ),
        outcome(
          'By July 2028, Callum will produce a page of his own ideas in a lesson, using speech-to-text or keyboard, in four lessons out of five.',
          'July 2028',
        ),
      ],
      provision: [
        provision(
          'A cumulative, multi-sensory programme for reading and spelling.',
          'Specialist teacher with a level 7 qualification in dyslexia',
          '40 minutes, one to one, twice a week',
          'Specialist teacher tests reading every 12 weeks',
        ),
        provision(
          'Practice of what the specialist teacher has taught, with the same materials.',
          'Teaching assistant trained by the specialist teacher (one day)',
          '15 minutes daily, one to one',
          'Specialist teacher observes once each half-term',
        ),
        provision(
          'Teaching in the use of speech-to-text and a reading pen, on a laptop for Callum’s own use.',
          'Specialist teacher',
          '30 minutes a week for two terms, then 30 minutes a month',
          'July 2027',
        ),
      ],
    },
    {
      title: 'Attention and activity',
      strengths: ['Callum works with great care on tasks that use his hands, for an hour or more.'],
      needs: [
        'In lessons that rely on listening he leaves his seat about every six minutes (observation, 9 June 2026). He calls out and then regrets it.',
      ],
      outcomes: [
        outcome(
          'By July 2027, Callum will begin a task within two minutes of being set it and stay with it for fifteen minutes, with one agreed movement break, in three lessons a day.',
          'July 2027',
        ),
      ],
      provision: [
        provision(
          'Planned movement breaks, chosen by Callum from a list of five.',
          'Teaching assistant in class',
          'Five minutes in every lesson longer than 30 minutes',
          'Callum and Mr Harebell every Friday',
        ),
      ],
    },
    {
      title: 'Social, emotional and mental health',
      strengths: ['Callum is generous and loyal. Younger children go to him when they are hurt.'],
      needs: [
        'He hides what he cannot do by joking or leaving the room: eleven times in the fortnight to 19 June 2026. He calls himself stupid most days.',
      ],
      outcomes: [
        outcome(
          'By July 2027, Callum will ask for help by word or card, rather than leave the room, nine times in ten.',
          'July 2027',
        ),
      ],
      provision: [
        provision(
          'A course of sessions on understanding dyslexia and on talking back to unhelpful thoughts.',
          'Emotional literacy support assistant, supervised by the educational psychologist',
          '30 minutes a week for 12 weeks, one to one, repeated in Year 6',
          'End of each course',
        ),
      ],
    },
  ],
  generalProvision: [
    provision(
      'Small-group teaching in English and mathematics to go over instructions and check understanding.',
      'Teaching assistant trained as above, directed by the class teacher',
      '10 hours a week, group of four or fewer; more before tests as needed',
      'Half-termly',
    ),
  ],
  C: [
    'Callum is waiting for an assessment of attention difficulties (referred 15 June 2026). The school nurse, Kit Orpine, found no other health need on 29 June 2026. His eyesight was tested in April 2026 and he does not need glasses.',
  ],
  D: [
    'Early help worker Sol Fescue met Callum and his mother on 22 June 2026. Callum spends alternate weekends with his father. No social care need related to his special educational needs was found. He belongs to a cycling club on Sundays.',
  ],
  G: care([
    'No health provision is required at present. If the attention assessment finds a need, the plan will be reviewed within four weeks of the report.',
  ]),
  H1: care(['None. This was confirmed by the early help assessment of 22 June 2026.']),
  H2: care(['None. This was confirmed by the early help assessment of 22 June 2026.']),
  I: ['Gorse Bank Junior School, Tarnwick: a mainstream junior school.'],
  J: [
    'Denise Sorrel and Marcus Heron discussed a personal budget on 8 September 2026 and decided against one for now.',
  ],
  K: [
    advice('Denise Sorrel and Marcus Heron', 'Parents', '', '2026-06-16'),
    advice('Callum Sorrel', 'Child', '', '2026-06-16'),
    advice('Mrs Tamar Linnet', 'SENCO', 'Gorse Bank Junior School', '2026-06-30'),
    advice('Dr Neil Ouzel', 'Educational psychologist', 'Marrowdale Educational Psychology Service', '2026-07-20'),
    advice('Vera Campion', 'Specialist teacher (dyslexia)', 'Marrowdale Learning Support', '2026-07-08'),
    advice('Kit Orpine', 'School nurse', 'Marrow Vale Community Health', '2026-06-29'),
    advice('Sol Fescue', 'Early help worker', 'Marrowdale Early Help', '2026-06-24'),
  ],
};

/** What the draft said before the parents' comments and the audit. */
const DRAFT: PlanContent = {
  ...FINAL,
  dates: {
    dateOfBirth: '2017-01-30',
    requestReceived: '2026-05-25',
    assessmentAgreed: '2026-07-03',
    draftIssued: '2026-08-28',
  },
  signedOffBy: null,
  A: [...FINAL.A.slice(0, 2), part('What I want', 'To read the football pages by myself.'), ...FINAL.A.slice(3)],
  areas: FINAL.areas.map((area, index) => {
    if (index === 0)
      return {
        ...area,
        outcomes: [
          outcome(
            'Callum will improve his reading and spelling so that he makes progress in line with his peers.',
            'End of Key Stage 2',
          ),
          outcome('Callum will receive support to use assistive technology.', 'July 2028'),
        ],
        provision: [
          provision(
            'A dyslexia-friendly approach to reading and spelling.',
            'Specialist teacher',
            'Regular sessions',
            'Termly',
          ),
          provision('Access to assistive technology where appropriate.', 'School', 'As required', ''),
        ],
      };
    if (index === 2) return { ...area, provision: [] };
    return area;
  }),
  generalProvision: [
    provision(
      'Additional adult support in English and mathematics.',
      'Teaching assistant',
      'Around 10 hours a week',
      'Half-termly',
    ),
  ],
  D: ['No social care needs were reported.'],
  H1: care(['None.']),
  H2: care(['None.']),
  I: [],
  J: ['To be discussed.'],
};

const FACTS = {
  hasHealthProvision: false,
  hasSocialCareProvision: false,
  hasSocialWorker: false,
  isPhaseTransferYear: false,
};

export const sorrel: SamplePlan = {
  id: 'sorrel',
  register: {
    reference: 'MD-26-0397',
    initials: 'CS',
    name: 'Callum Sorrel',
    dateOfBirth: '2017-01-30',
    planType: 'new',
    ncYear: 5,
    setting: 'Gorse Bank Junior School',
    primaryNeed: 'Specific learning difficulty',
    locality: 'Town',
  },
  versions: [
    {
      stage: 'draft',
      template: 'ruled',
      format: 'docx',
      quality: 'requires_improvement',
      content: DRAFT,
      audit: {
        extent: 'whole',
        facts: FACTS,
        findings: [
          met(
            'S02.C1',
            'His own voice, and the reason behind the jokes.',
            'When I have to read out loud I make a joke so nobody sees.',
          ),
          met(
            'S03.C3',
            'A dated baseline that progress can be measured from.',
            'Callum read single words at the level of a child of six years and two months',
          ),
          partly(
            'S02.C4',
            'He told the psychologist about Tarn Academy and a bike shop; the draft keeps only the football pages.',
            'To read the football pages by myself.',
          ),
          partly('S01.C3', 'H1 and H2 say “None” without saying who found that.', 'None.'),
          partly(
            'S05.C1',
            'There was an early help visit, but D does not use it.',
            'No social care needs were reported.',
          ),
          absent(
            'not_met',
            'S05.C2',
            'Two homes and a cycling club are known to the early help worker; D is silent.',
            'D',
          ),
          partly('S06.C1', 'Outcome 2 is provision.', 'Callum will receive support to use assistive technology.'),
          notMet(
            'S06.C2',
            'Reading and spelling in one, and no picture of what he will do.',
            'Callum will improve his reading and spelling so that he makes progress in line with his peers.',
          ),
          partly(
            'S06.C3',
            'The attention and help-seeking outcomes can be counted; the first two cannot.',
            'in line with his peers',
          ),
          partly('S06.C7', 'No steps are set for reading, which is what matters most to him.', 'End of Key Stage 2'),
          partly(
            'S07.C1',
            'What is a “dyslexia-friendly approach”? The specialist teacher named a programme.',
            'A dyslexia-friendly approach to reading and spelling.',
          ),
          notMet('S07.C2', 'The teacher advised 40 minutes twice a week. This says nothing.', 'Regular sessions'),
          notMet(
            'S07.C4',
            'Several hedges in a handful of rows.',
            'Access to assistive technology where appropriate.',
            'Around 10 hours a week',
          ),
          absent('not_met', 'S07.C5', 'The emotional needs in B have no provision.', 'F'),
          absent('not_met', 'S07.C6', 'The psychologist’s course of twelve sessions has gone, with no reason.', 'F'),
          absent('partly', 'S08.C3', 'Outcome 4, on asking for help, has nothing in F to bring it about.', 'F'),
          partly(
            'S08.C1',
            'The shop and the school he hopes for have been left out, so nothing can lead to them.',
            'To read the football pages by myself.',
          ),
          absent(
            'partly',
            'S10.C1',
            'A draft, so comments are still to come; the parents’ own suggestions in June are not shown.',
            'A',
            'F',
          ),
          partly('S11.C2', 'To be settled before the final.', 'To be discussed.'),
          absent('partly', 'S01.C5', 'No sign-off and no review date on the front page.', 'cover'),
          partly('S12.C2', 'The psychologist’s advice came later than six weeks from being asked.', '20 July 2026'),
        ],
      },
    },
    {
      stage: 'final',
      template: 'ruled',
      format: 'pdf',
      quality: 'good',
      content: FINAL,
      audit: {
        extent: 'whole',
        facts: FACTS,
        findings: [
          met(
            'S06.C2',
            'From “improve his reading” in the draft to something that he will be proud of.',
            'a page of a magazine he has chosen, with no more than five errors in a hundred words',
          ),
          met('S07.C2', 'Now exact, as the specialist teacher advised.', '40 minutes, one to one, twice a week'),
          met(
            'S07.C5',
            'Emotional needs had nothing in the draft; they have now.',
            '30 minutes a week for 12 weeks, one to one, repeated in Year 6',
          ),
          met('S02.C4', 'His hopes are back.', 'When I’m older I’ll have my own bike shop.'),
          partly(
            'S03.C5',
            'One line in B speaks of what he cannot do in a lesson “rarely”: fine; but the summary talks about headings, not about Callum.',
            'His needs are set out under three headings',
          ),
          partly(
            'S10.C1',
            'It is plain that the plan changed after the draft, but the plan itself does not tell the family so.',
            'the advice dates from June and July 2026',
          ),
          partly(
            'S08.C1',
            'The bike shop is a gift for outcomes on number and money; none is tied to it.',
            'When I’m older I’ll have my own bike shop.',
          ),
          partly(
            'S04.C1',
            'The attention referral is there; what waiting means for his days is not.',
            'Callum is waiting for an assessment of attention difficulties (referred 15 June 2026).',
          ),
          partly('S07.C4', 'One hedge left: how much more, and which tests?', 'more before tests as needed'),
          partly('S12.C2', 'The psychologist’s advice came later than six weeks from being asked.', '20 July 2026'),
          partly(
            'S06.C7',
            'Steps for reading only.',
            'By July 2027 Callum will read words of two syllables, eight out of ten correctly.',
          ),
          partly(
            'S11.C3',
            'Everyone is listed and dated; nothing says that the documents are attached.',
            'Vera Campion',
          ),
        ],
      },
    },
  ],
};
