import { useMemo } from 'react';
import { frontDetails, printReport, subtitleOf } from '../../../shared/domain/report/print-report.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { useIsDark } from '../../ui/use-is-dark.ts';
import { ReportBlocks, sections } from './ReportBlocks.tsx';

/** The report's words and figures as the exported files have them, with its parts beside it to jump to. */
export function ReportPreview({ report }: { report: PartnershipReport }) {
  const palette = useIsDark() ? 'dark' : 'light';
  const blocks = useMemo(() => printReport(report, palette), [report, palette]);
  return (
    <div className="report-layout">
      <nav className="report-layout__parts" aria-label="Parts of the report">
        <ol className="list-plain">
          {sections(blocks).map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                className="link"
                onClick={() => {
                  document.getElementById(id)?.focus();
                }}
              >
                {title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <article className="report-sheet" aria-label="The report">
        <header className="report-sheet__head">
          <p className="report-sheet__marking">{report.marking}</p>
          <p className="report-sheet__partnership">{subtitleOf(report)}</p>
          <dl className="report-sheet__facts">
            {frontDetails(report).map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </header>
        <ReportBlocks blocks={blocks} />
      </article>
    </div>
  );
}
