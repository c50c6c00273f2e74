import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../../shared/contract/contract.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { percentText, rangeText, shareOf } from '../../../shared/domain/report/report-words.ts';
import { shareOfSums, sumText } from '../../../shared/domain/report/regional-tables.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Field } from '../../ui/Field.tsx';
import { Loading } from '../../ui/Progress.tsx';
import { Table } from '../../ui/Table.tsx';
import { SaveButtons } from './SaveButtons.tsx';

type Combined = Awaited<ReturnType<ContractRouterClient<Contract>['outlets']['combine']>>;

const FORMATS = [
  { format: 'csv', label: 'Export the sums as CSV' },
  { format: 'xlsx', label: 'Excel' },
  { format: 'dictionary', label: 'CSV columns explained' },
] as const;

/** Several partnerships' reports taken together from their CSVs. */
export function ForRegion() {
  const [files, setFiles] = useState<File[]>([]);
  const combine = useMutation({ mutationFn: (chosen: File[]) => api.outlets.combine.call({ files: chosen }) });
  return (
    <div className="stack">
      <p className="soft outlets__words">
        Each partnership exports its report as CSV, one file for each half-term, preferably of its publishable edition.
        Choose them all here. Nothing of them is kept in this workspace.
      </p>
      <Field label="CSVs of reports">
        {(control) => (
          <input
            type="file"
            className="outlets__file"
            accept=".csv"
            multiple
            {...control}
            onChange={({ target }) => {
              const chosen = [...(target.files ?? [])];
              setFiles(chosen);
              if (chosen.length > 0) combine.mutate(chosen);
            }}
          />
        )}
      </Field>
      {combine.isPending ? <Loading label="Reading the files" /> : null}
      {combine.isError ? <Failed error={combine.error} /> : null}
      {combine.isSuccess ? (
        <>
          <SaveButtons
            label="Export the regional view"
            formats={FORMATS}
            make={(format) => api.outlets.exportCombined.call({ files, format })}
          />
          <Sums regional={combine.data} />
        </>
      ) : null}
    </div>
  );
}

function Sums({ regional: { areas, notes, tables } }: { regional: Combined }) {
  return (
    <article className="outlets__sheet stack" aria-label="The regional view">
      <h2>{count(areas.length, 'report')} taken together</h2>
      <ul className="outlets__words">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {tables.map((table) => (
        <SumsTable key={table.id} table={table} />
      ))}
    </article>
  );
}

function SumsTable({ table }: { table: Combined['tables'][number] }) {
  return (
    <Table caption={table.caption}>
      <thead>
        <tr>
          <th scope="col">{table.rowHead}</th>
          <th scope="col" className="table__number">
            Partnerships
          </th>
          {table.columns.map(({ id, label }) => (
            <th key={id} scope="col" className="table__number">
              {label}
            </th>
          ))}
          <th scope="col" className="table__number">{`${table.share.label} (likely range)`}</th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => {
          const sums = shareOfSums(table, row);
          const share = sums === null ? null : shareOf(sums.n, sums.of, table.noun);
          return (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              <td className="table__number">{row.areas}</td>
              {row.counts.map((sum, at) => (
                <td key={table.columns[at]?.id} className="table__number">
                  {sumText(sum)}
                </td>
              ))}
              <td className="table__number">
                {share === null || share.percent === null ? '–' : `${percentText(share)} (${rangeText(share)})`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
