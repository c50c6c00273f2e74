import { bottomOf, MARGIN, newPage, TOP, widthOf } from './pdf-pages.ts';
import { textAtoms } from './pdf-text.ts';
import type { Atom, Pen } from './pdf-text.ts';
import type { Cell, Table } from './paper.ts';

const PADDING = 4;

interface SetCell {
  readonly x: number;
  readonly width: number;
  readonly fill: string | undefined;
  readonly atoms: readonly Atom[];
  /** It goes on from the row above, or into the row below. */
  readonly isHeld: boolean;
  readonly isOpen: boolean;
}

export function drawTable(node: Table, pen: Pen): void {
  const rows = setTable(node, widthOf(pen), pen);
  const heads = rows.slice(0, node.heads ?? 0);
  for (const [index, row] of rows.entries()) drawRow(row, index < heads.length ? [] : heads, node, pen);
  pen.y += 8;
}

function setTable(node: Table, width: number, pen: Pen): SetCell[][] {
  const total = node.widths.reduce((sum, share) => sum + share, 0);
  const held = new Map<number, { left: number; span: number }>();
  const rows = node.rows.map((row) => {
    const cells: SetCell[] = [];
    let column = 0;
    const place = (span: number, one: Cell | null): void => {
      const before = node.widths.slice(0, column).reduce((sum, share) => sum + share, 0);
      const own = node.widths.slice(column, column + span).reduce((sum, share) => sum + share, 0);
      const room = (width * own) / total;
      const atoms = one === null ? [] : cellAtoms(one, room - 2 * PADDING, pen);
      cells.push({
        x: MARGIN + (width * before) / total,
        width: room,
        fill: one?.fill,
        atoms,
        isHeld: one === null,
        isOpen: false,
      });
      column += span;
    };
    const placeHeld = (): void => {
      for (let open = held.get(column); open !== undefined && open.left > 0; open = held.get(column)) {
        open.left -= 1;
        place(open.span, null);
      }
    };
    for (const one of row) {
      placeHeld();
      const span = one.span ?? 1;
      held.set(column, { left: (one.down ?? 1) - 1, span });
      place(span, one);
    }
    placeHeld();
    return cells;
  });
  return rows.map((row, index) =>
    row.map((one) => ({
      ...one,
      isOpen: rows[index + 1]?.some((below) => below.isHeld && below.x === one.x) === true,
    })),
  );
}

function cellAtoms(one: Cell, width: number, pen: Pen): Atom[] {
  return one.nodes.flatMap((node, index) => [
    ...(index > 0 ? [{ height: 3, draw: () => undefined }] : []),
    ...(node.kind === 'text' ? textAtoms(node, width, pen) : innerRows(node, width, pen)),
  ]);
}

/** A table within a cell: each of its rows stays whole. */
function innerRows(node: Table, width: number, pen: Pen): Atom[] {
  return setTable(node, width, pen).map((row) => {
    const height = rowHeight(row);
    return {
      height,
      draw: (x, y) => drawCells(row, x - MARGIN, y, height, node, pen),
    };
  });
}

function rowHeight(row: readonly SetCell[]): number {
  return Math.max(14, ...row.map((one) => one.atoms.reduce((sum, atom) => sum + atom.height, 0) + 2 * PADDING));
}

function drawRow(row: readonly SetCell[], heads: readonly SetCell[][], node: Table, pen: Pen): void {
  const room = bottomOf(pen) - pen.y;
  const height = rowHeight(row);
  if (height <= room) {
    drawCells(row, 0, pen.y, height, node, pen);
    pen.y += height;
    return;
  }
  const next = (): void => {
    newPage(pen);
    for (const head of heads) {
      drawCells(head, 0, pen.y, rowHeight(head), node, pen);
      pen.y += rowHeight(head);
    }
  };
  if (room < 40 || (height < 90 && pen.y > TOP + 60)) {
    next();
    drawRow(row, heads, node, pen);
    return;
  }
  const cut = row.map((one) => {
    let used = 2 * PADDING;
    const at = one.atoms.findIndex((atom) => (used += atom.height) > room);
    return at === -1 ? one.atoms.length : at;
  });
  if (cut.every((at) => at === 0)) throw new Error('A row holds a line that no page has room for.');
  drawCells(
    row.map((one, index) => ({ ...one, atoms: one.atoms.slice(0, cut[index]) })),
    0,
    pen.y,
    room,
    node,
    pen,
  );
  next();
  drawRow(
    row.map((one, index) => ({ ...one, atoms: one.atoms.slice(cut[index]) })),
    heads,
    node,
    pen,
  );
}

function drawCells(row: readonly SetCell[], shift: number, y: number, height: number, node: Table, pen: Pen): void {
  const { pdf } = pen;
  for (const one of row) {
    const x = one.x + shift;
    if (one.fill !== undefined) pdf.rect(x, y, one.width, height).fill(`#${one.fill}`);
    const lines = node.lines ?? 'all';
    pdf.lineWidth(0.5);
    if (lines !== 'none' && !one.isHeld)
      pdf
        .moveTo(x, y)
        .lineTo(x + one.width, y)
        .stroke('#444444');
    const foot = y + height;
    if (lines !== 'none' && !one.isOpen)
      pdf
        .moveTo(x, foot)
        .lineTo(x + one.width, foot)
        .stroke('#444444');
    if (lines === 'all') {
      for (const side of [x, x + one.width])
        pdf
          .moveTo(side, y)
          .lineTo(side, y + height)
          .stroke('#444444');
    }
    let top = y + PADDING;
    for (const atom of one.atoms) {
      atom.draw(x + PADDING, top);
      top += atom.height;
    }
  }
}
