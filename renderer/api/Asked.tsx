import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Loading } from '../ui/Progress.tsx';
import { describeError } from './errors.ts';

/** The loading and failed faces of anything that is asked of the backend; `children` draws the answer. */
export function Asked<Data>({
  query,
  loading,
  children,
}: {
  query: UseQueryResult<Data>;
  /** What is on its way: "Reading the register". */
  loading?: string;
  children: (data: Data) => ReactNode;
}) {
  // What was read before stays in sight when asking again fails; the notice says so.
  if (query.data !== undefined) {
    return (
      <>
        {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return loading === undefined ? <Loading /> : <Loading label={loading} />;
}

/** Refusals to show what is somebody else's, or is not ready for whoever asks. */
const NOT_THEIRS: ReadonlySet<string> = new Set(['NOT_ALLOWED', 'NOT_FOR_FORUM', 'MASKING_NOT_CHECKED']);

/** A failed call, in place: what happened, what to do next, and another try where that can help. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { code, message, advice } = describeError(error);
  // Nothing has gone wrong, and trying again changes nothing.
  if (NOT_THEIRS.has(code)) return <Notice tone="info" title={message} advice={advice} />;
  return (
    <Notice
      tone="error"
      title={message}
      advice={advice}
      code={code}
      action={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    />
  );
}
