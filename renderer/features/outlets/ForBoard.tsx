import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { count, formatDate, isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { hiddenMonths } from '../../../shared/domain/report/outlets/scorecard.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table } from '../../ui/Table.tsx';
import { HowFields } from './RunFields.tsx';
import { SaveButtons } from './SaveButtons.tsx';
import { FOR_OUTSIDE } from './outlet-choice.ts';

type Scorecard = Pick<Awaited<ReturnType<typeof api.outlets.scorecard.call>>, 'columns' | 'rows'>;

/** So many stand side by side without scrolling. */
const MOST_MONTHS = 4;

const FORMATS = [
  { format: 'csv', label: 'Export all months as CSV' },
  { format: 'dictionary', label: 'Columns explained' },
] as const;

/** One line a month for a performance board. */
export function ForBoard() {
  const [how, setHow] = useState(FOR_OUTSIDE);
  const card = useQuery(api.outlets.scorecard.queryOptions({ input: how }));
  return (
    <div className="stack">
      <div className="row outlets__choice">
        <HowFields choice={how} onChoice={setHow} />
      </div>
      <Asked query={card} loading="Counting the months">
        {({ columns, rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No month yet">
              <p>The first line stands here once a plan’s gradings are all in and its panel has met.</p>
            </EmptyState>
          ) : (
            <>
              <p className="soft outlets__words">
                One line for every month since the first panel, the same columns every time, so that a line can be put
                under an earlier file. Empty means none; c means hidden.
                {how.edition === 'publishable'
                  ? ' Once this is exported, a plan of a half-term that is over and is settled only later is counted with the next one: settle them first.'
                  : ''}
              </p>
              <HiddenMonths card={{ columns, rows }} />
              <SaveButtons
                label="Export the scorecard"
                formats={FORMATS}
                make={(format) => api.outlets.exportScorecard.call({ ...how, format })}
              />
              <Months columns={columns} rows={rows.toReversed().slice(0, MOST_MONTHS)} />
            </>
          )
        }
      </Asked>
    </div>
  );
}

/** Few plans a month leave little to be told: what of it can be, and what would help. */
function HiddenMonths({ card }: { card: Scorecard }) {
  const hidden = hiddenMonths(card);
  if (hidden === null) return null;
  return (
    <Notice
      tone="info"
      title="Most counts of single months are hidden, since so few plans are audited in one."
      advice={
        hidden.isYearTold
          ? 'Lines that begin with “published” hold what frozen publishable reports tell of the year up to each month: a board can go by those.'
          : 'Freeze a publishable report, under Report: once plans enough are in it, what it tells of the year up to each month stands here in lines that begin with “published”. “Several half-terms” tells of whichever half-terms you choose.'
      }
    />
  );
}

/** A line has more columns than a screen: months stand side by side here, the latest first, and what none of them has is left out. */
function Months({ columns, rows }: Scorecard) {
  const filled = columns.map((column, at) => ({ ...column, at })).slice(1);
  const shown = filled.filter(({ at }) => rows.some((cells) => (cells[at] ?? '') !== ''));
  const leftOut = filled.length - shown.length;
  return (
    <>
      <Table caption={rows.length === 1 ? 'The scorecard' : `The scorecard: the latest ${rows.length} months`}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            {rows.map(([month = '']) => (
              <th key={month} scope="col">
                {monthInWords(String(month))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, words, at }) => (
            <tr key={id} title={words}>
              <th scope="row" className="outlets__whole">
                {id.replaceAll('_', ' ')}
              </th>
              {rows.map((cells) => (
                <td key={cells[0]}>{shortly(cells[at] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {leftOut === 0 ? null : (
        <p className="soft">
          {count(leftOut, 'column')} with nothing in these months {leftOut === 1 ? 'is' : 'are'} left out here; the file
          has all of them.
        </p>
      )}
    </>
  );
}

/** '2026-11' as "November 2026". */
function monthInWords(month: string): string {
  return formatDate(`${month}-01`).replace(/^1 /, '');
}

/** The file has percentages at full precision and dates as computers sort them; a reader needs neither. */
function shortly(cell: string | number): string {
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : cell.toFixed(1);
  return isCalendarDate(cell) ? formatDate(cell) : cell;
}
