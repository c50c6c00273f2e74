// What `npm test` runs. See setup.mjs for why this is not TypeScript.
import { prepare } from './setup.mjs';

await prepare('test');
const { runTests } = await import('./run-tests.ts');
process.exit(await runTests(process.argv.slice(2)));
