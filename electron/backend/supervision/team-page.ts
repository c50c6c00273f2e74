import type { Kysely } from 'kysely';
import type { TeamPage } from '../../../shared/contract/supervision.ts';
import { standingWords } from '../../../shared/domain/actions.ts';
import { combineGradings } from '../../../shared/domain/grading/combine-gradings.ts';
import { gradesFromBest } from '../../../shared/domain/grading/grade-order.ts';
import { shortHalfTermName, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import { populationOf } from '../../../shared/domain/report/report-populations.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import {
  likeKeyOf,
  standardsToWorkOn,
  teamCriteria,
  type TeamDocument,
} from '../../../shared/domain/supervision/supervision-team.ts';
import { teamsIn } from '../../../shared/domain/teams.ts';
import { createTellCheck } from '../audits/open-answers.ts';
import type { Caller } from '../caller.ts';
import { toHalfTerm } from '../partnership/partnership-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import {
  createSettled,
  type GradedVersion,
  ofTeams,
  selectGradedVersions,
  type SettledResult,
} from './settled-results.ts';
import { selectOpenActions, selectStandings, type TeamAction } from './supervision-queries.ts';
import { auditedVersion } from './version-words.ts';
import { selectCaseworkers, teamsOf } from './who-may.ts';

/** Where none are named: so many half-terms with plans, so that there is a before and a now. */
const USUAL_HALF_TERMS = 3;

/**
 * A manager's team: its settled plans, what is often missed, what is owed. Gives beside it which results were told, to
 * be kept as shown.
 */
export async function teamPage(
  db: Kysely<WorkspaceTables>,
  rubrics: RubricService,
  caller: Caller,
  { halfTermIds, today }: { halfTermIds: readonly string[] | null; today: string },
): Promise<{ page: TeamPage; told: { roundId: string; documentId: string }[] }> {
  const teams = await teamsOf(db, caller);
  const { isSettled, resultOf } = createSettled(db, rubrics, caller.id);
  const settled: GradedVersion[] = [];
  for (const version of await selectGradedVersions(db, { teams })) if (await isSettled(version)) settled.push(version);
  const calendar = sortHalfTerms((await db.selectFrom('half_term').selectAll().execute()).map(toHalfTerm));
  const withPlans = calendar.filter(({ id }) => settled.some(({ halfTermId }) => halfTermId === id));
  const wanted = halfTermIds ?? withPlans.slice(-USUAL_HALF_TERMS).map(({ id }) => id);
  const chosen: SettledResult[] = [];
  for (const version of settled.filter(({ halfTermId }) => wanted.includes(halfTermId))) {
    const result = await resultOf(version);
    if (result !== undefined) chosen.push(result);
  }
  const labels = new Map(calendar.map((halfTerm) => [halfTerm.id, shortHalfTermName(halfTerm)]));
  const documents = chosen.map(teamDocument);
  const noun = new Set(chosen.map(({ planId }) => planId)).size < chosen.length ? 'plan versions' : 'plans';
  const actions = await actionsOf(db, caller, teams);
  return {
    told: [...chosen, ...actions].flatMap(({ roundId, documentId }) =>
      roundId === null || documentId === null ? [] : [{ roundId, documentId }],
    ),
    page: {
      today,
      teams: teamsIn(teams),
      halfTerms: withPlans.map(({ id }) => ({
        id,
        label: labels.get(id) ?? id,
        plans: settled.filter(({ halfTermId }) => halfTermId === id).length,
        isChosen: wanted.includes(id),
      })),
      plans: chosen
        .map((each) => auditedVersion(each, labels.get(each.halfTermId) ?? ''))
        .toSorted((a, b) => a.reference.localeCompare(b.reference, 'en', { numeric: true })),
      noun,
      isMixed: new Set(chosen.map(({ rubricId }) => rubricId)).size > 1,
      grades: gradeCounts(chosen),
      standards: standardsToWorkOn(documents),
      criteria: teamCriteria(
        documents,
        calendar.map(({ id }) => id),
        noun,
      ),
      trendOf: trendOf(chosen, documents),
      actions: actions
        .filter(({ kind }) => kind === 'change')
        .map(({ id, reference, words, owner, dueOn }) => ({
          id,
          reference,
          words,
          owner,
          standing: standingWords({ state: 'open', dueOn }, today),
        })),
      reAudits: actions
        .filter(({ kind }) => kind === 're_audit')
        .map(({ id, reference, dueOn }) => ({
          id,
          reference,
          standing: standingWords({ state: 'open', dueOn }, today),
        })),
      caseworkers: await caseworkersOf(db, caller, teams, chosen),
    },
  };
}

/** Open actions on the team's plans, without those that would tell the caller what they may not be told yet. */
async function actionsOf(db: Kysely<WorkspaceTables>, caller: Caller, teams: string): Promise<TeamAction[]> {
  const mayTell = createTellCheck(db, caller.id);
  const found: TeamAction[] = [];
  for (const action of await ofTeams(db, await selectOpenActions(db), teams)) {
    const { roundId, documentId } = action;
    if (roundId === null || documentId === null || (await mayTell({ roundId, documentId }))) found.push(action);
  }
  return found;
}

function teamDocument(settled: SettledResult): TeamDocument {
  const { rubricId, rubric, grading, grade, halfTermId, roundKind, planType, stage } = settled;
  return {
    rubricId,
    rubric,
    result: { ...combineGradings(rubric, [grading]), overallGrade: grade },
    halfTermId,
    likeKey: roundKind === 'random' ? populationOf({ planType, stage: stage ?? '' }).id : null,
  };
}

function trendOf(chosen: readonly SettledResult[], documents: readonly TeamDocument[]): TeamPage['trendOf'] {
  const key = likeKeyOf(documents);
  if (key === null) return null;
  const at = documents.findIndex(({ likeKey }) => likeKey === key);
  const found = chosen[at];
  if (found === undefined) return null;
  const { label } = populationOf({ planType: found.planType, stage: found.stage ?? '' });
  return { label, plans: documents.filter(({ likeKey }) => likeKey === key).length };
}

/** By label, in the order of the scales, so that grades of two versions of the standards stand together. */
function gradeCounts(settled: readonly SettledResult[]): TeamPage['grades'] {
  const counts = new Map<string, number>();
  for (const { rubric } of settled) {
    for (const { id } of gradesFromBest(rubric)) counts.set(gradeLabel(rubric, id), 0);
  }
  for (const { rubric, grade } of settled) {
    if (grade === null) continue;
    const label = gradeLabel(rubric, grade);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].map(([label, n]) => ({ label, n }));
}

async function caseworkersOf(
  db: Kysely<WorkspaceTables>,
  caller: Caller,
  teams: string,
  chosen: readonly SettledResult[],
): Promise<TeamPage['caseworkers']> {
  const people = await selectCaseworkers(db, teams, caller.id);
  const standings = await selectStandings(db);
  const wrote = await db
    .selectFrom('cycle_person')
    .select(['cycle_id as cycleId', 'person_id as personId'])
    .where('part', '=', 'wrote')
    .where(
      'person_id',
      'in',
      people.map(({ id }) => id),
    )
    .execute();
  return people.map(({ id, name }) => {
    const cycles = new Set(wrote.filter(({ personId }) => personId === id).map(({ cycleId }) => cycleId));
    return {
      id,
      name,
      plans: chosen.filter(({ cycleId }) => cycles.has(cycleId)).length,
      lookAgainOn: standings.get(id)?.lookAgainOn ?? null,
      waiting: standings.get(id)?.waiting ?? 0,
    };
  });
}
