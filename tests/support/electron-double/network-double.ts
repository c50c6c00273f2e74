import { EventEmitter } from 'node:events';

type Answer = (request: Request) => Promise<Response>;
type BeforeRequest = (details: { url: string }, decide: (response: { cancel?: boolean }) => void) => void;
type Permit = (contents: unknown, permission: string, decide: (isGranted: boolean) => void) => void;

/** One network session: keeps what was set on it, and asks it as Chromium would. */
export class NetworkSession extends EventEmitter {
  readonly partition: string;
  readonly cache: boolean;
  isSpellChecked = true;
  #schemes = new Map<string, Answer>();
  #beforeRequest: BeforeRequest | undefined;
  #permissionRequest: Permit | undefined;
  #permissionCheck: ((contents: unknown, permission: string) => boolean) | undefined;
  #device: (() => boolean) | undefined;

  constructor(partition: string, cache: boolean) {
    super();
    this.partition = partition;
    this.cache = cache;
  }

  readonly protocol = {
    handle: (scheme: string, answer: Answer) => {
      if (this.#schemes.has(scheme)) throw new Error(`The scheme ${scheme} has been intercepted`);
      this.#schemes.set(scheme, answer);
    },
  };

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      this.#beforeRequest = listener;
    },
  };

  setPermissionRequestHandler(handler: Permit): void {
    this.#permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void {
    this.#permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.#device = handler;
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.isSpellChecked = isEnabled;
  }

  /** Asks for an address as the page would: refused, unknown, or answered by the scheme's handler. */
  request(url: string, init?: RequestInit): Promise<Response> {
    if (this.isCancelled(url)) return Promise.reject(new Error('net::ERR_BLOCKED_BY_CLIENT'));
    const answer = this.#schemes.get(url.split(':', 1)[0] ?? '');
    if (!answer) return Promise.reject(new Error('net::ERR_UNKNOWN_URL_SCHEME'));
    const request = new Request('app://goldthread/', init);
    // Chromium hands over addresses that Node's own parser would have tidied.
    Object.defineProperty(request, 'url', { value: url });
    return answer(request);
  }

  /** Electron grants whatever nobody refuses. */
  isCancelled(url: string): boolean {
    let isCancelled = false;
    this.#beforeRequest?.({ url }, ({ cancel }) => (isCancelled = cancel === true));
    return isCancelled;
  }

  grants(permission: string): { onRequest: boolean; onCheck: boolean; device: boolean } {
    let onRequest = true;
    this.#permissionRequest?.(null, permission, (isGranted) => (onRequest = isGranted));
    return {
      onRequest,
      onCheck: this.#permissionCheck?.(null, permission) ?? true,
      device: this.#device?.() ?? true,
    };
  }
}

const partitions = new Map<string, NetworkSession>();

export const session = {
  fromPartition(partition: string, { cache = true }: { cache?: boolean } = {}): NetworkSession {
    const known = partitions.get(partition);
    if (known) return known;
    const made = new NetworkSession(partition, cache);
    partitions.set(partition, made);
    return made;
  },
};
