import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Longest wait for a quiet moment; a person who types comes first, but the pages come. */
const LONGEST_WAIT_MS = 1000;

/** One at a time, so that drawing a hundred small pages never holds up the one that is read. */
let turn: Promise<void> = Promise.resolve();

/** Draws a page in small into an element, when the page has its turn and the browser a quiet moment. */
export async function drawSmall(
  pdf: PDFDocumentProxy,
  number: number,
  width: number,
  element: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const before = turn;
  const own = Promise.withResolvers<void>();
  turn = own.promise;
  await before;
  if (!signal.aborted) await quietMoment();
  if (!signal.aborted) await draw(pdf, number, width, element, signal);
  own.resolve();
}

async function draw(
  pdf: PDFDocumentProxy,
  number: number,
  width: number,
  element: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  try {
    const page = await pdf.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (width * window.devicePixelRatio) / Math.max(1, natural.width) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    const task = page.render({ canvas, viewport });
    const cancel = (): void => {
      task.cancel();
    };
    signal.addEventListener('abort', cancel, { once: true });
    await task.promise;
    signal.removeEventListener('abort', cancel);
    if (!signal.aborted) element.replaceChildren(canvas);
  } catch {
    // Out of sight again, closed meanwhile, or a broken page: its sheet stays blank.
  }
}

function quietMoment(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(
      () => {
        resolve();
      },
      { timeout: LONGEST_WAIT_MS },
    );
  });
}
