import { Link } from 'wouter';
import type { QueueItem } from '../../../shared/contract/plans.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import { dueWords } from '../../api/due-words.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { todayIso } from '../../ui/dates.ts';
import type { NextStep } from './next-step.ts';
import { OpenAudit } from './OpenAudit.tsx';

/** What to do next, as one clear action. */
export function NextStepPanel({ step }: { step: NextStep }) {
  const { title, text } = wordsOf(step);
  const way = wayOf(step);
  return (
    <section className="next-step" aria-labelledby="next-heading">
      <div className="next-step__words">
        <h2 id="next-heading">{title}</h2>
        <p className="soft">{text}</p>
      </div>
      {step.kind === 'go_on' || step.kind === 'begin' ? <OpenAudit item={step.item} look="primary" /> : null}
      {way === null ? null : (
        <Link href={way.path} className={buttonClass('primary')}>
          {way.label}
        </Link>
      )}
    </section>
  );
}

function wayOf(step: NextStep): { path: string; label: string } | null {
  switch (step.kind) {
    case 'go_on':
    case 'begin':
    case 'wait':
    case 'prepared_first':
      return null;
    case 'add':
      return { path: '/plans', label: 'Add plans' };
    case 'file':
      return { path: '/plans', label: 'File them' };
    case 'draw':
      return { path: '/round/sample', label: 'Draw the sample' };
    case 'documents':
      return { path: '/round/documents', label: 'See which' };
    case 'assign':
      return { path: '/round/assign', label: 'Assign the plans' };
    case 'assign_rest':
      return { path: '/round/assign', label: 'Assign the rest' };
    case 'check_masks':
      return { path: '/round/assign', label: 'See which' };
    case 'moderate':
      return { path: '/moderate', label: 'Go to moderation' };
    case 'all_in':
      return { path: '/moderate', label: 'See moderation' };
    case 'await_gradings':
      return { path: '/round/progress', label: 'See how far they are' };
    case 'chase':
      return { path: '/round/progress', label: 'See how far they are' };
    case 'report':
      return { path: '/report', label: 'Look at the report' };
    default:
      return assertNever(step);
  }
}

function wordsOf(step: NextStep): { title: string; text: string } {
  switch (step.kind) {
    case 'add':
      return {
        title: 'Add the first plans',
        text: 'Load draft and final plans from your disk: PDF or Word, several at once.',
      };
    case 'file':
      return {
        title: step.waiting === 1 ? 'File the document that waits' : `File the ${step.waiting} documents that wait`,
        text: 'They have been read. Say which plan each belongs to; then they can be audited.',
      };
    case 'draw':
      return {
        title: 'Draw this round’s sample',
        text: `${count(step.plans, 'plan')} in the register, and none in the round yet.`,
      };
    case 'documents':
      return {
        title: 'Add the missing documents',
        text: `${step.missing} of the round’s ${count(step.plans, 'plan')} ${step.missing === 1 ? 'has' : 'have'} neither draft nor final yet.`,
      };
    case 'assign':
      return {
        title: 'Hand the plans out',
        text: `${count(step.plans, 'plan')} with their documents are ready for auditors.`,
      };
    case 'assign_rest':
      return {
        title: step.missing === 1 ? 'One plan is with nobody' : `${step.missing} plans are with nobody`,
        text: `Of the round’s ${count(step.plans, 'plan')}, ${step.missing === 1 ? 'it has' : 'they have'} no auditor.`,
      };
    case 'check_masks':
      return {
        title: `Check the names in ${count(step.unchecked, 'plan')}`,
        text: 'The parent carer forum is asked to audit them, and opens them once you have ticked what is masked.',
      };
    case 'prepared_first':
      return {
        title: step.plans === 1 ? 'Your plan is being prepared' : 'Your plans are being prepared',
        text: `Names are checked by the QA lead first. Then ${step.plans === 1 ? 'it opens' : 'they open'} here.`,
      };
    case 'moderate':
      return {
        title: panelTitle(step),
        text: 'The largest disagreement comes first, with both sides’ excerpts.',
      };
    case 'await_gradings': {
      const { assigned, handedIn, forPanel, agreed } = step.round;
      return {
        title: `${handedIn} of ${assigned} gradings are in`,
        text: `Nothing is ready for the panel yet. ${
          agreed === 0
            ? 'A plan is, once all of its auditors have submitted.'
            : `${agreed} of ${forPanel} plans are agreed.`
        }`,
      };
    }
    case 'chase': {
      const { assigned, handedIn, late } = step.round;
      return {
        title: `${handedIn} of ${assigned} gradings are in`,
        text: late === 0 ? 'Nobody is late.' : `${late} ${late === 1 ? 'is' : 'are'} late.`,
      };
    }
    case 'wait':
      return {
        title: 'Nothing is asked of you yet',
        text: 'The QA lead hands out this round’s plans; yours will stand here, with their dates.',
      };
    case 'all_in':
      return {
        title: 'All that you were asked for is in',
        text: `What the panel agrees${step.panelDate === null ? '' : ` on ${formatDate(step.panelDate)}`} stands beside your answers under Moderate.`,
      };
    case 'report':
      return {
        title: 'Look at the report',
        text: 'Nothing of this round is left for you to do. The half-term’s report is ready to read and export.',
      };
    case 'go_on':
    case 'begin':
      return {
        title: `${step.kind === 'begin' ? 'Begin the audit of' : 'Go on with'} ${naming(step.item)}`,
        text: auditWords(step.item),
      };
    default:
      return assertNever(step);
  }
}

function panelTitle({ ready, inPanel }: { ready: number; inPanel: number }): string {
  if (ready === 0) return inPanel === 1 ? 'One plan is before the panel' : `${inPanel} plans are before the panel`;
  const words = ready === 1 ? 'One plan is ready to moderate' : `${ready} plans are ready to moderate`;
  return inPanel === 0 ? words : `${words}, ${inPanel} under way`;
}

function auditWords(item: QueueItem): string {
  const { document, assignment } = item;
  const due = dueWords(assignment?.dueOn ?? null, todayIso());
  return [due === '' ? '' : `${due}.`, stateWords(document)].filter((part) => part !== '').join(' ');
}

function stateWords(document: QueueItem['document']): string {
  if (document.myAudit === null) {
    return document.sectionsConfirmed
      ? 'Its sections have been confirmed.'
      : document.hasText
        ? `${document.sectionsFound.length} sections were found in it; a look at them first takes a minute.`
        : 'It is a scan without text, to be read by eye.';
  }
  const { answered, toAnswer } = document.myAudit;
  return answered >= toAnswer
    ? 'Every criterion is answered. Look it over and submit it.'
    : `${answered} of ${toAnswer} criteria answered.`;
}

function naming({ plan, document }: QueueItem): string {
  return document.stage === null ? plan.reference : `${plan.reference}, ${STAGE_WORDS[document.stage].toLowerCase()}`;
}
