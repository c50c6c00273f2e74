import { implement, type ImplementerInternalWithMiddlewares } from '@orpc/server';
import { type Contract, contract } from '../../../shared/contract/contract.ts';
import type { CallMeta, Role } from '../../../shared/contract/meta.ts';
import { asContractError, mapIteratorErrors } from '../call-errors.ts';
import type { Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { type CallContext, isUnlocked, type Session, type SessionState, type UnlockedState } from '../session.ts';

/** What `member` adds for calls that need an open workspace. */
export interface SignedIn {
  state: Extract<SessionState, { status: 'open' }>;
  services: Services;
  caller: Caller;
}

/** What `unlocked` adds for calls that serve whoever stands before the open workspace. */
export interface AtDoor {
  state: UnlockedState;
  services: Services;
}

export interface CallBuilders {
  anyone: ImplementerInternalWithMiddlewares<Contract, CallContext, CallContext>;
  unlocked: ImplementerInternalWithMiddlewares<Contract, CallContext, CallContext & AtDoor>;
  member: ImplementerInternalWithMiddlewares<Contract, CallContext, CallContext & SignedIn>;
}

/**
 * What every call is built on: errors put into the contract's words, then the contract's `roles` of the call held
 * against whoever is signed in. `anyone` serves calls that need no open workspace; `unlocked` adds an open workspace's
 * services, `member` the signed-in caller as well, and masks what a parent carer representative is answered.
 */
export function createCallBuilders(log: (line: string) => void): CallBuilders {
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

  const anyone = os.use(inContractErrors).use(({ context, next, procedure }) => {
    refuseByRole(procedure['~orpc'].meta, context.session);
    return next({});
  });

  const unlocked = anyone.use(({ context, next }) => {
    const { state } = context.session;
    if (!isUnlocked(state)) throw notOpen(state);
    return next({ context: { state, services: state.services } });
  });

  const member = anyone.use(async ({ context, next, path }, input: unknown) => {
    const { state } = context.session;
    if (state.status !== 'open') throw notOpen(state);
    const { services, caller } = state;
    const serve = () => Promise.resolve(next({ context: { state, services, caller } }));
    if (!services.representatives.isFor(caller)) return serve();
    return services.representatives.answer(caller, { path, input }, serve, async (served, mask) => ({
      ...served,
      output: await mask(served.output),
    }));
  });

  return { anyone, unlocked, member };
}

/** The contract's `roles` of a call, held against whoever is signed in. Throws a Refusal. */
function refuseByRole(meta: CallMeta, { state }: Session): void {
  if (meta.roles === 'anyone') return;
  if (meta.roles === 'unlocked' && isUnlocked(state)) return;
  if (state.status !== 'open') throw notOpen(state);
  if (meta.roles === 'member' || meta.roles === 'unlocked') return;
  const mine = new Set<Role>(state.caller.roles);
  if (!meta.roles.some((role) => mine.has(role))) {
    throw new Refusal('NOT_ALLOWED', 'Your role does not allow this.', 'Ask the QA lead of your panel.');
  }
}

function notOpen(state: SessionState): Refusal {
  if (state.status === 'signed_out') {
    return new Refusal('NOT_SIGNED_IN', 'Nobody has signed in.', 'Choose your name and type your PIN.');
  }
  return state.status === 'locked'
    ? new Refusal('WORKSPACE_LOCKED', 'The workspace is locked.', 'Unlock it with its passphrase.')
    : new Refusal('NO_WORKSPACE', 'No workspace is open.', 'Open one, or create a new one.');
}
