import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PersonAtDoor } from '../../../shared/contract/people.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { describeError, isRefusal } from '../../api/errors.ts';
import { isNewPinReady, NewPin, NO_PIN } from '../../passphrase/NewPin.tsx';
import { PassphraseField } from '../../passphrase/PassphraseField.tsx';
import { PinField } from '../../passphrase/PinField.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatTime } from '../../ui/dates.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Asks one person for their PIN; for a first one where they have none; for the passphrase where it is forgotten. */
export function SignInForm({ person, onBack }: { person: PersonAtDoor; onBack: () => void }) {
  const [hasForgotten, setHasForgotten] = useState(false);
  if (hasForgotten) {
    return (
      <ForgottenPin
        person={person}
        onBack={() => {
          setHasForgotten(false);
        }}
      />
    );
  }
  if (person.needsPassphrase) return <ForgottenPin person={person} onBack={onBack} />;
  return person.hasPin ? (
    <KnownPin
      person={person}
      onBack={onBack}
      onForgotten={() => {
        setHasForgotten(true);
      }}
    />
  ) : (
    <FirstPin person={person} onBack={onBack} />
  );
}

function KnownPin({
  person,
  onBack,
  onForgotten,
}: {
  person: PersonAtDoor;
  onBack: () => void;
  onForgotten: () => void;
}) {
  const [pin, setPin] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const signIn = useMutation(api.people.signIn.mutationOptions({ gcTime: 0 }));
  const isWrong = isRefusal(signIn.error, 'WRONG_PIN') || isRefusal(signIn.error, 'PIN_WAIT');
  const wrong = isWrong ? describeError(signIn.error) : null;
  useEffect(() => {
    input.current?.focus();
  }, []);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsMissing(pin === '');
        if (pin !== '' && !signIn.isPending) {
          signIn.mutate({ personId: person.id, pin }, { onError: () => input.current?.select() });
        }
      }}
    >
      {person.waitUntil !== null && !signIn.isError ? (
        <Notice
          tone="warning"
          title={`After too many wrong PINs, the next try is taken at ${formatTime(person.waitUntil)}.`}
        />
      ) : null}
      <PinField
        ref={input}
        label="PIN"
        value={pin}
        onChange={(event) => {
          setPin(event.target.value);
          setIsMissing(false);
        }}
        error={isMissing ? 'Type your PIN.' : wrong === null ? undefined : `${wrong.message} ${wrong.advice}`.trim()}
      />
      {signIn.isError && !isWrong ? <Failed error={signIn.error} /> : null}
      <div className="row">
        <Button type="submit" look="primary" isBusy={signIn.isPending}>
          Sign in
        </Button>
        <Button onClick={onBack}>Someone else</Button>
        <Button look="quiet" onClick={onForgotten}>
          PIN forgotten?
        </Button>
      </div>
    </form>
  );
}

function FirstPin({ person, onBack }: { person: PersonAtDoor; onBack: () => void }) {
  const [value, setValue] = useState(NO_PIN);
  const [hasTried, setHasTried] = useState(false);
  const choose = useMutation(api.people.choosePin.mutationOptions({ gcTime: 0 }));
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setHasTried(true);
        if (isNewPinReady(value) && !choose.isPending) choose.mutate({ personId: person.id, pin: value.pin });
      }}
    >
      <p>You have no PIN yet. Choose one that only you know; from then on nobody comes in by your name without it.</p>
      <NewPin value={value} onChange={setValue} hasTried={hasTried} isFirst />
      {choose.isError ? <Failed error={choose.error} /> : null}
      <div className="row">
        <Button type="submit" look="primary" isBusy={choose.isPending}>
          Choose this PIN and sign in
        </Button>
        <Button onClick={onBack}>Someone else</Button>
      </div>
    </form>
  );
}

function ForgottenPin({ person, onBack }: { person: PersonAtDoor; onBack: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
  const [value, setValue] = useState(NO_PIN);
  const [hasTried, setHasTried] = useState(false);
  const reset = useMutation(api.people.resetPin.mutationOptions({ gcTime: 0 }));
  const isWrong = isRefusal(reset.error, 'WRONG_PASSPHRASE');
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setHasTried(true);
        if (passphrase !== '' && isNewPinReady(value) && !reset.isPending) {
          reset.mutate({ personId: person.id, passphrase, pin: value.pin });
        }
      }}
    >
      <p>
        {person.needsPassphrase
          ? 'A QA lead or chair chooses the first PIN with the workspace’s passphrase, so that nobody else comes in by the name.'
          : `Whoever knows the workspace’s passphrase can give ${person.name} a new PIN. The trail keeps that it was done.`}
      </p>
      <PassphraseField
        label="Passphrase of the workspace"
        autoComplete="current-password"
        ref={input}
        value={passphrase}
        onChange={(event) => {
          setPassphrase(event.target.value);
        }}
        error={
          isWrong
            ? 'That is not the passphrase of this workspace.'
            : hasTried && passphrase === ''
              ? 'Type the passphrase.'
              : undefined
        }
      />
      <NewPin value={value} onChange={setValue} hasTried={hasTried} />
      {reset.isError && !isWrong ? <Failed error={reset.error} /> : null}
      <div className="row">
        <Button type="submit" look="primary" isBusy={reset.isPending}>
          Set the new PIN and sign in
        </Button>
        <Button onClick={onBack}>Back</Button>
      </div>
    </form>
  );
}
