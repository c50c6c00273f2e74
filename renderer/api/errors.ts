import { ORPCError } from '@orpc/client';

/** What a person is told of a failed call. */
export interface DescribedError {
  /** Capitals and underscores; for the help desk, and to tell refusals apart. */
  code: string;
  /** What happened, in a sentence. */
  message: string;
  /** What to do next; may be empty. */
  advice: string;
}

/** Puts anything that a call can fail with into words: refusals by their own, the rest plainly, never with a stack. */
export function describeError(error: unknown): DescribedError {
  if (error instanceof ORPCError) return describeRefusal(error);
  if (error instanceof DOMException && error.name === 'AbortError') {
    return { code: 'CANCELLED', message: 'That was cancelled.', advice: '' };
  }
  return {
    code: 'NO_ANSWER',
    message: 'Goldthread is not answering.',
    advice: 'Close this window and start Goldthread again. Everything that was shown as saved is kept.',
  };
}

/** True where a call was refused with this code. */
export function isRefusal(error: unknown, code: string): boolean {
  return error instanceof ORPCError && error.code === code;
}

function describeRefusal(error: ORPCError<string, unknown>): DescribedError {
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    const ref = textIn(error.data, 'ref');
    return {
      code: error.code,
      message: 'Something went wrong inside Goldthread.',
      advice:
        ref === ''
          ? 'Try again. Nothing that was shown as saved is lost.'
          : `Try again. If it happens again, give whoever looks after Goldthread this reference: ${ref}.`,
    };
  }
  if (error.code === 'BAD_REQUEST') {
    return {
      code: error.code,
      message: 'Something in what was entered is not in the form that is needed.',
      advice: 'Check the fields, dates above all, and try again.',
    };
  }
  return { code: error.code, message: error.message, advice: textIn(error.data, 'advice') };
}

function textIn(data: unknown, key: string): string {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, key)) return '';
  const value: unknown = Reflect.get(data, key);
  return typeof value === 'string' ? value : '';
}
