import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { RouterClient } from '@orpc/server';
import type { Progress, WorkspaceFile } from '../../../shared/contract/workspaces.ts';
import { whileRunning } from '../documents/import-events.ts';
import { Refusal } from '../refusal.ts';
import type { SampleMaker } from '../calls/workspaces-calls.ts';
import type { AppRouter } from '../router.ts';
import type { Session } from '../session.ts';
import { describeWorkspaceFile, SAMPLE_NAME } from '../workspace/workspace-files.ts';
import type { WorkspacesService } from '../workspace/workspaces-service.ts';
import { makeSample, SAMPLE_PASSPHRASE, SAMPLE_WORKSPACE } from './make-sample.ts';

/**
 * Makes the sample partnership in the data folder through the services themselves, or finds the one that is there. It is
 * made under a hidden name and renamed when whole, so that a broken-off one is never taken for it.
 */
export function createSampleMaker({
  workspaces,
  resourcesFolder,
  clientFor,
}: {
  workspaces: WorkspacesService;
  resourcesFolder: string | undefined;
  clientFor: (session: Session) => RouterClient<AppRouter>;
}): SampleMaker {
  return async function* sampleEvents(signal) {
    const file =
      (await findSample()) ??
      (yield* whileRunning<{ kind: 'progress'; progress: Progress }, WorkspaceFile>((emit) =>
        make(signal, (progress) => emit({ kind: 'progress', progress })),
      ));
    yield { kind: 'ready', file, passphrase: SAMPLE_PASSPHRASE };
  };

  /** A sample whose passphrase a person has changed is theirs now, and another is made beside it. */
  async function findSample(): Promise<WorkspaceFile | null> {
    for (const file of workspaces.files.list().filter((candidate) => candidate.isSample)) {
      const place = workspaces.files.pathOf(file.id);
      if (place === null) continue;
      const session = workspaces.openSession();
      try {
        await workspaces.unlockPath(session, place, SAMPLE_PASSPHRASE);
        return file;
      } catch (error) {
        if (error instanceof Refusal && error.code === 'WORKSPACE_IN_USE') return file;
        if (!(error instanceof Refusal)) throw error;
      } finally {
        await workspaces.closeSession(session);
      }
    }
    return null;
  }

  async function make(
    signal: AbortSignal | undefined,
    onProgress: (progress: Progress) => void,
  ): Promise<WorkspaceFile> {
    const making = workspaces.files.pathInTheMaking(freePath());
    const session = workspaces.openSession();
    try {
      await workspaces.createAt(session, making, { ...SAMPLE_WORKSPACE, passphrase: SAMPLE_PASSPHRASE });
      await makeSample({
        client: clientFor(session),
        onProgress,
        ...(signal ? { signal } : {}),
        ...(resourcesFolder === undefined ? {} : { resourcesFolder }),
      });
      await workspaces.closeSession(session);
      const target = freePath();
      renameSync(making, target);
      return describeWorkspaceFile(target);
    } catch (error) {
      await workspaces.closeSession(session);
      for (const suffix of ['', '-wal', '-shm']) rmSync(making + suffix, { force: true });
      throw error;
    }
  }

  function freePath(): string {
    const taken = new Set(workspaces.files.list().map((file) => file.fileName));
    for (let number = 1; ; number += 1) {
      const target = workspaces.files.newPath(number === 1 ? SAMPLE_NAME : `${SAMPLE_NAME} ${number}`);
      if (!taken.has(path.basename(target))) return target;
    }
  }
}
