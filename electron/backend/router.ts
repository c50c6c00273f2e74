import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import type { AppInfo, Theme } from '../../shared/contract/app.ts';
import type { CallMeta, Role } from '../../shared/contract/meta.ts';
import type { Progress, WorkspaceFile } from '../../shared/contract/workspaces.ts';
import { asContractError, mapIteratorErrors } from './call-errors.ts';
import type { Caller } from './caller.ts';
import { Refusal } from './refusal.ts';
import type { Services } from './services.ts';
import type { CallContext, Session, SessionState } from './session.ts';
import type { WorkspacesService } from './workspace/workspaces-service.ts';

/** What the middleware adds for calls that need an open workspace. */
interface Signed {
  state: Extract<SessionState, { status: 'open' }>;
  services: Services;
  caller: Caller;
}

export type SampleMaker = (
  signal: AbortSignal | undefined,
) => AsyncGenerator<
  { kind: 'progress'; progress: Progress } | { kind: 'ready'; file: WorkspaceFile; passphrase: string }
>;

export type AppRouter = ReturnType<typeof createRouter>;

/** The contract, served: each handler is one line into a service; who may call is decided here, from the contract's roles. */
export function createRouter({
  app,
  workspaces,
  makeSample,
  log,
}: {
  app: { info: () => AppInfo; setTheme: (theme: Theme) => AppInfo };
  workspaces: WorkspacesService;
  makeSample: SampleMaker;
  log: (line: string) => void;
}) {
  const os = implement(contract).$context<CallContext>();

  const inContractErrors = os.middleware(async ({ next, path, context }) => {
    try {
      const result = await next();
      return {
        ...result,
        output: mapIteratorErrors(result.output, (error) => asContractError(error, context, path, log)),
      };
    } catch (error) {
      throw asContractError(error, context, path, log);
    }
  });

  const base = os.use(inContractErrors).use(({ context, next, procedure }) => {
    refuseByRole(procedure['~orpc'].meta, context.session);
    return next({});
  });

  /** For calls whose roles are not `anyone`: the workspace is open, and the caller known. */
  const signed = (context: CallContext): Signed => {
    const { state } = context.session;
    if (state.status !== 'open') throw notOpen(state);
    return { state, services: state.services, caller: state.caller };
  };

  return base.router({
    app: {
      info: base.app.info.handler(() => app.info()),
      setTheme: base.app.setTheme.handler(({ input }) => app.setTheme(input.theme)),
    },

    workspaces: {
      list: base.workspaces.list.handler(() => workspaces.list()),
      current: base.workspaces.current.handler(({ context }) => workspaces.current(context.session)),
      ratePassphrase: base.workspaces.ratePassphrase.handler(({ input }) =>
        workspaces.ratePassphrase(input.passphrase, input.names),
      ),
      create: base.workspaces.create.handler(({ context, input }) => workspaces.create(context.session, input)),
      unlock: base.workspaces.unlock.handler(({ context, input }) =>
        workspaces.unlock(context.session, input.workspaceId, input.passphrase),
      ),
      choose: base.workspaces.choose.handler(() => workspaces.choose()),
      lock: base.workspaces.lock.handler(async ({ context }) => {
        await workspaces.lock(context.session, 'by_hand');
        return workspaces.current(context.session);
      }),
      leave: base.workspaces.leave.handler(({ context }) => workspaces.leave(context.session)),
      stillHere: base.workspaces.stillHere.handler(({ context }) => workspaces.stillHere(context.session)),
      setIdleMinutes: base.workspaces.setIdleMinutes.handler(({ context, input }) =>
        workspaces.setIdleMinutes(context.session, signed(context).state, input.minutes),
      ),
      changePassphrase: base.workspaces.changePassphrase.handler(({ context, input }) =>
        workspaces.changePassphrase(signed(context).state, input),
      ),
      makeSample: base.workspaces.makeSample.handler(({ signal }) => makeSample(signal)),
      verify: base.workspaces.verify.handler(({ context }) => workspaces.verify(signed(context).state)),
    },

    partnership: {
      get: base.partnership.get.handler(({ context }) => signed(context).services.partnership.get()),
      rename: base.partnership.rename.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.partnership.rename(caller, input);
      }),
    },

    people: { list: base.people.list.handler(({ context }) => signed(context).services.people.list()) },

    rounds: {
      list: base.rounds.list.handler(({ context }) => signed(context).services.rounds.list()),
      current: base.rounds.current.handler(({ context }) => signed(context).services.rounds.current()),
      update: base.rounds.update.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.rounds.update(caller, input);
      }),
    },

    plans: {
      list: base.plans.list.handler(({ context }) => {
        const { services, caller } = signed(context);
        return services.plans.list(caller);
      }),
      get: base.plans.get.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.plans.get(caller, input.planId);
      }),
      create: base.plans.create.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.plans.create(caller, input);
      }),
      update: base.plans.update.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.plans.update(caller, input.planId, input.fields);
      }),
      remove: base.plans.remove.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.plans.remove(caller, input.planId);
      }),
    },

    documents: {
      import: base.documents.import.handler(({ context, input, signal }) => {
        const { services, caller } = signed(context);
        return services.documents.import(caller, input, signal);
      }),
      tray: base.documents.tray.handler(({ context }) => {
        const { services, caller } = signed(context);
        return services.documents.tray(caller);
      }),
      file: base.documents.file.handler(async ({ context, input }) => {
        const { services, caller } = signed(context);
        const { id: roundId } = await services.rounds.current();
        return services.documents.file(caller, input, roundId);
      }),
      get: base.documents.get.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.documents.get(caller, input.documentId);
      }),
      relabel: base.documents.relabel.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.documents.relabel(caller, input.documentId, input.relabel);
      }),
      undoRelabel: base.documents.undoRelabel.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.documents.undoRelabel(caller, input.documentId);
      }),
      confirmSections: base.documents.confirmSections.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.documents.confirmSections(caller, input.documentId);
      }),
      remove: base.documents.remove.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.documents.remove(caller, input.documentId);
      }),
    },

    comparisons: {
      get: base.comparisons.get.handler(({ context, input }) => signed(context).services.comparisons.get(input)),
    },

    rubrics: {
      current: base.rubrics.current.handler(({ context }) => signed(context).services.rubrics.current()),
      get: base.rubrics.get.handler(({ context, input }) => signed(context).services.rubrics.get(input.rubricId)),
    },

    audits: {
      list: base.audits.list.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.audits.list(caller, input.roundId);
      }),
      open: base.audits.open.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.audits.open(caller, input.documentId, input.roundId);
      }),
      get: base.audits.get.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.audits.get(caller, input.auditId);
      }),
      saveAnswer: base.audits.saveAnswer.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.audits.saveAnswer(caller, input.auditId, input.criterionId, input.change);
      }),
      addEvidence: base.audits.addEvidence.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.audits.addEvidence(caller, input.auditId, input.criterionId, input.anchor);
      }),
      removeEvidence: base.audits.removeEvidence.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.audits.removeEvidence(caller, input.auditId, input.evidenceId);
      }),
      setFact: base.audits.setFact.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.audits.setFact(caller, input.auditId, input.fact, input.value);
      }),
      setDevelopmental: base.audits.setDevelopmental.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.audits.setDevelopmental(caller, input.auditId, input.standardId, input.isDevelopmental);
      }),
      submit: base.audits.submit.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.audits.submit(caller, input.auditId);
      }),
    },

    hints: {
      list: base.hints.list.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.hints.list(caller, input.auditId);
      }),
      dismiss: base.hints.dismiss.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.hints.dismiss(caller, input.auditId, input.hintId, input.reason);
      }),
      restore: base.hints.restore.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.hints.restore(caller, input.auditId, input.hintId);
      }),
    },

    reports: {
      preview: base.reports.preview.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.reports.preview(caller, input.roundId);
      }),
      export: base.reports.export.handler(({ context, input }) => {
        const { services, caller } = signed(context);
        return services.reports.export(caller, input.roundId, input.format);
      }),
    },

    trail: { list: base.trail.list.handler(({ context, input }) => signed(context).services.trail.list(input)) },
  });
}

/** The contract's `roles` of a call, held against whoever is signed in. Throws a Refusal. */
function refuseByRole(meta: CallMeta, { state }: Session): void {
  if (meta.roles === 'anyone') return;
  if (state.status !== 'open') throw notOpen(state);
  if (meta.roles === 'member') return;
  const mine = new Set<Role>(state.caller.roles);
  if (!meta.roles.some((role) => mine.has(role))) {
    throw new Refusal('NOT_ALLOWED', 'Your role does not allow this.', 'Ask the QA lead of your panel.');
  }
}

function notOpen(state: SessionState): Refusal {
  return state.status === 'locked'
    ? new Refusal('WORKSPACE_LOCKED', 'The workspace is locked.', 'Unlock it with its passphrase.')
    : new Refusal('NO_WORKSPACE', 'No workspace is open.', 'Open one, or create a new one.');
}
