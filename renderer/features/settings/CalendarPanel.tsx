import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { HalfTerm } from '../../../shared/contract/partnership.ts';
import { schoolYearStart } from '../../../shared/domain/calendar-date.ts';
import { schoolYearName } from '../../../shared/domain/half-term.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { saveStatusOf } from '../../api/autosave.ts';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { todayIso } from '../../ui/dates.ts';
import { SelectField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { Table } from '../../ui/Table.tsx';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';
import { type HalfTermRow, inputOf, problemsOf, rowsOf, schoolYears, suggestMissing } from './calendar-form.ts';

/** The council's own half-terms, six a school year. Rounds go by them. */
export function CalendarPanel() {
  const calendar = useQuery(api.partnership.get.queryOptions());
  const [year, setYear] = useState(() => schoolYearName(schoolYearStart(todayIso())));
  return (
    <section className="panel stack" aria-labelledby="calendar-heading">
      <Asked query={calendar} loading="Reading the calendar">
        {({ halfTerms }) => (
          <YearEditor
            key={year}
            year={year}
            calendar={halfTerms}
            years={schoolYears(todayIso(), halfTerms)}
            onYear={setYear}
          />
        )}
      </Asked>
    </section>
  );
}

function YearEditor({
  year,
  calendar,
  years,
  onYear,
}: {
  year: string;
  calendar: readonly HalfTerm[];
  years: readonly string[];
  onYear: (year: string) => void;
}) {
  const mayChange = useHasRole('qa_lead');
  const [typed, setTyped] = useState<HalfTermRow[] | null>(null);
  const kept = rowsOf(year, calendar);
  const rows = typed ?? kept;
  const problems = problemsOf(year, rows, calendar);
  const problemsId = useId();
  const save = useMutation(
    api.partnership.setHalfTerms.mutationOptions({
      onSuccess: (_kept, { halfTerms }) => {
        // Unless something was typed since.
        setTyped((now) => (now !== null && sameRows(inputOf(year, now), halfTerms) ? null : now));
      },
    }),
  );
  useLeaveGuard(typed !== null);
  const keep = (wanted: HalfTermRow[]) => {
    const halfTerms = inputOf(year, wanted);
    if (halfTerms.length === 0 || problemsOf(year, wanted, calendar).length > 0) return;
    if (sameRows(halfTerms, inputOf(year, kept))) setTyped(null);
    else save.mutate({ halfTerms });
  };
  const change = (number: number, changed: Partial<HalfTermRow>) => {
    setTyped(rows.map((row) => (row.number === number ? { ...row, ...changed } : row)));
  };
  const isMissing = rows.some(({ start, end }) => start === '' && end === '');
  return (
    <>
      <div className="row row--apart">
        <h2 id="calendar-heading">Half-terms</h2>
        <SaveState
          status={
            problems.length > 0 && typed !== null
              ? { kind: 'failed', message: 'put right what is said below' }
              : saveStatusOf(save, false)
          }
        />
      </div>
      <p className="soft">Your council’s own dates. A panel in a holiday belongs to the half-term just ended.</p>
      <div className="row row--apart">
        <SelectField
          label="School year"
          className="calendar__year"
          choices={years.map((each) => ({ value: each, label: each.replace('-', '/') }))}
          value={year}
          onChange={({ target }) => {
            onYear(target.value);
          }}
        />
        {mayChange && isMissing ? (
          <Button
            onClick={() => {
              const suggested = suggestMissing(year, rows);
              setTyped(suggested);
              keep(suggested);
            }}
          >
            Suggest the missing dates
          </Button>
        ) : null}
      </div>
      <Table caption={`Half-terms of ${year.replace('-', '/')}`} isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">Called</th>
            <th scope="col">First day</th>
            <th scope="col">Last day</th>
          </tr>
        </thead>
        <tbody className="calendar">
          {rows.map((row) => (
            <tr key={row.number}>
              {CELLS.map(({ name, type, words }) => (
                <td key={name}>
                  <input
                    className="field__control"
                    type={type}
                    aria-label={`${words}, half-term ${row.number}`}
                    aria-describedby={problems.length > 0 ? problemsId : undefined}
                    readOnly={!mayChange}
                    maxLength={type === 'text' ? 200 : undefined}
                    value={row[name]}
                    onChange={({ target }) => {
                      change(row.number, { [name]: target.value });
                    }}
                    onBlur={() => {
                      if (typed !== null) keep(typed);
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <div id={problemsId} aria-live="polite">
        {problems.length === 0 ? null : (
          <Notice tone="warning" title={problems.length === 1 ? problems[0] : 'These dates cannot stand as they are:'}>
            {problems.length === 1 ? null : (
              <ul className="list">
                {problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            )}
          </Notice>
        )}
      </div>
      {save.isError ? <Failed error={save.error} /> : null}
      <p className="soft small">
        Suggested dates come from a published calendar, moved by whole weeks. They are no council’s truth: check each.
      </p>
    </>
  );
}

const CELLS = [
  { name: 'label', type: 'text', words: 'Name' },
  { name: 'start', type: 'date', words: 'First day' },
  { name: 'end', type: 'date', words: 'Last day' },
] as const;

function sameRows(one: ReturnType<typeof inputOf>, other: ReturnType<typeof inputOf>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
