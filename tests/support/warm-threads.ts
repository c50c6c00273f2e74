import { afterAll } from 'vitest';
import { createParsePool } from '../../electron/backend/documents/parse-pool.ts';

/** The parser's threads for all tests of a file: to start one takes longer than to read a plan. */
export const warmThreads = createParsePool();

afterAll(() => warmThreads.close());
