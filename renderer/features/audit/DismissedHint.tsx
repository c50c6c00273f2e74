import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ShownHint } from '../../../shared/contract/hints.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { cut } from './hints.ts';
import type { HintEvents } from './hint-events.ts';
import { HintWords } from './HintWords.tsx';

/** A hint that was set aside, with the reason, and the way back. */
export function DismissedHint({
  label,
  hint,
  isLocked,
  on,
  onRestored,
}: {
  label: string;
  hint: ShownHint;
  isLocked: boolean;
  on: HintEvents;
  onRestored: () => void;
}) {
  const { auditId } = on;
  const queryClient = useQueryClient();
  const restore = useMutation(
    api.hints.restore.mutationOptions({
      onSuccess: (hints) => {
        queryClient.setQueryData(api.hints.list.queryKey({ input: { auditId } }), hints);
        onRestored();
      },
    }),
  );
  return (
    <li className="hint">
      <HintWords label={label} hint={hint} on={on} />
      {hint.dismissed === null ? null : (
        <p className="small">
          Dismissed on {formatDateTime(hint.dismissed.at)}: {hint.dismissed.reason}
        </p>
      )}
      {restore.isError ? <Failed error={restore.error} /> : null}
      {isLocked ? null : (
        <div className="hint__deeds">
          <Button
            size="small"
            isBusy={restore.isPending}
            onClick={() => {
              restore.mutate({ auditId, hintId: hint.id });
            }}
          >
            Take back<span className="visually-hidden">: {hint.quote === '' ? label : cut(hint.quote)}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
