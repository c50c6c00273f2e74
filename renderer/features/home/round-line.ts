import type { Round } from '../../../shared/contract/rounds.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import type { Queue, Standing } from './next-step.ts';

export interface Stage {
  id: 'set_up' | 'sample' | 'documents' | 'assign' | 'calibrate' | 'grade' | 'moderate' | 'act' | 'report';
  label: string;
  detail: string;
  /** `left_out`: a step that this round does without. */
  state: 'done' | 'now' | 'later' | 'left_out';
  /** Where it is done, for who may go there. */
  path: string;
}

/**
 * The round's line. A round whose plans are neither drawn nor handed out is graded by whoever takes a document, so that
 * its sample and its assignments are no steps to wait for; one that names no plan to calibrate on, or that several never
 * grade together, does without that step.
 */
export function roundLine(queue: Queue, { round, waiting, isAuditor, isLead, isChair }: Standing): Stage[] {
  const open = queue.underWay.length + queue.toBegin.length;
  const mine = open + queue.submitted.length;
  const documents = round?.documents ?? 0;
  const plans = round?.plans ?? 0;
  const assigned = round?.assigned ?? 0;
  const missing = round?.plansWithoutDocument ?? 0;
  const without = round?.plansWithoutAuditor ?? 0;
  const isDrawn = plans > 0;
  const hasDocuments = isDrawn ? missing < plans : documents > 0;
  const hasAll = hasDocuments && missing === 0 && waiting === 0;
  const isHandedOut = assigned > 0 || (!isDrawn && documents > 0);
  const submitted = queue.submitted.length;
  const handedIn = round?.handedIn ?? 0;
  const isMineDone = mine > 0 && open === 0 && waiting === 0;
  const isGraded = assigned > 0 ? handedIn === assigned : isMineDone;
  const moderate = moderateStage(round, isGraded);
  const isAgreed = isGraded && moderate.state !== 'now';
  return [
    { id: 'set_up', label: 'Set up', detail: membersWords(round), state: 'done', path: '/round/set-up' },
    {
      id: 'sample',
      label: 'Sample',
      detail: isDrawn ? sampleWords(round, plans) : documents > 0 ? 'As they were added' : 'None drawn yet',
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
      detail: assignWords({ assigned, without, isHandedOut }),
      state: isHandedOut && (assigned === 0 || without === 0) ? 'done' : hasDocuments ? 'now' : 'later',
      path: '/round/assign',
    },
    calibrateStage(round, isHandedOut),
    {
      id: 'grade',
      label: 'Grade',
      detail: gradeWords({ mine, submitted, assigned, handedIn, isAuditor }),
      state: isGraded ? 'done' : isHandedOut ? 'now' : 'later',
      path: '/round/progress',
    },
    moderate,
    actStage(round, isAgreed),
    {
      id: 'report',
      label: 'Report',
      detail: submitted === 0 && handedIn === 0 ? 'When gradings are in' : isLead || isChair ? 'Ready to look at' : '',
      state: isAgreed ? 'now' : 'later',
      path: '/report',
    },
  ];
}

function calibrateStage(round: Round | undefined, isHandedOut: boolean): Stage {
  const { calibrating = 0, calibrated = 0 } = round ?? {};
  const stage = { id: 'calibrate', label: 'Calibrate', path: '/moderate' } as const;
  if (calibrating === 0) {
    return isHandedOut
      ? { ...stage, detail: 'No plan named', state: 'left_out' }
      : { ...stage, detail: 'If a plan is named', state: 'later' };
  }
  const isDone = calibrated === calibrating;
  return { ...stage, detail: `${calibrated} of ${calibrating} submitted`, state: isDone ? 'done' : 'now' };
}

function moderateStage(round: Round | undefined, isGraded: boolean): Stage {
  const { forPanel = 0, readyForPanel = 0, inPanel = 0, agreed = 0 } = round ?? {};
  const stage = { id: 'moderate', label: 'Moderate', path: '/moderate' } as const;
  if (forPanel === 0) {
    return isGraded
      ? { ...stage, detail: 'One auditor each', state: 'left_out' }
      : { ...stage, detail: 'When gradings are in', state: 'later' };
  }
  if (agreed === forPanel) return { ...stage, detail: `All ${forPanel} agreed`, state: 'done' };
  const isBegun = readyForPanel + inPanel + agreed > 0;
  const words = [
    readyForPanel > 0 ? `${readyForPanel} ready` : '',
    inPanel > 0 ? `${inPanel} under way` : '',
    agreed > 0 ? `${agreed} of ${forPanel} agreed` : '',
  ].filter((part) => part !== '');
  return {
    ...stage,
    detail: isBegun ? words.join(', ') : 'When gradings are in',
    state: isBegun ? 'now' : 'later',
  };
}

function actStage(round: Round | undefined, isAgreed: boolean): Stage {
  const { actions = 0, actionsOpen = 0 } = round ?? {};
  const stage = { id: 'act', label: 'Act', path: '/actions' } as const;
  if (actions === 0) return { ...stage, detail: 'No actions yet', state: isAgreed ? 'now' : 'later' };
  if (actionsOpen === 0) return { ...stage, detail: `All ${actions} settled`, state: isAgreed ? 'done' : 'later' };
  return { ...stage, detail: `${actionsOpen} of ${actions} open`, state: 'now' };
}

function membersWords(round: Round | undefined): string {
  if (round === undefined || round.members === 0) return 'Dates are set';
  return round.members === 1 ? '1 auditor' : `${round.members} auditors`;
}

/** '9 plans'; '9 plans, 8 drawn' or '9 plans, not drawn' where a random round holds what was not drawn. */
function sampleWords(round: Round | undefined, plans: number): string {
  if (round?.kind !== 'random' || round.drawn === plans) return count(plans, 'plan');
  return round.drawn === 0 ? `${count(plans, 'plan')}, not drawn` : `${count(plans, 'plan')}, ${round.drawn} drawn`;
}

function assignWords({
  assigned,
  without,
  isHandedOut,
}: {
  assigned: number;
  without: number;
  isHandedOut: boolean;
}): string {
  if (assigned > 0 && without > 0) return `${count(without, 'plan')} with nobody`;
  if (assigned > 0) return `${assigned} handed out`;
  return isHandedOut ? 'Everyone takes any' : 'When there are documents';
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
  if (isAuditor && mine > 0) return `${submitted} of ${mine} yours`;
  return assigned > 0 ? `${handedIn} of ${assigned} submitted` : 'Nothing to grade yet';
}
