import { useMutation } from '@tanstack/react-query';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { getHost } from '../../host/host.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** Makes the report as a file and gives it to the person to keep. */
export function ExportButtons({ roundId }: { roundId: string }) {
  const make = useMutation(
    api.reports.export.mutationOptions({
      onSuccess: async (file) => {
        const host = await getHost();
        host.saveFile(file);
        showToast(`${file.name} is ready.`);
      },
    }),
  );
  const format = make.isPending ? make.variables.format : null;
  return (
    <div className="stack-tight">
      <div className="row">
        <Button
          look="primary"
          icon={<Icon name="download" />}
          isBusy={make.isPending}
          onClick={() => {
            make.mutate({ roundId, format: 'docx' });
          }}
        >
          {format === 'docx' ? 'Making the Word document…' : 'Export to Word'}
        </Button>
        <Button
          icon={<Icon name="download" />}
          isBusy={make.isPending}
          onClick={() => {
            make.mutate({ roundId, format: 'html' });
          }}
        >
          {format === 'html' ? 'Making the web page…' : 'Export to HTML'}
        </Button>
      </div>
      {make.isError ? <Failed error={make.error} /> : null}
    </div>
  );
}
