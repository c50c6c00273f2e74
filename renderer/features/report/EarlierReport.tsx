import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Snapshot } from '../../../shared/contract/reports.ts';
import { changesInWords } from '../../../shared/domain/report/changes-since.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { ConfirmDialog, Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { ExportButtons } from './ExportButtons.tsx';
import { EDITION_WORDS } from './report-choice.ts';
import { ReportPreview } from './ReportPreview.tsx';

/** So many signs of the digest tell two reports apart at a glance. */
const SHORT_DIGEST = 12;

/** A frozen report: given out again, looked at, held against today, withdrawn. */
export function EarlierReport({ snapshot }: { snapshot: Snapshot }) {
  const { id: snapshotId, withdrawn } = snapshot;
  const [view, setView] = useState<'report' | 'changes' | 'withdraw' | null>(null);
  const exporting = useMutation(api.reports.exportFrozen.mutationOptions());
  const name = `${snapshot.halfTermName}, ${EDITION_WORDS[snapshot.edition].toLowerCase()}`;
  const heading = `earlier-${snapshotId}`;
  const close = () => {
    setView(null);
  };
  return (
    <li className="panel stack-tight">
      <h3 id={heading}>
        {name}
        {withdrawn === null ? null : ' – withdrawn'}
      </h3>
      <p className="soft small">
        Frozen on {formatDateTime(snapshot.frozenAt)} by {snapshot.frozenBy}.{' '}
        {snapshot.rubrics.map(({ title, version }) => `${title}, version ${version}`).join('; ')}. SHA-256 begins{' '}
        <code title={snapshot.digest}>{snapshot.digest.slice(0, SHORT_DIGEST)}</code>.
      </p>
      {withdrawn === null ? (
        <ExportButtons
          label={`Export ${name}`}
          isMain={false}
          make={(format) => exporting.mutateAsync({ snapshotId, format })}
        />
      ) : (
        <p>
          Withdrawn by {withdrawn.by} on {formatDateTime(withdrawn.at)}: {withdrawn.reason}
        </p>
      )}
      <div className="row">
        <Button size="small" aria-describedby={heading} onClick={() => setView('report')}>
          Look at it
        </Button>
        <Button size="small" aria-describedby={heading} onClick={() => setView('changes')}>
          What has changed since
        </Button>
        {withdrawn === null ? (
          <Button size="small" look="quiet" aria-describedby={heading} onClick={() => setView('withdraw')}>
            Withdraw…
          </Button>
        ) : null}
      </div>
      <Dialog isOpen={view === 'report'} onClose={close} title={name} size="wide">
        <Frozen snapshotId={snapshotId} />
      </Dialog>
      <Dialog isOpen={view === 'changes'} onClose={close} title={`What has changed since: ${name}`} size="wide">
        <Changes snapshotId={snapshotId} />
      </Dialog>
      {view === 'withdraw' ? <Withdraw snapshot={snapshot} name={name} onClose={close} /> : null}
    </li>
  );
}

function Frozen({ snapshotId }: { snapshotId: string }) {
  const report = useQuery(api.reports.frozen.queryOptions({ input: { snapshotId } }));
  return (
    <Asked query={report} loading="Reading the frozen report">
      {(model) => <ReportPreview report={model} label="The frozen report" />}
    </Asked>
  );
}

function Changes({ snapshotId }: { snapshotId: string }) {
  const changes = useQuery(api.reports.changesSince.queryOptions({ input: { snapshotId } }));
  return (
    <Asked query={changes} loading="Counting again">
      {(list) => (
        <>
          <p>{changesInWords(list)}</p>
          {list.map(({ tableId, caption, lines }) => (
            <section key={tableId} className="stack-tight" aria-labelledby={`change-${tableId}`}>
              <h3 id={`change-${tableId}`}>{caption}</h3>
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </Asked>
  );
}

function Withdraw({ snapshot, name, onClose }: { snapshot: Snapshot; name: string; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const withdraw = useMutation(api.reports.withdraw.mutationOptions());
  const isTooShort = reason.trim().length < 3;
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={`Withdraw ${name}?`}
      confirmLabel="Withdraw the report"
      isBusy={withdraw.isPending}
      onCancel={onClose}
      onConfirm={() => {
        setIsAsked(true);
        if (isTooShort) return;
        withdraw.mutate(
          { snapshotId: snapshot.id, reason: reason.trim() },
          {
            onSuccess: () => {
              onClose();
              showToast('The report is withdrawn.');
            },
          },
        );
      }}
    >
      <p>
        It stays here, marked as withdrawn, and is not given out again.
        {snapshot.edition === 'publishable'
          ? ' Where it was exported, or a board reader has seen it, later reports go on hiding what could be worked out from it.'
          : ''}
      </p>
      <TextArea
        label="Why"
        maxLength={500}
        value={reason}
        error={isAsked && isTooShort ? 'Say in a few words why it no longer stands.' : undefined}
        onChange={({ target }) => {
          setReason(target.value);
        }}
      />
      {withdraw.isError ? <Failed error={withdraw.error} /> : null}
    </ConfirmDialog>
  );
}
