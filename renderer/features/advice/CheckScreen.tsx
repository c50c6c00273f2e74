import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { AdviceFile } from '../../../shared/contract/advice.ts';
import { checkName, daysLeftWords, sectionsToJudge } from '../../../shared/domain/advice/advice-log.ts';
import type { Anchor, DocumentModel } from '../../../shared/domain/document-model.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { getHost } from '../../host/host.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { DocumentView } from '../../viewer/DocumentView.tsx';
import { labelsOf, type Mark, placeOfAnchor } from '../../viewer/marks.ts';
import { SectionTabs, showSection } from '../../viewer/SectionTabs.tsx';
import { clearSelection, createViewerStore, lightUp } from '../../viewer/viewer-store.ts';
import { AdviceDocument } from './AdviceDocument.tsx';
import { AdviceLog } from './AdviceLog.tsx';
import { CorrectionsPart } from './CorrectionsPart.tsx';
import { useOfficer } from './officer.ts';
import { emptyPassage, type PassageInHand } from './passage.ts';
import { PassagesPart } from './PassagesPart.tsx';

/** The draft on one side; the advice log, the passages and the corrections on the other. */
export function CheckScreen({
  file,
  model,
  sections,
}: {
  file: AdviceFile;
  model: DocumentModel;
  sections: Rubric['sections'];
}) {
  const { agency, document, plan } = file;
  const mayCheck = useOfficer().mayCheck(agency);
  const [viewer] = useState(createViewerStore);
  const [tab, setTab] = useState('log');
  const [passage, setPassage] = useState<PassageInHand>(emptyPassage);
  const [announcement, setAnnouncement] = useState('');
  /** The request whose advice stands in the place of the plan. */
  const [shownAdvice, setShownAdvice] = useState<string | null>(null);
  const host = useQuery({ queryKey: ['host'], queryFn: getHost, staleTime: Number.POSITIVE_INFINITY });
  const finish = useMutation(api.advice.finish.mutationOptions());
  const { own, parts } = sectionsToJudge(agency);
  const judged = useMemo(() => sections.filter(({ id }) => [...own, ...parts].includes(id)), [sections, own, parts]);
  const labels = useMemo(
    () =>
      labelsOf(
        model,
        model.sections.filter(({ id }) => judged.some((section) => section.id === id)),
      ),
    [model, judged],
  );
  const marks = useMemo(
    () => marksOf(model, [...file.checks.map(({ planAnchor }) => planAnchor), passage.planAnchor]),
    [model, file.checks, passage.planAnchor],
  );
  // Opened where the officer's own part begins.
  useEffect(() => {
    own.some((id) => showSection(viewer, model, id));
  }, [own, viewer, model]);
  const quotePlan = useCallback(
    (planAnchor: Anchor) => {
      setPassage((before) => ({ ...before, planAnchor }));
      setTab('passages');
      clearSelection(viewer);
      window.getSelection()?.removeAllRanges();
      setAnnouncement(`Taken as the plan’s words: ${planAnchor.quote}`);
    },
    [viewer],
  );
  const quoteAdvice = useCallback((adviceAnchor: Anchor, requestId: string) => {
    setPassage((before) => ({ ...before, requestId, adviceAnchor, adviceWords: adviceAnchor.quote }));
    setTab('passages');
    setAnnouncement(`Taken as the advice’s words: ${adviceAnchor.quote}`);
  }, []);
  const showAnchor = (anchor: Anchor): void => {
    setShownAdvice(null);
    const place = placeOfAnchor(model, anchor);
    if (place !== null) lightUp(viewer, place);
  };
  const withDocument = file.requests.filter(({ adviceDocumentId }) => adviceDocumentId !== null);
  const advice = withDocument.find(({ id }) => id === shownAdvice);
  const open = file.checks.filter(({ finding }) => finding !== 'faithful').length;
  return (
    <div className="full-screen">
      <div className="full-screen__head">
        <PageHeader
          title={`${checkName(agency)} of ${plan.reference}`}
          windowTitle={checkName(agency)}
          eyebrow={
            <>
              <Link href="/advice">{checkName(agency)}</Link> · <Link href={`/plans/${plan.id}`}>Plan</Link> ·{' '}
              {plan.initials} · {file.isFinalOut ? 'The final is out' : daysLeftWords(file.finalDue, file.today)}
            </>
          }
          actions={
            mayCheck ? (
              <Button
                size="small"
                look={file.checkedAt === null ? 'primary' : 'secondary'}
                isBusy={finish.isPending}
                onClick={() => {
                  finish.mutate({ agency, documentId: document.id, isChecked: file.checkedAt === null });
                }}
              >
                {file.checkedAt === null ? 'The draft is checked' : 'Checked: open it again'}
              </Button>
            ) : undefined
          }
        />
        {finish.isError ? <Failed error={finish.error} /> : null}
      </div>
      <div className="full-screen__panes">
        <div className="full-screen__pane">
          {withDocument.length === 0 ? null : (
            <fieldset className="check__shown row">
              <legend className="visually-hidden">Document in sight</legend>
              {[{ id: null, name: 'The draft' }, ...withDocument.map(({ id, service }) => ({ id, name: service }))].map(
                ({ id, name }) => (
                  <Button
                    key={id ?? 'plan'}
                    size="small"
                    aria-pressed={shownAdvice === id}
                    onClick={() => {
                      setShownAdvice(id);
                    }}
                  >
                    {id === null ? name : `Advice: ${name}`}
                  </Button>
                ),
              )}
            </fieldset>
          )}
          {host.data === undefined ? null : advice === undefined ? (
            <DocumentView
              document={document}
              model={model}
              fileUrl={host.data.documentUrl(document.id)}
              viewer={viewer}
              marks={marks}
              labels={labels}
              onQuote={mayCheck ? quotePlan : undefined}
              quoteFor="the passage"
            >
              <SectionTabs sections={judged} model={model} viewer={viewer} />
            </DocumentView>
          ) : (
            <AdviceDocument
              request={advice}
              url={host.data.documentUrl}
              onQuote={mayCheck && advice.agency === agency ? quoteAdvice : undefined}
            />
          )}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
        <section className="full-screen__scroll full-screen__side" aria-label="The check" tabIndex={0}>
          <Tabs
            label="Parts of the check"
            tabs={[
              { id: 'log', label: `Advice log (${file.requests.length})` },
              { id: 'passages', label: `Passages (${file.checks.length})` },
              { id: 'corrections', label: `Corrections (${open})` },
            ]}
            selected={tab}
            onSelect={setTab}
          >
            {tab === 'log' ? <AdviceLog file={file} mayCheck={mayCheck} /> : null}
            {tab === 'passages' ? (
              <PassagesPart
                file={file}
                mayCheck={mayCheck}
                passage={passage}
                onPassage={setPassage}
                onShow={showAnchor}
              />
            ) : null}
            {tab === 'corrections' ? <CorrectionsPart file={file} mayCheck={mayCheck} onShow={showAnchor} /> : null}
          </Tabs>
        </section>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}

function marksOf(model: DocumentModel, anchors: readonly (Anchor | null)[]): Mark[] {
  return anchors.flatMap((anchor, at): Mark[] => {
    const place = anchor === null ? null : placeOfAnchor(model, anchor);
    return place === null ? [] : [{ id: `passage-${at}`, kind: 'evidence', place }];
  });
}
