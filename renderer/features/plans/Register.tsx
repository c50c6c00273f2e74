import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import {
  type RegisterColumn,
  type RegisterFilter,
  type RegisterPage,
  type RegisterRow,
} from '../../../shared/contract/plans.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { yearGroup } from '../../../shared/domain/rubric/rubric-words.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { planTypeWords } from '../../../shared/domain/register/plan-type-words.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNamesShown } from '../../ui/names-store.ts';
import { Loading } from '../../ui/Progress.tsx';
import { SortHeader } from '../../ui/Table.tsx';
import { finalWords, versionWords } from './register-words.ts';
import { RegisterFilters } from './RegisterFilters.tsx';
import { NO_FILTER, useRegisterView, useSearchWords } from './register-view.ts';

/** Rows asked for at a time. */
const PAGE = 100;
/** One line and its space; every row is as high, so that the table need not be measured. */
const ROW_PX = 44;
const OVERSCAN = 10;

/** Every plan in the workspace, to look through, filter and sort; only the rows in sight are asked for and drawn. */
export function Register() {
  const { isShown: isNameShown } = useNamesShown();
  const [view, setView] = useRegisterView();
  const { text, set: setText } = useSearchWords();
  const filter: RegisterFilter = { ...view.filter, text, isNameSearched: isNameShown };
  const isNarrowed = text !== '' || Object.values(view.filter).some((value) => value !== null);
  const first = useQuery(
    api.plans.page.queryOptions({
      input: { filter, sort: view.sort, offset: 0, limit: PAGE },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <section className="stack" aria-labelledby="register-heading">
      <h2 id="register-heading" className="visually-hidden">
        The register
      </h2>
      <RegisterFilters
        filter={view.filter}
        onChange={(changed) => {
          setView({ ...view, filter: changed });
        }}
      />
      {first.isError ? <Failed error={first.error} onRetry={() => void first.refetch()} /> : null}
      {first.data === undefined ? (
        first.isError ? null : (
          <Loading label="Reading the register" />
        )
      ) : (
        <>
          <output className="soft small register__count">{countWords(first.data)}</output>
          {first.data.matching === 0 ? (
            <EmptyState
              title={isNarrowed ? 'No plan is like that' : 'The register is empty'}
              action={
                isNarrowed ? (
                  <Button
                    onClick={() => {
                      setText('');
                      setView({ ...view, filter: NO_FILTER });
                    }}
                  >
                    Show all plans
                  </Button>
                ) : undefined
              }
            />
          ) : (
            <RegisterTable
              first={first.data}
              filter={filter}
              sort={view.sort}
              isNameShown={isNameShown}
              onSort={(column) => {
                const isSame = view.sort.column === column && view.sort.direction === 'ascending';
                setView({ ...view, sort: { column, direction: isSame ? 'descending' : 'ascending' } });
              }}
            />
          )}
        </>
      )}
    </section>
  );
}

function countWords({ matching, all }: RegisterPage): string {
  return matching === all
    ? count(all, 'plan')
    : `${matching.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} plans`;
}

function RegisterTable({
  first,
  filter,
  sort,
  isNameShown,
  onSort,
}: {
  first: RegisterPage;
  filter: RegisterFilter;
  sort: { column: RegisterColumn; direction: 'ascending' | 'descending' };
  isNameShown: boolean;
  onSort: (column: RegisterColumn) => void;
}) {
  const scroller = useRef<HTMLElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the library's own way: it draws again as the table scrolls
  const virtual = useVirtualizer({
    count: first.matching,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  });
  const asked = JSON.stringify([filter, sort]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [asked]);
  const items = virtual.getVirtualItems();
  const pages = pagesOf(items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const answers = useQueries({
    queries: pages.map((page) =>
      api.plans.page.queryOptions({ input: { filter, sort, offset: page * PAGE, limit: PAGE } }),
    ),
  });
  const rowAt = (index: number): RegisterRow | undefined => {
    const page = Math.floor(index / PAGE);
    const answer = answers[pages.indexOf(page)]?.data ?? (page === 0 ? first : undefined);
    return answer?.rows[index % PAGE];
  };
  const failed = answers.find(({ isError }) => isError);
  const columns = COLUMNS.filter(({ column }) => column !== 'name' || isNameShown);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = event.target instanceof HTMLElement ? event.target.dataset['row'] : undefined;
    if (step === undefined || from === undefined) return;
    const to = Number(from) + step;
    if (to < 0 || to >= first.matching) return;
    event.preventDefault();
    virtual.scrollToIndex(to);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus());
  }

  return (
    <>
      {failed === undefined ? null : <Failed error={failed.error} onRetry={() => void failed.refetch()} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between its links */}
      <section
        className="table-frame register__scroll"
        ref={scroller}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label="Plans in the register, scrollable"
        onKeyDown={onKeyDown}
      >
        <table className="table register__table" aria-rowcount={first.matching + 1}>
          <caption className="visually-hidden">Plans in the register</caption>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ column, label, className }) =>
                column === null ? (
                  <th key={label} scope="col" className={className}>
                    {label}
                  </th>
                ) : (
                  <SortHeader
                    key={label}
                    label={label}
                    className={className}
                    direction={sort.column === column ? sort.direction : null}
                    onSort={() => {
                      onSort(column);
                    }}
                  />
                ),
              )}
            </tr>
          </thead>
          <tbody>
            <Gap height={before} columns={columns.length} />
            {items.map(({ index }) => (
              <RegisterLine
                key={index}
                index={index}
                row={rowAt(index)}
                today={first.today}
                isNameShown={isNameShown}
                columns={columns.length}
              />
            ))}
            <Gap height={after} columns={columns.length} />
          </tbody>
        </table>
      </section>
    </>
  );
}

