import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspaceFile } from '../../../../electron/backend/workspace/open-workspace.ts';
import { verifyWorkspace } from '../../../../electron/backend/workspace/verify-workspace.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE } from '../../../support/workspace-input.ts';

test('an audit of an earlier version is taken for one that its auditor was asked to do', async () => {
  const file = path.join(tempFolder(), 'v3.goldthread');
  copyFileSync(path.resolve('tests/support/workspaces/version-3.goldthread'), file);
  const workspace = await openWorkspaceFile(file, PASSPHRASE, new Date('2026-11-09T10:00:00Z'));
  const { raw } = workspace;
  const audits = raw.prepare('select round_id, document_id, auditor_id from audit').all();
  expect(audits).toHaveLength(1);
  expect(
    raw.prepare(`select round_id, document_id, auditor_id from assignment where state = 'assigned'`).all(),
  ).toEqual(audits);
  const again = raw.prepare(
    `insert into assignment (id, round_id, document_id, auditor_id, state, assigned_at, assigned_by)
     select 'again', round_id, document_id, auditor_id, 'assigned', assigned_at, assigned_by from assignment`,
  );
  expect(() => again.run()).toThrow('UNIQUE');
  expect(verifyWorkspace(raw).isSound).toBe(true);
  await workspace.close();
});
