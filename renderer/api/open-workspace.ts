import { createContext, useContext } from 'react';
import type { Role } from '../../shared/contract/meta.ts';
import type { CurrentWorkspace } from '../../shared/contract/workspaces.ts';

export type OpenWorkspace = Extract<CurrentWorkspace, { status: 'open' }>;

/** Given by the frame to every screen behind it. */
export const OpenWorkspaceContext = createContext<OpenWorkspace | null>(null);

/** The workspace that is open, and who is at it. Throws outside the frame, where none is. */
export function useOpenWorkspace(): OpenWorkspace {
  const workspace = useContext(OpenWorkspaceContext);
  if (workspace === null) throw new Error('No workspace is open here.');
  return workspace;
}

/** True where the person holds one of the roles. The backend enforces them; screens only do not offer what it would refuse. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const { person } = useOpenWorkspace();
  return roles.some((role) => person.roles.includes(role));
}
