import { CHART_FONT, type Palette, type PaletteName } from './grade-marks.ts';
import { svg, type SvgNode } from './svg-tree.ts';

/** What every chart has: its size, its name and its description in words, and text that is really text. */

export interface ChartOptions {
  palette?: PaletteName;
  /** Begins every id in the drawing; unique in the page that holds it. Letters, digits and hyphens. */
  idPrefix: string;
}

/** All charts are drawn this wide and scaled by their holder. */
export const CHART_WIDTH = 720;
const TEXT_SIZE = 15;
export const SMALL_TEXT_SIZE = 13;

/** Wraps drawn parts into an `svg` with a title and a description that a screen reader gives as one picture. */
export function chartFrame(
  parts: { title: string; description: string; height: number; children: SvgNode[] },
  options: ChartOptions,
): SvgNode {
  const titleId = `${options.idPrefix}-title`;
  const descriptionId = `${options.idPrefix}-description`;
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${CHART_WIDTH} ${parts.height}`,
      width: CHART_WIDTH,
      height: parts.height,
      role: 'img',
      'aria-labelledby': `${titleId} ${descriptionId}`,
      'font-family': CHART_FONT,
      'font-size': TEXT_SIZE,
    },
    [
      svg('title', { id: titleId }, [parts.title]),
      svg('desc', { id: descriptionId }, [parts.description]),
      ...parts.children,
    ],
  );
}

/** What is drawn of one row of a table; it carries the row's id, so that a press on the drawing can lead on from it. */
export function rowGroup(rowId: string, children: SvgNode[]): SvgNode {
  return svg('g', { 'data-row': rowId }, children);
}

/** The name and the description of a chart, for the alternative text of its picture. */
export function chartWords(chart: SvgNode): { title: string; description: string } {
  const textOf = (tag: string) => {
    const node = chart.children.find((child) => typeof child !== 'string' && child.tag === tag);
    return node === undefined || typeof node === 'string'
      ? ''
      : node.children.filter((child) => typeof child === 'string').join('');
  };
  return { title: textOf('title'), description: textOf('desc') };
}

/** The width and height that a chart is drawn for, in its own units. */
export function chartSize(chart: SvgNode): { width: number; height: number } {
  return { width: Number(chart.attrs['width']), height: Number(chart.attrs['height']) };
}

export function label(
  text: string,
  at: { x: number; y: number },
  palette: Palette,
  attrs: Record<string, string | number> = {},
): SvgNode {
  return svg('text', { x: at.x, y: at.y, fill: palette.ink, ...attrs }, [text]);
}

/** A number on a pattern: a halo of paper keeps it readable. */
export function numberOnPattern(text: string, at: { x: number; y: number }, palette: Palette): SvgNode {
  return label(text, at, palette, {
    'text-anchor': 'middle',
    'font-weight': 700,
    stroke: palette.paper,
    'stroke-width': 5,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  });
}

/** Breaks a label into at most `lines` lines of about `characters` each; what does not fit ends in an ellipsis. */
export function wrapLabel(text: string, characters: number, lines: number): string[] {
  const wrapped: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = wrapped.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters) {
      wrapped[wrapped.length - 1] = `${last} ${word}`;
    } else {
      wrapped.push(word);
    }
  }
  if (wrapped.length <= lines) return wrapped;
  const kept = wrapped.slice(0, lines);
  kept[lines - 1] = `${(kept.at(-1) ?? '').slice(0, characters - 1)}…`;
  return kept;
}
