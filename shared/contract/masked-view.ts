import type { Role } from './meta.ts';
import type { Person } from './person.ts';

/** Roles whose work needs the plan as it is; who holds one of them sees it so, whatever their agency. */
const SEES_ALL: ReadonlySet<Role> = new Set(['qa_lead', 'chair', 'designated_officer']);

/**
 * Whether somebody is served masked text: a representative of the parent carer forum, who reads plans of children of
 * families they may know. The rule of the handbook's table of roles, in one place.
 */
export function seesMasked({ agency, roles }: Pick<Person, 'agency'> & { roles: readonly Role[] }): boolean {
  return agency === 'parent_carer_forum' && !roles.some((role) => SEES_ALL.has(role));
}
