import { oc } from '@orpc/contract';
import { commonErrors } from './errors.ts';

/** What a person may be in a partnership; one person may hold several roles. */
export const ROLES = [
  'qa_lead',
  'chair',
  'auditor',
  'designated_officer',
  'locality_manager',
  'caseworker',
  'board_reader',
] as const;
export type Role = (typeof ROLES)[number];

/** Who may see plans and their text; a board reader reads the report, not the plans it rests on. */
export const MAY_READ_PLANS: readonly Role[] = ['qa_lead', 'chair', 'auditor', 'designated_officer'];

/** First parts of the names of calls that answer from an open workspace. */
export const WORKSPACE_TOPICS = [
  'workspaces',
  'partnership',
  'people',
  'rounds',
  'samples',
  'assignments',
  'plans',
  'register',
  'documents',
  'comparisons',
  'rubrics',
  'audits',
  'moderation',
  'masking',
  'advice',
  'actions',
  'supervision',
  'hints',
  'threads',
  'phrases',
  'familyFeedback',
  'flags',
  'measures',
  'insight',
  'reports',
  'outlets',
  'trail',
] as const;

/** First part of a call's name: what the query cache forgets when a command touches it. */
export type Topic = 'app' | (typeof WORKSPACE_TOPICS)[number];

export interface CallMeta extends Record<string, unknown> {
  kind: 'query' | 'command';
  /**
   * Who may call: `anyone` before a workspace is open; `unlocked` while one is open, signed in or not; `member` is
   * anyone who has signed in to it; otherwise a member who holds at least one of the roles. Enforced in one middleware
   * where calls are served.
   */
  roles: 'anyone' | 'unlocked' | 'member' | readonly Role[];
  /** Topics whose answers may differ after this command. */
  touches: readonly Topic[];
}

const base = oc.$meta<CallMeta>({ kind: 'query', roles: 'member', touches: [] }).errors(commonErrors);

/** A call that changes nothing. */
export const query = base.meta({ kind: 'query', roles: 'member', touches: [] });

/** A call that changes nothing, for certain callers. */
export function queryFor(roles: CallMeta['roles']) {
  return base.meta({ kind: 'query', roles, touches: [] });
}

/** A call that changes something: one transaction, one entry in the trail. */
export function commandFor(roles: CallMeta['roles'], touches: readonly Topic[]) {
  return base.meta({ kind: 'command', roles, touches });
}
