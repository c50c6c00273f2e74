import type { OpenWorkspace } from './workspace/open-workspace.ts';

/** One caller: a window, a browser tab with its token, a command. At most one workspace is open in it. */
export interface Session {
  readonly id: string;
  state:
    | { status: 'none' }
    | { status: 'locked'; path: string; reason: 'by_hand' | 'idle' }
    | { status: 'open'; workspace: OpenWorkspace; personId: string };
}
