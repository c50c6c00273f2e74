import { useEffect, useState } from 'react';
import type { PassphraseRating } from '../../shared/contract/workspaces.ts';
import { client } from '../api/client.ts';

/** A pause in typing after which the passphrase is rated. */
const PAUSE_MS = 250;

/**
 * How strong a passphrase is, asked of the backend after a pause in typing; null while nothing is typed or known.
 * Not a cached query: its key would keep every passphrase that was tried.
 */
export function usePassphraseRating(passphrase: string, names: readonly string[]): PassphraseRating | null {
  const [rated, setRated] = useState<{ passphrase: string; rating: PassphraseRating } | null>(null);
  const namesKey = names.join('\n');
  useEffect(() => {
    if (passphrase === '') return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void rate(passphrase, namesKey.split('\n')).then((rating) => {
        if (isCurrent && rating !== null) setRated({ passphrase, rating });
        return rating;
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [passphrase, namesKey]);
  return passphrase === '' ? null : (rated?.rating ?? null);
}

/** Null where it could not be rated: it is rated again when it is set, and a refusal is shown there. */
async function rate(passphrase: string, names: readonly string[]): Promise<PassphraseRating | null> {
  try {
    return await client.workspaces.ratePassphrase({ passphrase, names: names.filter((name) => name !== '') });
  } catch {
    return null;
  }
}
