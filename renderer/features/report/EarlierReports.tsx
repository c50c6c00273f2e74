import { useQuery } from '@tanstack/react-query';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { EarlierReport } from './EarlierReport.tsx';

/** Reports that were frozen, the newest first. */
export function EarlierReports() {
  const earlier = useQuery(api.reports.earlier.queryOptions());
  return (
    <section className="stack" aria-labelledby="earlier-heading">
      <h2 id="earlier-heading">Earlier reports</h2>
      <Asked query={earlier} loading="Looking for frozen reports">
        {(snapshots) =>
          snapshots.length === 0 ? (
            <p className="soft">No report is frozen yet.</p>
          ) : (
            <ul className="list-plain stack">
              {snapshots.map((snapshot) => (
                <EarlierReport key={snapshot.id} snapshot={snapshot} />
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  );
}
