import type { DocumentSummary, Plan } from '../../../shared/contract/plans.ts';

/** A document in front of the auditor, with the plan it belongs to. */
export interface QueueItem {
  plan: Pick<Plan, 'id' | 'reference' | 'initials'>;
  document: DocumentSummary;
}

export interface Queue {
  underWay: QueueItem[];
  toBegin: QueueItem[];
  submitted: QueueItem[];
}

/** Every document of the round by how far my audit of it is; those nearest to done first. */
export function queueOf(items: readonly QueueItem[]): Queue {
  const done = ({ document }: QueueItem) =>
    document.myAudit === null || document.myAudit.toAnswer === 0
      ? 0
      : document.myAudit.answered / document.myAudit.toAnswer;
  return {
    underWay: items
      .filter(({ document }) => document.myAudit?.state === 'open')
      .sort((one, other) => done(other) - done(one)),
    toBegin: items.filter(({ document }) => document.myAudit === null),
    submitted: items.filter(({ document }) => document.myAudit?.state === 'submitted'),
  };
}

/** The one thing to do next. */
export type NextStep =
  | { kind: 'add' }
  | { kind: 'file'; waiting: number }
  | { kind: 'go_on'; item: QueueItem }
  | { kind: 'begin'; item: QueueItem }
  | { kind: 'report' };

/**
 * What a person would do next: what is begun is ended first, a document that waits is filed before a new audit is
 * begun, and the report comes when nothing is left.
 */
export function nextStep(queue: Queue, waiting: number): NextStep {
  const [underWay] = queue.underWay;
  if (underWay !== undefined) return { kind: 'go_on', item: underWay };
  if (waiting > 0) return { kind: 'file', waiting };
  const [toBegin] = queue.toBegin;
  if (toBegin !== undefined) return { kind: 'begin', item: toBegin };
  return queue.submitted.length > 0 ? { kind: 'report' } : { kind: 'add' };
}

export interface Stage {
  id: 'set_up' | 'documents' | 'grade' | 'report';
  label: string;
  detail: string;
  state: 'done' | 'now' | 'later';
}

/** The round's line, as far as it is built: set up, documents, grade, report. Counts are of documents, drafts and finals each. */
export function roundLine(queue: Queue, waiting: number): Stage[] {
  const filed = queue.underWay.length + queue.toBegin.length + queue.submitted.length;
  const submitted = queue.submitted.length;
  const hasAll = filed > 0 && waiting === 0;
  const isGraded = hasAll && submitted === filed;
  return [
    { id: 'set_up', label: 'Set up', detail: 'The half-term and its panel date', state: 'done' },
    {
      id: 'documents',
      label: 'Documents',
      detail: waiting > 0 ? `${filed} filed, ${waiting} to be filed` : filed === 0 ? 'None yet' : `${filed} filed`,
      state: hasAll ? 'done' : 'now',
    },
    {
      id: 'grade',
      label: 'Grade',
      detail: filed === 0 ? 'Nothing to grade yet' : `${submitted} of ${filed} submitted by you`,
      state: isGraded ? 'done' : filed > 0 ? 'now' : 'later',
    },
    {
      id: 'report',
      label: 'Report',
      detail: submitted === 0 ? 'When gradings are in' : 'Ready to look at',
      state: isGraded ? 'now' : 'later',
    },
  ];
}
