import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspaceFile } from '../../../../electron/backend/workspace/open-workspace.ts';
import { verifyWorkspace } from '../../../../electron/backend/workspace/verify-workspace.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE } from '../../../support/workspace-input.ts';

const NOW = new Date('2026-11-09T10:00:00Z');

test('a file of the second version keeps its rows, and can hold dismissed hints with a reason', async () => {
  const file = path.join(tempFolder(), 'v2.goldthread');
  copyFileSync(path.resolve('tests/support/workspaces/version-2.goldthread'), file);
  const workspace = await openWorkspaceFile(file, PASSPHRASE, NOW);
  const { raw, db } = workspace;
  expect(raw.prepare('select file_name from document').all()).toEqual([{ file_name: 'locked.docx' }]);
  expect(raw.prepare('select * from dismissed_hint').all()).toEqual([]);
  const { id: personId } = await db.selectFrom('person').select('id').executeTakeFirstOrThrow();
  const plan = { id: 'p', reference: 'FM-9', initials: '', name: null, date_of_birth: null };
  await db
    .insertInto('plan')
    .values({ ...plan, primary_need: null, locality: null, created_at: NOW.toISOString() })
    .execute();
  const dismissed = { plan_id: 'p', hint_id: 'h', person_id: personId, at: NOW.toISOString() };
  await db
    .insertInto('dismissed_hint')
    .values({ ...dismissed, reason: 'The advice says so.' })
    .execute();
  const without = db.insertInto('dismissed_hint').values({ ...dismissed, hint_id: 'i', reason: '' });
  await expect(without.execute()).rejects.toThrow('CHECK');
  await db.deleteFrom('plan').where('id', '=', 'p').execute();
  expect(raw.prepare('select * from dismissed_hint').all()).toEqual([]);
  expect(verifyWorkspace(raw).isSound).toBe(true);
  await workspace.close();
});
