import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { CACHE, ROOT } from './folders.ts';

const NOTES = path.join(CACHE, 'bundled-packages');

/** What ships without going through the bundler: the native database, and the fonts that are copied. */
const SHIPPED_AS_FILES = [
  'better-sqlite3-multiple-ciphers',
  '@expo-google-fonts/arimo',
  '@expo-google-fonts/atkinson-hyperlegible-next',
];

/** Notes which packages went into one bundle, for `writeThirdPartyNotice`; `bundle` is its name. */
export function noteBundledPackages(bundle: string): Plugin {
  return {
    name: 'note-bundled-packages',
    apply: 'build',
    generateBundle() {
      const packages = new Set([...this.getModuleIds()].map(packageOf).filter((name) => name !== undefined));
      mkdirSync(NOTES, { recursive: true });
      writeFileSync(path.join(NOTES, `${bundle}.json`), JSON.stringify([...packages].toSorted()));
    },
  };
}

/** Writes one text with the name, version and licence of every package that the application carries. */
export function writeThirdPartyNotice(file: string): void {
  const bundled = readdirSync(NOTES).flatMap((name) => namesIn(path.join(NOTES, name)));
  const packages = [...new Set([...bundled, ...SHIPPED_AS_FILES])].toSorted();
  const parts = packages.map((name) => noticeOf(name));
  writeFileSync(file, `Goldthread carries the work of others, each under its own licence.\n\n${parts.join('\n\n')}\n`);
}

/** The package that a module belongs to, the innermost one; virtual modules start with a zero byte. */
function packageOf(moduleId: string): string | undefined {
  return /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(moduleId)?.[1]?.replace('\\', '/');
}

function namesIn(file: string): string[] {
  const names: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

function noticeOf(name: string): string {
  const folder = path.join(ROOT, 'node_modules', name);
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { version, license } = { version: '', license: '', ...(typeof manifest === 'object' ? manifest : {}) };
  const texts = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
  const body = texts.map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  const heading = `${name} ${version} (${license})`;
  return [heading, '-'.repeat(heading.length), ...body].join('\n');
}
