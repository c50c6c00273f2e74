import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { GradeBadge } from '../../ui/GradeBadge.tsx';

/** The grades so far, population by population. Only shown to who has submitted everything, so that it sways nobody. */
export function DistributionSoFar({ roundId }: { roundId: string }) {
  const mayReport = useHasRole('qa_lead', 'chair');
  const time = useQuery(api.audits.timeTaken.queryOptions({ input: { roundId }, enabled: mayReport }));
  const report = useQuery(api.reports.preview.queryOptions({ input: { roundId }, enabled: mayReport }));
  if (!mayReport) return null;
  return (
    <section className="stack" aria-labelledby="so-far-heading">
      <div className="row row--apart">
        <h2 id="so-far-heading">Grades so far</h2>
        <Link href="/report">The whole report</Link>
      </div>
      <Asked query={report} loading="Counting">
        {(model) => (
          <div className="so-far">
            {model.populations.map((population) => (
              <div key={population.id} className="panel stack-tight">
                <h3>{population.label}</h3>
                <dl className="so-far__grades">
                  {population.distribution.grades.map((entry) => (
                    <div key={entry.grade} className="so-far__row">
                      <dt>
                        <GradeBadge grade={entry.grade} scale={model.gradeScale} />
                      </dt>
                      <dd>{entry.share.n}</dd>
                    </div>
                  ))}
                </dl>
                <p className="small soft">
                  {model.goodOrBetterLabel}: {population.distribution.goodOrBetter.words}
                </p>
              </div>
            ))}
          </div>
        )}
      </Asked>
      {time.data === undefined || time.data.medianSeconds === null ? null : (
        <p className="small soft">
          Half of the {time.data.audits} audits took {Math.round(time.data.medianSeconds / 60)} minutes or less.
        </p>
      )}
    </section>
  );
}
