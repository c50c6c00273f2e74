import { useLayoutEffect, useRef, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { type CardPlace, type ColumnPlace, linePath, middleOf, wayThrough } from './line-paths.ts';

/** A link as it is drawn. */
export interface ThreadLine {
  fromId: string;
  toId: string;
  isSuggested: boolean;
  /** It lies on the thread of the passage in hand. */
  isLit: boolean;
}

interface Layout {
  cards: ReadonlyMap<string, CardPlace & { column: number }>;
  columns: readonly ColumnPlace[];
}

const NOTHING_MEASURED: Layout = { cards: new Map(), columns: [] };

/**
 * The lines between the cards of the element that it stands in, each with a port at both ends, measured anew when a card
 * changes its size; give it another key where cards come or go. What they say stands in words on the cards and in the list
 * of links.
 */
export function ThreadLines({ lines }: { lines: readonly ThreadLine[] }) {
  const drawing = useRef<SVGSVGElement>(null);
  const [layout, setLayout] = useState<Layout>(NOTHING_MEASURED);
  useLayoutEffect(() => {
    const element = drawing.current?.parentElement ?? null;
    if (element === null) return undefined;
    const measure = (): void => {
      setLayout(layoutOf(element));
    };
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    for (const card of element.querySelectorAll('[data-passage]')) watch.observe(card);
    measure();
    return () => {
      watch.disconnect();
    };
  }, []);
  // What is lit lies over what is not, and firm links over suggestions.
  const inOrder = lines.toSorted((one, other) => weightOf(one) - weightOf(other));
  return (
    <svg className="thread__lines" ref={drawing} aria-hidden="true" focusable="false">
      {drawnLines(inOrder, layout).map(({ line, path }) => (
        <path key={`${line.fromId}/${line.toId}`} className={lineClass('thread__line', line)} d={path} />
      ))}
      {portsOf(inOrder, layout).map(({ key, x, y, line }) => (
        <circle key={key} className={lineClass('thread__port', line)} cx={x} cy={y} r={PORT_PX} />
      ))}
    </svg>
  );
}

const PORT_PX = 4;
/** How far lines that pass between the same two cards keep from each other. */
const LANE_PX = 4;

function weightOf({ isLit, isSuggested }: ThreadLine): number {
  return (isLit ? 2 : 0) + (isSuggested ? 0 : 1);
}

function lineClass(name: string, { isSuggested, isLit }: ThreadLine): string {
  return classNames(name, isSuggested && `${name}--suggested`, isLit && `${name}--lit`);
}

function drawnLines(lines: readonly ThreadLine[], { cards, columns }: Layout): { line: ThreadLine; path: string }[] {
  const lanes = new Map<string, number>();
  return lines.flatMap((line) => {
    const from = cards.get(line.fromId);
    const to = cards.get(line.toId);
    if (from === undefined || to === undefined) return [];
    const between = columns.slice(from.column + 1, to.column).map((column, at) => {
      const way = wayThrough(column, middleOf(from), middleOf(to));
      const key = `${from.column + at} ${way}`;
      const lane = lanes.get(key) ?? 0;
      lanes.set(key, lane + 1);
      return { ...column, way: way + ((lane % 3) - 1) * LANE_PX };
    });
    return [{ line, path: linePath(from, to, between) }];
  });
}

/** One port for each edge of a card at which lines end, drawn as the weightiest of them. */
function portsOf(lines: readonly ThreadLine[], { cards }: Layout) {
  const ports = new Map<string, { key: string; x: number; y: number; line: ThreadLine }>();
  for (const line of lines) {
    for (const [id, edge] of [
      [line.fromId, 'right'],
      [line.toId, 'left'],
    ] as const) {
      const card = cards.get(id);
      const key = `${edge} ${id}`;
      if (card !== undefined) ports.set(key, { key, x: Math.round(card[edge]), y: middleOf(card), line });
    }
  }
  return [...ports.values()];
}

function layoutOf(element: HTMLElement): Layout {
  const frame = element.getBoundingClientRect();
  const cards = new Map<string, CardPlace & { column: number }>();
  const columns = [...element.querySelectorAll<HTMLElement>('[data-part]')].map((column, at): ColumnPlace => {
    const { left, right } = column.getBoundingClientRect();
    const own = [...column.querySelectorAll<HTMLElement>('[data-passage]')].map((card) => {
      const rect = card.getBoundingClientRect();
      const place = {
        left: rect.left - frame.left,
        right: rect.right - frame.left,
        top: rect.top - frame.top,
        bottom: rect.bottom - frame.top,
      };
      cards.set(card.dataset['passage'] ?? '', { ...place, column: at });
      return place;
    });
    return { left: left - frame.left, right: right - frame.left, cards: own };
  });
  return { cards, columns };
}
