import { useQuery } from '@tanstack/react-query';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { ThreadScreen } from './ThreadScreen.tsx';
import './thread.css';

/** The golden thread of one version of a plan. */
export function ThreadPage({ documentId }: { documentId: string }) {
  // Sections may have been corrected, and audits submitted, since it was last looked at.
  const thread = useQuery(api.threads.get.queryOptions({ input: { documentId }, staleTime: 0 }));
  return (
    <Asked query={thread} loading="Reading the golden thread">
      {(found) => <ThreadScreen thread={found} />}
    </Asked>
  );
}
