import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { CreateWorkspaceInput, CurrentWorkspace } from '../../shared/contract/workspaces.ts';
import { createAppService } from './app-service.ts';
import type { Clock } from './caller.ts';
import { createParsePool, type ParsePool } from './documents/parse-pool.ts';
import type { HostShell } from './host-shell.ts';
import { createHandler } from './http/handler.ts';
import { type AppRouter, createRouter } from './router.ts';
import { createSampleMaker, type MakingOptions } from './sample/sample-workspace.ts';
import { createServices } from './services.ts';
import type { Session } from './session.ts';
import { createWorkspacesService } from './workspace/workspaces-service.ts';

export interface BackendOptions {
  /** Where workspaces are made and listed. */
  dataFolder: string;
  /** The built renderer: index.html and its assets. */
  rendererFolder: string;
  /** Fonts and PDF tables beside a packaged application; the installed packages where left out. */
  resourcesFolder?: string;
  shell: HostShell;
  /** The application's version, for people to report. */
  version?: string;
  clock?: Clock;
  /** Where the worker's script lies when bundled elsewhere. */
  parseWorkerUrl?: URL;
  /** Warm threads that several backends of a process share, closed by whoever made them; its own where left out. */
  parsePool?: ParsePool;
  /** Takes lines of the log, which hold no document text and no names; standard error where left out. */
  log?: (line: string) => void;
}

export interface Backend {
  openSession(): Session;
  closeSession(session: Session): Promise<void>;
  router: AppRouter;
  /** Everything but calls: the renderer, documents' bytes, and the security headers. */
  handleRequest(request: Request, session: Session): Promise<Response>;
  /** For the command line: a workspace at a path of the caller's choosing. */
  createWorkspaceAt(session: Session, file: string, input: CreateWorkspaceInput): Promise<CurrentWorkspace>;
  openWorkspaceAt(session: Session, file: string, passphrase: string): Promise<CurrentWorkspace>;
  /** For the command line: makes the sample partnership in such a file; see `makeSample`. */
  makeSampleAt(file: string, options: MakingOptions): Promise<void>;
  close(): Promise<void>;
}

/** The whole application but its face: services, router and files, for whichever host mounts it. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const clock = options.clock ?? (() => new Date());
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const parsePool =
    options.parsePool ??
    createParsePool({
      ...(options.parseWorkerUrl ? { workerUrl: options.parseWorkerUrl } : {}),
      ...(options.resourcesFolder === undefined ? {} : { resourcesDir: path.join(options.resourcesFolder, 'pdfjs') }),
    });
  const app = createAppService(options);
  const workspacesBy = (time: Clock) =>
    createWorkspacesService({
      dataFolder: options.dataFolder,
      shell: options.shell,
      clock: time,
      createServices: (workspace) =>
        createServices(workspace, {
          clock: time,
          parsePool,
          resourcesFolder: options.resourcesFolder,
          printPdf: options.shell.printPdf,
        }),
    });
  const workspaces = workspacesBy(clock);
  const sample = createSampleMaker({
    workspaces,
    resourcesFolder: options.resourcesFolder,
    openWorkshop(time) {
      const own = workspacesBy(time);
      const calls = createRouter({ app, workspaces: own, makeSample: sample.events, log });
      return { workspaces: own, clientFor: (session) => createRouterClient(calls, { context: { session } }) };
    },
  });
  const router = createRouter({ app, workspaces, makeSample: sample.events, log });
  return {
    openSession: workspaces.openSession,
    closeSession: (session) => workspaces.closeSession(session),
    router,
    handleRequest: createHandler({
      rendererFolder: options.rendererFolder,
      resourcesFolder: options.resourcesFolder,
    }),
    createWorkspaceAt: (session, file, input) => workspaces.createAt(session, path.resolve(file), input),
    openWorkspaceAt: (session, file, passphrase) => workspaces.unlockPath(session, path.resolve(file), passphrase),
    makeSampleAt: (file, making) => sample.makeAt(path.resolve(file), making),
    async close() {
      await workspaces.closeAll();
      if (options.parsePool === undefined) await parsePool.close();
    },
  };
}
