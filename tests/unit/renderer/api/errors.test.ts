import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { describeError, isRefusal } from '../../../../renderer/api/errors.ts';

describe('what a person is told of a failed call', () => {
  it('is a refusal’s own sentence and advice', () => {
    const error = new ORPCError('REFERENCE_TAKEN', {
      message: 'Another plan has this reference.',
      data: { advice: 'Choose that plan.' },
    });
    expect(describeError(error)).toEqual({
      code: 'REFERENCE_TAKEN',
      message: 'Another plan has this reference.',
      advice: 'Choose that plan.',
    });
    expect(isRefusal(error, 'REFERENCE_TAKEN')).toBe(true);
    expect(isRefusal(error, 'NOT_FOUND')).toBe(false);
  });

  it('is a reference and no detail for what went wrong inside', () => {
    const error = new ORPCError('INTERNAL_SERVER_ERROR', { message: 'SQLITE_CORRUPT at row 7', data: { ref: 'k3v9' } });
    const told = describeError(error);
    expect(told.advice).toContain('k3v9');
    expect(JSON.stringify(told)).not.toContain('SQLITE');
  });

  it('is that nothing answers where the call never arrived', () => {
    expect(describeError(new TypeError('Failed to fetch')).code).toBe('NO_ANSWER');
  });

  it('is plain where the person cancelled', () => {
    expect(describeError(new DOMException('aborted', 'AbortError')).code).toBe('CANCELLED');
  });

  it('survives data of any shape', () => {
    for (const data of [null, 7, 'text', { advice: 7 }, []]) {
      expect(describeError(new ORPCError('NOT_FOUND', { message: 'Gone.', data })).advice).toBe('');
    }
  });
});
