/** A line of a CSV file: where it begins, counted from 1, and its cells. */
export interface CsvLine {
  line: number;
  cells: string[];
}

/**
 * Reads CSV as RFC 4180 has it, with commas, semicolons or tabs, whichever its first line has most of; a byte order mark
 * and empty lines are left out. Gives null where a quoted cell never ends: the file is cut off or no CSV.
 */
export function readCsvText(text: string): CsvLine[] | null {
  const whole = text.startsWith('\u{FEFF}') ? text.slice(1) : text;
  const separator = separatorOf(whole.slice(0, whole.search(/[\r\n]|$/)));
  const lines: CsvLine[] = [];
  let at = 0;
  let line = 1;
  while (at < whole.length) {
    const begun = line;
    const cells: string[] = [];
    for (;;) {
      const cell = readCell(whole, at, separator);
      if (cell === null) return null;
      cells.push(cell.text);
      line += cell.lines;
      at = cell.end;
      if (whole[at] !== separator) break;
      at += 1;
    }
    if (whole[at] === '\r') at += 1;
    if (whole[at] === '\n') at += 1;
    line += 1;
    if (cells.some((cell) => cell !== '')) lines.push({ line: begun, cells });
  }
  return lines;
}

/** Gives the cell that begins here, where it ends, and how many line breaks are inside it. */
function readCell(text: string, start: number, separator: string): { text: string; end: number; lines: number } | null {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1;
    return { text: text.slice(start, end), end, lines: 0 };
  }
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    if (text[end + 1] === '"') {
      end += 1;
      continue;
    }
    const inside = text.slice(start + 1, end).replaceAll('""', '"');
    // What stands between the closing quote and the next separator belongs to no rule, and is kept.
    const rest = readCell(text, end + 1, separator);
    if (rest === null) return null;
    return { text: inside + rest.text, end: rest.end, lines: inside.split('\n').length - 1 + rest.lines };
  }
  return null;
}

function separatorOf(head: string): string {
  const counts = [',', ';', '\t'].map((sign) => ({ sign, number: head.split(sign).length }));
  return counts.reduce((most, next) => (next.number > most.number ? next : most)).sign;
}
