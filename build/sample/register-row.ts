import type { SampleManifest } from '../../electron/backend/sample/sample-manifest.ts';
import { COMPOSED_CHILDREN, type SecondView } from './composed/children.ts';
import type { SamplePlan } from './plan-content.ts';

/** What the register holds of a plan beyond what its document says. */
type RegisterRow = Pick<
  SampleManifest['plans'][number],
  | 'team'
  | 'settingType'
  | 'isLookedAfter'
  | 'isKnownToSocialCare'
  | 'joins'
  | 'writer'
  | 'signedOffBy'
  | 'dates'
  | 'exceptions'
>;

const TEAMS: Readonly<Record<string, string>> = {
  Town: 'Town team',
  Coast: 'Coast team',
  'North dale': 'Dales team',
  'South dale': 'Dales team',
};

/** Kinds of settings of the plans that were written by hand. */
const SETTING_TYPES: Readonly<Record<string, string>> = {
  'Hollow Oak Infant School': 'Mainstream primary',
  'Saltmarsh Nursery School': 'Early years setting',
  'St Ebba’s Primary School': 'Mainstream primary',
  'Gorse Bank Junior School': 'Mainstream primary',
  'Tarn Academy': 'Mainstream secondary',
  'Fell View School': 'Special school',
  'Kestrel High School': 'Mainstream secondary',
  'Fennockport College': 'Post-16 college',
  'Bittern Lodge College': 'Post-16 college',
  'Elder Lane Primary School': 'Mainstream primary',
  'Mallow Street Primary School': 'Mainstream primary',
};

/** Where the second auditor of a plan written by hand comes to stand. */
const SECOND_VIEWS: Readonly<Record<string, SecondView>> = { larkspur: 'lower', whinchat: 'higher' };
/** Their register says who they live with; of the composed ones their own data does. */
const LOOKED_AFTER = new Set(['mistle']);
/** Plans written by hand come with the newest half-term. */
const NEWEST = 4;

/** The register's row of a plan, from the plan's own dates and people. */
export function registerRow(plan: SamplePlan): RegisterRow {
  const { content } = plan.versions.at(-1) ?? { content: null };
  if (content === null) throw new Error(`${plan.id} has no version.`);
  const child = COMPOSED_CHILDREN.find(({ reference }) => reference === plan.register.reference);
  const isNew = plan.register.planType === 'new' || plan.register.planType === 'reassessment';
  const { requestReceived, assessmentAgreed, draftIssued, finalIssued, reviewMeeting } =
    child === undefined ? content.dates : (plan.versions[0]?.content.dates ?? {});
  const dates = isNew
    ? { requestReceived, decisionToAssess: assessmentAgreed, draftSent: draftIssued, finalIssued }
    : { reviewMeeting, noticeOfChanges: draftIssued, amendedFinal: finalIssued };
  return {
    team: TEAMS[plan.register.locality ?? ''] ?? null,
    settingType: child?.settingType ?? SETTING_TYPES[plan.register.setting ?? ''] ?? null,
    isLookedAfter: child?.isLookedAfter ?? LOOKED_AFTER.has(plan.id),
    isKnownToSocialCare: (child?.isLookedAfter ?? false) || content.H1.provision.length > 0,
    joins: child?.joins ?? NEWEST,
    writer: child?.writer ?? personIn(content.writtenBy),
    signedOffBy: content.signedOffBy === null ? null : personIn(content.signedOffBy),
    dates: Object.fromEntries(
      Object.entries(dates).flatMap(([kind, date]) => (date === undefined ? [] : [[kind, date]])),
    ),
    exceptions: [...(child?.exceptions ?? [])],
  };
}

export function secondViewOf(plan: SamplePlan): SecondView {
  const child = COMPOSED_CHILDREN.find(({ reference }) => reference === plan.register.reference);
  return child?.second ?? SECOND_VIEWS[plan.id] ?? 'same';
}

/** 'Petra Dunnock, EHC coordinator' is Petra Dunnock; a team is nobody. */
function personIn(text: string): string | null {
  const name = text.split(',')[0]?.trim() ?? '';
  if (name === 'S. Dabchick') return 'Silas Dabchick';
  return /team$/i.test(name) ? null : name;
}
