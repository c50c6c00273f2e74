import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Round } from '../../../shared/contract/rounds.ts';
import { EDITIONS } from '../../../shared/domain/report/report-model.ts';
import { HIDDEN_CHOICES, hiddenChoice, USUALLY_HIDDEN } from '../../../shared/domain/report/hidden-choices.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { EarlierReports } from './EarlierReports.tsx';
import { EDITION_WORDS, type ReportChoice } from './report-choice.ts';
import { ReportSteps } from './ReportSteps.tsx';
import type { StepId } from './steps.ts';
import './report.css';

/** A half-term's report in four steps: checked, put into words, given excerpts, frozen and given out. */
export function ReportPage() {
  const mayReport = useHasRole('qa_lead', 'chair');
  const rounds = useQuery(api.rounds.list.queryOptions({ enabled: mayReport }));
  const current = useQuery(api.rounds.current.queryOptions({ enabled: mayReport }));
  if (!mayReport) {
    return (
      <div className="page">
        <PageHeader title="Report" />
        <EmptyState title="The report is for the QA lead and the chair">
          <p>Ask one of them for a copy. Who holds which role stands in Settings.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page">
      <Asked query={current} loading="Looking for the round">
        {(round) => (
          <Asked query={rounds} loading="Looking for the rounds">
            {(list) => <Reports rounds={list} current={round} />}
          </Asked>
        )}
      </Asked>
    </div>
  );
}

function Reports({ rounds, current }: { rounds: readonly Round[]; current: Round }) {
  const [choice, setChoice] = useState<ReportChoice>({
    halfTermId: current.halfTerm.id,
    edition: 'internal',
    ...USUALLY_HIDDEN,
  });
  // Stays while another half-term or edition is counted.
  const [step, setStep] = useState<StepId>('check');
  const report = useQuery(api.reports.preview.queryOptions({ input: choice }));
  const halfTerms = new Map(rounds.map(({ halfTerm }) => [halfTerm.id, halfTerm]));
  const own = rounds.filter(({ halfTerm }) => halfTerm.id === choice.halfTermId);
  const documents = own.reduce((sum, round) => sum + round.documents, 0);
  const submitted = own.reduce((sum, round) => sum + round.auditsSubmitted, 0);
  return (
    <>
      <PageHeader title="Report" />
      <div className="row report-choice">
        <SelectField
          label="Half-term"
          value={choice.halfTermId}
          choices={[...halfTerms.values()]
            .toSorted((a, b) => (a.start < b.start ? 1 : -1))
            .map(({ id, label, schoolYear }) => ({ value: id, label: `${label} ${schoolYear.replace('-', '/')}` }))}
          onChange={({ currentTarget: { value } }) => {
            setChoice({ ...choice, halfTermId: value });
          }}
        />
        <SelectField
          label="Edition"
          value={choice.edition}
          choices={EDITIONS.map((edition) => ({ value: edition, label: EDITION_WORDS[edition] }))}
          onChange={({ currentTarget: { value } }) => {
            const edition = EDITIONS.find((known) => known === value) ?? 'internal';
            setChoice({ ...choice, edition });
          }}
        />
        {choice.edition === 'publishable' ? (
          <SelectField
            label="Counts that are hidden"
            value={hiddenChoice(choice)}
            choices={HIDDEN_CHOICES}
            onChange={({ currentTarget: { value } }) => {
              const found = HIDDEN_CHOICES.find((known) => known.value === value);
              setChoice({ ...choice, ...(found?.hidden ?? USUALLY_HIDDEN) });
            }}
          />
        ) : null}
      </div>
      {submitted === 0 ? (
        <div className="stack">
          <EmptyState
            title="Nothing to report yet"
            action={
              documents === 0 ? (
                <Link href="/plans" className={buttonClass('primary')}>
                  Go to the plans
                </Link>
              ) : (
                <Link href="/" className={buttonClass('primary')}>
                  Go to my queue
                </Link>
              )
            }
          >
            <p>
              The report counts plans that all who were asked have graded. {inRound(documents)} Once the first is
              submitted, its figures stand here.
            </p>
          </EmptyState>
          <EarlierReports />
        </div>
      ) : (
        <Asked query={report} loading="Counting the gradings">
          {(model) => <ReportSteps report={model} choice={choice} step={step} onStep={setStep} />}
        </Asked>
      )}
    </>
  );
}

function inRound(documents: number): string {
  if (documents === 0) return 'This round has no documents yet.';
  return documents === 1 ? 'This round has 1 document.' : `This round has ${documents} documents.`;
}
