import type { TableHead } from './count-table.ts';

/** A row or a column that is a part of others. */
export function part(id: string, label: string): TableHead {
  return { id, label, isTotal: false };
}

/** One that is the sum of others, or stands for them all. */
export function whole(id: string, label: string): TableHead {
  return { id, label, isTotal: true };
}
