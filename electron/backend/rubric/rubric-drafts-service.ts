import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type {
  RubricDraft,
  RubricDraftSummary,
  RubricEffectAnswer,
  RubricVersion,
} from '../../../shared/contract/rubrics.ts';
import { MOST_RUBRIC_BYTES, readRubricText, shapeProblem } from '../../../shared/domain/rubric/read-rubric-text.ts';
import { rubricDifferences } from '../../../shared/domain/rubric/rubric-differences.ts';
import {
  type DraftContent,
  draftFrom,
  draftRubricSchema,
  publishedFrom,
} from '../../../shared/domain/rubric/rubric-draft.ts';
import { faultSentence, readDraft, rubricFaults } from '../../../shared/domain/rubric/rubric-faults.ts';
import { parseRubric } from '../../../shared/domain/rubric/rubric-problems.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import type { Caller, Clock } from '../caller.ts';
import { notFound, Refusal } from '../refusal.ts';
import { digestOf, type EventDetail, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import { effectOf } from './effect-of-draft.ts';
import { insertRubric, type RubricService } from './rubric-service.ts';

export type RubricDraftsService = ReturnType<typeof createRubricDraftsService>;

type Db = Kysely<WorkspaceTables>;
type Trx = Transaction<WorkspaceTables>;

interface AtRevision {
  draftId: string;
  revision: number;
}

/** New versions of the quality standards, from the first change to the day they are published. */
export function createRubricDraftsService({
  db,
  clock,
  rubrics,
}: {
  db: WorkspaceDb;
  clock: Clock;
  rubrics: RubricService;
}) {
  async function list(): Promise<RubricDraftSummary[]> {
    const rows = await db
      .selectFrom('rubric_draft')
      .innerJoin('person', 'person.id', 'rubric_draft.saved_by')
      .selectAll('rubric_draft')
      .select('person.name as savedBy')
      .orderBy('rubric_draft.saved_at', 'desc')
      .execute();
    return rows.map((row) => {
      const { title, version } = rubricOf(row);
      const { id, based_on: basedOn, saved_at: savedAt, savedBy } = row;
      return { id, title, version, basedOn, savedAt, savedBy };
    });
  }

  async function get(draftId: string): Promise<RubricDraft> {
    return toDraft(await selectDraft(db, draftId));
  }

  async function store(caller: Caller, action: string, basedOn: string, content: DraftContent): Promise<RubricDraft> {
    const id = randomUUID();
    const at = clock().toISOString();
    const text = storable(content.rubric);
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto('rubric_draft')
        .values({
          id,
          based_on: basedOn,
          revision: 1,
          content: text,
          effective_from: content.effectiveFrom,
          note: content.note,
          begun_at: at,
          begun_by: caller.id,
          saved_at: at,
          saved_by: caller.id,
        })
        .execute();
      await record(trx, caller, at, action, id, { basedOn, digest: digestOf(text) });
    });
    return get(id);
  }

  async function versionsTaken(): Promise<string[]> {
    return (await rubrics.versions()).map(({ version }) => version);
  }

  /** Throws Refusal HAS_FAULTS, NO_DATE, NO_NOTE, VERSION_TAKEN or NOTHING_CHANGED. */
  async function publishable(
    row: Row<'rubric_draft'>,
  ): Promise<{ rubric: Rubric; effectiveFrom: string; note: string }> {
    const rubric = rubricOf(row);
    const [fault, ...more] = rubricFaults(rubric);
    if (fault !== undefined) {
      const others = more.length === 0 ? '' : ` There ${more.length === 1 ? 'is 1 more' : `are ${more.length} more`}.`;
      throw new Refusal(
        'HAS_FAULTS',
        'The draft has faults, and cannot be published.',
        `${faultSentence(fault)}${others}`,
      );
    }
    const { effective_from: effectiveFrom, note } = row;
    if (effectiveFrom === null) {
      throw new Refusal(
        'NO_DATE',
        'Say from which day this version is used.',
        'Rounds that begin earlier keep theirs.',
      );
    }
    if (note.trim() === '') {
      throw new Refusal(
        'NO_NOTE',
        'Say what changed, and why.',
        'A sentence will do; it stands in the list of versions.',
      );
    }
    if ((await versionsTaken()).includes(rubric.version)) {
      throw new Refusal(
        'VERSION_TAKEN',
        `There is a version ${rubric.version} already.`,
        'Give this one another number.',
      );
    }
    const base = await rubrics.get(row.based_on);
    if (rubricDifferences(base.rubric, rubric).length === 0) {
      throw new Refusal(
        'NOTHING_CHANGED',
        'Nothing differs from the version that this one was made from.',
        'Change something, or discard the draft.',
      );
    }
    const published = publishedFrom({ rubric, effectiveFrom, note });
    const sound = parseRubric(published);
    if ('problems' in sound) {
      throw new Refusal('HAS_FAULTS', 'The draft has faults, and cannot be published.', sound.problems.join(' '));
    }
    return { rubric: published, effectiveFrom, note };
  }

  return {
    list,
    get,

    async begin(caller: Caller, rubricId: string): Promise<RubricDraft> {
      const { rubric } = await rubrics.get(rubricId);
      const draft = draftFrom(rubric, await versionsTaken());
      return store(caller, 'rubrics.begin', rubricId, { rubric: draft, effectiveFrom: null, note: '' });
    },

    /** Throws Refusal CHANGED_ELSEWHERE or TOO_LARGE. */
    async save(
      caller: Caller,
      { draftId, revision, rubric, effectiveFrom, note }: AtRevision & DraftContent,
    ): Promise<{ revision: number; savedAt: string }> {
      const text = storable(rubric);
      const savedAt = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const row = await selectDraft(trx, draftId, revision);
        await trx
          .updateTable('rubric_draft')
          .set({
            content: text,
            effective_from: effectiveFrom,
            note,
            revision: row.revision + 1,
            saved_at: savedAt,
            saved_by: caller.id,
          })
          .where('id', '=', draftId)
          .execute();
        await record(trx, caller, savedAt, 'rubrics.save', draftId, { revision: revision + 1, digest: digestOf(text) });
      });
      return { revision: revision + 1, savedAt };
    },

    async discard(caller: Caller, draftId: string): Promise<RubricDraftSummary[]> {
      await db.transaction().execute(async (trx) => {
        const { based_on: basedOn } = await selectDraft(trx, draftId);
        await trx.deleteFrom('rubric_draft').where('id', '=', draftId).execute();
        await record(trx, caller, clock().toISOString(), 'rubrics.discard', draftId, { basedOn });
      });
      return list();
    },

    /** Throws Refusal CHANGED_ELSEWHERE, or what `publishable` says. */
    async publish(caller: Caller, { draftId, revision }: AtRevision): Promise<RubricVersion> {
      const ready = await publishable(await selectDraft(db, draftId, revision));
      const at = clock().toISOString();
      const rubricId = await db.transaction().execute(async (trx) => {
        const row = await selectDraft(trx, draftId, revision);
        const id = await insertRubric(trx, ready.rubric, at);
        await trx
          .insertInto('rubric_version')
          .values({
            rubric_id: id,
            effective_from: ready.effectiveFrom,
            note: ready.note,
            based_on: row.based_on,
            published_at: at,
            published_by: caller.id,
          })
          .execute();
        await trx.deleteFrom('rubric_draft').where('id', '=', draftId).execute();
        const digest = digestOf(JSON.stringify(ready.rubric));
        await record(trx, caller, at, 'rubrics.publish', id, { draftId, basedOn: row.based_on, digest });
        return id;
      });
      const published = (await rubrics.versions()).find(({ id }) => id === rubricId);
      if (published === undefined) throw notFound('version of the quality standards');
      return published;
    },

    /** Begins a draft from a file's text, on the version that is in use. Throws Refusal with the reader's code. */
    async import(
      caller: Caller,
      file: File,
    ): Promise<{ kind: 'draft'; draft: RubricDraft } | { kind: 'refused'; problems: string[] }> {
      if (file.size > MOST_RUBRIC_BYTES)
        throw unreadable('TOO_LARGE', 'The file is too large to be quality standards.');
      const read = readRubricText(await file.text());
      if ('problem' in read) throw unreadable(read.problem.code, read.problem.message);
      const found = readDraft(read.value);
      if ('problems' in found) return { kind: 'refused', problems: found.problems };
      const { id: basedOn } = await rubrics.current();
      const taken = await versionsTaken();
      const rubric = draftFrom(found.rubric, taken);
      // A version of another workspace keeps its number where it is free here.
      const version = taken.includes(found.rubric.version) ? rubric.version : found.rubric.version;
      const draft = await store(caller, 'rubrics.import', basedOn, {
        rubric: { ...rubric, version },
        effectiveFrom: null,
        note: '',
      });
      return { kind: 'draft', draft };
    },

    /** Throws Refusal CHANGED_ELSEWHERE. */
    async effect(caller: Caller, { draftId, revision }: AtRevision, signal?: AbortSignal): Promise<RubricEffectAnswer> {
      const draft = rubricOf(await selectDraft(db, draftId, revision));
      return effectOf({ db, rubrics, at: clock().toISOString() }, caller.id, draft, signal);
    },
  };
}

