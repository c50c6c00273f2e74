import './zod-without-eval.ts';

// Only now: a bundler may put zod and our schemas into one chunk, which would then run before the line above.
void import('./start.tsx');
