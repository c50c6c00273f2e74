import { isContractProcedure } from '@orpc/contract';
import { contract } from './contract.ts';
import { type CallMeta, type Role, type Topic, WORKSPACE_TOPICS } from './meta.ts';

/** What a role may do with one part of the workspace. */
export type RoleRight = 'none' | 'reads' | 'changes';

export interface RoleTableRow {
  topic: Topic;
  rights: Record<Role, RoleRight>;
}

/**
 * Who may do what, read off the `roles` of the contract's calls, which are what is enforced: a role changes a part where
 * it may call at least one of its commands, and reads it where it may call a query.
 */
export function roleTable(): RoleTableRow[] {
  return WORKSPACE_TOPICS.map((topic) => {
    const calls = Object.values(contract[topic]).filter(isContractProcedure);
    const rightOf = (role: Role): RoleRight => {
      const allowed = calls.map((call) => call['~orpc'].meta as CallMeta).filter((meta) => isAllowed(meta, role));
      if (allowed.some(({ kind }) => kind === 'command')) return 'changes';
      return allowed.length > 0 ? 'reads' : 'none';
    };
    return { topic, rights: forEachRole(rightOf) };
  });
}

/** What every member may do, such as locking or their own PIN, says nothing of a role. */
function isAllowed({ roles }: CallMeta, role: Role): boolean {
  return Array.isArray(roles) && roles.includes(role);
}

function forEachRole<Value>(valueOf: (role: Role) => Value): Record<Role, Value> {
  return {
    qa_lead: valueOf('qa_lead'),
    chair: valueOf('chair'),
    auditor: valueOf('auditor'),
    designated_officer: valueOf('designated_officer'),
    locality_manager: valueOf('locality_manager'),
    caseworker: valueOf('caseworker'),
    board_reader: valueOf('board_reader'),
  };
}
