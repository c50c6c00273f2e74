import { type ReactNode, useState } from 'react';
import { Failed } from '../../api/Asked.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';

/** Longest reason that the contract takes. */
const LONGEST_REASON = 200;

/** Does something that has to be answered for: only with a reason. */
export function ReasonDialog({
  title,
  confirmLabel,
  hint,
  fewestLetters = 1,
  isBusy,
  error,
  children,
  onConfirm,
  onClose,
}: {
  title: string;
  confirmLabel: string;
  hint: string;
  fewestLetters?: number;
  isBusy: boolean;
  error: unknown;
  children: ReactNode;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const isTooShort = reason.trim().length < fewestLetters;
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isTooShort) setIsMissing(true);
          else if (!isBusy) onConfirm(reason.trim());
        }}
      >
        {children}
        <TextField
          label="Reason"
          hint={hint}
          maxLength={LONGEST_REASON}
          error={isMissing && isTooShort ? 'Say why.' : undefined}
          value={reason}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
        {error === null ? null : <Failed error={error} />}
        <div className="row">
          <Button type="submit" look="primary" isBusy={isBusy}>
            {confirmLabel}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
