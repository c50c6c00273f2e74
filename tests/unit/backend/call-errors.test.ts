import { expect, test } from 'vitest';
import { asContractError } from '../../../electron/backend/call-errors.ts';
import { Refusal } from '../../../electron/backend/refusal.ts';

const CONTEXT = { session: { id: 'one', state: { status: 'none' } } } as const;

function logOf(error: unknown): { code: string; log: string } {
  const lines: string[] = [];
  const { code } = asContractError(error, CONTEXT, ['documents', 'import'], (line) => lines.push(line));
  return { code, log: lines.join('\n') };
}

test('what nobody foresaw leaves its place in the log, and nothing of the plan that its message quotes', () => {
  const { code, log } = logOf(new SyntaxError('Unexpected words:\n    at 4 Mill Lane with her mother\nat home'));
  expect(code).toBe('INTERNAL_SERVER_ERROR');
  expect(log).toContain('documents.import SyntaxError');
  expect(log).toContain('call-errors.test.ts');
  expect(log).not.toMatch(/Mill Lane|at home/);
});

test('what the system says in codes is told in words, and is nothing for the log', () => {
  const codes = ['ENOSPC', 'SQLITE_BUSY_SNAPSHOT', 'EACCES', 'SQLITE_CORRUPT_VTAB'].map((code) =>
    logOf(Object.assign(new Error('Amara'), { code })),
  );
  expect(codes.map(({ code }) => code)).toEqual(['DISK_FULL', 'WORKSPACE_BUSY', 'CANNOT_WRITE', 'WORKSPACE_DAMAGED']);
  expect(codes.map(({ log }) => log).join('')).toBe('');
});

test('a refusal keeps its own code', () => {
  expect(logOf(new Refusal('NOT_FILED', 'Not filed.', 'File it.'))).toEqual({ code: 'NOT_FILED', log: '' });
});
