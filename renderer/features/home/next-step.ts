import type { QueueItem } from '../../../shared/contract/plans.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { count } from '../../../shared/domain/calendar-date.ts';

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
  isLead: boolean;
  isAuditor: boolean;
}

/** The one thing to do next. */
export type NextStep =
  | { kind: 'add' }
  | { kind: 'file'; waiting: number }
  | { kind: 'go_on'; item: QueueItem }
  | { kind: 'begin'; item: QueueItem }
  | { kind: 'draw'; plans: number }
  | { kind: 'documents'; missing: number; plans: number }
  | { kind: 'assign'; plans: number }
  | { kind: 'chase'; round: Round }
  | { kind: 'wait' }
  | { kind: 'report' };

/**
 * What a person would do next: what is begun is ended first, a document that waits is filed before a new audit is
 * begun, whoever leads the round sets it up before that, and the report comes when nothing is left.
 */
export function nextStep(queue: Queue, standing: Standing): NextStep {
  const { waiting, isLead, isAuditor, plans, round } = standing;
  const [first] = openItems(queue);
  if (isAuditor && first !== undefined && first.document.myAudit !== null) return { kind: 'go_on', item: first };
  if (waiting > 0) return { kind: 'file', waiting };
  const setUp = isLead && round !== undefined ? setUpStep(round, plans) : null;
  if (setUp !== null) return setUp;
  if (isAuditor && first !== undefined) return { kind: 'begin', item: first };
  if (isLead && round !== undefined && round.handedIn < round.assigned) return { kind: 'chase', round };
  if (queue.submitted.length > 0) return { kind: 'report' };
  if (!isLead && (round?.assigned ?? 0) + (round?.plans ?? 0) > 0) return { kind: 'wait' };
  if (isLead && round !== undefined && round.assigned > 0) return { kind: 'report' };
  return { kind: 'add' };
}

/** What a QA lead has still to do for a round whose plans are drawn, or could be. */
function setUpStep(round: Round, plans: number): NextStep | null {
  if (round.plans === 0) return plans > 0 && round.documents === 0 ? { kind: 'draw', plans } : null;
  if (round.assigned > 0) return null;
  if (round.plansWithoutDocument > 0) {
    return { kind: 'documents', missing: round.plansWithoutDocument, plans: round.plans };
  }
  return round.members > 1 ? { kind: 'assign', plans: round.plans } : null;
}

export interface Stage {
  id: 'set_up' | 'sample' | 'documents' | 'assign' | 'grade' | 'report';
  label: string;
  detail: string;
  state: 'done' | 'now' | 'later';
  /** Where it is done, for who may go there. */
  path: string;
}

/**
 * The round's line, as far as it is built. A round whose plans are neither drawn nor handed out is graded by whoever
 * takes a document, so that its sample and its assignments are no steps to wait for.
 */
export function roundLine(queue: Queue, { round, waiting, isAuditor }: Standing): Stage[] {
  const open = queue.underWay.length + queue.toBegin.length;
  const mine = open + queue.submitted.length;
  const documents = round?.documents ?? 0;
  const plans = round?.plans ?? 0;
  const assigned = round?.assigned ?? 0;
  const missing = round?.plansWithoutDocument ?? 0;
  const isDrawn = plans > 0;
  const hasDocuments = isDrawn ? missing < plans : documents > 0;
  const hasAll = hasDocuments && missing === 0 && waiting === 0;
  const isHandedOut = assigned > 0 || (!isDrawn && documents > 0);
  const submitted = queue.submitted.length;
  const handedIn = round?.handedIn ?? 0;
  const isMineDone = mine > 0 && open === 0 && waiting === 0;
  const isGraded = assigned > 0 ? handedIn === assigned : isMineDone;
  return [
    { id: 'set_up', label: 'Set up', detail: membersWords(round), state: 'done', path: '/round/set-up' },
    {
      id: 'sample',
      label: 'Sample',
      detail: isDrawn ? count(plans, 'plan') : documents > 0 ? 'As they were added' : 'None drawn yet',
      state: isDrawn || documents > 0 ? 'done' : 'now',
      path: '/round/sample',
    },
    {
      id: 'documents',
      label: 'Documents',
      detail: documentWords({ waiting, missing, plans, documents }),
      state: hasAll ? 'done' : isDrawn || documents > 0 || waiting > 0 ? 'now' : 'later',
      path: '/round/documents',
    },
    {
      id: 'assign',
      label: 'Assign',
      detail: assigned > 0 ? `${assigned} handed out` : isHandedOut ? 'Everyone takes any' : 'When there are documents',
      state: isHandedOut ? 'done' : hasDocuments ? 'now' : 'later',
      path: '/round/assign',
    },
    {
      id: 'grade',
      label: 'Grade',
      detail: gradeWords({ mine, submitted, assigned, handedIn, isAuditor }),
      state: isGraded ? 'done' : isHandedOut ? 'now' : 'later',
      path: '/round/progress',
    },
    {
      id: 'report',
      label: 'Report',
      detail: submitted === 0 && handedIn === 0 ? 'When gradings are in' : 'Ready to look at',
      state: isGraded ? 'now' : 'later',
      path: '/report',
    },
  ];
}

function membersWords(round: Round | undefined): string {
  if (round === undefined || round.members === 0) return 'Dates are set';
  return round.members === 1 ? '1 auditor' : `${round.members} auditors`;
}

function documentWords({
  waiting,
  missing,
  plans,
  documents,
}: {
  waiting: number;
  missing: number;
  plans: number;
  documents: number;
}): string {
  if (waiting > 0) return `${waiting} to be filed`;
  if (plans > 0) return missing === 0 ? 'All there' : `${missing} of ${plans} lack one`;
  return documents === 0 ? 'None yet' : `${documents} filed`;
}

function gradeWords({
  mine,
  submitted,
  assigned,
  handedIn,
  isAuditor,
}: {
  mine: number;
  submitted: number;
  assigned: number;
  handedIn: number;
  isAuditor: boolean;
}): string {
  if (isAuditor && mine > 0) return `${submitted} of ${mine} submitted by you`;
  return assigned > 0 ? `${handedIn} of ${assigned} submitted` : 'Nothing to grade yet';
}
