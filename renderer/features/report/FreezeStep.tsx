import { useIsMutating, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tellingWords } from '../../../shared/domain/report/own-words.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { BoardPaper } from './BoardPaper.tsx';
import { OWN_WORDS_GO_OUT, READ_THEM_AGAIN } from './check-points.ts';
import { EarlierReports } from './EarlierReports.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { OutWithLater } from './OutWithLater.tsx';
import type { ReportChoice } from './report-choice.ts';

/** Keeps the report as it stands, gives it out in every form, and lists those that were kept before. */
export function FreezeStep({ report, choice }: { report: PartnershipReport; choice: ReportChoice }) {
  const { halfTermId, edition } = choice;
  const additions = useQuery(api.reports.additions.queryOptions({ input: { halfTermId, edition } }));
  const [areWordsRead, setAreWordsRead] = useState(false);
  const freeze = useMutation(api.reports.freeze.mutationOptions());
  // Words that are just being saved are to be in it.
  const isSaving = useIsMutating({ mutationKey: api.reports.saveWords.mutationKey() }) > 0;
  const exporting = useMutation(api.reports.export.mutationOptions());
  const unticked = additions.data?.excerpts.filter(({ tick }) => tick === null).length ?? 0;
  const isPublishable = edition === 'publishable';
  const telling = (additions.data?.words ?? []).filter((own) => own.telling.length > 0);
  if (additions.data?.isOutWithLater === true) {
    return (
      <div className="stack">
        <OutWithLater />
        <EarlierReports />
      </div>
    );
  }
  return (
    <div className="stack">
      <section className="panel stack-tight" aria-labelledby="freeze-heading">
        <h2 id="freeze-heading">Freeze this report</h2>
        <p className="report-sheet__words">
          Keeps every figure and word as they stand now, with the standards they rest on, so that the same report can be
          made again at any time.{' '}
          {isPublishable
            ? 'A publishable report is exported from the frozen one: later reports are held against it, so that nothing hidden can be worked out from the two, and half-terms that it counts together stay together. A plan that is settled later is counted with the next half-term, so freeze it once all are settled; until it is exported, or a board reader has seen it, it can be withdrawn.'
            : 'Do it before the paper goes out.'}
        </p>
        {isPublishable && unticked > 0 ? (
          <Notice
            tone="warning"
            title={unticked === 1 ? 'One excerpt is not ticked.' : `${unticked} excerpts are not ticked.`}
            advice="Read each in step 3 and tick it, or take it out. Until then this edition cannot be frozen."
          />
        ) : null}
        {isPublishable && (additions.data?.words.length ?? 0) > 0 ? (
          <Notice tone="warning" title={OWN_WORDS_GO_OUT} advice={READ_THEM_AGAIN} />
        ) : null}
        {telling.length === 0 ? null : (
          <Notice tone="warning" title="Your own words seem to tell of somebody whose plan was audited.">
            <ul>
              {telling.map((own) => (
                <li key={own.slot}>
                  {report.parts.find(({ id }) => id === own.slot)?.title ?? own.slot}: {tellingWords(own.telling)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {isPublishable && telling.length > 0 ? (
          <Checkbox
            label="I have read them; nobody can be recognised"
            checked={areWordsRead}
            onChange={({ currentTarget: { checked } }) => {
              setAreWordsRead(checked);
            }}
          />
        ) : null}
        <BoardPaper choice={choice} areWordsRead={areWordsRead}>
          <Button
            look="secondary"
            isBusy={isSaving || freeze.isPending}
            onClick={() => {
              freeze.mutate({ ...choice, areWordsRead });
            }}
          >
            Freeze this report
          </Button>
        </BoardPaper>
        <output className="soft">{freeze.data === undefined ? '' : frozenWords(freeze.data.isNew)}</output>
        {freeze.isError ? <Failed error={freeze.error} /> : null}
      </section>
      {isPublishable ? null : (
        <section className="panel stack-tight" aria-labelledby="export-heading">
          <h2 id="export-heading">Export it as it stands</h2>
          <p className="soft">A draft to read and pass round the panel: it is not kept here.</p>
          <ExportButtons
            label="Export the report as it stands"
            isMain
            make={(format) => exporting.mutateAsync({ ...choice, format })}
          />
        </section>
      )}
      <EarlierReports />
    </div>
  );
}

function frozenWords(isNew: boolean): string {
  return isNew ? 'The report is frozen.' : 'This report is frozen already: nothing has changed.';
}
