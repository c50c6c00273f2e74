import { useQuery } from '@tanstack/react-query';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { getHost } from '../../host/host.ts';
import { CompareScreen } from './CompareScreen.tsx';

/** What changed from one version of a plan to a later one. */
export function ComparePage({ earlierId, laterId }: { earlierId: string; laterId: string }) {
  const earlier = useQuery(api.documents.get.queryOptions({ input: { documentId: earlierId } }));
  const later = useQuery(api.documents.get.queryOptions({ input: { documentId: laterId } }));
  const comparison = useQuery(api.comparisons.get.queryOptions({ input: { earlierId, laterId } }));
  const rubric = useQuery(api.rubrics.current.queryOptions());
  const host = useQuery({ queryKey: ['host'], queryFn: getHost, staleTime: Number.POSITIVE_INFINITY });
  return (
    <Asked query={earlier} loading="Opening the earlier version">
      {(before) => (
        <Asked query={later} loading="Opening the later version">
          {(after) => (
            <Asked query={rubric} loading="Opening the standards">
              {(stored) => (
                <Asked query={comparison} loading="Comparing the two versions">
                  {(compared) =>
                    host.data === undefined ? null : (
                      <CompareScreen
                        earlier={before}
                        later={after}
                        comparison={compared}
                        sections={stored.rubric.sections}
                        urlOf={host.data.documentUrl}
                      />
                    )
                  }
                </Asked>
              )}
            </Asked>
          )}
        </Asked>
      )}
    </Asked>
  );
}
