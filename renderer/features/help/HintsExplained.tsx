import { useQuery } from '@tanstack/react-query';
import { assistsOf } from '../../../shared/domain/rubric/assists.ts';
import { HINT_SOURCES } from '../../../shared/domain/hint-sources.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';

/** What each kind of hint means, as the standards in use word it, and what a hint never does. */
export function HintsExplained() {
  const stored = useQuery(api.rubrics.current.queryOptions({ staleTime: Infinity }));
  return (
    <section className="stack" aria-labelledby="hints-heading">
      <h2 id="hints-heading">What each hint means</h2>
      <p>
        Beside a criterion stands what Goldthread noticed in the plan, with the words seen, the rule and where the rule
        comes from. A hint never fills in an answer: <strong>hints point; people judge.</strong> No hint does not mean
        that all is well, and a hint may be wrong. Use its words as evidence, pass it over, or dismiss it with a reason;
        a dismissed hint stays out of sight where the same words come again in that plan, and can be taken back.
      </p>
      <Asked query={stored} loading="Reading the standards">
        {({ rubric }) => (
          <dl className="help__hints">
            {assistsOf(rubric).items.map(({ id, label, description }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>
                  {description}
                  <SourcesOf assist={id} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Asked>
    </section>
  );
}

/** The law, guidance or case that a kind of hint rests on; nothing for one that the area's own standards added. */
function SourcesOf({ assist }: { assist: string }) {
  const sources = HINT_SOURCES[assist];
  return sources === undefined ? null : <span className="help__source soft small">{sources.join('; ')}</span>;
}
