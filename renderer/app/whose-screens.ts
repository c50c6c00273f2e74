import { seesMasked } from '../../shared/contract/masked-view.ts';
import { MAY_READ_PLANS, type Role } from '../../shared/contract/meta.ts';
import type { Person } from '../../shared/contract/person.ts';

/** Screens that an address typed by hand, or sent by somebody else, leads to, and whose they are. */
interface WhoseScreen {
  path: RegExp;
  /** What stands there, for a sentence that begins with it. */
  what: string;
  roles: readonly Role[];
  /** It names children, which the parent carer forum does not read. */
  isNaming?: boolean;
}

const PANEL: readonly Role[] = ['qa_lead', 'chair', 'auditor'];

const SCREENS: readonly WhoseScreen[] = [
  { path: /^\/plans\/import$/, what: 'Importing a register', roles: ['qa_lead'] },
  { path: /^\/plans$/, what: 'The register of plans', roles: MAY_READ_PLANS, isNaming: true },
  { path: /^\/plans\//, what: 'A plan’s own page', roles: MAY_READ_PLANS },
  { path: /^\/documents\//, what: 'The text of a plan', roles: MAY_READ_PLANS },
  { path: /^\/compare\//, what: 'Comparing two versions of a plan', roles: MAY_READ_PLANS },
  { path: /^\/thread\//, what: 'A plan’s golden thread', roles: MAY_READ_PLANS },
  { path: /^\/across\//, what: 'What the plans of a round share', roles: PANEL, isNaming: true },
  { path: /^\/audits\//, what: 'An audit', roles: PANEL },
  { path: /^\/moderate\//, what: 'Moderating a plan', roles: PANEL },
  { path: /^\/advice/, what: 'Checking drafts against advice', roles: ['designated_officer', 'qa_lead'] },
  { path: /^\/supervision\/sheet\//, what: 'A supervision sheet', roles: ['locality_manager', 'caseworker'] },
];

/** Why a screen is not for somebody; null where it is. The backend refuses them all the same: this says it calmly. */
export function whyNotTheirs(
  location: string,
  person: { agency: Person['agency']; roles: readonly Role[] },
): { what: string; roles: readonly Role[]; isNaming: boolean } | null {
  const screen = SCREENS.find(({ path }) => path.test(location));
  if (screen === undefined) return null;
  const { what, roles, isNaming = false } = screen;
  if (!roles.some((role) => person.roles.includes(role))) return { what, roles, isNaming: false };
  return isNaming && seesMasked(person) ? { what, roles, isNaming } : null;
}
