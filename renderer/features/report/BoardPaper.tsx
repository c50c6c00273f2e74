import { useIsMutating, useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { getHost } from '../../host/host.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { OutWithLater } from './OutWithLater.tsx';
import type { ReportChoice } from './report-choice.ts';

/** One press from figures to the board's paper: keeps the report as it stands, and gives it out as a Word document. */
export function BoardPaper({
  choice,
  areWordsRead = false,
  onEarlier,
  children,
}: {
  choice: ReportChoice;
  areWordsRead?: boolean;
  /** Leads to the earlier reports, from where they are not in sight. */
  onEarlier?: () => void;
  children?: ReactNode;
}) {
  const { halfTermId, edition } = choice;
  const additions = useQuery(api.reports.additions.queryOptions({ input: { halfTermId, edition } }));
  const freeze = useMutation(api.reports.freeze.mutationOptions());
  // Words that are just being saved are to be in it.
  const isSaving = useIsMutating({ mutationKey: api.reports.saveWords.mutationKey() }) > 0;
  const exportFrozen = useMutation(api.reports.exportFrozen.mutationOptions());
  const error = freeze.error ?? exportFrozen.error;

  async function make(): Promise<void> {
    freeze.reset();
    exportFrozen.reset();
    const { snapshot } = await freeze.mutateAsync({ ...choice, areWordsRead });
    const file = await exportFrozen.mutateAsync({ snapshotId: snapshot.id, format: 'docx' });
    (await getHost()).saveFile(file);
  }

  if (additions.data?.isOutWithLater === true) return <OutWithLater onEarlier={onEarlier} />;
  return (
    <div className="stack-tight">
      <div className="row">
        <Button
          look="primary"
          icon={<Icon name="download" />}
          isBusy={isSaving || freeze.isPending || exportFrozen.isPending}
          onClick={() => {
            // What was refused is shown under the button.
            make().catch(() => undefined);
          }}
        >
          {exportFrozen.isPending ? 'Making the Word document…' : 'Freeze and export to Word'}
        </Button>
        {children}
      </div>
      <output className="soft">
        {exportFrozen.data === undefined ? '' : `The report is frozen, and ${exportFrozen.data.name} is ready.`}
      </output>
      {error === null ? null : <Failed error={error} />}
    </div>
  );
}
