import type { QueueItem } from '../../../shared/contract/plans.ts';
import type { Round } from '../../../shared/contract/rounds.ts';

export interface Queue {
  underWay: QueueItem[];
  toBegin: QueueItem[];
  submitted: QueueItem[];
}

/** Every document in front of me by how far my audit of it is; the first to be due first, then those nearest to done. */
export function queueOf(items: readonly QueueItem[]): Queue {
  const done = ({ document }: QueueItem) =>
    document.myAudit === null || document.myAudit.toAnswer === 0
      ? 0
      : document.myAudit.answered / document.myAudit.toAnswer;
  return {
    underWay: items
      .filter(({ document }) => document.myAudit?.state === 'open')
      .sort((one, other) => byDue(one, other) || done(other) - done(one)),
    toBegin: items.filter(({ document }) => document.myAudit === null).sort(byDue),
    submitted: items.filter(({ document }) => document.myAudit?.state === 'submitted'),
  };
}

/** What is not handed in, in the order in which it would be taken up: by due date, what is begun before what is not. */
export function openItems({ underWay, toBegin }: Queue): QueueItem[] {
  return [...underWay, ...toBegin].sort(byDue);
}

/** Those without a date last. */
function byDue(one: QueueItem, other: QueueItem): number {
  return (one.assignment?.dueOn ?? NO_DATE).localeCompare(other.assignment?.dueOn ?? NO_DATE);
}

const NO_DATE = '9999-12-31';

/** What Home knows of the round in hand, beside my own queue. */
export interface Standing {
  round: Round | undefined;
  /** Documents to be filed. */
  waiting: number;
  /** Plans in the register. */
  plans: number;
  /** Plans that the parent carer forum is asked to audit and whose masks nobody has ticked; none for who cannot tick them. */
  unchecked: number;
  isLead: boolean;
  isChair: boolean;
  isAuditor: boolean;
}

/** The one thing to do next. */
export type NextStep =
  | { kind: 'add' }
  | { kind: 'file'; waiting: number }
  | { kind: 'go_on'; item: QueueItem }
  | { kind: 'begin'; item: QueueItem }
  | { kind: 'prepared_first'; plans: number }
  | { kind: 'draw'; plans: number }
  | { kind: 'documents'; missing: number; plans: number }
  | { kind: 'assign'; plans: number }
  | { kind: 'assign_rest'; missing: number; plans: number }
  | { kind: 'check_masks'; unchecked: number }
  | { kind: 'chase'; round: Round }
  | { kind: 'moderate'; ready: number; inPanel: number }
  | { kind: 'await_gradings'; round: Round }
  | { kind: 'wait' }
  | { kind: 'all_in'; panelDate: string | null }
  | { kind: 'report' };

/**
 * What a person would do next: what is begun is ended first, a document that waits is filed before a new audit is
 * begun, whoever leads the round sets it up before that, the panel meets once gradings are in, and the report comes when
 * nothing is left. Whoever chairs is told of plans that are ready for the panel before the others are.
 */
export function nextStep(queue: Queue, standing: Standing): NextStep {
  const { waiting, isLead, isChair, isAuditor, plans, unchecked, round } = standing;
  const mine = isAuditor ? openItems(queue) : [];
  const first = mine.find(({ isPrepared }) => isPrepared);
  if (first !== undefined && first.document.myAudit !== null) return { kind: 'go_on', item: first };
  if (waiting > 0) return { kind: 'file', waiting };
  const setUp = isLead && round !== undefined ? setUpStep(round, plans) : null;
  if (setUp !== null) return setUp;
  if (isLead && unchecked > 0) return { kind: 'check_masks', unchecked };
  if (first !== undefined) return { kind: 'begin', item: first };
  if (mine.length > 0) return { kind: 'prepared_first', plans: mine.length };
  if (round !== undefined && (isChair || isLead)) return panelStep(queue, standing, round);
  if (queue.submitted.length > 0) return { kind: 'all_in', panelDate: round?.panelDate ?? null };
  if ((round?.assigned ?? 0) + (round?.plans ?? 0) > 0) return { kind: 'wait' };
  return { kind: 'add' };
}

/** From gradings that are handed out to what the panel agrees, for whoever leads or chairs. */
function panelStep(queue: Queue, { isLead, isChair }: Standing, round: Round): NextStep {
  const { assigned, handedIn, readyForPanel: ready, inPanel } = round;
  const moderate: NextStep | null = ready + inPanel > 0 ? { kind: 'moderate', ready, inPanel } : null;
  if (isChair && moderate !== null) return moderate;
  if (handedIn < assigned) return { kind: isLead ? 'chase' : 'await_gradings', round };
  if (moderate !== null) return moderate;
  if (queue.submitted.length > 0 || assigned > 0) return { kind: 'report' };
  return { kind: isLead ? 'add' : 'wait' };
}

/** What a QA lead has still to do for a round whose plans are drawn, or could be. */
function setUpStep(round: Round, plans: number): NextStep | null {
  if (round.plans === 0) return plans > 0 && round.documents === 0 ? { kind: 'draw', plans } : null;
  if (round.assigned > 0) {
    const missing = round.plansWithoutAuditor;
    return missing > 0 ? { kind: 'assign_rest', missing, plans: round.plans } : null;
  }
  if (round.plansWithoutDocument > 0) {
    return { kind: 'documents', missing: round.plansWithoutDocument, plans: round.plans };
  }
  return round.members > 1 ? { kind: 'assign', plans: round.plans } : null;
}
