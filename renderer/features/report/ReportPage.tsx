import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import './report.css';

/** The half-term's report as it will read, and the ways to take it away. */
export function ReportPage() {
  const mayReport = useHasRole('qa_lead', 'chair');
  const round = useQuery(api.rounds.current.queryOptions());
  const roundId = round.data?.id;
  const report = useQuery(
    api.reports.preview.queryOptions({
      input: { roundId: roundId ?? '' },
      enabled: mayReport && roundId !== undefined,
    }),
  );
  const hasGradings = (report.data?.sample.submitted ?? 0) > 0;
  return (
    <div className="page">
      <PageHeader
        title="Report"
        actions={hasGradings && roundId !== undefined ? <ExportButtons roundId={roundId} /> : undefined}
      >
        {report.data === undefined ? undefined : <p>{report.data.title}</p>}
      </PageHeader>
      {mayReport ? (
        <Asked query={report} loading="Counting the gradings">
          {(model) =>
            model.sample.submitted === 0 ? (
              <EmptyState
                title="Nothing to report yet"
                action={
                  model.sample.documents === 0 ? (
                    <Link href="/plans" className={buttonClass('primary')}>
                      Go to the plans
                    </Link>
                  ) : (
                    <Link href="/" className={buttonClass('primary')}>
                      Go to my queue
                    </Link>
                  )
                }
              >
                <p>
                  The report counts audits that have been submitted. {inRound(model.sample.documents)} Once the first is
                  submitted, its figures stand here.
                </p>
              </EmptyState>
            ) : (
              <ReportPreview model={model} />
            )
          }
        </Asked>
      ) : (
        <EmptyState title="The report is for the QA lead and the chair">
          <p>Ask one of them for a copy. Who holds which role stands in Settings.</p>
        </EmptyState>
      )}
    </div>
  );
}

function inRound(documents: number): string {
  if (documents === 0) return 'This round has no documents yet.';
  return documents === 1 ? 'This round has 1 document.' : `This round has ${documents} documents.`;
}
