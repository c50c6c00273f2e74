import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
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
      {stepOf(step, report, choice)}
    </Tabs>
  );
}

function stepOf(step: StepId, report: PartnershipReport, choice: ReportChoice) {
  switch (step) {
    case 'check':
      return (
        <div className="stack">
          <Points report={report} />
          <ReportPreview report={report} />
        </div>
      );
    case 'words':
      return <WordsStep report={report} choice={choice} />;
    case 'excerpts':
      return <ExcerptsStep key={choice.halfTermId} choice={choice} />;
    case 'freeze':
      return <FreezeStep key={`${choice.halfTermId} ${choice.edition}`} choice={choice} />;
    default:
      return step satisfies never;
  }
}

function Points({ report }: { report: PartnershipReport }) {
  const points = checkPoints(report);
  if (points.length === 0) return null;
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
