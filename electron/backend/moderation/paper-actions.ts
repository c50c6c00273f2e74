import { type Kysely, sql } from 'kysely';
import { type ActionLevel, type ActionState, standingWords } from '../../../shared/domain/actions.ts';
import type { PaperAction } from '../../../shared/domain/moderation/panel-paper-input.ts';
import type { Graded } from '../audits/graded.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

interface Found {
  kind: string;
  level: ActionLevel;
  words: string;
  service: string;
  dueOn: string | null;
  state: ActionState;
  documentId: string | null;
  reference: string | null;
  stage: string | null;
  owner: string;
}

/**
 * What came of a round in actions, and what was put down on the panel's day for services and the whole system: plans first, then services, then the whole system; and the documents of which they tell
 * what was found. `stageWords` names a version.
 */
export async function selectPaperActions(
  db: Kysely<WorkspaceTables>,
  roundId: string,
  today: string,
  stageWords: (stage: string) => string,
): Promise<{ actions: PaperAction[]; about: Graded[] }> {
  const { rows } = await sql<Found>`select action.kind as kind, action.level as level, action.words as words,
      action.service as service, action.due_on as "dueOn", action.state as state, action.document_id as "documentId",
      plan.reference as reference, document.stage as stage, coalesce(owner.name, action.owner_name) as owner
    from action left join plan on plan.id = action.plan_id left join document on document.id = action.document_id
      left join person owner on owner.id = action.owner_id
    where action.round_id = ${roundId} or (action.round_id is null and action.level <> 'plan'
      and substr(action.created_at, 1, 10) = (select panel_date from round where id = ${roundId}))
    order by case action.level when 'plan' then 0 when 'service' then 1 else 2 end, plan.reference_key, action.service,
      action.created_at, action.id`.execute(db);
  return {
    actions: rows.map(({ kind, words, owner, ...row }) => ({
      about: aboutWords(row, stageWords),
      words: kind === 're_audit' ? `Re-audit: ${words}` : words,
      owner: owner === '' ? 'Nobody yet' : owner,
      standing: standingWords(row, today),
    })),
    about: rows.flatMap(({ documentId }) => (documentId === null ? [] : [{ roundId, documentId }])),
  };
}

function aboutWords(
  { level, service, reference, stage }: Pick<Found, 'level' | 'service' | 'reference' | 'stage'>,
  stageWords: (stage: string) => string,
): string {
  if (reference !== null) return stage === null ? reference : `${reference}, ${stageWords(stage)}`;
  if (level === 'system') return 'The whole system';
  return service === '' ? 'A service' : service;
}
