import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { RouterClient } from '@orpc/server';
import type { Progress, WorkspaceFile } from '../../../shared/contract/workspaces.ts';
import { SAMPLE_PIN } from '../../../shared/domain/sample-pin.ts';
import type { SampleMaker } from '../calls/workspaces-calls.ts';
import type { Clock } from '../caller.ts';
import { whileRunning } from '../documents/import-events.ts';
import { Refusal } from '../refusal.ts';
import type { AppRouter } from '../router.ts';
import { isUnlocked, type Session } from '../session.ts';
import { describeWorkspaceFile, SAMPLE_NAME } from '../workspace/workspace-files.ts';
import type { WorkspacesService } from '../workspace/workspaces-service.ts';
import { makeSample } from './make-sample.ts';
import { createSampleClock } from './sample-clock.ts';
import { SAMPLE_BEGINS, SAMPLE_LEAD, SAMPLE_PASSPHRASE, SAMPLE_WORKSPACE } from './sample-partnership.ts';

/** Services that go by a clock of their own, with the calls on them. */
export interface Workshop {
  workspaces: WorkspacesService;
  clientFor: (session: Session) => RouterClient<AppRouter>;
}

export interface MakingOptions {
  signal?: AbortSignal | undefined;
  onProgress: (progress: Progress) => void;
}

/**
 * Makes the sample partnership in the data folder through the services themselves, or finds the one that is there. It is
 * made under a hidden name and renamed when whole, so that a broken-off one is never taken for it.
 */
export function createSampleMaker({
  workspaces,
  resourcesFolder,
  openWorkshop,
}: {
  workspaces: WorkspacesService;
  resourcesFolder: string | undefined;
  openWorkshop: (clock: Clock) => Workshop;
}): { events: SampleMaker; makeAt: (file: string, options: MakingOptions) => Promise<void> } {
  return {
    async *events(signal) {
      const file =
        (await findSample()) ??
        (yield* whileRunning<{ kind: 'progress'; progress: Progress }, WorkspaceFile>((emit) =>
          make({ signal, onProgress: (progress) => emit({ kind: 'progress', progress }) }),
        ));
      yield { kind: 'ready', file, passphrase: SAMPLE_PASSPHRASE, person: SAMPLE_LEAD, pin: SAMPLE_PIN };
    },
    makeAt,
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

  async function make(options: MakingOptions): Promise<WorkspaceFile> {
    const making = workspaces.files.pathInTheMaking(freePath());
    await makeAt(making, options);
    const target = freePath();
    renameSync(making, target);
    return describeWorkspaceFile(target);
  }

  /** Makes the sample in a file of the caller's choosing; where that fails or is cancelled nothing is left there. */
  async function makeAt(file: string, { signal, onProgress }: MakingOptions): Promise<void> {
    const clock = createSampleClock(SAMPLE_BEGINS);
    const workshop = openWorkshop(clock.now);
    const session = workshop.workspaces.openSession();
    try {
      await workshop.workspaces.createAt(session, file, { ...SAMPLE_WORKSPACE, passphrase: SAMPLE_PASSPHRASE });
      const workspace = isUnlocked(session.state) ? session.state.workspace : null;
      // What a power cut breaks off here is thrown away and made again.
      workspace?.setDurable(false);
      await makeSample({
        client: workshop.clientFor(session),
        clock,
        onProgress,
        ...(signal ? { signal } : {}),
        ...(resourcesFolder === undefined ? {} : { resourcesFolder }),
      });
      workspace?.setDurable(true);
      await workshop.workspaces.closeSession(session);
    } catch (error) {
      await workshop.workspaces.closeSession(session);
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
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
