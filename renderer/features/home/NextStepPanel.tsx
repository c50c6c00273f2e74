import { Link } from 'wouter';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { buttonClass } from '../../ui/Button.tsx';
import type { NextStep, QueueItem } from './next-step.ts';
import { OpenAudit } from './OpenAudit.tsx';

/** What to do next, as one clear action. */
export function NextStepPanel({ step, roundId }: { step: NextStep; roundId: string | undefined }) {
  const { title, text } = wordsOf(step);
  return (
    <section className="next-step" aria-labelledby="next-heading">
      <div className="next-step__words">
        <h2 id="next-heading">{title}</h2>
        <p className="soft">{text}</p>
      </div>
      {step.kind === 'go_on' || step.kind === 'begin' ? (
        <OpenAudit item={step.item} roundId={roundId} look="primary" />
      ) : (
        <Link href={step.kind === 'report' ? '/report' : '/plans'} className={buttonClass('primary')}>
          {step.kind === 'report' ? 'Look at the report' : step.kind === 'file' ? 'File them' : 'Add plans'}
        </Link>
      )}
    </section>
  );
}

function wordsOf(step: NextStep): { title: string; text: string } {
  if (step.kind === 'add') {
    return {
      title: 'Add the first plans',
      text: 'Load draft and final plans from your disk: PDF or Word, several at once.',
    };
  }
  if (step.kind === 'file') {
    return {
      title: step.waiting === 1 ? 'File the document that waits' : `File the ${step.waiting} documents that wait`,
      text: 'They have been read. Say which plan each belongs to; then they can be audited.',
    };
  }
  if (step.kind === 'report') {
    return {
      title: 'Look at the report',
      text: 'You have submitted every audit of this round. The half-term’s report is ready to read and export.',
    };
  }
  const { document } = step.item;
  if (step.kind === 'begin') {
    return {
      title: `Begin the audit of ${naming(step.item)}`,
      text: document.sectionsConfirmed
        ? 'Its sections have been confirmed.'
        : document.hasText
          ? `${document.sectionsFound.length} sections were found in it; a look at them first takes a minute.`
          : 'It is a scan without text, to be read by eye.',
    };
  }
  const answered = document.myAudit?.answered ?? 0;
  const toAnswer = document.myAudit?.toAnswer ?? 0;
  return {
    title: `Go on with ${naming(step.item)}`,
    text:
      answered >= toAnswer
        ? 'Every criterion is answered. Look it over and submit it.'
        : `${answered} of ${toAnswer} criteria answered.`,
  };
}

function naming({ plan, document }: QueueItem): string {
  return document.stage === null ? plan.reference : `${plan.reference}, ${STAGE_WORDS[document.stage].toLowerCase()}`;
}
