import { expect, test } from 'vitest';
import { dataFolder, type DataFolderFacts } from '../../../electron/backend/data-folder.ts';

const linux: DataFolderFacts = { platform: 'linux', env: {}, home: '/home/rowan' };

test('Linux follows the XDG base directories, and ignores a relative one', () => {
  expect(dataFolder(linux)).toBe('/home/rowan/.local/share/goldthread');
  expect(dataFolder({ ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/goldthread');
  expect(dataFolder({ ...linux, env: { XDG_DATA_HOME: 'data' } })).toBe('/home/rowan/.local/share/goldthread');
});

test('macOS and Windows have their own places', () => {
  expect(dataFolder({ platform: 'darwin', env: {}, home: '/Users/rowan' })).toBe(
    '/Users/rowan/Library/Application Support/Goldthread',
  );
  const windows: DataFolderFacts = { platform: 'win32', env: {}, home: 'C:\\Users\\Rowan' };
  expect(dataFolder(windows)).toBe('C:\\Users\\Rowan\\AppData\\Roaming\\Goldthread');
  expect(dataFolder({ ...windows, env: { APPDATA: 'D:\\Roaming' } })).toBe('D:\\Roaming\\Goldthread');
});

test('a folder that was chosen wins everywhere', () => {
  for (const platform of ['linux', 'darwin'] as const) {
    expect(dataFolder({ ...linux, platform, env: { GOLDTHREAD_DATA: '/chosen' } })).toBe('/chosen');
  }
});
