import { z } from 'zod';
import type { Rubric } from './rubric.ts';

const assistsSchema = z.looseObject({
  policy: z.string().default(''),
  items: z.array(z.looseObject({ id: z.string(), label: z.string(), description: z.string().default('') })).default([]),
});
export type Assists = z.infer<typeof assistsSchema>;

/** What a rubric says of the hints that stand beside its criteria; nothing where it has no word about them. */
export function assistsOf(rubric: Rubric): Assists {
  const read = assistsSchema.safeParse(rubric['assists']);
  return read.success ? read.data : { policy: '', items: [] };
}

/** What kind of hint it is, for people; the id where the rubric does not say. */
export function assistLabel(rubric: Rubric, assist: string): string {
  const label = assistsOf(rubric).items.find(({ id }) => id === assist)?.label ?? '';
  return label === '' ? assist : label;
}
