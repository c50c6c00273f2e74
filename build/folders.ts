import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');
/** What the build makes: main, preload, renderer, resources. */
export const OUT = path.join(ROOT, 'out');
/** What is remembered between runs and may be deleted at any time. */
export const CACHE = path.join(ROOT, '.cache');
