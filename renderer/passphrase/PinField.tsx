import { PIN_LENGTH } from '../../shared/domain/pin-policy.ts';
import { TextField } from '../ui/Field.tsx';
import type { TextFieldProps } from '../ui/Field.tsx';

/** A PIN, never shown: others stand at the same machine. */
export function PinField(props: Omit<TextFieldProps, 'type' | 'action'>) {
  return (
    <TextField
      {...props}
      type="password"
      inputMode="numeric"
      maxLength={PIN_LENGTH.max}
      className="pin-field"
      autoComplete="off"
    />
  );
}
