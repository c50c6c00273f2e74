import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ReportAdditions } from '../../../shared/contract/reports.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { summaryPageWords, WORDS_FOR_SUMMARY } from '../../../shared/domain/report/parts/own-words-page.ts';
import { REPORT_SLOTS } from '../../../shared/domain/report/report-slots.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { OwnWords } from './OwnWords.tsx';
import type { ReportChoice } from './report-choice.ts';
import { ReportPreview } from './ReportPreview.tsx';

/** The report with a place for a person's own words at the head of each part. */
export function WordsStep({ report, choice }: { report: PartnershipReport; choice: ReportChoice }) {
  const { halfTermId, edition } = choice;
  const additions = useQuery(api.reports.additions.queryOptions({ input: { halfTermId, edition } }));
  return (
    <Asked query={additions} loading="Reading what was written">
      {(found) => <ReportPreview report={report} heads={headsOf(report, choice, found)} />}
    </Asked>
  );
}

function headsOf(
  report: PartnershipReport,
  choice: ReportChoice,
  { words, offers }: ReportAdditions,
): ReadonlyMap<string, ReactNode> {
  const heads = new Map<string, ReactNode>();
  for (const { id, title } of report.parts) {
    const slot = REPORT_SLOTS.find((each) => each === id);
    if (slot === undefined) continue;
    heads.set(
      id,
      <OwnWords
        key={`${choice.halfTermId} ${choice.edition} ${slot}`}
        choice={choice}
        slot={slot}
        title={title}
        saved={words.find((own) => own.slot === slot)?.words ?? ''}
        {...(slot === 'summary'
          ? { room: { hint: SUMMARY_HINT, verdictOf: (own: string) => summaryPageWords(report, own) } }
          : {})}
        telling={words.find((own) => own.slot === slot)?.telling ?? []}
        offer={offers.find((own) => own.slot === slot)}
      />,
    );
  }
  return heads;
}

const SUMMARY_HINT = `About ${WORDS_FOR_SUMMARY} words fit on the page that a board reads; more is continued after it.`;
