/** Symbol fonts sit in the private use area; the boxes and ticks that forms use are shown as such. */
const SYMBOLS: Record<string, string> = {
  F0A8: '☐',
  F06F: '☐',
  F071: '☐',
  F0FE: '☒',
  F078: '☒',
  F0FD: '☒',
  F052: '☑',
  F053: '☒',
  F0FC: '✓',
  F0B7: '•',
  F0A7: '▪',
  F0E0: '→',
};

/** The sign that a symbol font shows for a code in hexadecimal figures; a bullet where none is known. */
export function symbolOf(code: string | undefined): string {
  if (code === undefined) return '';
  const known = SYMBOLS[code.toUpperCase()];
  if (known !== undefined) return known;
  const point = Number.parseInt(code, 16);
  return Number.isFinite(point) && point > 0 && point < 0xe000 ? String.fromCodePoint(point) : '•';
}
