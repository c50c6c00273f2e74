import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { LONGEST_PASSWORD } from '../../../shared/contract/documents.ts';
import type { DescribedError } from '../../api/errors.ts';
import { PassphraseField } from '../../passphrase/PassphraseField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { openWithPassword } from './imports-store.ts';
import type { ImportJob } from './imports-store.ts';

/** A file that is encrypted: asks for its password where the file is, and says there when it was the wrong one. */
export function LockedFile({
  job,
  error,
  onDismiss,
}: {
  job: ImportJob;
  error: DescribedError;
  onDismiss: () => void;
}) {
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isWrong = error.code === 'WRONG_PASSWORD';
  useEffect(() => {
    // Back to where the person was; a file that asks for the first time takes the focus from nobody.
    if (isWrong) input.current?.focus();
  }, [isWrong]);
  return (
    <div className="stack">
      {isWrong ? null : (
        <Notice tone="error" title={`${job.fileName}: ${error.message}`} advice={error.advice} code={error.code} />
      )}
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsMissing(password === '');
          if (password === '') input.current?.focus();
          else {
            // This field is about to leave the page with the focus in it.
            document.querySelector('h1')?.focus();
            openWithPassword(queryClient, job.id, password);
          }
        }}
      >
        <PassphraseField
          ref={input}
          label={`Password of ${job.fileName}`}
          autoComplete="off"
          maxLength={LONGEST_PASSWORD}
          value={password}
          onChange={(event) => {
            setPassword(event.target.value);
            setIsMissing(false);
          }}
          error={isMissing ? 'Type the password.' : isWrong ? `${error.message} ${error.advice}` : undefined}
        />
        <div className="row">
          <Button type="submit" look="primary">
            Open with this password<span className="visually-hidden">: {job.fileName}</span>
          </Button>
          <Button onClick={onDismiss}>
            Dismiss<span className="visually-hidden"> {job.fileName}</span>
          </Button>
        </div>
      </form>
    </div>
  );
}
