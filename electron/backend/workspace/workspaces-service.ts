import { randomUUID } from 'node:crypto';
import type { PinReset } from '../../../shared/contract/person.ts';
import type {
  CreateWorkspaceInput,
  CurrentWorkspace,
  PassphraseRating,
  Verification,
  WorkspaceFile,
} from '../../../shared/contract/workspaces.ts';
import type { Caller, Clock } from '../caller.ts';
import type { HostShell } from '../host-shell.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { isUnlocked, type Session, type UnlockedState } from '../session.ts';
import { refusalOfSystem } from '../system-errors.ts';
import { recordEvent } from '../trail/trail.ts';
import { createWorkspace } from './create-workspace.ts';
import { saltOfFile } from './cipher.ts';
import { type OpenWorkspace, openWorkspaceFile } from './open-workspace.ts';
import { ratePassphrase } from './passphrase-strength.ts';
import { verifyWorkspace } from './verify-workspace.ts';
import {
  createWorkspaceFiles,
  describeWorkspaceFile,
  findWorkspaceFile,
  WORKSPACE_EXTENSION,
} from './workspace-files.ts';

export type WorkspacesService = ReturnType<typeof createWorkspacesService>;

type OpenState = Extract<Session['state'], { status: 'open' }>;

/** Opens, locks and closes workspaces for sessions. The key lives only as long as a workspace is unlocked. */
export function createWorkspacesService({
  dataFolder,
  shell,
  clock,
  createServices,
}: {
  dataFolder: string;
  shell: HostShell;
  clock: Clock;
  createServices: (workspace: OpenWorkspace) => Services;
}) {
  const files = createWorkspaceFiles(dataFolder);
  const sessions = new Set<Session>();
  const idleTimers = new Map<Session, NodeJS.Timeout>();
  /** Paths whose key is being derived, each with the session that will hold it. */
  const opening = new Map<string, Session>();

  files.clearBrokenOff(clock());

  function openSession(): Session {
    const session: Session = { id: randomUUID(), state: { status: 'none' } };
    sessions.add(session);
    return session;
  }

  async function current(session: Session): Promise<CurrentWorkspace> {
    const { state } = session;
    if (state.status === 'none') return { status: 'none' };
    if (state.status === 'locked') {
      const file = findWorkspaceFile(state.path);
      // Locked, and its file taken away meanwhile: there is nothing to unlock any more.
      return file ? { status: 'locked', file, reason: state.reason } : { status: 'none' };
    }
    const { id, name, areaCode } = await state.services.partnership.get();
    const file = describeWorkspaceFile(state.workspace.path);
    const partnership = { id, name, areaCode };
    if (state.status === 'signed_out') return { status: 'signed_out', file, partnership };
    return {
      status: 'open',
      file,
      partnership,
      person: state.caller,
      pinReset: state.pinReset,
      idleMinutes: await state.services.partnership.idleMinutes(),
    };
  }

  /** Makes the workspace the session's own, once `action` stands in the trail. Where only one person can come in, they are in. */
  async function enter(session: Session, workspace: OpenWorkspace, action?: string): Promise<CurrentWorkspace> {
    try {
      const services = createServices(workspace);
      const [first, second] = await services.people.atDoor();
      if (!first) {
        throw new Refusal('WORKSPACE_DAMAGED', 'The workspace has no people in it.', 'Open your latest copy of it.');
      }
      const state: UnlockedState = second
        ? { status: 'signed_out', workspace, services }
        : {
            status: 'open',
            workspace,
            services,
            caller: await services.people.get(first.id),
            pinReset: await services.people.takePinReset(first.id),
          };
      if (action !== undefined) await noteInTrail(state, action);
      await letGo(session, { status: 'none' });
      // The window may have been closed while the key was derived.
      if (!sessions.has(session)) throw new Refusal('NO_WORKSPACE', 'The window was closed.', 'Open it again.');
      session.state = state;
    } catch (error) {
      await workspace.close();
      throw refusalOfSystem(error) ?? error;
    }
    files.remember(workspace.path);
    await postponeIdleLock(session);
    return current(session);
  }

  async function letGo(session: Session, next: Session['state']): Promise<void> {
    clearTimeout(idleTimers.get(session));
    idleTimers.delete(session);
    const { state } = session;
    session.state = next;
    if (isUnlocked(state)) await state.workspace.close();
  }

  async function lock(session: Session, reason: 'by_hand' | 'idle'): Promise<void> {
    const { state } = session;
    if (!isUnlocked(state)) return;
    await noteParting(state, 'workspaces.lock', { reason });
    if (session.state !== state) return;
    await letGo(session, { status: 'locked', path: state.workspace.path, reason });
  }

  async function postponeIdleLock(session: Session): Promise<Date | null> {
    const { state } = session;
    // A command ends by itself and must not be cut off half-way.
    if (!isUnlocked(state) || shell.host === 'command_line') return null;
    const milliseconds = (await state.services.partnership.idleMinutes()) * 60_000;
    // Between here and the end nothing waits, so that two calls at once leave one timer.
    if (session.state !== state) return null;
    clearTimeout(idleTimers.get(session));
    const timer = setTimeout(() => {
      // Nothing is waiting for this; a lock that fails must not pass for one, so the session is let go all the same.
      lock(session, 'idle').catch(() => letGo(session, { status: 'none' }).catch(() => undefined));
    }, milliseconds);
    timer.unref();
    const locksAt = new Date(Date.now() + milliseconds);
    idleTimers.set(session, timer);
    return locksAt;
  }

  async function noteInTrail(state: UnlockedState, action: string, detail: Record<string, string> = {}): Promise<void> {
    await state.workspace.db.transaction().execute((trx) =>
      recordEvent(trx, {
        at: clock().toISOString(),
        personId: state.status === 'open' ? state.caller.id : null,
        action,
        subjectId: null,
        detail,
      }),
    );
  }

  /** Notes what ends the work on a workspace. It ends all the same where the trail cannot be written, as on a full disk. */
  async function noteParting(state: UnlockedState, action: string, detail: Record<string, string> = {}): Promise<void> {
    await noteInTrail(state, action, detail).catch(() => undefined);
  }

  function refuseHeld(session: Session, path: string): void {
    const holder =
      opening.get(path) ?? [...sessions].find(({ state }) => isUnlocked(state) && state.workspace.path === path);
    if (holder && holder !== session) {
      shell.showSession?.(holder.id);
      throw new Refusal(
        'WORKSPACE_IN_USE',
        'This workspace is already open in another window.',
        'Go on in that window, or close it there first.',
      );
    }
  }

  async function unlockPath(session: Session, path: string, passphrase: string): Promise<CurrentWorkspace> {
    refuseHeld(session, path);
    opening.set(path, session);
    try {
      return await enter(session, await openWorkspaceFile(path, passphrase, clock()), 'workspaces.unlock');
    } finally {
      opening.delete(path);
    }
  }

  async function createAt(session: Session, path: string, input: CreateWorkspaceInput): Promise<CurrentWorkspace> {
    return enter(session, await createWorkspace(path, files.pathInTheMaking(path), input, clock()));
  }

  /**
   * Another person comes to the open workspace; whoever was there is out. Where it was locked, or another one was opened,
   * while their PIN was looked at (`services` are those that it was looked at by), nobody comes in.
   */
  async function signIn(
    session: Session,
    services: Services,
    caller: Caller,
    pinReset: PinReset | null = null,
  ): Promise<CurrentWorkspace> {
    const { state } = session;
    if (isUnlocked(state) && state.services === services) {
      session.state = { status: 'open', workspace: state.workspace, services, caller, pinReset };
    }
    return current(session);
  }

  /** Whoever is signed in has changed; nobody comes in by it who has gone meanwhile. */
  function renewCaller(session: Session, services: Services, caller: Caller): void {
    const { state } = session;
    if (state.status !== 'open' || state.services !== services || state.caller.id !== caller.id) return;
    session.state = { ...state, caller };
  }

  async function refuseWrongPassphrase(state: UnlockedState, passphrase: string): Promise<void> {
    if (await state.workspace.hasPassphrase(passphrase)) return;
    throw new Refusal(
      'WRONG_PASSPHRASE',
      'That is not the passphrase of this workspace.',
      'Type the passphrase that opens it now.',
    );
  }

  return {
    openSession,
    current,
    signIn,
    renewCaller,
    refuseWrongPassphrase,

    /** The workspace stays open for whoever comes next. */
    async signOut(session: Session): Promise<CurrentWorkspace> {
      const { state } = session;
      if (state.status === 'open') {
        await noteInTrail(state, 'people.signOut');
        if (session.state === state) {
          session.state = { status: 'signed_out', workspace: state.workspace, services: state.services };
        }
      }
      return current(session);
    },

    lock,
    ratePassphrase,
    createAt,
    unlockPath,
    files,

    async closeSession(session: Session): Promise<void> {
      await letGo(session, { status: 'none' });
      sessions.delete(session);
    },

    async closeAll(): Promise<void> {
      for (const session of sessions) await letGo(session, { status: 'none' });
      sessions.clear();
    },

    list(): WorkspaceFile[] {
      return files.list();
    },

    async create(session: Session, input: CreateWorkspaceInput): Promise<CurrentWorkspace> {
      const rating = await ratePassphrase(input.passphrase, [input.partnershipName, input.person.name]);
      refuseWeak(rating);
      return createAt(session, files.newPath(input.partnershipName), input);
    },

    async unlock(session: Session, workspaceId: string, passphrase: string): Promise<CurrentWorkspace> {
      const path = files.pathOf(workspaceId) ?? lockedPath(session, workspaceId);
      if (path === null) {
        throw new Refusal('NOT_FOUND', 'That workspace is no longer on this machine.', 'Choose another from the list.');
      }
      return unlockPath(session, path, passphrase);
    },

    /** Asks for a workspace file with the system's dialog; null when the person changes their mind. */
    async choose(): Promise<WorkspaceFile | null> {
      const path = (await shell.chooseWorkspaceFile?.()) ?? null;
      if (path === null) return null;
      if (!path.endsWith(WORKSPACE_EXTENSION) || saltOfFile(path) === null) {
        throw new Refusal(
          'NOT_A_WORKSPACE',
          'That file is not a Goldthread workspace.',
          `Choose a file whose name ends in ${WORKSPACE_EXTENSION}.`,
        );
      }
      files.remember(path);
      return describeWorkspaceFile(path);
    },

    async leave(session: Session): Promise<CurrentWorkspace> {
      if (isUnlocked(session.state)) await noteParting(session.state, 'workspaces.leave');
      await letGo(session, { status: 'none' });
      return current(session);
    },

    async stillHere(session: Session): Promise<{ locksAt: string | null }> {
      return { locksAt: (await postponeIdleLock(session))?.toISOString() ?? null };
    },

    async setIdleMinutes(session: Session, state: OpenState, minutes: number): Promise<CurrentWorkspace> {
      await state.services.partnership.setIdleMinutes(state.caller, minutes);
      await postponeIdleLock(session);
      return current(session);
    },

    /** Encrypts the whole file anew. Throws Refusal WRONG_PASSPHRASE or WEAK_PASSPHRASE. */
    async changePassphrase(
      state: OpenState,
      change: { current: string; next: string },
    ): Promise<{ changedAt: string }> {
      await refuseWrongPassphrase(state, change.current);
      const { name } = await state.services.partnership.get();
      refuseWeak(await ratePassphrase(change.next, [name, state.caller.name]));
      await state.workspace.changePassphrase(change.next);
      await noteInTrail(state, 'workspaces.changePassphrase');
      return { changedAt: clock().toISOString() };
    },

    verify(state: UnlockedState): Verification {
      return verifyWorkspace(state.workspace.raw);
    },
  };
}

/** A locked workspace may be unlocked even where its file is not in a folder that is listed. */
function lockedPath(session: Session, workspaceId: string): string | null {
  const { state } = session;
  if (state.status !== 'locked') return null;
  return findWorkspaceFile(state.path)?.id === workspaceId ? state.path : null;
}

function refuseWeak(rating: PassphraseRating): void {
  if (rating.isEnough) return;
  throw new Refusal(
    'WEAK_PASSPHRASE',
    'That passphrase is too easy to guess.',
    rating.advice[0] ?? 'Take four or more words that do not belong together.',
  );
}
