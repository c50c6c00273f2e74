import { seesMasked } from '../../shared/contract/masked-view.ts';
import { MAY_READ_PLANS, type Role } from '../../shared/contract/meta.ts';
import type { Person } from '../../shared/contract/person.ts';
import { checkName } from '../../shared/domain/advice/advice-log.ts';

export interface Place {
  path: string;
  label: string;
  /** Where a place is for some alone; the backend decides what they are served there. */
  roles?: readonly Role[];
}

const LEADS: readonly Role[] = ['qa_lead', 'chair'];

const PLACES: readonly Place[] = [
  { path: '/', label: 'Home' },
  { path: '/round', label: 'Round', roles: LEADS },
  { path: '/plans', label: 'Plans', roles: MAY_READ_PLANS },
  { path: '/moderate', label: 'Moderate', roles: ['chair', 'qa_lead', 'auditor'] },
  { path: '/actions', label: 'Actions' },
  { path: '/advice', label: checkName('health'), roles: ['designated_officer', 'qa_lead'] },
  { path: '/supervision', label: 'Supervision', roles: ['locality_manager', 'caseworker', 'chair', 'qa_lead'] },
  { path: '/insight', label: 'Insight', roles: ['qa_lead', 'chair', 'locality_manager', 'board_reader'] },
  { path: '/report', label: 'Report', roles: LEADS },
  { path: '/standards', label: 'Standards' },
  { path: '/settings', label: 'Settings' },
  { path: '/help', label: 'Help' },
];

/** The places that stand in the navigation for somebody, in order: none that would only refuse them. */
export function placesOf(person: Pick<Person, 'agency' | 'roles'>): Place[] {
  return PLACES.filter(
    ({ path, roles }) =>
      (roles === undefined || roles.some((role) => person.roles.includes(role))) &&
      // The register is a list of children, and figures lead to it.
      !(seesMasked(person) && (path === '/plans' || path === '/insight')),
  ).map((place) =>
    place.path === '/advice' && person.agency === 'social_care' ? { ...place, label: checkName('social_care') } : place,
  );
}
