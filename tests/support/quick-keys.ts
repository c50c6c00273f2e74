import { vi } from 'vitest';
import { derivedOnce, ONE_SALT } from './derived-keys.ts';

/**
 * A passphrase is made slow to try on purpose, and tests make hundreds of workspaces. They are real encrypted files here
 * too, but of one salt, so that each passphrase becomes a key once. The tests of the file itself take this back with
 * `vi.unmock`.
 */
vi.mock(import('../../electron/backend/workspace/cipher.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    newSalt: () => ONE_SALT,
    deriveKey: (passphrase: string, salt: Uint8Array) => derivedOnce(passphrase, salt, real.deriveKey),
  };
});
