import type { PinReset } from '../../shared/contract/person.ts';
import type { Caller } from './caller.ts';
import type { Services } from './services.ts';
import type { OpenWorkspace } from './workspace/open-workspace.ts';

export type SessionState =
  | { status: 'none' }
  | { status: 'locked'; path: string; reason: 'by_hand' | 'idle' }
  | { status: 'signed_out'; workspace: OpenWorkspace; services: Services }
  | {
      status: 'open';
      workspace: OpenWorkspace;
      services: Services;
      caller: Caller;
      /** What the caller is told in this sitting, and then no more. */
      pinReset: PinReset | null;
    };

/** A workspace is unlocked, whether or not anyone has signed in to it. */
export type UnlockedState = Extract<SessionState, { services: Services }>;

export function isUnlocked(state: SessionState): state is UnlockedState {
  return state.status === 'open' || state.status === 'signed_out';
}

/** One caller: a window, a browser tab with its token, a command. At most one workspace is open in it. */
export interface Session {
  readonly id: string;
  state: SessionState;
}

/** What every call is served with. */
export interface CallContext {
  session: Session;
}
