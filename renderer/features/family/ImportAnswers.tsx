import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FeedbackPreview } from '../../../shared/contract/family-feedback.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import {
  FEEDBACK_COLUMNS,
  type FeedbackColumn,
  feedbackColumnLabel,
} from '../../../shared/domain/family/family-feedback-rows.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, Field, SelectField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';

const COLUMN_CHOICES = FEEDBACK_COLUMNS.map((value) => ({ value, label: feedbackColumnLabel(value) }));

/** A survey's table: its columns matched, what would come of its rows, and in with it. */
export function ImportAnswers({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [leaveOutWrong, setLeaveOutWrong] = useState(false);
  const preview = useMutation(api.familyFeedback.preview.mutationOptions());
  const undo = useMutation(api.familyFeedback.undoImport.mutationOptions());
  const bringIn = useMutation(
    api.familyFeedback.import.mutationOptions({
      onSuccess: ({ importId, added }) => {
        onClose();
        showToast(`${count(added, 'answer')} came in.`, () => {
          undo.mutate({ importId });
        });
      },
    }),
  );
  const table = preview.data;
  const isReady = table?.obstacle === null && table.counts.new > 0 && (table.counts.wrong === 0 || leaveOutWrong);
  return (
    <Dialog isOpen onClose={onClose} title="Import a survey" size="wide">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (file !== null && table !== undefined && isReady && !bringIn.isPending) {
            bringIn.mutate({ file, columns: table.columns, leaveOutWrong });
          }
        }}
      >
        <p className="soft">
          An Excel or CSV file with a plan reference, a day and an answer in each row. An answer is taken where it has
          the words of the scale.
        </p>
        <Field label="The table">
          {(control) => (
            <input
              type="file"
              accept=".csv,.xlsx"
              {...control}
              onChange={({ target }) => {
                const chosen = target.files?.[0] ?? null;
                setFile(chosen);
                if (chosen !== null) preview.mutate({ file: chosen, columns: null });
              }}
            />
          )}
        </Field>
        {preview.isError ? <Failed error={preview.error} /> : null}
        {table === undefined || file === null ? null : (
          <>
            <Columns
              table={table}
              onColumns={(columns) => {
                preview.mutate({ file, columns });
              }}
            />
            <Outcome table={table} />
            {table.counts.wrong > 0 && table.obstacle === null ? (
              <Checkbox
                label={`Leave out ${count(table.counts.wrong, 'row')} that cannot go in`}
                checked={leaveOutWrong}
                onChange={({ target }) => {
                  setLeaveOutWrong(target.checked);
                }}
              />
            ) : null}
          </>
        )}
        {bringIn.isError ? <Failed error={bringIn.error} /> : null}
        <div className="row">
          <Button
            type="submit"
            look="primary"
            aria-disabled={!isReady || undefined}
            isBusy={bringIn.isPending || preview.isPending}
          >
            {isReady ? `Import ${count(table.counts.new, 'answer')}` : 'Import'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

function Columns({
  table: { headers, columns },
  onColumns,
}: {
  table: FeedbackPreview;
  onColumns: (columns: (FeedbackColumn | null)[]) => void;
}) {
  // Two columns may have the same header.
  const keyed = headers.map((header, at) => ({ key: `${header} ${at}`, header, at }));
  return (
    <fieldset className="stack-tight">
      <legend>Columns</legend>
      <div className="form-grid">
        {keyed.map(({ key, header, at }) => (
          <SelectField
            key={key}
            label={header === '' ? `Column ${at + 1}` : header}
            emptyLabel="Leave out"
            choices={COLUMN_CHOICES}
            value={columns[at] ?? ''}
            onChange={({ target }) => {
              const chosen = FEEDBACK_COLUMNS.find((column) => column === target.value) ?? null;
              onColumns(columns.map((column, place) => (place === at ? chosen : column)));
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Outcome({ table: { counts, problems, obstacle } }: { table: FeedbackPreview }) {
  if (obstacle !== null) return <Notice tone="warning" title={obstacle} />;
  return (
    <div className="stack-tight">
      <p>
        {count(counts.new, 'new answer')}
        {counts.duplicate === 0 ? '' : `; ${counts.duplicate} there already or twice in the table`}
        {counts.wrong === 0 ? '' : `; ${counts.wrong} cannot go in`}.
      </p>
      {problems.length === 0 ? null : (
        <ul className="list">
          {problems.map(({ row, message }) => (
            <li key={row}>
              Row {row}: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
