import { createORPCClient } from '@orpc/client';
import type { ClientContext, ClientLink } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../shared/contract/contract.ts';
import { getHost } from '../host/host.ts';

/** Waits for the host's connection once, at the first call. */
const link: ClientLink<ClientContext> = {
  async call(path, input, options) {
    const host = await getHost();
    return host.link.call(path, input, options);
  },
};

/** Every call of the contract, as a function. For streams and one-off calls; screens use `api`. */
export const client: ContractRouterClient<Contract> = createORPCClient(link);

/** Every call of the contract as query and mutation options: `useQuery(api.plans.queue.queryOptions())`. */
export const api = createTanstackQueryUtils(client);
