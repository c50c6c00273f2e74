// What `npm start` runs. See setup.mjs for why this is not TypeScript.
import { prepare } from './setup.mjs';

await prepare('start');
const { openApplication } = await import('./open-application.ts');
process.exit(await openApplication(process.argv.slice(2)));
