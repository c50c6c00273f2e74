import type { DocumentSummary } from '../../../shared/contract/plans.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';

/** Which version stands on which side. */
export function VersionNames({
  earlier,
  later,
  names,
}: {
  earlier: DocumentSummary;
  later: DocumentSummary;
  names: { earlier: string; later: string };
}) {
  return (
    <div className="version-names">
      <VersionName name={names.earlier} document={earlier} />
      <VersionName name={names.later} document={later} />
    </div>
  );
}

function VersionName({ name, document }: { name: string; document: DocumentSummary }) {
  return (
    <p className="version-name">
      <strong>{name}</strong>{' '}
      <span className="soft small">
        {document.issuedOn === null ? '' : `issued ${formatDate(document.issuedOn)} · `}
        {document.fileName}
      </span>
    </p>
  );
}
