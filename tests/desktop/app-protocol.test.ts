import { expect, test, vi } from 'vitest';
import { startDesktop } from './desktop-under-test.ts';

vi.mock('electron', () => import('../support/electron-double/electron.ts'));

test('the page and its assets come from app://goldthread, with the policy', async () => {
  const { open } = await startDesktop();
  const { session } = open().webPreferences;
  const page = await session.request('app://goldthread/');
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<title>Goldthread</title>');
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  const script = await session.request('app://goldthread/assets/a.js');
  expect(script.status).toBe(200);
  expect(script.headers.get('content-type')).toContain('javascript');
});

test.each([
  'app://goldthread/../secret.txt',
  'app://goldthread/assets/../../secret.txt',
  'app://goldthread/%2e%2e/secret.txt',
  'app://goldthread/..%2fsecret.txt',
  'app://goldthread/%2e%2e%2fsecret.txt',
  'app://goldthread/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  'app://goldthread/..%5csecret.txt',
  'app://goldthread/..\\secret.txt',
  'app://goldthread/assets\\..\\..\\secret.txt',
  'app://goldthread/%252e%252e%252fsecret.txt',
  'app://goldthread/%25252e%25252e/secret.txt',
  'app://goldthread//etc/passwd',
  'app://goldthread/%2fetc%2fpasswd',
  'app://goldthread/C:/Windows/win.ini',
  'app://goldthread/C%3a%5cWindows%5cwin.ini',
  'app://goldthread/secret.txt%00.html',
  'app://goldthread/%ff',
  'app://elsewhere/index.html',
  'app://goldthread.evil.example/index.html',
  'app://user@goldthread/index.html',
  'app://goldthread:80/index.html',
])('no way leads out of the bundle: %s', async (address) => {
  const { open } = await startDesktop();
  const answer = await open().webPreferences.session.request(address);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await answer.text()).not.toContain('not for the page');
});

test('nothing but reading is possible over app://', async () => {
  const { open } = await startDesktop();
  const answer = await open().webPreferences.session.request('app://goldthread/index.html', { method: 'POST' });
  expect(answer.status).toBe(405);
});
