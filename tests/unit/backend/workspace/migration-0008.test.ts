import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspaceFile } from '../../../../electron/backend/workspace/open-workspace.ts';
import { verifyWorkspace } from '../../../../electron/backend/workspace/verify-workspace.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE } from '../../../support/workspace-input.ts';

test('moderation is added beside what auditors graded, and what is decided or agreed can no longer be written over', async () => {
  const file = path.join(tempFolder(), 'v3.goldthread');
  copyFileSync(path.resolve('tests/support/workspaces/version-3.goldthread'), file);
  const workspace = await openWorkspaceFile(file, PASSPHRASE, new Date('2026-11-09T10:00:00Z'));
  const { raw } = workspace;
  expect(raw.prepare('select * from moderation').all()).toEqual([]);
  raw.exec(
    `insert into moderation (id, round_id, document_id, state, begun_at, begun_by)
     select 'one', round_id, document_id, 'open', started_at, auditor_id from audit limit 1`,
  );
  const decide = raw.prepare(
    `insert into moderation_decision (id, moderation_id, sequence, kind, subject, value, reason, person_id, at)
     select ?, id, ?, 'answer', 'S01.C1', '"met"', 'Seen on page 4.', begun_by, begun_at from moderation`,
  );
  decide.run('a', 1);
  expect(() => decide.run('b', 1)).toThrow('UNIQUE');
  expect(() => raw.exec(`update moderation_decision set value = '"not_met"'`)).toThrow('a decision never changes');
  expect(() => raw.exec(`update moderation set state = 'agreed'`)).toThrow('CHECK');
  raw.exec(`update moderation set state = 'agreed', frozen = '{}', agreed_at = begun_at, agreed_by = begun_by`);
  expect(() => decide.run('c', 2)).toThrow('the document is agreed');
  expect(verifyWorkspace(raw).isSound).toBe(true);
  await workspace.close();
});
