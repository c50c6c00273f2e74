/** What only a host can do for the backend. Everything else is the same in every host. */
export interface HostShell {
  host: 'desktop' | 'local' | 'command_line';
  /** Asks for a workspace file with the system's own dialog; absent where the host has none. */
  chooseWorkspaceFile?: () => Promise<string | null>;
  /** A caller asked for a workspace that another caller holds: bring that one's window to the front. */
  showSession?: (sessionId: string) => void;
  /** Prints a page that needs nothing else, as a tagged PDF with an outline; absent where the host cannot. */
  printPdf?: (html: string) => Promise<Uint8Array>;
}