const COLUMNS: readonly { column: RegisterColumn | null; label: string; className?: string }[] = [
  { column: 'reference', label: 'Reference', className: 'register__middle' },
  { column: 'initials', label: 'Initials', className: 'register__narrow' },
  { column: 'name', label: 'Name', className: 'register__wide' },
  { column: 'planType', label: 'Kind', className: 'register__narrow' },
  { column: 'ncYear', label: 'Year', className: 'register__narrow' },
  { column: 'primaryNeed', label: 'Primary need', className: 'register__wide' },
  { column: 'locality', label: 'Locality and team', className: 'register__middle' },
  { column: 'finalDue', label: 'Final', className: 'register__date' },
  { column: null, label: 'Documents and my audits' },
];

/** Holds the place of the rows out of sight. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className="register__gap">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- empty on purpose */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function RegisterLine({
  index,
  row,
  today,
  isNameShown,
  columns,
}: {
  index: number;
  row: RegisterRow | undefined;
  today: string;
  isNameShown: boolean;
  columns: number;
}) {
  // The table's head is the first row.
  const place = { 'aria-rowindex': index + 2, style: { height: ROW_PX } };
  if (row === undefined) {
    return (
      <tr {...place}>
        <td colSpan={columns} className="soft">
          Reading…
        </td>
      </tr>
    );
  }
  const place2 = [row.locality, row.team].filter((part) => part !== null).join(' · ');
  return (
    <tr {...place}>
      <th scope="row">
        <Link href={`/plans/${row.id}`} data-row={index}>
          {row.reference}
        </Link>
      </th>
      <td>{row.initials}</td>
      {isNameShown ? <td>{row.name ?? ''}</td> : null}
      <td>{planTypeWords(row.planType)}</td>
      <td>{row.ncYear === null ? '' : yearGroup(row.ncYear)}</td>
      <td title={row.primaryNeed ?? undefined}>{row.primaryNeed ?? ''}</td>
      <td title={place2}>{place2}</td>
      <td>{finalWords(row, today)}</td>
      <td className="register__versions" title={versionWords(row.documents)}>
        <span>{versionWords(row.documents)}</span>
      </td>
    </tr>
  );
}

/** Numbers of the pages that hold the rows from one to another. */
function pagesOf(from: number, to: number): number[] {
  const first = Math.floor(from / PAGE);
  return Array.from({ length: Math.floor(to / PAGE) - first + 1 }, (_, at) => first + at);
}
