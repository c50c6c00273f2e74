import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

/**
 * Waits until the tray has been read again after a filing. Until then the next document is still suggested as if the
 * plan just made were not in the register, and filing it so would be refused: a filing is over only after this.
 */
export async function trayReadAnew(client: QueryClient): Promise<void> {
  // The filing itself has set off the reading; this one joins it.
  await client.invalidateQueries({ queryKey: api.documents.tray.key() }, { cancelRefetch: false });
}
