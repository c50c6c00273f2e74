import { createParsePool } from '../../electron/backend/documents/parse-pool.ts';

/**
 * The parser's threads for all test files that run on one worker, which they end with: to start one and let it grow warm
 * takes longer than to read a plan. Nobody closes them.
 */
export const warmThreads = createParsePool();
