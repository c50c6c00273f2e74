import { randomUUID } from 'node:crypto';
import { ORPCError, ValidationError } from '@orpc/server';
import { REFUSAL_STATUS } from '../../shared/contract/errors.ts';
import { DocumentError } from './documents/document-errors.ts';
import { Refusal } from './refusal.ts';
import type { CallContext } from './session.ts';
import { refusalOfSystem } from './system-errors.ts';

/**
 * Turns whatever a call threw into an error of the contract: a refusal keeps its code, sentence and advice; anything
 * else becomes a reference without detail, and its stack goes to the log under that reference. The log never holds
 * document text or names: only the call's path, the error's class and its stack.
 */
export function asContractError(
  error: unknown,
  { session }: CallContext,
  path: readonly string[],
  log: (line: string) => void,
): ORPCError<string, unknown> {
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error;
  if (error instanceof Refusal) return refused(error.code, error.message, { advice: error.advice, ...error.details });
  if (error instanceof DocumentError) return refused(error.code, error.message, { advice: error.advice });
  if (isAbort(error)) return refused('CANCELLED', 'This was cancelled.', { advice: 'Start it again when you like.' });
  const system = refusalOfSystem(error);
  if (system) return refused(system.code, system.message, { advice: system.advice });
  if (session.state.status === 'locked') {
    return refused('WORKSPACE_LOCKED', 'The workspace was locked meanwhile.', {
      advice: 'Unlock it and do this again.',
    });
  }
  const ref = randomUUID().slice(0, 8);
  log(
    `[${ref}] ${path.join('.')} ${placesOf(error)}${error instanceof Error ? stackOf(error) : 'threw what is no error'}`,
  );
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message: 'Something went wrong in Goldthread itself.',
    data: {
      ref,
      advice: `Nothing that was saved is lost. Try again; if it happens again, report it with the reference ${ref}.`,
    },
  });
}

/** Errors thrown while progress streams pass the middleware by; this maps them too. Other outputs are left alone. */
export function mapIteratorErrors<Output>(output: Output, map: (error: unknown) => unknown): Output {
  if (!isAsyncGenerator(output)) return output;
  const source = output;
  async function* mapped() {
    try {
      yield* source;
    } catch (error) {
      throw map(error);
    }
  }
  // The same events in the same order, so the same type.
  return mapped() as unknown as Output;
}

function isAsyncGenerator(value: unknown): value is AsyncGenerator {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Where an answer did not fit its schema: names of fields, never their values. */
function placesOf(error: unknown): string {
  const cause = error instanceof ORPCError ? error.cause : undefined;
  if (!(cause instanceof ValidationError)) return '';
  const places = cause.issues.map((issue) =>
    (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
  );
  return `does not fit its schema at ${places.join(', ')} `;
}

/** A message may quote what was parsed, over several lines, so it is cut out and only where it happened is kept. */
function stackOf(error: Error): string {
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => line.startsWith('    at '));
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return [`${error.name}${code}`, ...frames].join('\n');
}

function refused(code: string, message: string, data: Record<string, unknown>): ORPCError<string, unknown> {
  return new ORPCError(code, { defined: true, status: REFUSAL_STATUS, message, data });
}
