import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { CreateWorkspaceInput } from '../../../shared/contract/workspaces.ts';
import { halfTermId } from '../../../shared/domain/half-term.ts';
import { Refusal } from '../refusal.ts';
import { storeBuiltInRubric } from '../rubric/rubric-service.ts';
import { recordEvent } from '../trail/trail.ts';
import { deriveKey, newSalt } from './cipher.ts';
import { createWorkspaceFile, type OpenWorkspace, reopenWorkspaceFile, type WorkspaceDb } from './open-workspace.ts';

/** The first person sets up, settles and audits until others join. */
const FIRST_PERSONS_ROLES = ['qa_lead', 'chair', 'auditor'] as const;

/**
 * Makes a workspace whole or not at all: under another name first, with its partnership, first person, half-term,
 * round and standards in one transaction, then renamed to where it belongs, and opened.
 */
export async function createWorkspace(
  target: string,
  makingPath: string,
  input: CreateWorkspaceInput,
  now: Date,
): Promise<OpenWorkspace> {
  refuseTaken(target);
  const key = await deriveKey(input.passphrase, newSalt());
  const making = await createWorkspaceFile(makingPath, key, now);
  try {
    await furnish(making.db, input, now.toISOString());
    await making.close();
    refuseTaken(target);
    renameSync(makingPath, target);
  } catch (error) {
    await making.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(makingPath + suffix, { force: true });
    throw error;
  }
  return reopenWorkspaceFile(target, key, now);
}

function refuseTaken(target: string): void {
  if (!existsSync(target)) return;
  throw new Refusal(
    'WORKSPACE_EXISTS',
    `There is a workspace called ${path.basename(target)} already.`,
    'Open that one, or give the partnership another name.',
  );
}

async function furnish(db: WorkspaceDb, input: CreateWorkspaceInput, at: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const personId = randomUUID();
    const roundId = randomUUID();
    const partnershipId = randomUUID();
    await trx
      .insertInto('partnership')
      .values({
        id: partnershipId,
        name: input.partnershipName,
        area_code: input.areaCode,
        idle_minutes: 10,
        created_at: at,
      })
      .execute();
    await trx
      .insertInto('person')
      .values({ id: personId, name: input.person.name, agency: input.person.agency, created_at: at })
      .execute();
    await trx
      .insertInto('person_role')
      .values(FIRST_PERSONS_ROLES.map((role) => ({ person_id: personId, role })))
      .execute();
    const { schoolYear, number, label, start, end } = input.halfTerm;
    const halfTerm = { id: halfTermId(schoolYear, number), school_year: schoolYear, number, label, start, end };
    await trx.insertInto('half_term').values(halfTerm).execute();
    const rubricId = await storeBuiltInRubric(trx, at);
    await trx
      .insertInto('round')
      .values({
        id: roundId,
        half_term_id: halfTerm.id,
        kind: input.round.kind,
        theme: input.round.theme,
        panel_date: input.round.panelDate,
        rubric_id: rubricId,
        state: 'open',
        created_at: at,
      })
      .execute();
    await recordEvent(trx, {
      at,
      personId,
      action: 'workspaces.create',
      subjectId: partnershipId,
      detail: { personId, roundId, rubricId, halfTerm: halfTerm.id },
    });
  });
}
