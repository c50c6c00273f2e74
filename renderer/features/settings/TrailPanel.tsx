import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Loading } from '../../ui/Progress.tsx';
import { Table } from '../../ui/Table.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { detailWords } from './trail-detail.ts';
import { trailWords } from './trail-words.ts';

const PAGE = 50;

/** Who did what, newest first. It can be added to and never changed; it holds codes, not names or a plan's words. */
export function TrailPanel() {
  const people = useQuery(api.people.list.queryOptions());
  const trail = useInfiniteQuery(
    api.trail.list.infiniteOptions({
      input: (before: number | null) => ({ before, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => {
        const last = page.entries.at(-1);
        return last === undefined || last.sequence === 1 ? undefined : last.sequence;
      },
    }),
  );
  const names = new Map((people.data ?? []).map((person) => [person.id, person.name]));
  if (trail.data === undefined) {
    return trail.isError ? (
      <Failed error={trail.error} onRetry={() => void trail.refetch()} />
    ) : (
      <Loading label="Reading the trail" />
    );
  }
  const entries = trail.data.pages.flatMap((page) => page.entries);
  const total = trail.data.pages[0]?.total ?? 0;
  return (
    <div className="stack">
      <p className="soft">
        Everything that was done in this workspace, newest first. Each entry is chained to the one before, so none can
        be changed or taken out unseen. It holds no names of children and none of a plan’s words.
      </p>
      <Table caption={`${entries.length} of ${total} entries`}>
        <thead>
          <tr>
            <th scope="col" className="table__number">
              No.
            </th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Detail</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.sequence}>
              <td className="table__number">{entry.sequence}</td>
              <td className="trail__when">{formatDateTime(entry.at)}</td>
              <td>
                {entry.personId === null ? 'Goldthread' : (names.get(entry.personId) ?? 'Someone no longer here')}
              </td>
              <td>{trailWords(entry.action)}</td>
              <td className="trail__detail">{detailWords(entry.detail)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {trail.isError ? <Failed error={trail.error} /> : null}
      {trail.hasNextPage ? (
        <Button isBusy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
          Show earlier entries
        </Button>
      ) : null}
    </div>
  );
}
