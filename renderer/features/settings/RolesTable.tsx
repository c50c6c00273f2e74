import { roleTable, type RoleRight } from '../../../shared/contract/role-table.ts';
import { ROLES, type Topic } from '../../../shared/contract/meta.ts';
import { ROLE_WORDS } from '../../api/field-words.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Table } from '../../ui/Table.tsx';

/** What each part of the workspace is called, as a person would. */
const TOPIC_WORDS: Record<Topic, string> = {
  app: 'This machine',
  workspaces: 'The passphrase',
  partnership: 'Partnership and half-terms',
  people: 'People and roles',
  rounds: 'Rounds',
  samples: 'Samples',
  assignments: 'Who audits what',
  plans: 'The register of plans',
  register: 'Imports into the register',
  documents: 'Documents',
  comparisons: 'Draft against final',
  rubrics: 'Standards',
  audits: 'One’s own gradings',
  moderation: 'Moderation and agreement',
  masking: 'What the parent carer forum does not read',
  advice: 'Advice log and checks',
  actions: 'Actions',
  supervision: 'Supervision',
  hints: 'Hints',
  threads: 'The golden thread',
  phrases: 'Comment bank',
  familyFeedback: 'What families answer',
  flags: 'Same-day flags',
  measures: 'Measures and trajectories',
  insight: 'Insight: figures as they stand',
  reports: 'The report',
  outlets: 'For services, the board and the region',
  trail: 'The trail',
};

const RIGHT_WORDS: Record<RoleRight, string> = { none: '–', reads: 'reads', changes: 'reads and changes' };

/** Who may do what, from the same table that is enforced where calls are served. */
export function RolesTable() {
  const rows = roleTable().filter(({ rights }) => Object.values(rights).some((right) => right !== 'none'));
  return (
    <Disclosure summary="What each role may do">
      <div className="stack-tight">
        <p className="soft">
          A person with several roles may do what any of them may. Whatever the role, nobody sees another auditor’s
          answers to a plan before all who were asked to audit it have submitted. An auditor of the parent carer forum
          reads plans with names, dates of birth, settings and places masked, once a QA lead has checked and ticked
          them, and sees neither the register nor the files themselves; who is QA lead, chair or designated officer too
          sees all.
        </p>
        <Table caption="What each role may do" isCaptionHidden>
          <thead>
            <tr>
              <th scope="col">Part</th>
              {ROLES.map((role) => (
                <th scope="col" key={role}>
                  {ROLE_WORDS[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ topic, rights }) => (
              <tr key={topic}>
                <th scope="row">{TOPIC_WORDS[topic]}</th>
                {ROLES.map((role) => (
                  <td key={role}>{RIGHT_WORDS[rights[role]]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </Disclosure>
  );
}
