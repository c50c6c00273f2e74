import type { Rule } from './pdf-lines.ts';
import type { Rect } from './pdf-geometry.ts';

/** A cell of a drawn table, with its place in the grid. */
export interface GridCell extends Rect {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** A table as its drawn lines give it. */
export interface Grid extends Rect {
  /** Positions of the column lines, left to right. */
  columns: number[];
  rows: number[];
  cells: GridCell[];
}

/** Lines this close are one line (double borders, anti-aliased bars). */
const SAME_POINTS = 2.5;
/** Ends this far apart still meet. */
const TOUCH_POINTS = 4;
const MIN_CELL_POINTS = 5;

/** Finds the tables that a page's straight lines draw; boxes of one cell are among them. */
export function findGrids(horizontal: readonly Rule[], vertical: readonly Rule[]): Grid[] {
  const across = mergeRules(horizontal);
  const down = mergeRules(vertical);
  return components(across, down)
    .map(({ across: rows, down: columns }) => makeGrid(rows, columns))
    .filter((grid) => grid !== null)
    .map(withHolders)
    .flatMap(withoutInner)
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Puts together pieces of one line: same position, overlapping or touching. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at || a.from - b.from);
  const merged: Rule[] = [];
  const open: Rule[] = [];
  for (const rule of sorted) {
    while (open[0] !== undefined && rule.at - open[0].at > SAME_POINTS) open.shift();
    const same = open.find((each) => rule.from <= each.to + TOUCH_POINTS && rule.to >= each.from - TOUCH_POINTS);
    if (same) {
      same.from = Math.min(same.from, rule.from);
      same.to = Math.max(same.to, rule.to);
    } else {
      const fresh = { ...rule };
      merged.push(fresh);
      open.push(fresh);
    }
  }
  return merged;
}

function components(across: Rule[], down: Rule[]): { across: Rule[]; down: Rule[] }[] {
  const groupOf = new Map<Rule, number>();
  const groups: { across: Rule[]; down: Rule[] }[] = [];
  const sortedDown = [...down].sort((a, b) => a.from - b.from);
  for (const row of across) {
    const meeting = sortedDown.filter((column) => doMeet(row, column));
    const known = [...new Set(meeting.map((column) => groupOf.get(column)).filter((each) => each !== undefined))];
    let target = known[0];
    if (target === undefined) {
      if (meeting.length === 0) continue;
      target = groups.push({ across: [], down: [] }) - 1;
    }
    const group = groups[target];
    if (group === undefined) continue;
    for (const other of known.slice(1)) {
      const absorbed = groups[other];
      if (absorbed === undefined) continue;
      for (const column of absorbed.down) groupOf.set(column, target);
      group.across.push(...absorbed.across);
      group.down.push(...absorbed.down);
      groups[other] = { across: [], down: [] };
    }
    group.across.push(row);
    for (const column of meeting) {
      if (groupOf.get(column) === target) continue;
      groupOf.set(column, target);
      group.down.push(column);
    }
  }
  return groups.filter((group) => group.across.length >= 2 && group.down.length >= 1);
}

function doMeet(row: Rule, column: Rule): boolean {
  return (
    column.at >= row.from - TOUCH_POINTS &&
    column.at <= row.to + TOUCH_POINTS &&
    row.at >= column.from - TOUCH_POINTS &&
    row.at <= column.to + TOUCH_POINTS
  );
}

function makeGrid(across: readonly Rule[], down: readonly Rule[]): Grid | null {
  const rows = withOpenRow(positions(across.map((rule) => rule.at)), down);
  const left = Math.min(...across.map((rule) => rule.from));
  const right = Math.max(...across.map((rule) => rule.to));
  const columns = positions(down.map((rule) => rule.at));
  // Tables without outer side lines end where their rows' lines end.
  if (columns[0] === undefined || columns[0] - left > MIN_CELL_POINTS) columns.unshift(left);
  if (right - (columns.at(-1) ?? left) > MIN_CELL_POINTS) columns.push(right);
  if (rows.length < 2 || columns.length < 2) return null;
  const cells = mergeCells(rows, columns, across, down);
  return {
    left: columns[0] ?? left,
    right: columns.at(-1) ?? right,
    top: rows[0] ?? 0,
    bottom: rows.at(-1) ?? 0,
    columns,
    rows,
    cells,
  };
}

/** A table that someone drew in a cell has at least so many: a page's end may leave no more than its heads. */
const INNER_CELLS_MIN = 3;

/** A row at least as high as a line of small letters. */
const OPEN_ROW_MIN_POINTS = 8;
const OPEN_ROW_LINES_MIN = 3;

/** A row that the page's end cuts has no line below: its sides and what parts its cells go on to one depth. */
function withOpenRow(rows: number[], down: readonly Rule[]): number[] {
  const last = rows.at(-1);
  if (last === undefined) return rows;
  const sides = [Math.min(...down.map(({ at }) => at)), Math.max(...down.map(({ at }) => at))];
  const open = down.filter(({ from, to }) => to - last >= OPEN_ROW_MIN_POINTS && from <= last + TOUCH_POINTS);
  const end = Math.max(...open.map(({ to }) => to));
  const isWhole = sides.every((side) => open.some(({ at }) => Math.abs(at - side) <= SAME_POINTS));
  const isEven = open.every(({ to }) => Math.abs(to - end) <= TOUCH_POINTS);
  return open.length >= OPEN_ROW_LINES_MIN && isWhole && isEven ? [...rows, end] : rows;
}

