import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { shortHalfTermName } from '../../shared/domain/half-term.ts';
import { NO_INSIGHT_FILTER } from '../../shared/domain/insight/insight-filter.ts';
import { populationsOf } from '../../shared/domain/report/series.ts';
import { tally } from '../../shared/domain/report/tally.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import type { Response } from '../../shared/domain/rubric/rubric.ts';
import { createGradingsFiller } from '../support/fill-gradings.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { measureForms } from './measure-forms.ts';
import { columns, medians } from './measure.ts';

const GRADINGS = 10_000;
/** Of so many plans that are graded in a half-term. */
const TO_A_ROUND = 500;
const RUNS = 5;
/** Gradings alike in their answers, so that making them takes no longer than measuring. */
const PATTERNS = 150;
const NEEDS = ['Autism', 'Speech, language and communication', 'Hearing impairment', 'Specific learning difficulty'];

/** The least that anyone must do for the same figures: how often each criterion was given each answer. */
const BY_ANSWER = `
  select round.half_term_id, answer.criterion_id, answer.response, count(*) as n
  from answer join audit on audit.id = answer.audit_id join round on round.id = audit.round_id
  where audit.state = 'submitted' and audit.is_calibration = 0
  group by round.half_term_id, answer.criterion_id, answer.response`;

/** Figures over so many gradings, against the bare aggregate over their answers. */
export async function measureFigures(gradings = GRADINGS): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'goldthread-figures-'));
  const backend = await createBackend({
    dataFolder: folder,
    rendererFolder: folder,
    shell: { host: 'local', chooseWorkspaceFile: async () => null },
  });
  const session = backend.openSession();
  const client = createRouterClient(backend.router, { context: { session } });
  await client.workspaces.create(WORKSPACE_INPUT);
  // Filling the file takes longer than a person may be away.
  await client.workspaces.setIdleMinutes({ minutes: 240 });
  const { state } = session;
  if (state.status !== 'open') throw new Error('The workspace is not open.');
  const { raw } = state.workspace;
  const { results } = state.services;
  const { id: rubricId } = await client.rubrics.current();
  const rubric = builtInRubric();
  const fill = createGradingsFiller(raw, rubric);
  raw.exec('begin');
  const auditorId = fill.person('Briar Tolland', 'health');
  const halfTerms = raw.prepare<[], string>('select id from half_term order by start').pluck().all();
  let roundId = '';
  for (let at = 0; at < gradings; at += 1) {
    if (at % TO_A_ROUND === 0) {
      const halfTermId = halfTerms[(at / TO_A_ROUND) % halfTerms.length] ?? '';
      roundId = fill.round({ halfTermId, kind: 'random', panelDate: '2026-12-04', rubricId });
    }
    const pattern = at % PATTERNS;
    const ncYear = pattern % 14;
    const { cycleId } = fill.plan({ reference: `BF-${at}`, ncYear, need: NEEDS[at % NEEDS.length] ?? null });
    const audits = [{ auditorId, answer: (_id: string, place: number) => answerOf(pattern, place) }];
    fill.version({ cycleId, stage: 'final', roundId, rubricId, ncYear, audits });
  }
  raw.exec('commit');
  const begun = performance.now();
  const settled = await results.settled();
  const firstFill = performance.now() - begun;
  if (settled.length !== gradings) throw new Error(`${settled.length} of ${gradings} were settled.`);
  const bare = raw.prepare(BY_ANSWER);
  const all = { ...NO_INSIGHT_FILTER, from: halfTerms.at(0) ?? null, to: halfTerms.at(-1) ?? null };
  const narrowed = { ...all, groups: { need: 'Autism' } };
  const asked: { name: string; ask: () => Promise<unknown> }[] = [
    {
      name: 'all figures of a report',
      ask: async () => populationsOf(await results.settled(), new Map()).map((population) => tally(population, rubric)),
    },
    { name: 'Insight: standards', ask: () => client.insight.figures({ filter: all, part: 'standards' }) },
    { name: 'Insight: criteria', ask: () => client.insight.figures({ filter: all, part: 'criteria' }) },
    { name: 'Insight: groups, narrowed', ask: () => client.insight.figures({ filter: narrowed, part: 'groups' }) },
    { name: 'Insight: grades and trend', ask: () => client.insight.figures({ filter: all, part: 'grades' }) },
  ];
  const lines: string[][] = [];
  for (const { name, ask } of asked) {
    const [ours = 0, least = 1] = await medians(RUNS, [name], [ask, () => Promise.resolve(bare.all())]);
    lines.push([name, `${ours.toFixed(0)} ms`, `${least.toFixed(0)} ms`, (ours / least).toFixed(2), '≤ 2']);
  }
  const answers = raw.prepare<[], number>('select count(*) from answer').pluck().get() ?? 0;
  const [least = 1] = await medians(RUNS, [''], [() => Promise.resolve(bare.all())]);
  const { halfTerm } = await client.rounds.current();
  const [file] = await client.workspaces.list();
  await backend.close();
  if (file === undefined) throw new Error('The workspace is not in its folder.');
  const forms = measureForms(path.join(folder, file.fileName), WORKSPACE_INPUT.passphrase, shortHalfTermName(halfTerm));
  rmSync(folder, { recursive: true, force: true });
  return [
    `Figures over ${gradings} gradings (${answers} answers)`,
    columns(
      ['asked', 'ours', 'bare aggregate over answers', 'ratio', 'budget'],
      [
        // Once for each grading, when somebody first asks after it was submitted; whatever is asked later stands on it.
        [
          'results first worked out',
          `${firstFill.toFixed(0)} ms`,
          `${least.toFixed(0)} ms`,
          (firstFill / least).toFixed(2),
          '',
        ],
        ...lines.map(([name = '', ...rest]) => [`${name}, of kept results`, ...rest]),
      ],
    ),
    forms,
  ].join('\n\n');
}

function answerOf(pattern: number, place: number): Response {
  const turn = (pattern * 7 + place * 13) % 100;
  if (turn < pattern % 40) return 'partly';
  return (turn + pattern) % 97 < pattern % 5 ? 'not_met' : 'met';
}
