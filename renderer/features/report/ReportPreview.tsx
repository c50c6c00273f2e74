import { type ReactNode, useMemo } from 'react';
import { printReport } from '../../../shared/domain/report/print-report.ts';
import { frontDetails, subtitleOf } from '../../../shared/domain/report/report-front.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { useIsDark } from '../../ui/use-is-dark.ts';
import { ReportBlocks, sectionsOf } from './ReportBlocks.tsx';

/**
 * The report's words and figures as the exported files have them, with its parts beside it to jump to. With `heads`,
 * something else stands where a person's own words would, at the head of each part.
 */
export function ReportPreview({
  report,
  label = 'The report',
  heads,
}: {
  report: PartnershipReport;
  label?: string;
  /** By part. */
  heads?: ReadonlyMap<string, ReactNode>;
}) {
  const palette = useIsDark() ? 'dark' : 'light';
  const isEdited = heads !== undefined;
  const sections = useMemo(
    // Words can be written for a part that has nothing else yet.
    () => sectionsOf(printReport(isEdited ? withoutWords(report) : report, palette, { hasEmptyParts: isEdited })),
    [report, palette, isEdited],
  );
  return (
    <div className="report-layout">
      <nav className="report-layout__parts" aria-label="Parts of the report">
        <ol className="list-plain">
          {sections.map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                className="link-button"
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
      <article className="report-sheet" aria-label={label}>
        <header className="report-sheet__head">
          <p className="report-sheet__marking">{report.marking}</p>
          <p className="report-sheet__partnership">{subtitleOf(report)}</p>
          <dl className="report-sheet__facts">
            {frontDetails(report).map((detail) => (
              <div key={detail.label}>
                <dt>{detail.label}</dt>
                <dd>{detail.value}</dd>
              </div>
            ))}
          </dl>
        </header>
        <ReportBlocks sections={sections} heads={heads} />
      </article>
    </div>
  );
}

function withoutWords(report: PartnershipReport): PartnershipReport {
  return {
    ...report,
    parts: report.parts.map((part) => ({ ...part, blocks: part.blocks.filter(({ kind }) => kind !== 'words') })),
  };
}
