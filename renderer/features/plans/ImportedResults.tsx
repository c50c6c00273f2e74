import { useQuery } from '@tanstack/react-query';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';

/** What another tool graded of this plan: shown as such, and counted nowhere. */
export function ImportedResults({ planId }: { planId: string }) {
  const results = useQuery(api.register.results.queryOptions({ input: { planId } }));
  return (
    <Asked query={results}>
      {(list) =>
        list.length === 0 ? null : (
          <section className="panel stack" aria-labelledby="imported-heading">
            <h2 id="imported-heading">Imported results</h2>
            <p className="soft small">Graded with another tool and its own standards; in no report of Goldthread.</p>
            {list.map(({ id, gradedOn, overall, grades }) => (
              <div key={id} className="stack-tight">
                <h3>
                  {gradedOn === null ? 'Without a date' : formatDate(gradedOn)}
                  {overall === null ? '' : `: ${overall}`}
                </h3>
                {grades.length === 0 ? null : (
                  <dl className="document-card__facts">
                    {grades.map(({ section, grade }) => (
                      <div key={section} className="plan-fact">
                        <dt>{section}</dt>
                        <dd>{grade}</dd>
                      </div>
                    ))}
                  </dl>
                )}
              </div>
            ))}
          </section>
        )
      }
    </Asked>
  );
}
