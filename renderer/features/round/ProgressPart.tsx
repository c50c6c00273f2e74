import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Assignment } from '../../../shared/contract/assignments.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { dueWords } from '../../api/due-words.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { todayIso } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import { ProgressMatrix } from './ProgressMatrix.tsx';
import { progressWords } from './round-words.ts';
import { StillToDo } from './StillToDo.tsx';

/** How far everybody is, and who is late. Nothing of what they answered. */
export function ProgressPart({ round }: { round: Round }) {
  const made = useQuery(api.assignments.list.queryOptions({ input: { roundId: round.id } }));
  return (
    <Asked query={made} loading="Reading how far everybody is">
      {(list) => <Progress round={round} live={list.filter(({ state }) => state === 'assigned')} />}
    </Asked>
  );
}

function Progress({ round, live }: { round: Round; live: readonly Assignment[] }) {
  if (live.length === 0) {
    return (
      <EmptyState
        title="Nobody has a plan yet"
        action={<Link href={`/round/assign/${round.id}`}>Go to assigning</Link>}
      >
        <p>Once plans are handed out, this page shows how far everybody is.</p>
      </EmptyState>
    );
  }
  const late = live.filter(({ isLate }) => isLate);
  const submitted = live.filter(({ progress }) => progress === 'submitted').length;
  const underWay = live.filter(({ progress }) => progress === 'open').length;
  return (
    <div className="stack-loose">
      <p className="round__sum">
        <strong>
          {submitted} of {live.length} submitted
        </strong>
        , {underWay} under way, {live.length - submitted - underWay} not begun.{' '}
        {late.length === 0 ? 'Nobody is late.' : `${late.length} ${late.length === 1 ? 'is' : 'are'} late.`}
      </p>
      <StillToDo round={round} live={live} />
      {late.length === 0 ? null : <Late late={late} />}
      <section className="stack" aria-labelledby="matrix-heading">
        <h2 id="matrix-heading">Plan by plan</h2>
        <ProgressMatrix live={live} />
        <p className="soft small">
          Answers and grades stay with each auditor until everybody who has the plan has submitted.
        </p>
      </section>
    </div>
  );
}

function Late({ late }: { late: readonly Assignment[] }) {
  const today = todayIso();
  const byPerson = [...Map.groupBy(late, ({ auditor }) => auditor.id).values()].sort(
    (one, other) => other.length - one.length,
  );
  return (
    <section className="stack" aria-labelledby="late-heading">
      <h2 id="late-heading">Late</h2>
      <Table caption={`${count(late.length, 'assignment')} of ${count(byPerson.length, 'auditor')}`}>
        <thead>
          <tr>
            <th scope="col">Auditor</th>
            <th scope="col">Plans</th>
          </tr>
        </thead>
        <tbody>
          {byPerson.map((own) => {
            const [first] = own;
            if (first === undefined) return null;
            return (
              <tr key={first.auditor.id}>
                <th scope="row">
                  {first.auditor.name} <span className="soft">{AGENCY_WORDS[first.auditor.agency]}</span>
                </th>
                <td>
                  <ul className="list-plain">
                    {own.map(({ id, planReference, dueOn, progress }) => (
                      <li key={id}>
                        {planReference}: <strong className="late">{dueWords(dueOn, today).toLowerCase()}</strong>
                        <span className="soft">
                          {' '}
                          (due {dueOn === null ? '' : formatDate(dueOn)}), {progressWords(progress).toLowerCase()}
                        </span>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
