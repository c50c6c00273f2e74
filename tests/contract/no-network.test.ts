import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import rubricData from '../../shared/domain/rubric/rubric-default.json' with { type: 'json' };
import { runNode, runNodeAlone, WITHOUT_NETWORK } from '../support/run-node.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const PLAN = 'tests/corpus/plans/s04-ravensea-dylan/final.docx';

const folder = makeTempFolder();
afterAll(() => folder.remove());

/** Making the sample partnership has its test beside the command's own; journeys are all gone through so. */
describe.skipIf(WITHOUT_NETWORK === undefined)('without any network but the machine itself', () => {
  test('there is none to be had', async () => {
    const script = `const [os, net] = [require('node:os'), require('node:net')];
      const socket = net.connect(53, '192.0.2.1');
      socket.on('error', ({ code }) => console.log(JSON.stringify([Object.keys(os.networkInterfaces()), code])));`;
    const run = await runNodeAlone('-e', script);
    expect(JSON.parse(run.stdout)).toEqual([['lo'], 'ENETUNREACH']);
  });

  test('a plan is read as it is with one', async () => {
    const [without, withNetwork] = await Promise.all([
      runNodeAlone('electron/cli/main.ts', 'extract', PLAN, '--json'),
      runNode('electron/cli/main.ts', 'extract', PLAN, '--json'),
    ]);
    expect(without).toMatchObject({ code: 0, stdout: withNetwork.stdout });
    expect(JSON.parse(without.stdout)).toBeTruthy();
  });

  test('answers are graded', async () => {
    const [example] = rubricData.workedExamples;
    const input = path.join(folder.path, 'answers.json');
    writeFileSync(input, JSON.stringify(example));
    const scored = await runNodeAlone('electron/cli/main.ts', 'score', input, '--json');
    expect(scored.code).toBe(0);
    expect(JSON.parse(scored.stdout)).toEqual(example?.expected);
  });
});
