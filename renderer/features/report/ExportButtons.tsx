import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReportFormat } from '../../../shared/contract/reports.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { getHost } from '../../host/host.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

const FORMATS: readonly { format: ReportFormat; label: string; busy: string }[] = [
  { format: 'docx', label: 'Export to Word', busy: 'Making the Word document…' },
  { format: 'pdf', label: 'PDF', busy: 'Printing the PDF…' },
  { format: 'html', label: 'Export to HTML', busy: 'Making the web page…' },
  { format: 'xlsx', label: 'Excel', busy: 'Making the workbook…' },
  { format: 'csv', label: 'CSV', busy: 'Making the CSV…' },
  { format: 'dictionary', label: 'CSV columns explained', busy: 'Making the list of columns…' },
];

/** Makes a report as a file and gives it to the person to keep. `label` tells which report, for whoever does not see it. */
export function ExportButtons({
  label,
  isMain,
  make,
}: {
  label: string;
  isMain: boolean;
  make: (format: ReportFormat) => Promise<File>;
}) {
  const info = useQuery(api.app.info.queryOptions());
  const [busy, setBusy] = useState<ReportFormat | null>(null);
  const [error, setError] = useState<unknown>(null);
  // Said here: a message in the corner would lie over the earlier reports.
  const [said, setSaid] = useState('');
  const isDesktop = info.data?.host === 'desktop';

  async function run(format: ReportFormat): Promise<void> {
    setBusy(format);
    setError(null);
    setSaid('');
    try {
      const file = await make(format);
      (await getHost()).saveFile(file);
      setSaid(`${file.name} is ready.`);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(null);
    }
  }

  return (
    <div className="stack-tight">
      <fieldset className="row plain-group">
        <legend className="visually-hidden">{label}</legend>
        {FORMATS.filter(({ format }) => format !== 'pdf' || isDesktop).map(({ format, label: words, busy: making }) => (
          <Button
            key={format}
            look={format === 'dictionary' ? 'quiet' : 'secondary'}
            size={isMain ? 'normal' : 'small'}
            icon={<Icon name="download" />}
            isBusy={busy !== null}
            onClick={() => {
              void run(format);
            }}
          >
            {busy === format ? making : words}
          </Button>
        ))}
      </fieldset>
      <output className="soft small">{said}</output>
      {isDesktop || !isMain ? null : (
        <p className="soft small">
          For a PDF, export to HTML, open the page in your browser, and print it to a PDF: it keeps its headings, its
          table headers and the pictures’ descriptions. The desktop application makes the PDF by itself.
        </p>
      )}
      {error === null ? null : <Failed error={error} />}
    </div>
  );
}
