import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { OpenDocument } from '../../../shared/contract/documents.ts';
import type { Span } from '../../../shared/domain/document-model.ts';
import { DocumentView } from '../../viewer/DocumentView.tsx';
import { wholeBlocks } from '../../viewer/marks.ts';
import { showSection } from '../../viewer/SectionTabs.tsx';
import { createViewerStore, lightUp, showPlace, type ViewerStore } from '../../viewer/viewer-store.ts';
import type { CompareKey } from './compare-keys.ts';
import type { CompareStore } from './compare-store.ts';
import { DifferenceStrip } from './DifferenceStrip.tsx';
import { marksOf } from './difference-marks.ts';
import type { Entry, Group } from './entries.ts';
import { PANES } from './panes.ts';
import { stepsBetween } from './steps.ts';
import { useInStep } from './use-in-step.ts';
import { VersionNames } from './VersionNames.tsx';

export interface SideBySideProps {
  earlier: OpenDocument;
  later: OpenDocument;
  names: { earlier: string; later: string };
  store: CompareStore;
  labels: ReadonlyMap<string, string>;
  order: readonly string[];
  groups: readonly Group[];
  /** What the keys step through. */
  entries: readonly Entry[];
  onKey: (key: CompareKey) => boolean;
  urlOf: (documentId: string) => string;
}

/** The two documents beside each other, at the difference in hand. */
export function SideBySide(props: SideBySideProps) {
  const { earlier, later, names, store, labels, order, groups, entries, onKey, urlOf } = props;
  const [viewers] = useState(() => ({ earlier: createViewerStore(), later: createViewerStore() }));
  const forward = useMemo(() => stepsBetween(earlier.model, later.model), [earlier.model, later.model]);
  const back = useMemo(() => stepsBetween(later.model, earlier.model), [earlier.model, later.model]);
  useInStep(store, 'earlier', viewers.earlier, viewers.later, forward, later.model);
  useInStep(store, 'later', viewers.later, viewers.earlier, back, earlier.model);
  const { currentId, arrivals } = useStore(store);
  const all = useMemo(() => groups.flatMap((group) => group.entries), [groups]);
  const current = all.find(({ id }) => id === currentId) ?? null;
  const marks = useMemo(() => marksOf(all, currentId, earlier.model, later.model), [all, currentId, earlier, later]);
  useEffect(() => {
    if (current === null || arrivals === 0) return;
    store.setState({ leader: null });
    const { beforeSpans, afterSpans } = current;
    show(viewers.earlier, beforeSpans, () => beside(earlier, back, afterSpans));
    show(viewers.later, afterSpans, () => beside(later, forward, beforeSpans));
  }, [current, arrivals, store, viewers, earlier, later, forward, back]);
  return (
    <div className="side-by-side">
      <DifferenceStrip
        store={store}
        current={current}
        entries={entries}
        labels={labels}
        order={order}
        onKey={onKey}
        onSection={(section) => {
          store.setState({ leader: null });
          showSection(viewers.earlier, earlier.model, section);
          showSection(viewers.later, later.model, section);
        }}
      />
      <VersionNames earlier={earlier.document} later={later.document} names={names} />
      <div className="side-by-side__panes">
        {(['earlier', 'later'] as const).map((side) => (
          <Pane
            key={side}
            side={side}
            opened={side === 'earlier' ? earlier : later}
            name={names[side]}
            viewer={viewers[side]}
            marks={marks[side]}
            onLead={() => {
              if (store.getState().leader !== side) store.setState({ leader: side });
            }}
            urlOf={urlOf}
          />
        ))}
      </div>
    </div>
  );
}

function Pane({
  side,
  opened,
  name,
  viewer,
  marks,
  onLead,
  urlOf,
}: {
  side: 'earlier' | 'later';
  opened: OpenDocument;
  name: string;
  viewer: ViewerStore;
  marks: ReturnType<typeof marksOf>['earlier'];
  onLead: () => void;
  urlOf: (documentId: string) => string;
}) {
  return (
    // Whatever a person does in a document makes it the one that leads.
    <div onWheelCapture={onLead} onPointerDownCapture={onLead} onKeyDownCapture={onLead} onTouchStartCapture={onLead}>
      <DocumentView
        document={opened.document}
        model={opened.model}
        fileUrl={urlOf(opened.document.id)}
        masked={opened.masked}
        viewer={viewer}
        marks={marks}
        labels={null}
        paneId={PANES[side]}
        name={`The ${name.toLowerCase()}`}
      />
    </div>
  );
}

function show(viewer: ViewerStore, spans: readonly Span[], otherwise: () => readonly Span[]): void {
  if (spans.length > 0) lightUp(viewer, { kind: 'spans', spans });
  else showPlace(viewer, { kind: 'spans', spans: otherwise() }, 'middle');
}

/** Where a passage that only the other version has would stand in this one. */
function beside({ model }: OpenDocument, steps: ReadonlyMap<string, string>, spans: readonly Span[]): Span[] {
  const step = steps.get(spans[0]?.block ?? '');
  return step === undefined ? [] : wholeBlocks(model, [step]);
}
