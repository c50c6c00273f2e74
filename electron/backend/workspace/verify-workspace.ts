import { createHash } from 'node:crypto';
import type { Verification } from '../../../shared/contract/workspaces.ts';
import { firstBrokenEvent } from '../trail/trail.ts';
import type { RawDatabase } from './cipher.ts';

type Check = Verification['checks'][number];

/** Checks everything that can be checked of a workspace without changing it: pages, references, trail, documents, rubrics. */
export function verifyWorkspace(raw: RawDatabase): Verification {
  const checks = [checkPages, checkReferences, checkTrail, checkDocuments, checkRubrics].map((check) =>
    attempt(check, raw),
  );
  return { isSound: checks.every((check) => check.isSound), checks };
}

/** A page whose seal is broken makes any reading fail: that is a finding, not a failure of the check. */
function attempt(check: (raw: RawDatabase) => Check, raw: RawDatabase): Check {
  try {
    return check(raw);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { id: check.name, label: 'Part of the file cannot be read', isSound: false, detail: code };
  }
}

function checkPages(raw: RawDatabase): Check {
  // Every page read is held against its seal (HMAC), so this finds foreign bytes as well as broken trees.
  const rows = raw.prepare<[], { integrity_check: string }>('pragma integrity_check(20)').all();
  const faults = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  return {
    id: 'pages',
    label: 'Every page of the file is whole',
    isSound: faults.length === 0,
    detail: faults.length === 0 ? counted(pageCount(raw), 'page') : faults.join('; '),
  };
}

function pageCount(raw: RawDatabase): number {
  return Number(raw.pragma('page_count', { simple: true }));
}

function checkReferences(raw: RawDatabase): Check {
  const broken = raw.prepare<[], { table: string }>('pragma foreign_key_check').all();
  return {
    id: 'references',
    label: 'Nothing points at something that is not there',
    isSound: broken.length === 0,
    detail: broken.length === 0 ? 'no broken references' : `${broken.length} in ${broken[0]?.table ?? ''}`,
  };
}

function checkTrail(raw: RawDatabase): Check {
  const { n } = raw.prepare<[], { n: number }>('select count(*) as n from event').get() ?? { n: 0 };
  const broken = firstBrokenEvent(raw);
  return {
    id: 'trail',
    label: 'The trail is unbroken',
    isSound: broken === null && n > 0,
    // Not how many entries there are: anybody may check the file, and could tell from it how far others are.
    detail: broken === null ? 'no entry is missing or changed' : `the chain breaks at entry ${broken}`,
  };
}

function checkDocuments(raw: RawDatabase): Check {
  const rows = raw.prepare<[], { id: string; sha256: string; content: Uint8Array | null }>(
    'select d.id, d.sha256, c.content from document d left join document_content c on c.document_id = d.id',
  );
  let count = 0;
  const changed: string[] = [];
  for (const row of rows.iterate()) {
    count += 1;
    const sha256 = row.content && createHash('sha256').update(row.content).digest('hex');
    if (sha256 !== row.sha256) changed.push(row.id);
  }
  return {
    id: 'documents',
    label: 'Every document is as it was loaded',
    isSound: changed.length === 0,
    detail: changed.length === 0 ? counted(count, 'document') : `changed: ${changed.join(', ')}`,
  };
}

function checkRubrics(raw: RawDatabase): Check {
  const rows = raw
    .prepare<[], { id: string; digest: string; content: string }>('select id, digest, content from rubric')
    .all();
  const changed = rows.filter((row) => createHash('sha256').update(row.content).digest('hex') !== row.digest);
  return {
    id: 'standards',
    label: 'Every version of the quality standards is as it was stored',
    isSound: changed.length === 0,
    detail:
      changed.length === 0 ? counted(rows.length, 'version') : `changed: ${changed.map((row) => row.id).join(', ')}`,
  };
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
