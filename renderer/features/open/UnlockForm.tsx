import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { WorkspaceFile } from '../../../shared/contract/workspaces.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { describeError, isRefusal } from '../../api/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { PassphraseField } from '../../passphrase/PassphraseField.tsx';

/** Asks for the passphrase of one workspace; a wrong one is said under the field, with what was typed still there. */
export function UnlockForm({
  file,
  onCancel,
  cancelLabel = 'Back',
}: {
  file: WorkspaceFile;
  onCancel: () => void;
  cancelLabel?: string;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // gcTime 0: a passphrase does not stay in the cache of what was called.
  const unlock = useMutation(api.workspaces.unlock.mutationOptions({ gcTime: 0 }));
  const isWrong = isRefusal(unlock.error, 'WRONG_PASSPHRASE');
  useEffect(() => {
    input.current?.focus();
  }, []);
  const wrong = isWrong ? describeError(unlock.error) : null;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsMissing(passphrase === '');
        if (passphrase !== '' && !unlock.isPending) {
          unlock.mutate({ workspaceId: file.id, passphrase }, { onError: () => input.current?.select() });
        }
      }}
    >
      <PassphraseField
        ref={input}
        label="Passphrase"
        autoComplete="current-password"
        value={passphrase}
        onChange={(event) => {
          setPassphrase(event.target.value);
          setIsMissing(false);
        }}
        error={
          isMissing ? 'Type the passphrase.' : wrong === null ? undefined : `${wrong.message} ${wrong.advice}`.trim()
        }
      />
      {unlock.isError && !isWrong ? <Failed error={unlock.error} /> : null}
      <div className="row">
        <Button type="submit" look="primary" isBusy={unlock.isPending}>
          {unlock.isPending ? 'Unlocking…' : 'Unlock'}
        </Button>
        <Button onClick={onCancel}>{cancelLabel}</Button>
      </div>
    </form>
  );
}
