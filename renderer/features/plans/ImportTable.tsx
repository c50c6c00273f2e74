import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Preview, Upload } from '../../../shared/contract/register.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api, client } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup, SelectField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportRows, type Mend } from './ImportRows.tsx';

type State = Preview['rows'][number]['state'];
type Shown = 'all' | 'differing' | State;

/** Rows shown at a time: as many as a person looks through. */
const SHOWN = 25;

/** A table on its way in: which column is what, what becomes of each row, and the one button that does it. */
export function ImportTable({
  upload,
  onUpload,
  onLeave,
}: {
  upload: Upload;
  onUpload: (upload: Upload) => void;
  onLeave: () => void;
}) {
  const [, navigate] = useLocation();
  const [columns, setColumns] = useState(upload.columns);
  const [onKnown, setOnKnown] = useState<'update' | 'skip'>('update');
  const [mends, setMends] = useState<Mend[]>([]);
  const [leftOut, setLeftOut] = useState<number[]>([]);
  const [only, setOnly] = useState<Shown>('wrong');
  const [offset, setOffset] = useState(0);
  const { uploadId } = upload;
  const plan = { uploadId, columns, onKnown, mends, leftOut };
  const preview = useQuery(
    api.register.preview.queryOptions({
      input: { ...plan, only, offset, limit: SHOWN },
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const sheet = useMutation(api.register.chooseSheet.mutationOptions({ onSuccess: onUpload }));
  const apply = useMutation(
    api.register.apply.mutationOptions({
      onSuccess: ({ added, updated }) => {
        showToast(`Imported: ${added} added, ${updated} updated.`);
        navigate('/plans');
      },
    }),
  );
  useLeaveGuard((mends.length > 0 || leftOut.length > 0) && !apply.isSuccess);

  function show(state: Shown) {
    setOnly(state);
    setOffset(0);
  }

  return (
    <>
      <section className="panel stack" aria-labelledby="columns-heading">
        <div className="row row--apart">
          <div>
            <h2 id="columns-heading">Its columns</h2>
            <p className="soft">
              {upload.fileName}, {count(upload.rows, 'row')}. Check what each column was taken for.
            </p>
          </div>
          <Button onClick={onLeave}>Choose another file</Button>
        </div>
        {upload.sheets.length > 1 ? (
          <SelectField
            label="Sheet"
            choices={upload.sheets.map(({ name, isHidden }) => ({
              value: name,
              label: isHidden ? `${name} (hidden)` : name,
            }))}
            value={upload.sheet}
            onChange={({ target }) => {
              sheet.mutate({ uploadId, sheet: target.value });
            }}
          />
        ) : null}
        {sheet.isError ? <Failed error={sheet.error} /> : null}
        <ImportColumns
          upload={upload}
          columns={columns}
          onChange={(changed) => {
            setColumns(changed);
            setOffset(0);
          }}
        />
        {upload.kind === 'register' ? (
          <RadioGroup
            legend="A reference that is in the register already"
            name="on-known"
            className="choices-in-line"
            value={onKnown}
            choices={[
              { value: 'update', label: 'Update the plan with what the row says' },
              { value: 'skip', label: 'Skip the row' },
            ]}
            onChange={({ target }) => {
              setOnKnown(target.value === 'skip' ? 'skip' : 'update');
            }}
          />
        ) : null}
      </section>
      <section className="stack" aria-labelledby="rows-heading">
        <h2 id="rows-heading">Its rows</h2>
        <Asked query={preview} loading="Looking through the rows">
          {(seen) => (
            <>
              {seen.obstacle === null ? null : <Notice tone="warning" title={seen.obstacle} />}
              {seen.differing === 0 ? null : (
                <Notice
                  tone="warning"
                  title={`${count(seen.differing, 'row')} ${seen.differing === 1 ? 'gives' : 'give'} other dates than the plan’s documents.`}
                  advice="The register’s dates will be counted with. Look at them: one of the two is wrong."
                  action={
                    <Button
                      size="small"
                      onClick={() => {
                        show('differing');
                      }}
                    >
                      Show {seen.differing === 1 ? 'it' : 'them'}
                    </Button>
                  }
                />
              )}
              <StateChoice counts={seen.counts} only={only} onShow={show} />
              {seen.counts.wrong > 0 ? (
                <p>
                  Mend what is marked, or leave those rows out; the rest goes in as one.{' '}
                  <LeaveOutAll
                    plan={plan}
                    wrong={seen.counts.wrong}
                    onLeftOut={(rows) => {
                      setLeftOut([...leftOut, ...rows]);
                    }}
                  />
                </p>
              ) : null}
              <ImportRows
                rows={seen.rows}
                headers={upload.headers}
                columns={columns}
                onMend={(mend) => {
                  const others = mends.filter(({ row, column }) => row !== mend.row || column !== mend.column);
                  setMends([...others, mend]);
                }}
                onLeaveOut={(row, isOut) => {
                  setLeftOut(isOut ? [...leftOut, row] : leftOut.filter((one) => one !== row));
                }}
              />
              <Pager offset={offset} matching={seen.matching} onMove={setOffset} />
              {seen.newPeople.length === 0 ? null : (
                <Notice
                  tone="info"
                  title={`${count(seen.newPeople.length, 'name')} not known yet will come in as caseworkers, without a PIN`}
                  advice={seen.newPeople.slice(0, 30).join(', ')}
                />
              )}
              {apply.isError ? <Failed error={apply.error} /> : null}
              <div className="row">
                <Button
                  look="primary"
                  isBusy={apply.isPending}
                  disabled={
                    seen.obstacle !== null || seen.counts.wrong > 0 || seen.counts.new + seen.counts.update === 0
                  }
                  onClick={() => {
                    apply.mutate(plan);
                  }}
                >
                  {importLabel(upload.kind, seen.counts)}
                </Button>
                {seen.counts.wrong > 0 ? (
                  <span className="soft">{count(seen.counts.wrong, 'row')} to mend or leave out first</span>
                ) : null}
                <LeftOutColumns headers={upload.headers} columns={columns} />
              </div>
            </>
          )}
        </Asked>
      </section>
    </>
  );
}

/** Says beside the deed what of the file will not go in with it. */
function LeftOutColumns({ headers, columns }: { headers: readonly string[]; columns: readonly (string | null)[] }) {
  const left = headers.flatMap((header, at) =>
    columns[at] === null ? [header === '' ? `Column ${at + 1}` : header] : [],
  );
  if (left.length === 0) return null;
  const named = left.slice(0, MOST_NAMED).join(', ');
  const more = left.length > MOST_NAMED ? ` and ${left.length - MOST_NAMED} more` : '';
  return (
    <span className="soft">
      {count(left.length, 'column')} left out: {named}
      {more}
    </span>
  );
}

const MOST_NAMED = 4;

function importLabel(kind: Upload['kind'], counts: Preview['counts']): string {
  if (kind === 'results') return `Import ${count(counts.new, 'result')}`;
  const parts = [
    counts.new > 0 ? `add ${count(counts.new, 'plan')}` : '',
    counts.update > 0 ? `update ${count(counts.update, 'plan')}` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'Import' : `Import: ${parts.join(' and ')}`;
}

const STATE_WORDS: Record<State, string> = {
  wrong: 'To mend',
  new: 'New',
  update: 'To update',
  skip: 'There already, skipped',
  left_out: 'Left out',
};

function StateChoice({
  counts,
  only,
  onShow,
}: {
  counts: Preview['counts'];
  only: Shown;
  onShow: (state: Shown) => void;
}) {
  const states = (Object.keys(STATE_WORDS) as State[]).filter((state) => counts[state] > 0 || state === 'wrong');
  return (
    <fieldset className="row import__states">
      <legend className="visually-hidden">Rows to show</legend>
      {states.map((state) => (
        <Button
          key={state}
          size="small"
          aria-pressed={only === state}
          onClick={() => {
            onShow(state);
          }}
        >
          {STATE_WORDS[state]}: {counts[state].toLocaleString('en-GB')}
        </Button>
      ))}
      <Button
        size="small"
        aria-pressed={only === 'all'}
        onClick={() => {
          onShow('all');
        }}
      >
        All rows
      </Button>
    </fieldset>
  );
}

/** Leaves every row out that cannot go in as it is. */
function LeaveOutAll({
  plan,
  wrong,
  onLeftOut,
}: {
  plan: { uploadId: string; columns: (string | null)[]; onKnown: 'update' | 'skip'; mends: Mend[]; leftOut: number[] };
  wrong: number;
  onLeftOut: (rows: number[]) => void;
}) {
  const find = useMutation({ mutationFn: () => wrongRows(plan), onSuccess: onLeftOut });
  return (
    <Button
      size="small"
      isBusy={find.isPending}
      onClick={() => {
        find.mutate();
      }}
    >
      Leave out {wrong === 1 ? 'this row' : `these ${wrong} rows`}
    </Button>
  );
}

/** As many rows as the contract gives at a time. */
const MOST_ROWS = 200;

async function wrongRows(plan: Parameters<typeof LeaveOutAll>[0]['plan']): Promise<number[]> {
  const found: number[] = [];
  for (;;) {
    const request = { ...plan, only: 'wrong', offset: found.length, limit: MOST_ROWS } as const;
    const { rows, matching } = await client.register.preview(request);
    found.push(...rows.map(({ row }) => row));
    if (rows.length === 0 || found.length >= matching) return found;
  }
}

function Pager({ offset, matching, onMove }: { offset: number; matching: number; onMove: (offset: number) => void }) {
  if (matching <= SHOWN) return null;
  return (
    <nav className="row" aria-label="Rows">
      <Button
        size="small"
        disabled={offset === 0}
        onClick={() => {
          onMove(Math.max(0, offset - SHOWN));
        }}
      >
        Before
      </Button>
      <span className="soft small">
        {offset + 1} to {Math.min(offset + SHOWN, matching)} of {matching.toLocaleString('en-GB')}
      </span>
      <Button
        size="small"
        disabled={offset + SHOWN >= matching}
        onClick={() => {
          onMove(offset + SHOWN);
        }}
      >
        Next
      </Button>
    </nav>
  );
}
