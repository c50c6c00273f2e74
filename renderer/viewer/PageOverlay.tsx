import type { PDFPageProxy } from 'pdfjs-dist';
import { type CSSProperties, Fragment, memo } from 'react';
import type { Box, DocumentModel } from '../../shared/domain/document-model.ts';
import { classNames } from '../ui/class-names.ts';
import { boxAround } from './geometry.ts';
import { type BlockLabel, blocksOnPage, type PlacedMark } from './marks.ts';
import './hint-marks.css';

/** What is marked on a page, drawn over it in parts of its size, so that zooming costs nothing. */
export const PageOverlay = memo(function PageOverlay({
  model,
  page,
  marks,
  labels,
}: {
  model: DocumentModel;
  page: PDFPageProxy;
  marks: readonly PlacedMark[];
  labels: ReadonlyMap<string, BlockLabel> | null;
}) {
  return (
    <div className="pdf-overlay" aria-hidden="true">
      {marks.map(({ mark, box }) => (
        <Fragment key={`${mark.kind} ${mark.id} ${box.join(' ')}`}>
          <div
            className={classNames('pdf-mark', `pdf-mark--${mark.kind}`)}
            data-mark={mark.id}
            style={partOfPage(page, box)}
          />
          {mark.kind === 'hint' ? <div className="pdf-gutter" style={besideOnPage(page, box)} /> : null}
        </Fragment>
      ))}
      {labels === null ? null : <PageLabels model={model} page={page} labels={labels} />}
    </div>
  );
});

function PageLabels({
  model,
  page,
  labels,
}: {
  model: DocumentModel;
  page: PDFPageProxy;
  labels: ReadonlyMap<string, BlockLabel>;
}) {
  let before = '';
  return blocksOnPage(model, page.pageNumber).map((block) => {
    const label = labels.get(block.id);
    const boxes = block.runs.flatMap((run) => (run.page === page.pageNumber && run.box !== undefined ? [run.box] : []));
    const box = boxAround(boxes) ?? block.box;
    if (label === undefined || box === undefined) return null;
    const isWritten = label.text !== before;
    before = label.text;
    return (
      <div
        key={block.id}
        className={classNames('section-bar', label.isHeading && 'section-bar--heading')}
        style={partOfPage(page, box)}
      >
        {isWritten ? <span className="section-tag">{label.text}</span> : null}
      </div>
    );
  });
}

function partOfPage(page: PDFPageProxy, box: Box): CSSProperties {
  const viewport = page.getViewport({ scale: 1 });
  const [x1, y1] = viewport.convertToViewportPoint(box[0], box[1]).map(Number);
  const [x2, y2] = viewport.convertToViewportPoint(box[2], box[3]).map(Number);
  return {
    left: percent(Math.min(x1 ?? 0, x2 ?? 0), viewport.width),
    top: percent(Math.min(y1 ?? 0, y2 ?? 0), viewport.height),
    width: percent(Math.abs((x2 ?? 0) - (x1 ?? 0)), viewport.width),
    height: percent(Math.abs((y2 ?? 0) - (y1 ?? 0)), viewport.height),
  };
}

/** In the margin of the page, as high as the box. */
function besideOnPage(page: PDFPageProxy, box: Box): CSSProperties {
  const { top, height } = partOfPage(page, box);
  return { top, height };
}

function percent(part: number, whole: number): string {
  return `${(100 * part) / whole}%`;
}
