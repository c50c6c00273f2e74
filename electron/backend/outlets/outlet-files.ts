import { csvOf } from '../reports/to-csv.ts';

/** The columns of a CSV with what they hold, as CSV itself. */
export function dictionaryOf(columns: readonly { id: string; words: string }[]): string {
  return csvOf(
    ['column', 'holds'],
    columns.map(({ id, words }) => [id, words]),
  );
}

export function fileOf(content: Uint8Array | string, name: string, type: string): File {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return new File([new Uint8Array(bytes)], name, { type });
}

/** A service's name as part of a file's name. */
export function fileWords(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return words === '' ? 'service' : words;
}
