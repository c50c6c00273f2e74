import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix } from './pdf-geometry.ts';
import { isNumbers, subpaths } from './pdf-values.ts';

/** A drawn straight line, or the middle of a thin filled bar, in PDF user space. */
export interface Stroke {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Strokes shorter than this are drawings, not table lines. */
const MIN_STROKE_POINTS = 4;
/** A filled bar up to this thick is a line drawn as a rectangle, as Word's own PDF export does. */
const MAX_BAR_POINTS = 3;
/** A page with more lines than this is a drawing; the surplus is left alone so that time stays linear. */
const MAX_STROKES = 20_000;

const FILLS = new Set<number>([OPS.fill, OPS.eoFill]);
const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** Gathers the lines that a page draws, whether as lines or as thin filled bars. */
export class StrokeGatherer {
  readonly all: Stroke[] = [];

  /** What a path operator draws; `ctm` takes its points to user space. */
  addPath(values: readonly unknown[], ctm: Matrix): void {
    const [operator, data] = values;
    if (typeof operator !== 'number' || !Array.isArray(data) || this.all.length > MAX_STROKES) return;
    const path: unknown = data[0];
    if (!isNumbers(path)) return;
    const isFill = FILLS.has(operator);
    if (!isFill && !STROKES.has(operator)) return;
    for (const points of subpaths(path, ctm)) {
      if (isFill) this.#noteBar(points);
      else this.#noteLines(points);
    }
  }

  #noteLines(points: readonly (readonly [number, number])[]): void {
    for (let index = 1; index < points.length; index += 1) {
      const from = points[index - 1];
      const to = points[index];
      if (from && to) this.#noteStroke({ x1: from[0], y1: from[1], x2: to[0], y2: to[1] });
    }
  }

  /** A thin filled rectangle is a line. */
  #noteBar(points: readonly (readonly [number, number])[]): void {
    if (points.length < 4 || points.length > 6) return;
    const xs = points.map((point) => point[0]);
    const ys = points.map((point) => point[1]);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [low, high] = [Math.min(...ys), Math.max(...ys)];
    if (high - low <= MAX_BAR_POINTS)
      this.#noteStroke({ x1: left, y1: (low + high) / 2, x2: right, y2: (low + high) / 2 });
    else if (right - left <= MAX_BAR_POINTS) {
      this.#noteStroke({ x1: (left + right) / 2, y1: low, x2: (left + right) / 2, y2: high });
    }
  }

  #noteStroke(stroke: Stroke): void {
    const width = Math.abs(stroke.x2 - stroke.x1);
    const height = Math.abs(stroke.y2 - stroke.y1);
    const isStraight = width < 1 || height < 1;
    if (isStraight && Math.max(width, height) >= MIN_STROKE_POINTS) this.all.push(stroke);
  }
}
