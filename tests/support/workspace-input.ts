import type { CreateWorkspaceInput } from '../../shared/contract/workspaces.ts';

export const PASSPHRASE = 'violet harbour seldom mends teapots';

/** What a first person types in, with nothing real in it. */
export const WORKSPACE_INPUT: CreateWorkspaceInput = {
  partnershipName: 'Fernmoor SEND Partnership',
  areaCode: 'E99000001',
  person: { name: 'Ottoline Sedge', agency: 'education' },
  halfTerm: { schoolYear: '2026-27', number: 2, label: 'Autumn 2', start: '2026-11-02', end: '2026-12-18' },
  round: { kind: 'random', theme: '', panelDate: '2026-12-08' },
  passphrase: PASSPHRASE,
};
