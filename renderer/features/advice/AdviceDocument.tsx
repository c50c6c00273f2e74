import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { AdviceRequest } from '../../../shared/contract/advice.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { DocumentView } from '../../viewer/DocumentView.tsx';
import type { Mark } from '../../viewer/marks.ts';
import { clearSelection, createViewerStore } from '../../viewer/viewer-store.ts';

const NO_MARKS: readonly Mark[] = [];

/** The advice as it was loaded, in the place of the plan. */
export function AdviceDocument({
  request,
  url,
  onQuote,
}: {
  request: AdviceRequest;
  url: (documentId: string) => string;
  onQuote: ((anchor: Anchor, requestId: string) => void) | undefined;
}) {
  const documentId = request.adviceDocumentId ?? '';
  const opened = useQuery(api.documents.get.queryOptions({ input: { documentId } }));
  const [viewer] = useState(createViewerStore);
  const quote = useCallback(
    (anchor: Anchor) => {
      onQuote?.(anchor, request.id);
      clearSelection(viewer);
      window.getSelection()?.removeAllRanges();
    },
    [onQuote, request.id, viewer],
  );
  return (
    <Asked query={opened} loading="Opening the advice">
      {({ document, model }) => (
        <DocumentView
          document={document}
          model={model}
          fileUrl={url(documentId)}
          viewer={viewer}
          marks={NO_MARKS}
          labels={null}
          onQuote={onQuote === undefined ? undefined : quote}
          quoteFor="the passage"
          paneId="advice-pane"
          name={`The advice of ${request.service}`}
        />
      )}
    </Asked>
  );
}
