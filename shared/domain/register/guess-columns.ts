import { type ImportColumn, importColumns, type ImportKind } from './register-columns.ts';
import { readDate, readPlanType, readYear, readYesNo } from './register-values.ts';

/** Header text without signs: 'D.O.B.' and 'dob' are one. */
export function plainHeader(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How well a header names a column: 3 the very words, 2 they stand in it, 0 not. */
function headerScore(header: string, { label, words, alone }: ImportColumn): number {
  const plain = plainHeader(header);
  if (plain === '') return 0;
  if (plain === plainHeader(label) || alone?.includes(plain) === true) return 3;
  const squeezed = plain.replaceAll(' ', '');
  if (words.some((word) => word === plain || word.replaceAll(' ', '') === squeezed)) return 3;
  return words.some((word) => word.length > 3 && ` ${plain} `.includes(` ${word} `)) ? 2 : 0;
}

/** As many values as are looked at to tell what a column holds. */
const SAMPLE = 200;
/** Of the values that a column has, as many must read as what it is taken for. */
const MOST = 0.8;

/**
 * Which of our columns each column of a file is: by the words of its header, and where they say nothing, by its values.
 * No column is taken twice but repeated ones.
 */
export function guessColumns(
  kind: ImportKind,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  today: string,
): (string | null)[] {
  const columns = importColumns(kind);
  const guessed: (string | null)[] = headers.map(() => null);
  const taken = new Set<string>();
  for (const score of [3, 2]) {
    for (const candidate of columns) {
      if (taken.has(candidate.id) && candidate.isRepeated !== true) continue;
      const at = headers.findIndex(
        (header, index) => guessed[index] === null && headerScore(header, candidate) === score,
      );
      if (at < 0) continue;
      guessed[at] = candidate.id;
      taken.add(candidate.id);
    }
  }
  for (const [at] of headers.entries()) {
    if (guessed[at] !== null) continue;
    const values = rows
      .slice(0, SAMPLE)
      .map((row) => row[at]?.trim() ?? '')
      .filter((value) => value !== '');
    const id = values.length === 0 ? null : kindOfValues(kind, values, today);
    if (id === null || (taken.has(id) && id !== 'sectionGrade')) continue;
    guessed[at] = id;
    taken.add(id);
  }
  return guessed;
}

function kindOfValues(kind: ImportKind, values: readonly string[], today: string): string | null {
  const share = (test: (value: string) => boolean): number => values.filter(test).length / values.length;
  if (kind === 'results') {
    const distinct = new Set(values.map((value) => value.toLowerCase())).size;
    const isGrade = distinct <= 8 && share((value) => value.length <= 30 && !/^\d{1,2}[/.-]\d/.test(value)) >= MOST;
    return isGrade ? 'sectionGrade' : null;
  }
  if (share((value) => isBirth(value, today)) >= MOST) return 'dateOfBirth';
  if (share((value) => /[a-z]/i.test(value) && isRead(readYear(value))) >= MOST) return 'ncYear';
  if (share((value) => /plan|new|review|amend|assess/i.test(value) && isRead(readPlanType(value))) >= MOST)
    return 'planType';
  if (share((value) => isRead(readYesNo(value))) === 1) return null;
  const isUnique = new Set(values).size === values.length && values.length > 3;
  return isUnique &&
    share((value) => /\d/.test(value) && !/\s/.test(value) && value.length <= 20) >= MOST &&
    !isRead(readDate(values[0] ?? ''))
    ? 'reference'
    : null;
}

function isRead(reading: { ok: boolean; value?: unknown }): boolean {
  return reading.ok && reading.value !== null;
}

/** A day on which someone was born who may have a plan: nought to 25 years ago. */
function isBirth(value: string, today: string): boolean {
  const reading = readDate(value);
  if (!reading.ok || reading.value === null) return false;
  const years = Number(today.slice(0, 4)) - Number(reading.value.slice(0, 4));
  return years >= 2 && years <= 26;
}

/** Which of the first rows holds the headers: the one whose words name the most columns, else the fullest. */
export function findHeaderRow(kind: ImportKind, rows: readonly (readonly string[])[]): number {
  const columns = importColumns(kind);
  let best = { at: 0, score: -1 };
  for (const [at, row] of rows.slice(0, 15).entries()) {
    const named = row.filter((cell) => columns.some((candidate) => headerScore(cell, candidate) > 0)).length;
    const filled = row.filter((cell) => cell.trim() !== '').length;
    const score = named * 1000 + filled;
    if (score > best.score) best = { at, score };
  }
  return best.at;
}
