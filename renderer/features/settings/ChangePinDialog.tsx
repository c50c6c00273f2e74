import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { describeError, isRefusal } from '../../api/errors.ts';
import { useOpenWorkspace } from '../../api/open-workspace.ts';
import { isNewPinReady, NewPin, NO_PIN } from '../../passphrase/NewPin.tsx';
import { PinField } from '../../passphrase/PinField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** My own PIN: a first one, or another. */
export function ChangePinDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { person } = useOpenWorkspace();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={person.hasPin ? 'Change my PIN' : 'Choose my PIN'}>
      <ChangePinForm hasPin={person.hasPin} onClose={onClose} />
    </Dialog>
  );
}

/** Begins empty each time the dialog opens. */
function ChangePinForm({ hasPin, onClose }: { hasPin: boolean; onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(NO_PIN);
  const [hasTried, setHasTried] = useState(false);
  const change = useMutation(
    api.people.changePin.mutationOptions({
      gcTime: 0,
      onSuccess: () => {
        showToast('Your PIN was set.');
        onClose();
      },
    }),
  );
  const isWrong = isRefusal(change.error, 'WRONG_PIN') || isRefusal(change.error, 'PIN_WAIT');
  const wrong = isWrong ? describeError(change.error) : null;
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setHasTried(true);
        if ((!hasPin || current !== '') && isNewPinReady(next) && !change.isPending) {
          change.mutate({ current, next: next.pin });
        }
      }}
    >
      {hasPin ? (
        <PinField
          label="Your PIN now"
          value={current}
          onChange={(event) => {
            setCurrent(event.target.value);
          }}
          error={
            wrong === null
              ? hasTried && current === ''
                ? 'Type your PIN.'
                : undefined
              : `${wrong.message} ${wrong.advice}`.trim()
          }
        />
      ) : null}
      <NewPin value={next} onChange={setNext} hasTried={hasTried} />
      {change.isError && !isWrong ? <Failed error={change.error} /> : null}
      <div className="row">
        <Button type="submit" look="primary" isBusy={change.isPending}>
          {hasPin ? 'Change the PIN' : 'Choose this PIN'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
