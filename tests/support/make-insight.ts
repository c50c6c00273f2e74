import { createRouterClient } from '@orpc/server';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { ROOT_CAUSES } from '../../shared/domain/grading/root-causes.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import type { Response } from '../../shared/domain/rubric/rubric.ts';
import { createGradingsFiller } from './fill-gradings.ts';
import type { Client } from './prepared-moderation.ts';
import { FINALS } from './prepared-insight.ts';
import { WORKSPACE_INPUT } from './workspace-input.ts';

const NEEDS = ['Autism', 'Speech, language and communication', 'Social, emotional and mental health'];
const LOCALITIES = ['North', 'South'];
const TEAMS = ['Coast team', 'Dale team', 'Moor team'];
const SETTINGS = ['Mainstream school', 'Special school'];
const YEARS = [1, 4, 6, 9, 11, 12];

/** So many plans have their draft graded as well, and one of so many is in the thematic round. */
const PAIRED = 10;
const ONE_OF_A_THEME_IN = 7;

/** Finals of two half-terms drawn at random, of some their drafts as well, and a few of a theme. Nobody has a PIN. */
async function makeInsight(dataFolder: string): Promise<void> {
  const backend = await createBackend({
    dataFolder,
    rendererFolder: '',
    shell: { host: 'command_line' },
    clock: () => new Date('2026-11-20T09:00:00Z'),
  });
  const session = backend.openSession();
  const client: Client = createRouterClient(backend.router, { context: { session } });
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id: rubricId } = await client.rubrics.current();
  const { id: roundId } = await client.rounds.current();
  const { state } = session;
  if (state.status !== 'open') throw new Error('The workspace is not open.');
  const { raw } = state.workspace;
  const rubric = builtInRubric();
  raw.exec('begin');
  raw
    .prepare(
      `insert into half_term (id, school_year, number, label, start, "end")
       values ('2026-27/1', '2026-27', 1, 'Autumn 1', '2026-09-01', '2026-10-23') on conflict do nothing`,
    )
    .run();
  const fill = createGradingsFiller(raw, rubric);
  const [briar, corin] = [fill.person('Briar Tolland', 'health'), fill.person('Corin Vale', 'social_care')];
  const before = fill.round({ halfTermId: '2026-27/1', kind: 'random', panelDate: '2026-10-16', rubricId });
  const theme = fill.round({
    halfTermId: '2026-27/2',
    kind: 'thematic',
    theme: 'Year 9',
    panelDate: '2026-12-10',
    rubricId,
  });
  for (let at = 0; at < 2 * FINALS; at += 1) {
    const ncYear = YEARS[at % YEARS.length] ?? 4;
    const { cycleId } = fill.plan({
      reference: `FM-${String(at + 1).padStart(3, '0')}`,
      ncYear,
      need: at % 11 === 10 ? null : (NEEDS[at % NEEDS.length] ?? null),
      locality: LOCALITIES[at % LOCALITIES.length] ?? null,
      team: TEAMS[at % TEAMS.length] ?? null,
      settingType: SETTINGS[Math.floor(at / 3) % SETTINGS.length] ?? null,
      isLookedAfter: at % 12 === 0,
    });
    const auditor = at % 2 === 0 ? briar : corin;
    const cause = (criterion: string) =>
      ROOT_CAUSES[(at + criterion.length + criterion.charCodeAt(5)) % 5] ?? 'not_known';
    const isNow = at < FINALS;
    fill.version({
      cycleId,
      stage: 'final',
      roundId: isNow ? roundId : before,
      rubricId,
      ncYear,
      audits: [
        { auditorId: auditor, answer: answersOf(at, isNow ? 3 : 5), cause },
        ...(isNow && at % 8 === 7
          ? [{ auditorId: corin === auditor ? briar : corin, answer: answersOf(at, 4), cause }]
          : []),
      ],
    });
    if (at < PAIRED) {
      const audits = [{ auditorId: auditor, answer: answersOf(at + 1, 6), cause }];
      fill.version({ cycleId, stage: 'draft', roundId, rubricId, ncYear, audits });
    }
    if (isNow && at % ONE_OF_A_THEME_IN === 0) {
      const audits = [{ auditorId: auditor, answer: answersOf(at, 2), cause }];
      fill.version({ cycleId, stage: 'final', roundId: theme, rubricId, ncYear, audits });
    }
  }
  raw.exec('commit');
  await backend.close();
}

/** Answers that make every grade: the more severe, the more criteria fall short. */
function answersOf(at: number, severity: number): (criterion: string, place: number) => Response {
  const share = (at % 5) * severity;
  return (_criterion, place) => {
    const turn = (at * 7 + place * 13) % 100;
    if (turn < share) return 'partly';
    return (turn + at) % 97 < (at % 4 === 3 ? severity / 2 : 0) ? 'not_met' : 'met';
  };
}

const [folder = ''] = process.argv.slice(2);
await makeInsight(folder);
