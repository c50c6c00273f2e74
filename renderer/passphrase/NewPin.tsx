import { useEffect, useRef } from 'react';
import { PIN_LENGTH, pinProblem } from '../../shared/domain/pin-policy.ts';
import { PinField } from './PinField.tsx';

export interface NewPinValue {
  pin: string;
  again: string;
}

export const NO_PIN: NewPinValue = { pin: '', again: '' };

/** True where the PIN will do and was typed twice alike. */
export function isNewPinReady({ pin, again }: NewPinValue): boolean {
  return pinProblem(pin) === null && pin === again;
}

/** A PIN typed twice. Says what is wrong once the person has tried to go on. */
export function NewPin({
  value,
  onChange,
  hasTried,
  isFirst = false,
}: {
  value: NewPinValue;
  onChange: (value: NewPinValue) => void;
  hasTried: boolean;
  /** Takes the focus when it comes into sight. */
  isFirst?: boolean;
}) {
  const problem = pinProblem(value.pin);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) input.current?.focus();
  }, [isFirst]);
  return (
    <>
      <PinField
        label="New PIN"
        hint={`${PIN_LENGTH.min} to ${PIN_LENGTH.max} digits. It tells you from the others at this machine; the passphrase is what protects the records.`}
        value={value.pin}
        ref={input}
        onChange={(event) => {
          onChange({ ...value, pin: event.target.value });
        }}
        error={hasTried && problem !== null ? problem : undefined}
      />
      <PinField
        label="New PIN again"
        value={value.again}
        onChange={(event) => {
          onChange({ ...value, again: event.target.value });
        }}
        error={hasTried && problem === null && value.pin !== value.again ? 'The two PINs differ.' : undefined}
      />
    </>
  );
}
