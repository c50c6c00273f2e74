export { findElectronBinary } from '../../build/find-electron.ts';
