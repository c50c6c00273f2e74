import { registerHooks } from 'node:module';
import { double } from './state.ts';

/**
 * Preloaded (`node --import`) before a packed main: gives it the double for `electron`, and the shape of a packaged
 * start, where the program is its own first word and the resources lie where `PACKED_RESOURCES` says.
 */
const doubleUrl = new URL('electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: doubleUrl, shortCircuit: true } : next(specifier, context),
});
double.isPackaged = true;
process.argv.splice(1, 1);
Object.defineProperty(process, 'resourcesPath', { value: process.env['PACKED_RESOURCES'] });
