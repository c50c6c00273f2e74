import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageApplication } from '../../build/package-application.ts';
import { createParsePool } from '../../electron/backend/documents/parse-pool.ts';

/**
 * The packed folder, assembled as for release but around a stand-in for the Electron program: it has the program's name,
 * and the bytes in which the real one keeps its fuses.
 */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES_AS_SHIPPED = '101100011';
/** A fuse is kept as the character 0 or 1. */
const ON = '1'.charCodeAt(0);

const folder = mkdtempSync(path.join(tmpdir(), 'goldthread-package-'));
const packed = path.join(folder, 'release/linux-unpacked');
const unpacked = path.join(folder, 'app');

// electron-builder brings both along; they are asked for through it.
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const fromLibrary = createRequire(fromBuilder.resolve('app-builder-lib'));
const asar: {
  createPackage: (from: string, to: string) => Promise<void>;
  listPackage: (file: string, options: { isPack: boolean }) => string[];
  extractAll: (file: string, to: string) => void;
} = fromLibrary('@electron/asar');
const fuses: {
  getCurrentFuseWire: (program: string) => Promise<Record<string, unknown>>;
  FuseV1Options: Record<string, string | number>;
} = fromLibrary('@electron/fuses');

beforeAll(async () => {
  const electronDist = await makeElectronStandIn();
  await packageApplication({
    dir: true,
    linux: true,
    win: false,
    mac: false,
    x64: true,
    arm64: false,
    overrides: { electronDist, directories: { output: path.join(folder, 'release'), buildResources: 'out/icons' } },
  });
  asar.extractAll(path.join(packed, 'resources/app.asar'), unpacked);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the program’s fuses leave no way to run it as Node, to inspect it, or to load another application', async () => {
  const wire = await fuses.getCurrentFuseWire(path.join(packed, 'goldthread'));
  const isOn = (name: string) => wire[String(fuses.FuseV1Options[name])] === ON;
  expect({
    runAsNode: isOn('RunAsNode'),
    cookieEncryption: isOn('EnableCookieEncryption'),
    nodeOptions: isOn('EnableNodeOptionsEnvironmentVariable'),
    inspect: isOn('EnableNodeCliInspectArguments'),
    asarIntegrity: isOn('EnableEmbeddedAsarIntegrityValidation'),
    asarOnly: isOn('OnlyLoadAppFromAsar'),
    filePrivileges: isOn('GrantFileProtocolExtraPrivileges'),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    inspect: false,
    asarIntegrity: true,
    asarOnly: true,
    filePrivileges: false,
  });
});

test('the archive holds the bundle and the native database of one system, and nothing else', () => {
  const files = asar.listPackage(path.join(packed, 'resources/app.asar'), { isPack: false });
  for (const wanted of ['/package.json', '/out/main/index.js', '/out/main/parse-worker.js', '/out/preload/index.cjs']) {
    expect(files).toContain(wanted);
  }
  expect(files).toContain('/out/renderer/index.html');
  const outside = files.filter(
    (file) => !/^\/(?:out(?:\/(?:main|preload|renderer)(?:\/.*)?)?|package\.json)$/.test(file),
  );
  const database = '/node_modules/better-sqlite3-multiple-ciphers';
  expect(outside.filter((file) => !`${file}/`.startsWith(`${database}/`) && file !== '/node_modules')).toEqual([]);
  expect(files.filter((file) => file.endsWith('.node'))).toEqual([`${database}/prebuilds/linux-x64.node`]);
  expect(files.filter((file) => /\.(?:map|ts|tsx|md|cpp|c)$/.test(file))).toEqual([]);
  expect(existsSync(path.join(packed, 'resources/app.asar.unpacked', database, 'prebuilds/linux-x64.node'))).toBe(true);
});

