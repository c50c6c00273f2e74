import type { DocumentModel } from '../../shared/domain/document-model.ts';

/** What the reader could not take from the file, or wants a person to know of it. */
export function ReaderRemarks({ model }: { model: DocumentModel }) {
  const { warnings } = model;
  if (warnings.length === 0) return null;
  return (
    <details className="viewer__remarks">
      <summary>
        {warnings.length === 1 ? 'A remark' : `${warnings.length} remarks`} on how this document was read
      </summary>
      <ul className="list">
        {warnings.map(({ code, message, page }) => (
          <li key={`${code} ${page ?? ''} ${message}`}>
            {message}
            {page === undefined ? '' : ` (page ${page})`}
          </li>
        ))}
      </ul>
    </details>
  );
}
