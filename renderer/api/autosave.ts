import type { UseMutationResult } from '@tanstack/react-query';
import { describeError } from './errors.ts';
import type { SaveStatus } from '../ui/SaveState.tsx';

/** How a form that is kept by itself stands, from its last save. */
export function saveStatusOf(
  save: Pick<UseMutationResult, 'isPending' | 'isError' | 'isSuccess' | 'error' | 'submittedAt'>,
  hasMistake: boolean,
): SaveStatus {
  if (hasMistake) return { kind: 'failed', message: 'put right what is marked' };
  if (save.isPending) return { kind: 'saving' };
  if (save.isError) return { kind: 'failed', message: describeError(save.error).message };
  return save.isSuccess ? { kind: 'saved', at: new Date(save.submittedAt).toISOString() } : { kind: 'clean' };
}
