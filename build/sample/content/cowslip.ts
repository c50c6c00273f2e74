import { absent, advice, care, list, met, outcome, part, partly, provision, type SamplePlan } from '../plan-content.ts';

/** Year 11, amended draft before the move to college: autism and anxiety. Good. */
export const cowslip: SamplePlan = {
  id: 'cowslip',
  register: {
    reference: 'MD-19-0031',
    initials: 'NC',
    name: 'Niamh Cowslip',
    dateOfBirth: '2011-04-09',
    planType: 'reviewed',
    ncYear: 11,
    setting: 'Kestrel High School',
    primaryNeed: 'Autism',
    locality: 'Coast',
  },
  versions: [
    {
      stage: 'amended_draft',
      template: 'numbered',
      format: 'pdf',
      quality: 'good',
      content: {
        authority: 'Marrowdale Council',
        child: {
          name: 'Niamh Cowslip',
          knownAs: 'Niamh',
          dateOfBirth: '2011-04-09',
          address: 'Flat 6, Gannet House, Fennockport',
          yearGroup: 'Year 11',
          parents: 'Orla Cowslip',
        },
        setting: 'Kestrel High School, Fennockport',
        reference: 'MD-19-0031',
        dates: {
          dateOfBirth: '2011-04-09',
          firstIssued: '2019-03-20',
          reviewMeeting: '2026-10-14',
          draftIssued: '2026-11-10',
          reviewBy: '2027-10-13',
        },
        writtenBy: 'Wilf Sandpiper, EHC coordinator (14 to 25)',
        signedOffBy: 'Ruth Lapwing, locality manager',
        changes: [
          'Niamh’s views in A are new and replace those of 2024.',
          'B: attendance has risen from 61 to 83 per cent, so the paragraph on refusing school has gone. Needs about travel and money are new.',
          'E: the outcome on homework has been reached and taken out; outcomes 3 and 4 are new.',
          'F: the mentor’s sessions go from two a week to one, at Niamh’s request; travel training and college visits are new.',
        ],
        A: [
          part(
            'Niamh’s statement, written by her for the review on 14 October 2026',
            'I am autistic and Irish and left-handed, in that order. I draw comics. Two people buy them. I like systems, cats and quiet. I would rather be told the truth in one sentence than something nice in ten.',
            'I come to school now because I can wear my own jumper, I have the pass, and Mx Godwit does not make me say good morning.',
          ),
          list(
            'What people get wrong',
            'I am not being rude, I am working out what you meant',
            'I do want friends, in ones and twos',
            'If I go silent, ask me in writing',
          ),
          part(
            'After school',
            'I want to do the art and design diploma at Fennockport College, then animation. I met the tutor in September and she had a cat on her mug. When I am twenty-five I would like to live by myself near my mum, sell comics and have one friend who comes round on Sundays.',
          ),
          part(
            'Orla Cowslip’s views',
            'Two years ago I could not get her out of the flat. I am proud of her. I am frightened of September: new building, new bus, nobody who knows her signs. I hope that she will be independent, safe online and able to ask for help before it all gets too much.',
          ),
        ],
        needsSummary: [
          'Niamh is autistic and has generalised anxiety (diagnosed in 2018 and 2023). Her needs were reviewed with her on 14 October 2026.',
        ],
        areas: [
          {
            title: 'Communication and interaction',
            strengths: [
              'Niamh writes with precision and wit, and explains her ideas well to one person whom she trusts.',
            ],
            needs: [
              'She takes about fifteen seconds to answer a question that she did not expect. In a group of more than four she does not speak.',
              'She does not ask teachers for help: none of 22 requests recorded in September 2026 was spoken; all were by the app.',
            ],
            outcomes: [
              outcome(
                'By the end of Year 12, Niamh will tell a tutor, by voice or message, when she does not understand a task, before the end of the session, in four sessions out of five.',
                'July 2028',
                ['By July 2027 Niamh will use the help card with three different teachers at Kestrel High School.'],
              ),
            ],
            provision: [
              provision(
                'A written agenda and questions given to Niamh before lessons with discussion or presentation.',
                'Subject teachers, checked by the SENCO',
                'At least one hour before each such lesson',
                'SENCO samples three lessons each half-term',
              ),
              provision(
                'Therapy group on asking for help and repairing misunderstandings.',
                'Speech and language therapist',
                'Eight sessions of 50 minutes, January to March 2027, in a group of three',
                'Report in April 2027',
              ),
            ],
          },
          {
            title: 'Social, emotional and mental health',
            strengths: ['Niamh recognises the first signs of overload and uses her exit pass well.'],
            needs: [
              'Crowds, bells and sudden changes bring on panic: seven times between April and July 2026, twice since September. After a panic she needs about forty minutes alone and cannot learn for the rest of the day.',
            ],
            outcomes: [
              outcome(
                'By July 2027, Niamh will return to learning within the same lesson after using her exit pass, on three of four occasions.',
                'July 2027',
              ),
            ],
            provision: [
              provision(
                'A session to plan the week and practise calming techniques.',
                'Learning mentor trained in autism (level 3), supervised by the educational psychologist each half-term',
                '40 minutes every Monday',
                'Half-termly',
              ),
              provision(
                'A low-sensory room, reached without crossing the main hall.',
                'SENCO to keep free',
                'Throughout the school day',
                'Each term',
              ),
            ],
          },
          {
            title: 'Independence and preparing for adulthood',
            strengths: ['Niamh cooks three meals from written recipes and manages her comic sales on a spreadsheet.'],
            needs: [
              'Niamh has never travelled by bus alone. She does not use cash or a card in shops and gives up if a till is busy.',
              'She has been asked for photographs by a stranger online (reported and dealt with, March 2026).',
            ],
            outcomes: [
              outcome(
                'By 1 September 2027, Niamh will travel to Fennockport College and home again by bus, alone, on five days in a row.',
                '1 September 2027',
              ),
              outcome(
                'By July 2028, Niamh will sell her work at two comic fairs, handling payment herself.',
                'July 2028',
              ),
              outcome(
                'By July 2027, Niamh will meet one friend outside school once a fortnight for a month, and will have set the privacy of her own accounts.',
                'July 2027',
              ),
            ],
            provision: [
              provision(
                'Travel training on the number 4 route, in stages from shadowing to alone.',
                'Travel trainer, Marrowdale Independent Travel Team',
                '90 minutes a week for 16 weeks from March 2027',
                'Trainer’s log every four weeks',
              ),
              provision(
                'A vocational profile and careers plan, with a placement at a print studio.',
                'Careers adviser (level 6)',
                'Three interviews of 45 minutes by Easter 2027; placement of five days',
                'Shared with the college by 30 April 2027',
              ),
              provision(
                'Visits to the college with the mentor, then alone, and a named person there.',
                'Learning mentor and college learning support',
                'Six visits of two hours between February and July 2027',
                'July 2027',
              ),
              provision(
                'Lessons on relationships and safety online, using real examples.',
                'Learning mentor',
                'Six sessions of 40 minutes in spring 2027',
                'End of the course',
              ),
            ],
          },
        ],
        generalProvision: [
          provision(
            'Some additional in-class support in science and mathematics.',
            'Teaching assistant',
            '6 hours a week',
            'Half-termly',
          ),
        ],
        C: [
          'Niamh has anxiety, for which she takes medicine prescribed by her GP and has had a course of talking therapy that ended in June 2026. She sleeps about six hours. Her therapist, Rosalind Twite, wrote on 2 October 2026 that worry before school is less and that the move to college is the main risk. Niamh books her own GP appointments on the app with her mother beside her.',
        ],
        D: [
          'A social worker from the transitions team, Bevis Turnstone, met Niamh on 6 October 2026. Her world outside school is her mother, her grandparents by telephone and one online friend. She has not been to a group or club since she was twelve and would like one for comics. Orla works nights twice a week; Niamh’s aunt then sleeps at the flat. No needs under the 1970 Act were found.',
        ],
        G: care(
          ['Agreed by the Marrow Vale Integrated Care Board on 5 November 2026.'],
          provision(
            'Booster sessions of cognitive behavioural therapy around the move to college.',
            'Therapist, young people’s mental health service',
            'Four sessions of 50 minutes: May, July, September and November 2027',
            'Letter after the last session',
          ),
        ),
        H1: care(['No provision under section 2 of the 1970 Act is needed (assessment of 6 October 2026).']),
        H2: care(
          [],
          provision(
            'A place in the Saturday comics and games group, with a lift for the first month.',
            'Transitions team, Marrowdale Council',
            'Two hours every Saturday from 16 January 2027',
            'Social worker, April 2027',
          ),
        ),
        I: [],
        J: [
          'Niamh and Orla were told about personal budgets at the review and asked to look at one again when she is at college.',
        ],
        K: [
          advice('Niamh Cowslip', 'Young person', '', '2026-10-14'),
          advice('Orla Cowslip', 'Mother', '', '2026-10-14'),
          advice('Mx Robin Godwit', 'SENCO', 'Kestrel High School', '2026-09-28'),
          advice(
            'Dr Neil Ouzel',
            'Educational psychologist',
            'Marrowdale Educational Psychology Service',
            '2025-11-18',
          ),
          advice('Rosalind Twite', 'Therapist', 'Young people’s mental health service', '2026-10-02'),
          advice('Gareth Pipit', 'Speech and language therapist', 'Marrow Vale Community Health', '2026-09-22'),
          advice('Bevis Turnstone', 'Social worker, transitions', 'Marrowdale Council', '2026-10-07'),
          advice('Clary Dotterel', 'Careers adviser', 'Marrowdale Careers', '2026-09-30'),
        ],
      },
      audit: {
        extent: 'whole',
        facts: {
          hasHealthProvision: true,
          hasSocialCareProvision: true,
          hasSocialWorker: false,
          isPhaseTransferYear: true,
        },
        findings: [
          met(
            'S02.C1',
            'Her own statement, whole.',
            'I would rather be told the truth in one sentence than something nice in ten.',
          ),
          met('S09.C1', 'Real provision with dates for the move.', '90 minutes a week for 16 weeks from March 2027'),
          met(
            'S09.C2',
            'Work, travel, friends and health are all reached.',
            'Niamh will sell her work at two comic fairs, handling payment herself.',
          ),
          met(
            'S13.C2',
            'Says what changed and why, in words the family can use.',
            'the mentor’s sessions go from two a week to one, at Niamh’s request',
          ),
          met(
            'S08.C1',
            'From her hope for college straight to the bus.',
            'By 1 September 2027, Niamh will travel to Fennockport College and home again by bus, alone, on five days in a row.',
          ),
          met('S11.C1', 'Rightly empty in an amended draft.'),
          partly(
            'S07.C4',
            'One vague row in an exact section.',
            'Some additional in-class support in science and mathematics.',
          ),
          partly(
            'S07.C1',
            'The same row: support to do what?',
            'Some additional in-class support in science and mathematics.',
          ),
          partly(
            'S03.C4',
            'The psychologist’s advice is a year old and was written before she was back in school.',
            '18 Nov 2025',
          ),
          partly(
            'S04.C7',
            'She books her own appointments with help; the move to adult mental health services at eighteen is not mentioned.',
            'Niamh books her own GP appointments on the app with her mother beside her.',
          ),
          absent(
            'partly',
            'S13.C4',
            'In time for 31 March if it is finalised soon; the next setting cannot be named in a draft. Check when the final comes.',
            'I',
          ),
          partly(
            'S05.C1',
            'A good visit. Online safety is in B and belongs here too.',
            'Her world outside school is her mother, her grandparents by telephone and one online friend.',
          ),
          partly('S06.C6', 'Nothing on sleep, at six hours a night.', 'She sleeps about six hours.'),
          partly(
            'S09.C4',
            'College is planned with care. Adult social care and health are not.',
            'Six visits of two hours between February and July 2027',
          ),
        ],
      },
    },
  ],
};
