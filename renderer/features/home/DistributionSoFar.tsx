import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { GradeBadge } from '../../ui/GradeBadge.tsx';
import { countedWords } from './so-far-words.ts';

/** The grades so far, population by population, as far as they may be looked at in passing. */
export function DistributionSoFar({ roundId }: { roundId: string }) {
  const mayReport = useHasRole('qa_lead', 'chair');
  const time = useQuery(api.audits.timeTaken.queryOptions({ input: { roundId }, enabled: mayReport }));
  const grades = useQuery(api.reports.soFar.queryOptions({ input: { roundId }, enabled: mayReport }));
  if (!mayReport) return null;
  return (
    <section className="stack" aria-labelledby="so-far-heading">
      <div className="row row--apart">
        <h2 id="so-far-heading">Grades so far</h2>
        <Link href="/report">The whole report</Link>
      </div>
      <Asked query={grades} loading="Counting">
        {({ populations, gradeScale, atATime }) =>
          populations.length === 0 ? (
            <p className="soft">No plan has been submitted by all who were asked.</p>
          ) : (
            <div className="so-far">
              {populations.map((population) => (
                <div key={population.id} className="panel stack-tight">
                  <h3>{population.label}</h3>
                  {population.counted === 0 ? null : (
                    <dl className="so-far__grades">
                      {gradeScale.map(({ id }) => (
                        <div key={id} className="so-far__row">
                          <dt>
                            <GradeBadge grade={id} scale={gradeScale} />
                          </dt>
                          <dd>{population.grades.find(({ grade }) => grade === id)?.count ?? 0}</dd>
                        </div>
                      ))}
                    </dl>
                  )}
                  <p className="small soft">{countedWords(population, atATime)}</p>
                </div>
              ))}
            </div>
          )
        }
      </Asked>
      {time.data === undefined || time.data.medianSeconds === null ? null : (
        <p className="small soft">
          Half of the {time.data.audits} audits took {Math.round(time.data.medianSeconds / 60)} minutes or less.
        </p>
      )}
    </section>
  );
}
