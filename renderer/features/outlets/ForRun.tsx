import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutletChoices } from '../../../shared/contract/outlets.ts';
import { printReport } from '../../../shared/domain/report/print-report.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { PaperBlocks } from '../../ui/PaperBlocks.tsx';
import { AS_PUBLISHED, HowFields, RunFields } from './RunFields.tsx';
import { SaveButtons } from './SaveButtons.tsx';
import { FOR_OUTSIDE, latestRun } from './outlet-choice.ts';

const FORMATS = [
  { format: 'xlsx', label: 'Export to Excel' },
  { format: 'csv', label: 'CSV' },
  { format: 'dictionary', label: 'CSV columns explained' },
] as const;

/** Figures over a run of half-terms, each by itself and all together. */
export function ForRun({ choices: { halfTerms } }: { choices: OutletChoices }) {
  const [run, setRun] = useState({ ...latestRun(halfTerms), from: halfTerms.at(-3)?.id ?? halfTerms[0]?.id ?? '' });
  const [how, setHow] = useState(FOR_OUTSIDE);
  const input = { run, ...how };
  const figures = useQuery(api.outlets.figures.queryOptions({ input }));
  return (
    <div className="stack">
      <div className="row outlets__choice">
        <RunFields halfTerms={halfTerms} choice={run} onChoice={setRun} />
        <HowFields choice={how} onChoice={setHow} hint={AS_PUBLISHED} />
      </div>
      <SaveButtons
        label="Export the figures"
        formats={FORMATS}
        make={(format) => api.outlets.exportFigures.call({ ...input, format })}
      />
      <Asked query={figures} loading="Counting the gradings">
        {(report) => (
          <article className="outlets__sheet stack" aria-label="The figures">
            <PaperBlocks blocks={printReport(report).flatMap((block) => (block.kind === 'figure' ? [] : [block]))} />
          </article>
        )}
      </Asked>
    </div>
  );
}
