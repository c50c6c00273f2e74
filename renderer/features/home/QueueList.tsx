import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { QueueItem } from '../../../shared/contract/plans.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { shortHalfTermName } from '../../../shared/domain/half-term.ts';
import { api } from '../../api/client.ts';
import { dueWords } from '../../api/due-words.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { GradeBadge } from '../../ui/GradeBadge.tsx';
import { Table } from '../../ui/Table.tsx';
import { useGradually } from '../../ui/use-gradually.ts';
import { formatDateTime, todayIso } from '../../ui/dates.ts';
import { openItems, type Queue } from './next-step.ts';
import { OpenAudit } from './OpenAudit.tsx';

/** My work in this round: what is under way, what is to begin, what is in. My own grades only. */
export function QueueList({ queue, waiting }: { queue: Queue; waiting: number }) {
  const round = useQuery(api.rounds.current.queryOptions());
  const roundId = round.data?.id;
  const rounds = useQuery(api.rounds.list.queryOptions());
  const audits = useQuery(
    api.audits.list.queryOptions({ input: { roundId: roundId ?? '' }, enabled: roundId !== undefined }),
  );
  const rubric = useQuery(api.rubrics.current.queryOptions({ staleTime: Infinity }));
  const items = [...openItems(queue), ...queue.submitted];
  const hasDates = items.some(({ assignment }) => assignment?.dueOn);
  const today = todayIso();
  const shown = useGradually(items);
  if (items.length === 0) return null;
  const mine = new Map((audits.data ?? []).map((audit) => [audit.document.id, audit]));
  return (
    <section className="stack" aria-labelledby="queue-heading">
      <div className="row row--apart">
        <h2 id="queue-heading">My queue</h2>
        {waiting === 0 ? null : (
          <Link href="/plans">{waiting === 1 ? '1 document to be filed' : `${waiting} documents to be filed`}</Link>
        )}
      </div>
      <Table caption="What I am asked to audit" isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Stage</th>
            {hasDates ? <th scope="col">Due</th> : null}
            <th scope="col">My audit</th>
            <th scope="col">My grade</th>
            <th scope="col">Last saved</th>
            <th scope="col">
              <span className="visually-hidden">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => {
            const audit = mine.get(item.document.id);
            return (
              <tr key={`${item.roundId} ${item.document.id}`}>
                <th scope="row">
                  <Link href={`/plans/${item.plan.id}`}>{item.plan.reference}</Link>{' '}
                  <span className="soft">
                    {item.plan.initials}
                    {item.roundId === roundId ? '' : otherRound(item.roundId, rounds.data)}
                  </span>
                </th>
                <td>{item.document.stage === null ? '' : STAGE_WORDS[item.document.stage]}</td>
                {hasDates ? (
                  <td>
                    {item.document.myAudit?.state === 'submitted' ? (
                      ''
                    ) : (
                      <Due
                        dueOn={item.assignment?.dueOn ?? null}
                        isLate={item.assignment?.isLate === true}
                        today={today}
                      />
                    )}
                  </td>
                ) : null}
                <td>{progressWords(item)}</td>
                <td>
                  {item.document.myAudit === null ? (
                    ''
                  ) : (
                    <GradeBadge
                      grade={audit?.overallGrade ?? null}
                      scale={rubric.data?.rubric.gradeScale ?? []}
                      noneLabel={noGradeWords(item)}
                    />
                  )}
                </td>
                <td className="soft">
                  {audit === undefined || audit.lastSavedAt === null ? '' : formatDateTime(audit.lastSavedAt)}
                </td>
                <td className="queue__action">{item.isPrepared ? <OpenAudit item={item} /> : null}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}

/** Which round a document is asked for in, where it is not the one in hand. */
function otherRound(roundId: string, rounds: readonly Round[] | undefined): string {
  const round = rounds?.find(({ id }) => id === roundId);
  return round === undefined ? '' : ` for ${shortHalfTermName(round.halfTerm)}`;
}

function Due({ dueOn, isLate, today }: { dueOn: string | null; isLate: boolean; today: string }) {
  const words = dueWords(dueOn, today);
  return isLate ? <strong className="queue__late">{words}</strong> : words.replace(/^Due (?=\d)/, '');
}

/** Who grades a part of the standards gives no grade over all of them. */
function noGradeWords({ assignment, document }: QueueItem): string {
  const isPart = assignment !== null && assignment.standards !== null;
  return isPart && document.myAudit?.state === 'submitted' ? 'A part of the standards' : 'Not graded yet';
}

function progressWords({ document, isPrepared }: QueueItem): string {
  const { myAudit } = document;
  if (!isPrepared) return 'Being prepared: names are checked by the QA lead first';
  if (myAudit === null) return 'To begin';
  if (myAudit.state === 'submitted') return 'Submitted';
  return `${myAudit.answered} of ${myAudit.toAnswer} answered`;
}
