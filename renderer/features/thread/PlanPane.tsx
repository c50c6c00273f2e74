import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { OpenDocument } from '../../../shared/contract/documents.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import { threadPartOf } from '../../../shared/domain/golden-thread.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { getHost } from '../../host/host.ts';
import { DocumentView } from '../../viewer/DocumentView.tsx';
import { labelsOf, type Mark, placeOfAnchor } from '../../viewer/marks.ts';
import { clearSelection, createViewerStore, lightUp, type PlaceToShow } from '../../viewer/viewer-store.ts';

/** What the plan is to show; a new object shows the same place again. */
export interface ToShow {
  anchor: Anchor | null;
  /** A place by block and characters, from an address. */
  place: PlaceToShow | null;
}

/** The plan itself beside its thread: passages light up in it, and words of it can be chosen. */
export function PlanPane({
  documentId,
  toShow,
  inHand,
  onQuote,
}: {
  documentId: string;
  toShow: ToShow | null;
  inHand: Anchor | null;
  /** Takes chosen words, with the section that they stand in; left out where nothing may be drawn. */
  onQuote: ((anchor: Anchor, section: string) => void) | undefined;
}) {
  const opened = useQuery(api.documents.get.queryOptions({ input: { documentId } }));
  const host = useQuery({ queryKey: ['host'], queryFn: getHost, staleTime: Number.POSITIVE_INFINITY });
  return (
    <Asked query={opened} loading="Opening the plan">
      {(found) =>
        host.data === undefined ? null : (
          <Pane
            opened={found}
            fileUrl={host.data.documentUrl(documentId)}
            toShow={toShow}
            inHand={inHand}
            onQuote={onQuote}
          />
        )
      }
    </Asked>
  );
}

function Pane({
  opened: { document, model, masked },
  fileUrl,
  toShow,
  inHand,
  onQuote,
}: {
  opened: OpenDocument;
  fileUrl: string;
  toShow: ToShow | null;
  inHand: Anchor | null;
  onQuote: ((anchor: Anchor, section: string) => void) | undefined;
}) {
  const [viewer] = useState(createViewerStore);
  const labels = useMemo(
    () =>
      labelsOf(
        model,
        model.sections.filter(({ id }) => threadPartOf(id) !== null),
      ),
    [model],
  );
  const marks = useMemo((): readonly Mark[] => {
    const place = inHand === null ? null : placeOfAnchor(model, inHand);
    return place === null ? [] : [{ id: 'in-hand', kind: 'evidence', place }];
  }, [model, inHand]);
  useEffect(() => {
    if (toShow === null) return;
    const place = toShow.place ?? (toShow.anchor === null ? null : placeOfAnchor(model, toShow.anchor));
    if (place !== null) lightUp(viewer, place);
  }, [toShow, model, viewer]);
  const quote = useMemo(
    () =>
      onQuote === undefined
        ? undefined
        : (anchor: Anchor): void => {
            const block = anchor.kind === 'text' ? anchor.spans[0]?.block : undefined;
            const section = model.sections.find(
              ({ blocks, headings }) => block !== undefined && (blocks.includes(block) || headings.includes(block)),
            );
            clearSelection(viewer);
            window.getSelection()?.removeAllRanges();
            onQuote(anchor, section?.id ?? '');
          },
    [onQuote, model, viewer],
  );
  return (
    <DocumentView
      document={document}
      model={model}
      fileUrl={fileUrl}
      masked={masked}
      viewer={viewer}
      marks={marks}
      labels={labels}
      onQuote={quote}
      quoteFor="the thread"
    />
  );
}
