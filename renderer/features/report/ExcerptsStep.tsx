import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { ExcerptCard } from './ExcerptCard.tsx';
import type { ReportChoice } from './report-choice.ts';

/** Quotes from plans for the part on themes: chosen from auditors' evidence, masked, shortened, read and ticked. */
export function ExcerptsStep({ choice }: { choice: ReportChoice }) {
  const { halfTermId, edition } = choice;
  const [isLooking, setIsLooking] = useState(false);
  const additions = useQuery(api.reports.additions.queryOptions({ input: { halfTermId, edition } }));
  return (
    <div className="excerpts">
      <section className="stack" aria-labelledby="chosen-heading">
        <h2 id="chosen-heading">In the report</h2>
        <Asked query={additions} loading="Reading the excerpts">
          {({ excerpts }) =>
            excerpts.length === 0 ? (
              <p>No excerpt is chosen. A few that show good practice, and what is to be mended, make figures speak.</p>
            ) : (
              <ul className="list-plain stack">
                {excerpts.map((excerpt) => (
                  <ExcerptCard key={excerpt.id} excerpt={excerpt} />
                ))}
              </ul>
            )
          }
        </Asked>
      </section>
      <section className="stack" aria-labelledby="evidence-heading">
        <h2 id="evidence-heading">Auditors’ evidence</h2>
        {isLooking ? (
          <EvidenceList halfTermId={halfTermId} />
        ) : (
          <>
            <p>
              Quotes that auditors put down, with names, dates of birth, settings and places masked by rules. Looking at
              them shows what auditors found: their audits can then no longer be reopened.
            </p>
            <div className="row">
              <Button
                look="primary"
                onClick={() => {
                  setIsLooking(true);
                }}
              >
                Look through the evidence
              </Button>
            </div>
          </>
        )}
      </section>
    </div>
  );
}