test('the resources are there, and no font in them is the GPL’s', () => {
  const resources = path.join(packed, 'resources/resources');
  const fonts = path.join(resources, 'pdfjs/standard_fonts');
  expect(readdirSync(path.join(resources, 'pdfjs')).toSorted()).toEqual(['cmaps', 'iccs', 'standard_fonts', 'wasm']);
  expect(readdirSync(fonts)).not.toContain('LICENSE_LIBERATION');
  const liberation = readdirSync(fonts).filter((name) => name.startsWith('LiberationSans'));
  expect(liberation).toHaveLength(4);
  for (const name of liberation) {
    const font = readFileSync(path.join(fonts, name));
    expect(namesIn(font)).toContain('Arimo');
    expect(namesIn(font)).not.toContain('Liberation');
  }
});

test('the licences of what is carried go along', () => {
  const notice = readFileSync(path.join(packed, 'THIRD-PARTY.txt'), 'utf8');
  for (const name of ['react', 'pdfjs-dist', 'docx', 'zod', 'kysely', 'better-sqlite3-multiple-ciphers']) {
    expect(notice).toMatch(new RegExp(`^${name} \\d+\\.`, 'm'));
  }
  expect(notice).not.toMatch(/^\S+ \d\S* \((?:undefined|\s*|.*GPL.*)\)$/m);
});

test('the packed native module opens an encrypted database', () => {
  const require = createRequire(path.join(unpacked, 'package.json'));
  const Database: new (file: string) => {
    pragma: (text: string) => unknown;
    close: () => void;
  } = require('better-sqlite3-multiple-ciphers');
  const database = new Database(path.join(folder, 'x.goldthread'));
  database.pragma("cipher='sqlcipher'");
  database.pragma('legacy=4');
  database.pragma("key='a passphrase'");
  database.pragma('user_version=7');
  database.close();
  const head = readFileSync(path.join(folder, 'x.goldthread')).subarray(0, 15).toString('latin1');
  expect(head).not.toBe('SQLite format 3');
});

test('the packed worker reads a plan with the packed resources', async () => {
  const pool = createParsePool({
    size: 1,
    workerUrl: pathToFileURL(path.join(unpacked, 'out/main/parse-worker.js')),
    resourcesDir: path.join(packed, 'resources/resources/pdfjs'),
  });
  try {
    const model = await pool.parse(readFileSync('tests/corpus/plans/s04-ravensea-dylan/final.pdf'));
    expect(model.sections.map((section) => section.id)).toEqual(expect.arrayContaining(['A', 'B', 'E', 'F', 'I']));
  } finally {
    await pool.close();
  }
});

test('the packed program answers a command, with its own worker and resources', () => {
  const plan = path.resolve('tests/corpus/plans/s04-ravensea-dylan/final.docx');
  const hook = pathToFileURL(path.resolve('tests/support/electron-double/as-packaged.ts')).href;
  const main = path.join(unpacked, 'out/main/index.js');
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', hook, main, 'extract', '--json', plan], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GOLDTHREAD_DATA: folder, PACKED_RESOURCES: path.join(packed, 'resources') },
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({ file: plan, sections: { B: expect.any(String), F: expect.any(String) } });
});

/** A folder with the shape of Electron's own, as electron-builder copies it. */
async function makeElectronStandIn(): Promise<string> {
  const dist = path.join(folder, 'electron');
  mkdirSync(path.join(dist, 'resources'), { recursive: true });
  mkdirSync(path.join(dist, 'locales'));
  const program = path.join(dist, 'electron');
  writeFileSync(program, Buffer.concat([Buffer.from(FUSE_MARK), Buffer.from([1, 9]), Buffer.from(FUSES_AS_SHIPPED)]));
  chmodSync(program, 0o755);
  writeFileSync(path.join(dist, 'version'), '0.0.0');
  const empty = path.join(folder, 'default-app');
  mkdirSync(empty);
  writeFileSync(path.join(empty, 'package.json'), '{}');
  await asar.createPackage(empty, path.join(dist, 'resources/default_app.asar'));
  return dist;
}

/** A font's naming table is UTF-16 or plain, depending on the platform that the name is for. */
function namesIn(font: Buffer): string {
  return font.toString('latin1').replaceAll('\0', '');
}
