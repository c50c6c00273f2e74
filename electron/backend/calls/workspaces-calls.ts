import type { Progress, WorkspaceFile } from '../../../shared/contract/workspaces.ts';
import type { WorkspacesService } from '../workspace/workspaces-service.ts';
import type { CallBuilders } from './call-builders.ts';

export type SampleMaker = (
  signal: AbortSignal | undefined,
) => AsyncGenerator<
  | { kind: 'progress'; progress: Progress }
  | { kind: 'ready'; file: WorkspaceFile; passphrase: string; person: string; pin: string }
>;

export function workspacesCalls(
  { anyone, unlocked, member }: CallBuilders,
  { workspaces, makeSample }: { workspaces: WorkspacesService; makeSample: SampleMaker },
) {
  return {
    list: anyone.workspaces.list.handler(() => workspaces.list()),
    current: anyone.workspaces.current.handler(({ context }) => workspaces.current(context.session)),
    ratePassphrase: anyone.workspaces.ratePassphrase.handler(({ input }) =>
      workspaces.ratePassphrase(input.passphrase, input.names),
    ),
    create: anyone.workspaces.create.handler(({ context, input }) => workspaces.create(context.session, input)),
    unlock: anyone.workspaces.unlock.handler(({ context, input }) =>
      workspaces.unlock(context.session, input.workspaceId, input.passphrase),
    ),
    choose: anyone.workspaces.choose.handler(() => workspaces.choose()),
    lock: unlocked.workspaces.lock.handler(async ({ context }) => {
      await workspaces.lock(context.session, 'by_hand');
      return workspaces.current(context.session);
    }),
    leave: anyone.workspaces.leave.handler(({ context }) => workspaces.leave(context.session)),
    stillHere: unlocked.workspaces.stillHere.handler(({ context }) => workspaces.stillHere(context.session)),
    setIdleMinutes: member.workspaces.setIdleMinutes.handler(({ context: { session, state }, input }) =>
      workspaces.setIdleMinutes(session, state, input.minutes),
    ),
    changePassphrase: member.workspaces.changePassphrase.handler(({ context: { state }, input }) =>
      workspaces.changePassphrase(state, input),
    ),
    makeSample: anyone.workspaces.makeSample.handler(({ signal }) => makeSample(signal)),
    verify: unlocked.workspaces.verify.handler(({ context: { state } }) => workspaces.verify(state)),
  };
}