async function selectDraft(db: Db, draftId: string, revision?: number): Promise<Row<'rubric_draft'>> {
  const row = await db.selectFrom('rubric_draft').selectAll().where('id', '=', draftId).executeTakeFirst();
  if (row === undefined) throw notFound('draft');
  if (revision !== undefined && row.revision !== revision) {
    throw new Refusal(
      'CHANGED_ELSEWHERE',
      'This draft was changed in another window.',
      'Open it again to go on with what was saved there.',
    );
  }
  return row;
}

function rubricOf(row: Row<'rubric_draft'>): Rubric {
  return draftRubricSchema.parse(JSON.parse(row.content));
}

function toDraft(row: Row<'rubric_draft'>): RubricDraft {
  return {
    id: row.id,
    basedOn: row.based_on,
    revision: row.revision,
    savedAt: row.saved_at,
    rubric: rubricOf(row),
    effectiveFrom: row.effective_from,
    note: row.note,
  };
}

/** As text to keep. Throws Refusal TOO_LARGE for what is no set of standards, by its sheer size or depth. */
function storable(rubric: Rubric): string {
  const problem = shapeProblem(rubric);
  const text = problem === undefined ? JSON.stringify(rubric) : '';
  if (problem !== undefined || text.length > MOST_RUBRIC_BYTES) {
    throw unreadable('TOO_LARGE', 'That is too much to be quality standards.');
  }
  return text;
}

function unreadable(code: string, message: string): Refusal {
  return new Refusal(code, message, 'Choose a file that was exported from Standards. Nothing was kept of this one.');
}

async function record(
  trx: Trx,
  caller: Caller,
  at: string,
  action: string,
  subjectId: string,
  detail: EventDetail,
): Promise<void> {
  await recordEvent(trx, { at, personId: caller.id, action, subjectId, detail });
}