/** A cell's margin, left and right of a table that was drawn in it. */
const MARGIN_MAX_POINTS = 12;

/**
 * A table drawn in a cell and as high as that cell leaves of it no more than its margins, two slivers of one height. What
 * they hold between them gets its cell back.
 */
function withHolders(grid: Grid): Grid {
  const slivers = grid.cells.filter(({ rowSpan, left, right }) => rowSpan >= 2 && right - left <= MARGIN_MAX_POINTS);
  const gone = new Set<GridCell>();
  const holders: GridCell[] = [];
  for (const sliver of slivers) {
    const other = slivers.find(
      ({ row, rowSpan, column }) => row === sliver.row && rowSpan === sliver.rowSpan && column > sliver.column + 1,
    );
    if (gone.has(sliver) || other === undefined) continue;
    const columnSpan = other.column + other.columnSpan - sliver.column;
    const holder = { ...sliver, columnSpan, right: other.right };
    const inner = grid.cells.filter((each) => each !== sliver && each !== other && isInside(each, holder));
    if (inner.length < INNER_CELLS_MIN || inner.some(({ rowSpan }) => rowSpan === sliver.rowSpan)) continue;
    gone.add(sliver).add(other);
    holders.push(holder);
  }
  if (holders.length === 0) return grid;
  return { ...grid, cells: [...grid.cells.filter((cell) => !gone.has(cell)), ...holders].sort(inReadingOrder) };
}

function inReadingOrder(a: GridCell, b: GridCell): number {
  return a.row - b.row || a.column - b.column;
}

/** A table inside a cell, whose lines meet that cell's own: the two are parted, each with rows and columns of its own. */
function withoutInner(grid: Grid): Grid[] {
  const found: GridCell[][] = [];
  for (const holder of grid.cells) {
    if (holder.rowSpan < 2 || holder.columnSpan < 2) continue;
    const inner = grid.cells.filter((each) => each !== holder && isInside(each, holder));
    if (inner.length >= INNER_CELLS_MIN && !found.flat().includes(holder)) found.push(inner);
  }
  if (found.length === 0) return [grid];
  const gone = new Set(found.flat());
  return [grid.cells.filter((cell) => !gone.has(cell)), ...found].map(gridOf);
}

function isInside(cell: GridCell, holder: GridCell): boolean {
  const isDown = cell.row >= holder.row && cell.row + cell.rowSpan <= holder.row + holder.rowSpan;
  return isDown && cell.column >= holder.column && cell.column + cell.columnSpan <= holder.column + holder.columnSpan;
}

function gridOf(cells: readonly GridCell[]): Grid {
  const edges = (ends: readonly number[]): number[] => [...new Set(ends)].sort((a, b) => a - b);
  const columns = edges(cells.flatMap(({ left, right }) => [left, right]));
  const rows = edges(cells.flatMap(({ top, bottom }) => [top, bottom]));
  const placed = cells.map((cell): GridCell => {
    const [row, column] = [rows.indexOf(cell.top), columns.indexOf(cell.left)];
    const [rowSpan, columnSpan] = [rows.indexOf(cell.bottom) - row, columns.indexOf(cell.right) - column];
    return { ...cell, row, column, rowSpan, columnSpan };
  });
  return {
    left: columns[0] ?? 0,
    right: columns.at(-1) ?? 0,
    top: rows[0] ?? 0,
    bottom: rows.at(-1) ?? 0,
    columns,
    rows,
    cells: placed,
  };
}

function positions(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (found.length === 0 || value - (found.at(-1) ?? 0) > MIN_CELL_POINTS) found.push(value);
  }
  return found;
}

/** Neighbouring fields of the grid without a line between them are one cell. */
function mergeCells(rows: number[], columns: number[], across: readonly Rule[], down: readonly Rule[]): GridCell[] {
  const width = columns.length - 1;
  const height = rows.length - 1;
  const parent = Array.from({ length: width * height }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const here = row * width + column;
      const middleY = ((rows[row] ?? 0) + (rows[row + 1] ?? 0)) / 2;
      const middleX = ((columns[column] ?? 0) + (columns[column + 1] ?? 0)) / 2;
      if (column + 1 < width && !hasRule(down, columns[column + 1] ?? 0, middleY)) parent[find(here + 1)] = find(here);
      if (row + 1 < height && !hasRule(across, rows[row + 1] ?? 0, middleX)) parent[find(here + width)] = find(here);
    }
  }
  const cells = new Map<number, GridCell>();
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const root = find(row * width + column);
      const cell = cells.get(root);
      const right = columns[column + 1] ?? 0;
      const bottom = rows[row + 1] ?? 0;
      if (cell === undefined) {
        cells.set(root, {
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          left: columns[column] ?? 0,
          top: rows[row] ?? 0,
          right,
          bottom,
        });
        continue;
      }
      cell.column = Math.min(cell.column, column);
      cell.left = Math.min(cell.left, columns[column] ?? 0);
      cell.rowSpan = Math.max(cell.rowSpan, row - cell.row + 1);
      cell.columnSpan = Math.max(cell.columnSpan, column - cell.column + 1);
      cell.right = Math.max(cell.right, right);
      cell.bottom = Math.max(cell.bottom, bottom);
    }
  }
  return [...cells.values()].sort(inReadingOrder);
}

function hasRule(rules: readonly Rule[], at: number, middle: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= MIN_CELL_POINTS && rule.from <= middle && rule.to >= middle);
}
