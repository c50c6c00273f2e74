import { useMutation } from '@tanstack/react-query';
import type { ReportFormat } from '../../../shared/contract/reports.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { getHost } from '../../host/host.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showToast } from '../../ui/toast-store.ts';
import type { ReportChoice } from './report-choice.ts';

const FORMATS: readonly { format: ReportFormat; label: string; busy: string }[] = [
  { format: 'docx', label: 'Word', busy: 'Making the Word document…' },
  { format: 'html', label: 'HTML', busy: 'Making the web page…' },
  { format: 'xlsx', label: 'Excel', busy: 'Making the workbook…' },
  { format: 'csv', label: 'CSV', busy: 'Making the CSV…' },
  { format: 'dictionary', label: 'CSV columns explained', busy: 'Making the list of columns…' },
];

/** Makes the report as a file and gives it to the person to keep. */
export function ExportButtons({ choice }: { choice: ReportChoice }) {
  const make = useMutation(
    api.reports.export.mutationOptions({
      onSuccess: async (file) => {
        const host = await getHost();
        host.saveFile(file);
        showToast(`${file.name} is ready.`);
      },
    }),
  );
  const busy = make.isPending ? make.variables.format : null;
  return (
    <div className="stack-tight">
      <div className="row" role="group" aria-label="Export the report">
        {FORMATS.map(({ format, label, busy: words }, at) => (
          <Button
            key={format}
            look={at === 0 ? 'primary' : format === 'dictionary' ? 'quiet' : 'secondary'}
            icon={<Icon name="download" />}
            isBusy={make.isPending}
            onClick={() => {
              make.mutate({ ...choice, format });
            }}
          >
            {busy === format ? words : at === 0 ? `Export to ${label}` : label}
          </Button>
        ))}
      </div>
      {make.isError ? <Failed error={make.error} /> : null}
    </div>
  );
}
