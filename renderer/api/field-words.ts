import type { Agency } from '../../shared/contract/person.ts';
import type { Role } from '../../shared/contract/meta.ts';
import type { Stage } from '../../shared/contract/plans.ts';
import { PLAN_TYPE_WORDS } from '../../shared/domain/register/plan-type-words.ts';
import type { Choice } from '../ui/Field.tsx';

/** The field's words for what the contract holds as codes. */

export const AGENCY_WORDS: Record<Agency, string> = {
  education: 'Education',
  health: 'Health',
  social_care: 'Social care',
  parent_carer_forum: 'Parent carer forum',
};
export const AGENCY_CHOICES = choices(AGENCY_WORDS);

export const ROLE_WORDS: Record<Role, string> = {
  qa_lead: 'QA lead',
  chair: 'Chair',
  auditor: 'Auditor',
  designated_officer: 'Designated officer',
  locality_manager: 'Locality manager',
  caseworker: 'Caseworker',
  board_reader: 'Board reader',
};

/** What each role is there for, in a line. */
export const ROLE_HINTS: Record<Role, string> = {
  qa_lead: 'Sets up the round, draws the sample, assigns, reports.',
  chair: 'Runs moderation and settles.',
  auditor: 'Grades plans alone, with evidence.',
  designated_officer: 'Checks the health or social care parts of drafts against the advice.',
  locality_manager: 'Uses the agreed gradings of their own team in supervision.',
  caseworker: 'Writes plans, receives feedback, replies.',
  board_reader: 'Reads the report.',
};

export const STAGE_WORDS: Record<Stage, string> = {
  draft: 'Draft',
  final: 'Final',
  amended_draft: 'Amended draft',
  amended_final: 'Amended final',
};
export const STAGE_CHOICES = choices(STAGE_WORDS);

export const PLAN_TYPE_CHOICES = choices(PLAN_TYPE_WORDS);

export const ROUND_KIND_CHOICES: readonly Choice[] = [
  { value: 'random', label: 'At random', hint: 'A fair sample of all plans.' },
  { value: 'thematic', label: 'By a theme', hint: 'One question, looked at closely.' },
  { value: 'risk_based', label: 'By risk', hint: 'Plans that are thought to need a look.' },
];

/** SEN primary needs as the school census names them, for suggestion; the field takes any words. */
export const PRIMARY_NEEDS: readonly string[] = [
  'Autistic spectrum disorder',
  'Hearing impairment',
  'Moderate learning difficulty',
  'Multi-sensory impairment',
  'Physical disability',
  'Profound and multiple learning difficulty',
  'Severe learning difficulty',
  'Social, emotional and mental health',
  'Specific learning difficulty',
  'Speech, language and communication needs',
  'Vision impairment',
  'Other difficulty or disability',
];

/** Kinds of setting, for suggestion; the field takes any words. */
export const SETTING_TYPES: readonly string[] = [
  'Nursery or early years',
  'Mainstream primary',
  'Mainstream secondary',
  'Resourced provision',
  'Special school',
  'Independent special school',
  'Alternative provision',
  'Further education college',
  'Specialist post-16 institution',
  'Education otherwise than at school',
  'Elective home education',
];

function choices<Value extends string>(words: Record<Value, string>): readonly (Choice & { value: Value })[] {
  const values = Object.keys(words) as Value[];
  return values.map((value) => ({ value, label: words[value] }));
}
