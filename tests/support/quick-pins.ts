import { createHash, randomBytes } from 'node:crypto';
import { vi } from 'vitest';

/**
 * In tests people change places hundreds of times, and a PIN is made slow to try on purpose: a third of the services'
 * tests was waiting for it. Here a PIN costs nothing; what a real one costs and stands up to has its own tests, which
 * take this back with `vi.unmock`.
 */
vi.mock(import('../../electron/backend/people/pin.ts'), () => ({
  hashPin: (pin: string) => {
    const salt = randomBytes(16).toString('hex');
    return Promise.resolve(`scrypt$${salt}$${digest(pin, salt)}`);
  },
  isPin: (pin: string, stored: string) => {
    const [, salt = '', key] = stored.split('$');
    return Promise.resolve(digest(pin, salt) === key);
  },
}));

function digest(pin: string, salt: string): string {
  return createHash('sha256').update(`${salt}${pin}`).digest('hex');
}
