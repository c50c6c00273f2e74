import { z } from 'zod';
import { HIDDEN } from '../count-table.ts';

/** A short paper for a service, in reading order: Word, HTML and the screen walk the same blocks and count nothing. */

const tableSchema = z.strictObject({
  kind: z.literal('table'),
  id: z.string(),
  caption: z.string(),
  columns: z.array(z.strictObject({ heading: z.string(), width: z.number(), isNumber: z.boolean() })),
  rows: z.array(z.array(z.string())),
  totals: z.int(),
  /** Stands under it: what a sign in it means. */
  note: z.string().exactOptional(),
});

export const paperBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2)]),
    id: z.string(),
    text: z.string(),
    startsPage: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
  z.strictObject({ kind: z.literal('bullets'), items: z.array(z.string()) }),
  tableSchema,
]);
export type PaperBlock = z.infer<typeof paperBlockSchema>;

export const servicePaperSchema = z.strictObject({
  title: z.string(),
  subtitle: z.string(),
  marking: z.string(),
  period: z.string(),
  /** What stands under the title, in one line. */
  details: z.string(),
  author: z.string(),
  blocks: z.array(paperBlockSchema),
});
export type ServicePaper = z.infer<typeof servicePaperSchema>;

export function paperHeading(id: string, text: string): PaperBlock {
  return { kind: 'heading', level: 1, id, text, startsPage: false };
}

export function paperWords(...sentences: readonly string[]): PaperBlock[] {
  return sentences.length === 0 ? [] : [{ kind: 'paragraph', text: sentences.join(' ') }];
}

export function paperTable(
  id: string,
  caption: string,
  columns: readonly { heading: string; width: number; isNumber: boolean }[],
  rows: readonly (readonly string[])[],
  totals = 0,
): PaperBlock[] {
  if (rows.length === 0) return [];
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  return [
    {
      kind: 'table',
      id,
      caption,
      columns: columns.map((column) => ({ ...column, width: column.width / all })),
      rows: rows.map((row) => [...row]),
      totals,
    },
  ];
}

/** Whether anything in these blocks stands for a hidden count, so that its sign has to be explained. */
export function isAnyHidden(blocks: readonly PaperBlock[]): boolean {
  return blocks.some((block) => {
    if (block.kind === 'table') return block.rows.some(([, ...cells]) => cells.some((cell) => HIDDEN_SIGN.test(cell)));
    return block.kind === 'paragraph' && block.text.includes(`(${HIDDEN})`);
  });
}

/** By itself, or among others: 'c of c', 'Good c'. */
const HIDDEN_SIGN = new RegExp(String.raw`(?:^|\s)${HIDDEN}(?![\p{L}\p{N}])`, 'u');
