import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Assignment } from '../../../shared/contract/assignments.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Notice } from '../../ui/Notice.tsx';

/** What holds gradings up that no auditor can do anything about: plans that nobody is asked for, and names not checked. */
export function StillToDo({ round, live }: { round: Round; live: readonly Assignment[] }) {
  return (
    <>
      <WithNobody round={round} live={live} />
      <Unchecked roundId={round.id} live={live} />
    </>
  );
}

function WithNobody({ round, live }: { round: Round; live: readonly Assignment[] }) {
  const isAny = round.plansWithoutAuditor > 0;
  const board = useQuery(api.assignments.board.queryOptions({ input: { roundId: round.id }, enabled: isAny }));
  if (!isAny || board.data === undefined) return null;
  const asked = new Set(live.filter(({ isCalibration }) => !isCalibration).map(({ planId }) => planId));
  const without = board.data.documents.filter(({ planId }) => !asked.has(planId));
  if (without.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={`${count(without.length, 'plan')} of the round ${without.length === 1 ? 'is' : 'are'} with nobody.`}
      action={<Link href={`/round/assign/${round.id}`}>Assign {without.length === 1 ? 'it' : 'them'}</Link>}
    >
      {referenceWords(without.map(({ planReference }) => planReference))}
    </Notice>
  );
}

function Unchecked({ roundId, live }: { roundId: string; live: readonly Assignment[] }) {
  const isLead = useHasRole('qa_lead');
  const isForum = live.some(
    ({ auditor, progress }) => auditor.agency === 'parent_carer_forum' && progress !== 'submitted',
  );
  const checks = useQuery(api.masking.list.queryOptions({ input: { roundId }, enabled: isLead && isForum }));
  const unchecked = (checks.data ?? []).filter(({ state }) => state !== 'checked');
  if (!isLead || !isForum || unchecked.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={`The parent carer forum cannot open ${count(unchecked.length, 'plan')} yet.`}
      action={<Link href={`/round/assign/${roundId}`}>See which</Link>}
    >
      Check which names are masked in {unchecked.length === 1 ? 'it' : 'them'}, and tick:{' '}
      {referenceWords(unchecked.map(({ planReference }) => planReference))}
    </Notice>
  );
}

/** Some of them by name, the others by number. */
function referenceWords(references: readonly string[]): string {
  const named = references.slice(0, MOST_NAMED).join(', ');
  const more = references.length - MOST_NAMED;
  return more > 0 ? `${named} and ${more} more.` : `${named}.`;
}

const MOST_NAMED = 6;
