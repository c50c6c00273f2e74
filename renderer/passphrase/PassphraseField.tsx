import { useState } from 'react';
import { IconButton } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import type { TextFieldProps } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import './passphrase.css';

/** A secret line that can be looked at while typing. */
export function PassphraseField(props: Omit<TextFieldProps, 'type' | 'action'>) {
  const [isShown, setIsShown] = useState(false);
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="off"
      action={
        <IconButton
          label={isShown ? 'Hide what is typed' : 'Show what is typed'}
          aria-pressed={isShown}
          className="passphrase__show"
          onClick={() => {
            setIsShown(!isShown);
          }}
        >
          <Icon name="eye" />
        </IconButton>
      }
    />
  );
}
