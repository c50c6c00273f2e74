import { createRouterClient } from '@orpc/server';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { updateStandard } from '../../shared/domain/rubric/rubric-edits.ts';
import type { Response } from '../../shared/domain/rubric/rubric.ts';
import { createGradingsFiller, type GradingsFiller } from './fill-gradings.ts';
import type { Client } from './prepared-moderation.ts';
import { BY_VERSION } from './prepared-versions.ts';
import { WORKSPACE_INPUT } from './workspace-input.ts';

/** More than the first version's gradings are. */
const MANY_ROWS = 100_000;

/** A half-term before, graded by the first version; then one with a round by each. Nobody has a PIN. */
async function makeVersions(dataFolder: string): Promise<void> {
  const backend = await createBackend({
    dataFolder,
    rendererFolder: '',
    shell: { host: 'command_line' },
    clock: () => new Date('2026-11-20T09:00:00Z'),
  });
  const session = backend.openSession();
  const client: Client = createRouterClient(backend.router, { context: { session } });
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id: first } = await client.rubrics.current();
  const { id: roundId } = await client.rounds.current();
  const heavier = updateStandard(builtInRubric(), 'S07', { weight: 30 });
  const second = await publish(client, first, heavier);
  const { state } = session;
  if (state.status !== 'open') throw new Error('The workspace is not open.');
  const { raw } = state.workspace;
  raw.exec('begin');
  raw
    .prepare(
      `insert into half_term (id, school_year, number, label, start, "end")
       values ('2026-27/1', '2026-27', 1, 'Autumn 1', '2026-09-01', '2026-10-23') on conflict do nothing`,
    )
    .run();
  const byFirst = createGradingsFiller(raw, builtInRubric());
  const auditorId = byFirst.person('Briar Tolland', 'health');
  const before = byFirst.round({
    halfTermId: '2026-27/1',
    kind: 'random',
    panelDate: '2026-10-16',
    rubricId: first,
  });
  const later = byFirst.round({
    halfTermId: '2026-27/2',
    kind: 'random',
    panelDate: '2026-12-15',
    rubricId: second.rubricId,
  });
  fill(byFirst, { auditorId, roundId: before, rubricId: first, from: 0, plans: 12 });
  fill(byFirst, { auditorId, roundId, rubricId: first, from: 12, plans: BY_VERSION['1.0.0'] });
  const bySecond = createGradingsFiller(raw, second.rubric, MANY_ROWS);
  fill(bySecond, {
    auditorId,
    roundId: later,
    rubricId: second.rubricId,
    from: 12 + BY_VERSION['1.0.0'],
    plans: BY_VERSION['1.1.0'],
  });
  raw.exec('commit');
  await backend.close();
}

async function publish(client: Client, basedOn: string, rubric: ReturnType<typeof builtInRubric>) {
  const { id: draftId, revision, rubric: begun } = await client.rubrics.begin({ rubricId: basedOn });
  const saved = await client.rubrics.save({
    draftId,
    revision,
    rubric: { ...rubric, version: begun.version },
    effectiveFrom: '2026-11-16',
    note: 'Provision weighs more.',
  });
  const { id: rubricId } = await client.rubrics.publish({ draftId, revision: saved.revision });
  return { rubricId, rubric };
}

function fill(
  filler: GradingsFiller,
  round: { auditorId: string; roundId: string; rubricId: string; from: number; plans: number },
): void {
  const { auditorId, roundId, rubricId, from, plans } = round;
  for (let at = from; at < from + plans; at += 1) {
    const { cycleId } = filler.plan({ reference: `FM-${String(at + 1).padStart(3, '0')}` });
    const answer = answersOf(at);
    filler.version({ cycleId, stage: 'final', roundId, rubricId, audits: [{ auditorId, answer }] });
  }
}

/** Answers that make every grade, whichever version counts them. */
function answersOf(at: number): (criterion: string, place: number) => Response {
  const share = (at % 5) * 4;
  return (_criterion, place) => {
    const turn = (at * 7 + place * 13) % 100;
    if (turn < share) return 'partly';
    return at % 4 === 3 && (turn + at) % 97 < 2 ? 'not_met' : 'met';
  };
}

const [folder = ''] = process.argv.slice(2);
await makeVersions(folder);
