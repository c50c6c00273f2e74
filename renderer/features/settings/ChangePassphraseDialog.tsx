import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { describeError, isRefusal } from '../../api/errors.ts';
import { useOpenWorkspace } from '../../api/open-workspace.ts';
import { PassphraseField } from '../../passphrase/PassphraseField.tsx';
import { PassphraseStrength } from '../../passphrase/PassphraseStrength.tsx';
import { usePassphraseRating } from '../../passphrase/use-passphrase-rating.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** Encrypts the workspace anew under another passphrase. */
export function ChangePassphraseDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Change the passphrase">
      <ChangeForm onClose={onClose} />
    </Dialog>
  );
}

/** Begins empty each time the dialog opens. */
function ChangeForm({ onClose }: { onClose: () => void }) {
  const { partnership, person } = useOpenWorkspace();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const rating = usePassphraseRating(next, [partnership.name, person.name]);
  const change = useMutation(
    api.workspaces.changePassphrase.mutationOptions({
      gcTime: 0,
      onSuccess: () => {
        showToast('The passphrase was changed.');
        onClose();
      },
    }),
  );
  const isWrong = isRefusal(change.error, 'WRONG_PASSPHRASE');
  const isWeak = isRefusal(change.error, 'WEAK_PASSPHRASE');
  const refusal = change.isError ? describeError(change.error) : null;
  const said = refusal === null ? undefined : `${refusal.message} ${refusal.advice}`;
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setHasTried(true);
        if (current !== '' && next !== '' && next === again && !change.isPending) change.mutate({ current, next });
      }}
    >
      <PassphraseField
        label="The passphrase now"
        autoComplete="current-password"
        value={current}
        onChange={(event) => {
          setCurrent(event.target.value);
        }}
        error={isWrong ? said : hasTried && current === '' ? 'Type the passphrase.' : undefined}
      />
      <div className="stack-tight">
        <PassphraseField
          label="The new passphrase"
          autoComplete="new-password"
          value={next}
          onChange={(event) => {
            setNext(event.target.value);
          }}
          error={isWeak ? said : hasTried && next === '' ? 'Type a passphrase.' : undefined}
        />
        <PassphraseStrength rating={rating} />
      </div>
      <PassphraseField
        label="The new passphrase again"
        autoComplete="new-password"
        value={again}
        onChange={(event) => {
          setAgain(event.target.value);
        }}
        error={hasTried && again !== next ? 'The two passphrases differ.' : undefined}
      />
      <Notice tone="warning" title="A lost passphrase cannot be recovered, by you or by anyone else." />
      {change.isError && !isWrong && !isWeak ? <Failed error={change.error} /> : null}
      <div className="row">
        <Button type="submit" look="primary" isBusy={change.isPending}>
          {change.isPending ? 'Encrypting anew…' : 'Change the passphrase'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
