import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { OpenDocument } from '../../../shared/contract/documents.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { getHost } from '../../host/host.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { DOCUMENT_PANE, DocumentView } from '../../viewer/DocumentView.tsx';
import { labelsOf, type Mark } from '../../viewer/marks.ts';
import { SectionTabs, showSection } from '../../viewer/SectionTabs.tsx';
import { clearSelection, createViewerStore, lightUp } from '../../viewer/viewer-store.ts';
import { ASSIGN_BAR, AssignBar } from './AssignBar.tsx';
import { Findings } from './Findings.tsx';
import { sectionName } from './section-words.ts';
import { SectionList } from './SectionList.tsx';
import './sections.css';

/** Which passages of a plan are which section: found by the reader, corrected and confirmed by a person. */
export function SectionsPage({ documentId }: { documentId: string }) {
  const document = useQuery(api.documents.get.queryOptions({ input: { documentId } }));
  const rubric = useQuery(api.rubrics.current.queryOptions());
  const host = useQuery({ queryKey: ['host'], queryFn: getHost, staleTime: Number.POSITIVE_INFINITY });
  return (
    <Asked query={document} loading="Opening the plan">
      {(opened) => (
        <Asked query={rubric} loading="Opening the standards">
          {(stored) =>
            host.data === undefined ? null : (
              <SectionsScreen opened={opened} rubric={stored.rubric} fileUrl={host.data.documentUrl(documentId)} />
            )
          }
        </Asked>
      )}
    </Asked>
  );
}

const NO_MARKS: readonly Mark[] = [];

function SectionsScreen({ opened, rubric, fileUrl }: { opened: OpenDocument; rubric: Rubric; fileUrl: string }) {
  const { document, model, relabels } = opened;
  const documentId = document.id;
  const [viewer] = useState(createViewerStore);
  // Whoever reads the plan masked does not settle what it says.
  const mayChange = useHasRole('qa_lead', 'auditor', 'designated_officer') && opened.masked === null;
  const relabel = useMutation(api.documents.relabel.mutationOptions());
  const undo = useMutation(api.documents.undoRelabel.mutationOptions());
  const confirm = useMutation(api.documents.confirmSections.mutationOptions());
  const labels = useMemo(() => labelsOf(model, model.sections), [model]);
  const failure = [relabel, undo, confirm].find(({ isError }) => isError);
  useEnterToAssign(mayChange);
  function assign(blocks: string[], section: string | null): void {
    relabel.mutate(
      { documentId, relabel: { blocks, section } },
      {
        onSuccess: () => {
          clearSelection(viewer);
          window.getSelection()?.removeAllRanges();
          window.document.querySelector<HTMLElement>(`#${DOCUMENT_PANE}`)?.focus();
          const what = blocks.length === 1 ? '1 passage is' : `${blocks.length} passages are`;
          showToast(`${what} now ${section === null ? 'in no section' : sectionName(section)}.`, () => {
            undo.mutate({ documentId });
          });
        },
      },
    );
  }
  return (
    <div className="full-screen">
      <div className="full-screen__head">
        <PageHeader
          title="Sections"
          windowTitle="Sections of a plan"
          eyebrow={
            <>
              {document.planId === null ? (
                <Link href="/plans">Plans</Link>
              ) : (
                <Link href={`/plans/${document.planId}`}>Plan</Link>
              )}
              {' · '}
              {document.fileName}
            </>
          }
          actions={
            mayChange ? (
              <>
                <Button
                  size="small"
                  icon={<Icon name="undo" />}
                  disabled={relabels === 0}
                  isBusy={undo.isPending}
                  onClick={() => {
                    undo.mutate({ documentId });
                  }}
                >
                  Undo
                </Button>
                {document.sectionsConfirmed ? (
                  <span className="sections__confirmed">
                    <Icon name="check" /> Confirmed
                  </span>
                ) : (
                  <Button
                    look="primary"
                    size="small"
                    isBusy={confirm.isPending}
                    onClick={() => {
                      confirm.mutate({ documentId });
                    }}
                  >
                    The sections are right
                  </Button>
                )}
              </>
            ) : undefined
          }
        />
      </div>
      <div className="full-screen__panes">
        <DocumentView
          document={document}
          model={model}
          fileUrl={fileUrl}
          viewer={viewer}
          marks={NO_MARKS}
          labels={labels}
          masked={opened.masked}
          isChoosingBlocks
        >
          <SectionTabs sections={rubric.sections} model={model} viewer={viewer} />
        </DocumentView>
        <section className="full-screen__pane full-screen__side" aria-label="What was found">
          {mayChange ? (
            <AssignBar sections={rubric.sections} viewer={viewer} isBusy={relabel.isPending} onAssign={assign} />
          ) : null}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
          <section className="full-screen__scroll stack" tabIndex={0} aria-label="Sections and what they hold">
            {failure === undefined ? null : <Failed error={failure.error} />}
            <SectionList
              sections={rubric.sections}
              model={model}
              onShow={(id) => {
                showSection(viewer, model, id);
              }}
            />
            <Findings
              model={model}
              onShow={(spans) => {
                lightUp(viewer, { kind: 'spans', spans });
              }}
            />
          </section>
        </section>
      </div>
    </div>
  );
}

/** Enter in the document goes to the row of sections, so that a passage is assigned without a mouse. */
function useEnterToAssign(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    function onKey(event: KeyboardEvent) {
      const isInDocument = event.target instanceof HTMLElement && event.target.id === DOCUMENT_PANE;
      if (event.key !== 'Enter' || !isInDocument) return;
      event.preventDefault();
      document.querySelector<HTMLElement>(`#${ASSIGN_BAR} button:not(:disabled)`)?.focus();
    }
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [isOn]);
}
