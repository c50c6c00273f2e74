import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  _electron,
  test as base,
  expect,
  type BrowserContext,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { ROOT } from '../../build/folders.ts';
import { findElectronBinary } from '../../build/find-electron.ts';
import { startLocalHost, type RunningHost } from './local-host.ts';
import { makeTempFolder } from './temp-folder.ts';

/** Which of the two hosts a project's journeys run on. */
export interface JourneyOptions {
  runsOn: 'local host' | 'desktop';
}

/** The running application as a person has it in front of them, on a data folder of the test's own. */
export interface Application {
  readonly page: Page;
  readonly dataFolder: string;
  /** Does what makes the application give a file to keep, and gives that file. */
  savedFile(deed: () => Promise<void>): Promise<{ name: string; bytes: Buffer }>;
  /** Ends the host as a power cut would. From here on, calls without an answer are no fault of the page. */
  kill(): Promise<void>;
  /** Starts the host anew on the same folder and goes to its address. */
  startAgain(): Promise<void>;
}

/**
 * A test with an application. It fails on any console error, page error or breach of the content security policy, and
 * on any request to another origin than the application's own.
 */
export const test = base.extend<JourneyOptions & { application: Application }>({
  runsOn: ['local host', { option: true }],
  application: async ({ runsOn, context }, use) => {
    const folder = makeTempFolder();
    const watch = new Watch();
    const running = runsOn === 'desktop' ? new Desktop(folder.path, watch) : new InBrowser(folder.path, watch, context);
    await running.startAgain();
    await use(running);
    await running.end();
    folder.remove();
    expect(watch.problems, 'errors, breaches of the policy and requests to other origins').toEqual([]);
  },
  page: async ({ application }, use) => {
    await use(application.page);
  },
});

export { expect } from '@playwright/test';

/** What a browser logs of a refused call: every refusal is an answer of status 4xx, shown on screen in words. */
const REFUSED_CALL = /^Failed to load resource: the server responded with a status of 4\d\d/;
/** What a browser logs of calls to a host that is gone. */
const HOST_GONE = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING/;

/** Collects everything that ought not to happen on a page. */
class Watch {
  readonly problems: string[] = [];
  readonly origins = new Set<string>();
  isHostGone = false;

  async over(page: Page): Promise<void> {
    page.on('pageerror', (error) => this.problems.push(`page error: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const text = message.text();
      const { url } = message.location();
      if (REFUSED_CALL.test(text) && new URL(url).pathname.startsWith('/rpc/')) return;
      if (this.isHostGone && HOST_GONE.test(text)) return;
      this.problems.push(`console error: ${text} (${url})`);
    });
    page.on('request', (request) => {
      const { protocol, origin, host } = new URL(request.url());
      if (['blob:', 'data:', 'devtools:'].includes(protocol)) return;
      const asked = origin === 'null' ? `${protocol}//${host}` : origin;
      if (!this.origins.has(asked)) this.problems.push(`request to another origin: ${request.url()}`);
    });
    await page.exposeFunction('reportBreach', (what: string) => this.problems.push(`policy breach: ${what}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report: unknown = Reflect.get(globalThis, 'reportBreach');
        if (typeof report === 'function') report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await slowDown(page);
  }
}

/**
 * Journeys find what hangs on the order in which things happen to finish where half of all answers come late, or the page
 * itself is slow: GOLDTHREAD_SLOW_ANSWERS says by how many milliseconds at most, GOLDTHREAD_SLOW_SCREEN how many times slower.
 */
async function slowDown(page: Page): Promise<void> {
  const most = Number(process.env['GOLDTHREAD_SLOW_ANSWERS'] ?? 0);
  const times = Number(process.env['GOLDTHREAD_SLOW_SCREEN'] ?? 1);
  if (most > 0) {
    await page.context().route('**/rpc/**', async (route) => {
      if (Math.random() < 0.5) await wait(Math.random() * most);
      // The page may have gone on meanwhile.
      await route.fallback().catch(() => undefined);
    });
  }
  if (times > 1) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: times });
  }
}

/** The local host, in a Chromium. */
class InBrowser implements Application {
  readonly dataFolder: string;
  readonly #watch: Watch;
  readonly #context: BrowserContext;
  #page: Page | undefined;
  #host: RunningHost | undefined;

  constructor(dataFolder: string, watch: Watch, context: BrowserContext) {
    this.dataFolder = dataFolder;
    this.#watch = watch;
    this.#context = context;
  }

  get page(): Page {
    return started(this.#page);
  }

  async startAgain(): Promise<void> {
    this.#host = await startLocalHost(this.dataFolder);
    this.#watch.origins.add(new URL(this.#host.entryUrl).origin);
    if (this.#page === undefined) {
      this.#page = await this.#context.newPage();
      await this.#watch.over(this.#page);
    }
    await this.#page.goto(this.#host.entryUrl);
    this.#watch.isHostGone = false;
  }

  async kill(): Promise<void> {
    this.#watch.isHostGone = true;
    await started(this.#host).kill();
  }

  async savedFile(deed: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), deed()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  async end(): Promise<void> {
    await this.#page?.close();
    await this.#host?.stop();
  }
}

/** The desktop application, from the built files and a real Electron. */
class Desktop implements Application {
  readonly dataFolder: string;
  readonly #watch: Watch;
  #page: Page | undefined;
  #electron: ElectronApplication | undefined;

  constructor(dataFolder: string, watch: Watch) {
    this.dataFolder = dataFolder;
    this.#watch = watch;
    watch.origins.add('app://goldthread');
  }

  get page(): Page {
    return started(this.#page);
  }

  async startAgain(): Promise<void> {
    const executablePath = findElectronBinary();
    if (executablePath === undefined) throw new Error('There is no Electron program on this machine.');
    // Only root, as in a container, has to do without the sandbox.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    this.#electron = await _electron.launch({
      executablePath,
      args: [...sandbox, ROOT],
      env: { ...strings(process.env), GOLDTHREAD_DATA: this.dataFolder },
    });
    this.#page = await this.#electron.firstWindow();
    await this.#watch.over(this.#page);
  }

  async kill(): Promise<void> {
    const child = started(this.#electron).process();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async savedFile(deed: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const file = path.join(this.dataFolder, 'saved-by-test');
    const name = started(this.#electron).evaluate(
      ({ session, BrowserWindow }, target) =>
        new Promise<string>((resolve) => {
          const own = BrowserWindow.getAllWindows()[0]?.webContents.session ?? session.defaultSession;
          own.once('will-download', (_event, item) => {
            item.setSavePath(target);
            item.once('done', () => resolve(item.getFilename()));
          });
        }),
      file,
    );
    await deed();
    return { name: await name, bytes: readFileSync(file) };
  }

  async end(): Promise<void> {
    await this.#electron?.close();
  }
}

function started<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('The application has not been started.');
  return part;
}

function strings(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
