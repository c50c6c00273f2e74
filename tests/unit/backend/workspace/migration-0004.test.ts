import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspaceFile } from '../../../../electron/backend/workspace/open-workspace.ts';
import { verifyWorkspace } from '../../../../electron/backend/workspace/verify-workspace.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE } from '../../../support/workspace-input.ts';

const NOW = new Date('2026-11-09T10:00:00Z');

test('a file of the third version keeps its people and its work, and its people may have PINs', async () => {
  const file = path.join(tempFolder(), 'v3.goldthread');
  copyFileSync(path.resolve('tests/support/workspaces/version-3.goldthread'), file);
  const workspace = await openWorkspaceFile(file, PASSPHRASE, NOW);
  const { raw } = workspace;
  expect(raw.prepare('select name, agency, team, is_active, signs_in, pin, wrong_pins from person').all()).toEqual([
    { name: 'Ottoline Sedge', agency: 'education', team: '', is_active: 1, signs_in: 1, pin: null, wrong_pins: 0 },
  ]);
  expect(raw.prepare('select criterion_id, response from answer').all()).toEqual([
    { criterion_id: 'S01.C1', response: 'met' },
  ]);
  expect(raw.prepare('select reason from dismissed_hint').all()).toEqual([{ reason: 'Looked at with the advice.' }]);
  const readable = raw.prepare(`update person set pin = '1234'`);
  expect(() => readable.run()).toThrow('CHECK');
  expect(verifyWorkspace(raw).isSound).toBe(true);
  await workspace.close();
});
