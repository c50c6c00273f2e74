import { setImmediate } from 'node:timers/promises';
import type { RubricEffectAnswer } from '../../../shared/contract/rubrics.ts';
import { createEffect, type PastGrading } from '../../../shared/domain/rubric/rubric-effect.ts';
import type { PlanFacts, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import type { Graded } from '../audits/graded.ts';
import { tellAnswers } from '../audits/tell-answers.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { type PastAudit, selectAgreed, selectPastAudits, selectTellable } from './effect-queries.ts';
import type { RubricService } from './rubric-service.ts';

/** Other calls are answered in between: no stretch of work is longer than a frame. */
const BREATH_MS = 12;

interface Sources {
  db: WorkspaceDb;
  rubrics: RubricService;
  /** Now, ISO and UTC. */
  at: string;
}

/**
 * What a draft would make of every submitted grading whose answers the viewer may be told, and of what panels agreed.
 * Calibration is in neither. That the viewer was told of them is kept. Stops early where the signal is aborted.
 */
export async function effectOf(
  { db, rubrics, at }: Sources,
  viewerId: string,
  draft: Rubric,
  signal?: AbortSignal,
): Promise<RubricEffectAnswer> {
  return tellAnswers(
    db,
    () => readEffect({ db, rubrics }, viewerId, draft, signal),
    (trx, told) => recordAnswersSeen(trx, viewerId, told, at),
  );
}

async function readEffect(
  { db, rubrics }: Pick<Sources, 'db' | 'rubrics'>,
  viewerId: string,
  draft: Rubric,
  signal: AbortSignal | undefined,
): Promise<{ answer: RubricEffectAnswer; told: Graded[] }> {
  let breath = performance.now();

  async function breathe(): Promise<void> {
    if (performance.now() - breath < BREATH_MS) return;
    await setImmediate();
    signal?.throwIfAborted();
    breath = performance.now();
  }

  const mayTell = await selectTellable(db, viewerId, breathe);
  const agreed = await selectAgreed(db);
  const effect = createEffect(draft);
  const shared = new Map<string, AgreedParts>();
  const told = new Map<string, Graded>();
  let leftOut = 0;
  for await (const audit of selectPastAudits(db)) {
    const key = keyOf(audit);
    if (mayTell.has(key)) {
      told.set(key, { roundId: audit.roundId, documentId: audit.documentId });
      effect.add(await pastOf(rubrics, audit));
      if (agreed.has(key)) shared.set(key, joined(shared.get(key), audit));
    } else leftOut += 1;
    await breathe();
  }
  for (const [key, parts] of shared) {
    const result = agreed.get(key);
    if (result !== undefined) effect.add(await agreedOf(rubrics, parts, result));
    await breathe();
  }
  return { answer: { ...effect.result(), leftOut }, told: [...told.values()] };
}

function keyOf({ roundId, documentId }: Graded): string {
  return `${roundId} ${documentId}`;
}

async function pastOf(rubrics: RubricService, audit: PastAudit): Promise<PastGrading> {
  const { reference, stage, grading } = audit;
  return {
    reference,
    stage,
    kind: 'auditor',
    rubric: (await rubrics.get(audit.rubricId)).rubric,
    facts: audit.facts,
    responses: responsesOf(grading),
    options: {
      developmentalStandards: audit.developmental,
      ...(audit.standards === null ? {} : { standards: audit.standards }),
    },
    before: grading,
  };
}

/** What the audits of an agreed document hold together: facts that they share, standards that any of them covers. */
interface AgreedParts {
  first: PastAudit;
  facts: PlanFacts;
  /** Facts on which they differ: the panel's value counts. */
  differing: Set<string>;
  developmental: Set<string>;
  standards: Set<string> | null;
}

function joined(parts: AgreedParts | undefined, audit: PastAudit): AgreedParts {
  const { developmental, standards } = audit;
  if (parts === undefined) {
    return {
      first: audit,
      facts: { ...audit.facts },
      differing: new Set(),
      developmental: new Set(developmental),
      standards: standards === null ? null : new Set(standards),
    };
  }
  for (const [fact, value] of Object.entries(audit.facts)) {
    const known = parts.facts[fact] ?? null;
    if (known === null) parts.facts[fact] = value;
    else if (value !== null && value !== known) parts.differing.add(fact);
  }
  for (const id of developmental) parts.developmental.add(id);
  parts.standards = parts.standards === null || standards === null ? null : new Set([...parts.standards, ...standards]);
  return parts;
}

async function agreedOf(
  rubrics: RubricService,
  { first, facts, differing, developmental, standards }: AgreedParts,
  { grading, settled }: { grading: PastAudit['grading']; settled: PlanFacts },
): Promise<PastGrading> {
  const agreedFacts = { ...facts };
  for (const fact of differing) agreedFacts[fact] = settled[fact] ?? null;
  return {
    reference: first.reference,
    stage: first.stage,
    kind: 'agreed',
    rubric: (await rubrics.get(first.rubricId)).rubric,
    facts: agreedFacts,
    responses: responsesOf(grading),
    options: {
      developmentalStandards: [...developmental],
      ...(standards === null ? {} : { standards: [...standards] }),
    },
    before: grading,
  };
}

function responsesOf({ standards }: PastAudit['grading']): PastGrading['responses'] {
  return Object.fromEntries(
    standards.flatMap(({ criteria }) =>
      criteria.flatMap(({ id, response }) => (response === null ? [] : [[id, response] as const])),
    ),
  );
}
