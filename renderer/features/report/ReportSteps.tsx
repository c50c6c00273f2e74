import { useQuery } from '@tanstack/react-query';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { BoardPaper } from './BoardPaper.tsx';
import { checkPoints } from './check-points.ts';
import { ExcerptsStep } from './ExcerptsStep.tsx';
import { FreezeStep } from './FreezeStep.tsx';
import type { ReportChoice } from './report-choice.ts';
import { ReportPreview } from './ReportPreview.tsx';
import { type StepId, STEPS } from './steps.ts';
import { WordsStep } from './WordsStep.tsx';

/** The steps of making a report. What is typed is kept at once, so that a person may go to and fro. */
export function ReportSteps({
  report,
  choice,
  step,
  onStep,
}: {
  report: PartnershipReport;
  choice: ReportChoice;
  step: StepId;
  onStep: (step: StepId) => void;
}) {
  return (
    <Tabs
      label="Steps of the report"
      tabs={STEPS}
      selected={step}
      onSelect={(id) => {
        onStep(STEPS.find((each) => each.id === id)?.id ?? 'check');
      }}
    >
      {stepOf(step, report, choice, (id) => {
        onStep(id);
        // The button that was pressed goes with its step: the focus is on the tab of the new one, once that is drawn.
        setTimeout(focusTab);
      })}
    </Tabs>
  );
}

function focusTab(): void {
  document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
}

function stepOf(step: StepId, report: PartnershipReport, choice: ReportChoice, onStep: (step: StepId) => void) {
  switch (step) {
    case 'check':
      return (
        <div className="stack">
          <Ready report={report} choice={choice} onStep={onStep} />
          <ReportPreview key={nameOf(choice)} report={report} />
        </div>
      );
    case 'words':
      return (
        <div className="stack">
          <Onward words="What you write is saved as you type." label="On to excerpts" to="excerpts" onStep={onStep} />
          <WordsStep key={nameOf(choice)} report={report} choice={choice} />
        </div>
      );
    case 'excerpts':
      return (
        <div className="stack">
          <Onward
            words="A report stands without excerpts as well."
            label="On to freezing and exporting"
            to="freeze"
            onStep={onStep}
          />
          <ExcerptsStep key={choice.halfTermId} choice={choice} />
        </div>
      );
    case 'freeze':
      return <FreezeStep key={nameOf(choice)} report={report} choice={choice} />;
    default:
      return step satisfies never;
  }
}

/** Another report is another sheet, and drawn as gently as the first. */
function nameOf({ halfTermId, edition, threshold, hideZero }: ReportChoice): string {
  return `${halfTermId} ${edition} ${threshold} ${hideZero}`;
}

/** What is still open, and the shortest way to a paper for the board; words and excerpts are for whoever has them. */
function Ready({
  report,
  choice,
  onStep,
}: {
  report: PartnershipReport;
  choice: ReportChoice;
  onStep: (step: StepId) => void;
}) {
  const isPublishable = choice.edition === 'publishable';
  const internal = useQuery(
    api.reports.preview.queryOptions({ input: { ...choice, edition: 'internal' }, enabled: isPublishable }),
  );
  return (
    <section className="panel stack-tight" aria-labelledby="ready-heading">
      <h2 id="ready-heading">The paper for the board</h2>
      {isPublishable ? (
        <Asked query={internal} loading="Looking for what is still open">
          {(whole) => <Points points={checkPoints(report, whole)} />}
        </Asked>
      ) : (
        <Points points={checkPoints(report, report)} />
      )}
      <BoardPaper
        key={nameOf(choice)}
        choice={choice}
        onEarlier={() => {
          onStep('freeze');
        }}
      >
        <StepButton label="Write in it first" to="words" onStep={onStep} />
        <StepButton label="Other forms" to="freeze" onStep={onStep} />
      </BoardPaper>
    </section>
  );
}

function Points({ points }: { points: readonly string[] }) {
  if (points.length === 0) {
    return (
      <p>Nothing is left open. The summary stands on the first page, and every figure behind it in the annexes.</p>
    );
  }
  return (
    <Notice tone="info" title="Before this goes out">
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Where a step leads to. */
function Onward({
  words,
  label,
  to,
  onStep,
}: {
  words: string;
  label: string;
  to: StepId;
  onStep: (step: StepId) => void;
}) {
  return (
    <div className="row">
      <p className="soft">{words}</p>
      <StepButton label={label} to={to} onStep={onStep} />
    </div>
  );
}

function StepButton({ label, to, onStep }: { label: string; to: StepId; onStep: (step: StepId) => void }) {
  return (
    <Button
      look="secondary"
      onClick={() => {
        onStep(to);
      }}
    >
      {label}
    </Button>
  );
}
