import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Assignment, Board } from '../../../shared/contract/assignments.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { AssignmentTable } from './AssignmentTable.tsx';
import { DueForAll } from './DueForAll.tsx';
import { focusHanded, HANDED_HEADING } from './focus-handed.ts';
import { PastAssignments } from './PastAssignments.tsx';
import { Proposing } from './Proposing.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

/** Who audits what: proposed evenly by a rule, taken, then changed by hand. */
export function AssignPart({ round }: { round: Round }) {
  const board = useQuery(api.assignments.board.queryOptions({ input: { roundId: round.id } }));
  const made = useQuery(api.assignments.list.queryOptions({ input: { roundId: round.id } }));
  return (
    <Asked query={board} loading="Looking through the documents">
      {(found) => (
        <Asked query={made} loading="Reading who audits what">
          {(list) => <Assigning round={round} board={found} list={list} />}
        </Asked>
      )}
    </Asked>
  );
}

function Assigning({ round, board, list }: { round: Round; board: Board; list: Assignment[] }) {
  const mayChange = useHasRole('qa_lead');
  const live = list.filter(({ state }) => state === 'assigned');
  if (board.documents.length === 0 && live.length === 0) {
    return (
      <EmptyState
        title="Nothing to assign yet"
        action={
          board.withoutDocument.length > 0 ? (
            <Link href={`/round/documents/${round.id}`}>Go to the documents</Link>
          ) : (
            <Link href={`/round/sample/${round.id}`}>Go to the sample</Link>
          )
        }
      >
        <p>
          {board.withoutDocument.length > 0
            ? `None of the round’s ${count(board.withoutDocument.length, 'plan')} has a document: add them first.`
            : 'Draw the sample and add the plans’ documents first.'}
        </p>
      </EmptyState>
    );
  }
  // What is proposed holds as long as nothing else has changed.
  const standing = JSON.stringify([live.map(({ id }) => id), board]);
  return (
    <div className="stack-loose">
      {board.withoutDocument.length === 0 ? null : (
        <Notice
          tone="info"
          title={`${count(board.withoutDocument.length, 'plan')} cannot be assigned for want of a document.`}
          action={<Link href={`/round/documents/${round.id}`}>See which</Link>}
        />
      )}
      {mayChange ? <Proposing key={standing} round={round} board={board} isFirst={live.length === 0} /> : null}
      <HandedOut round={round} board={board} list={list} />
    </div>
  );
}

function HandedOut({ round, board, list }: { round: Round; board: Board; list: Assignment[] }) {
  const mayChange = useHasRole('qa_lead');
  const live = list.filter(({ state }) => state === 'assigned');
  const past = list.filter(({ state }) => state !== 'assigned');
  return (
    <section className="stack" aria-labelledby={HANDED_HEADING}>
      <div className="row row--apart">
        <h2 id={HANDED_HEADING} tabIndex={-1}>
          {live.length === 0 ? 'Nobody has a plan yet' : count(live.length, 'assignment')}
        </h2>
        {mayChange && live.length > 0 ? (
          <div className="row">
            <DueForAll round={round} live={live} />
            <TakeBack roundId={round.id} live={live} />
          </div>
        ) : null}
      </div>
      <AssignmentTable round={round} board={board} live={live} />
      {past.length === 0 ? null : (
        <Disclosure summary={`Moved or withdrawn: ${past.length}`}>
          <PastAssignments past={past} />
        </Disclosure>
      )}
    </section>
  );
}

function TakeBack({ roundId, live }: { roundId: string; live: readonly Assignment[] }) {
  const [isAsking, setIsAsking] = useState(false);
  const notBegun = live.filter(({ progress }) => progress === 'not_begun').length;
  const withdraw = useMutation(
    api.assignments.withdrawUnbegun.mutationOptions({
      onSuccess: () => {
        setIsAsking(false);
        showToast(`${count(notBegun, 'assignment')} withdrawn.`);
        focusHanded();
      },
    }),
  );
  if (notBegun === 0) return null;
  return (
    <>
      <Button
        onClick={() => {
          withdraw.reset();
          setIsAsking(true);
        }}
      >
        Withdraw what nobody has begun…
      </Button>
      {isAsking ? (
        <ReasonDialog
          title="Withdraw what nobody has begun"
          confirmLabel={`Withdraw ${count(notBegun, 'assignment')}`}
          hint="It is kept with each of them."
          isBusy={withdraw.isPending}
          error={withdraw.isError ? withdraw.error : null}
          onConfirm={(reason) => {
            withdraw.mutate({ roundId, assignmentIds: null, reason });
          }}
          onClose={() => {
            setIsAsking(false);
          }}
        >
          <p>
            {notBegun === live.length
              ? 'All of them: afterwards the plans can be handed out anew.'
              : `${live.length - notBegun} are under way or submitted, and stay.`}
          </p>
        </ReasonDialog>
      ) : null}
      {withdraw.isError && !isAsking ? <Failed error={withdraw.error} /> : null}
    </>
  );
}
