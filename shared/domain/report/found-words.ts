import { builtInRubric } from '../rubric/built-in-rubric.ts';
import { criterionText, findCriterion } from '../rubric/rubric-words.ts';
import type { Rubric } from '../rubric/rubric.ts';

/**
 * What is found where a criterion of the built-in standards is met, as a statement: its question is for an auditor, and a
 * board is told what was found.
 */
const FOUND: Readonly<Record<string, string>> = {
  'S01.C1': 'every section from A to K is there under its own lettered heading',
  'S01.C2': 'every fact is about this child or young person',
  'S01.C3': 'where nothing was identified for a section, the plan says so and how that is known',
  'S01.C4': 'each piece of information is in the section the law puts it in',
  'S01.C5': 'status, date of issue, signature and next review are shown',
  'S02.C1': 'the child or young person’s own views, interests and hopes can be recognised',
  'S02.C2': 'Section A says how the views were gathered, by whom and when',
  'S02.C3': 'the parents’ or carers’ views are recorded and told apart from the child’s',
  'S02.C4': 'the aspirations look ahead, near and far, and from Year 9 into adult life',
  'S02.C5': 'Section A shows what helps this person communicate and take part in decisions',
  'S02.C6': 'Section A is free of assessment findings, needs and provision',
  'S03.C1': 'every special educational need found in the advice is set out in Section B',
  'S03.C2': 'needs are described by what the person finds hard, and not by a label alone',
  'S03.C3': 'Section B starts from strengths and gives a dated baseline',
  'S03.C4': 'the picture of needs is current',
  'S03.C5': 'Section B is free of provision, outcomes and resource talk',
  'S04.C1': 'Section C sets out the health needs and what they mean day to day, or that none were found',
  'S04.C2': 'there is current health advice, and the plan reflects it',
  'S04.C3': 'health provision in Section G is specific and quantified',
  'S04.C4': 'the NHS commissioner is shown to have agreed the provision in Section G',
  'S04.C5': 'therapy or nursing that educates or trains is in Section F',
  'S04.C6': 'medicines, emergencies and equipment are pointed to without clinical detail',
  'S04.C7': 'from age 14 the move to adult health services is dealt with',
  'S05.C1': 'Section D rests on real social care advice, or says with reasons that there are no needs',
  'S05.C2': 'home, community, relationships and the needs of carers and siblings are considered',
  'S05.C3': 'provision under section 2 of the 1970 Act is set out in H1, specific and quantified',
  'S05.C4': 'other social care provision is set out in H2, specific and quantified',
  'S05.C5': 'H1 and H2 are split correctly, and signposting is not passed off as provision',
  'S05.C6': 'plans for a child looked after, in need or protected are joined up',
  'S06.C1': 'each outcome describes a change or benefit for the person',
  'S06.C2': 'each outcome is specific: one clear, observable result',
  'S06.C3': 'each outcome says how anyone would know it had been reached',
  'S06.C4': 'each outcome is tied to a date',
  'S06.C5': 'each outcome is ambitious yet achievable from the baseline',
  'S06.C6': 'the outcomes matter to this person and together cover education, health and care',
  'S06.C7': 'the plan says how progress is checked and shorter-term targets are set',
  'S07.C1': 'each statement says exactly what will be provided',
  'S07.C2': 'each statement is quantified: hours, frequency, length, group size or ratio',
  'S07.C3': 'it is clear who delivers each item, with what skill, and who oversees them',
  'S07.C4': 'Section F is free of vague and hedging words',
  'S07.C5': 'there is provision for every need in Section B',
  'S07.C6': 'Section F reflects what the professionals advised, or gives reasons',
  'S07.C7': 'Section F shows how provision supports the outcomes and when it is reviewed',
  'S08.C1': 'each outcome can be traced to a hope of the person or family',
  'S08.C2': 'needs in C and D lead to provision in G, H1 or H2',
  'S08.C3': 'every outcome has provision, and every provision serves an outcome or need',
  'S08.C4': 'the agencies fit together, without contradiction or gaps',
  'S08.C5': 'dates, year groups, settings and phase are the same from end to end',
  'S09.C1': 'F, G and H include provision that prepares for adulthood',
  'S09.C2': 'the outcomes reach all four areas of adult life',
  'S09.C3': 'the young person’s own picture of adult life leads the plan',
  'S09.C4': 'transitions are planned: next phase, adult social care, adult health',
  'S09.C5': 'after compulsory school age the young person is treated as the decision-maker',
  'S10.C1': 'the family and young person are shown to have shaped the plan',
  'S10.C2': 'the plan is in plain language, with technical terms explained',
  'S10.C3': 'the plan is concise and easy to find one’s way around',
  'S10.C4': 'the plan is individual, respectful and strengths-based',
  'S11.C1': 'Section I is right for the plan’s status',
  'S11.C2': 'Section J sets out any personal budget or direct payment, or that there is none',
  'S11.C3': 'Section K lists every piece of advice with author, role and date, attached',
  'S11.C4': 'that list covers everyone who must be asked',
  'S12.C1': 'a new plan was issued within 20 weeks, or a lawful exception is recorded',
  'S12.C2': 'each agency’s advice arrived within six weeks, as auditors could see it',
  'S12.C3': 'the family had at least 15 days to comment and to ask for a setting',
  'S12.C4': 'the plan is in date: reviewed within twelve months, with the next review set',
  'S13.C1': 'the amended plan carries through what the review found',
  'S13.C2': 'the family can see what has changed and why',
  'S13.C3': 'the review clocks were kept',
  'S13.C4': 'in a transfer year the plan was amended in time, naming the next setting',
  'S13.C5': 'health and social care contributed to the review',
};

/**
 * A criterion as a statement of what is found where it is met: 'the picture of needs is current'. A criterion that is
 * not the built-in one, word for word, keeps its own text.
 */
export function foundWords(rubric: Rubric, criterionId: string): string {
  const text = criterionText(rubric, criterionId);
  const statement = FOUND[criterionId];
  return statement !== undefined && findCriterion(builtInRubric(), criterionId)?.text === text ? statement : text;
}
