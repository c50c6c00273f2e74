import { expect, test } from 'vitest';
import { roleTable } from '../../../../shared/contract/role-table.ts';

test('the table of roles is what the contract enforces', () => {
  const rights = new Map(roleTable().map((row) => [row.topic, row.rights]));
  expect(rights.get('people')).toMatchObject({ qa_lead: 'changes', auditor: 'none' });
  expect(rights.get('audits')).toMatchObject({ auditor: 'changes' });
  expect(rights.get('plans')).toMatchObject({ chair: 'reads', board_reader: 'none', caseworker: 'none' });
  expect(rights.get('samples')).toMatchObject({ qa_lead: 'changes', chair: 'reads', auditor: 'none' });
});
