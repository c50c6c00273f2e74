import { z } from 'zod';

/**
 * What is kept from a parent carer representative, and what stands in its place. The rules find; a person checks what
 * they found before anybody reads the masked text. Names, dates of birth, settings and places are masked; ages, year
 * groups and needs are kept, since the standards ask about them.
 */

export const MASK_KINDS = [
  'child',
  'parent',
  'sibling',
  'relative',
  'family_name',
  'professional',
  'person',
  'name',
  'date_of_birth',
  'school',
  'place',
  'address',
  'postcode',
  'phone',
  'email',
  'web',
  'number',
] as const;
export const maskKindSchema = z.enum(MASK_KINDS);
export type MaskKind = z.infer<typeof maskKindSchema>;

/** What stands in the text, in brackets; where a plan has several of a kind they are numbered. */
export const MASK_WORDS: Record<MaskKind, string> = {
  child: 'child',
  parent: 'parent',
  sibling: 'sibling',
  relative: 'relative',
  family_name: 'family name',
  professional: 'professional',
  person: 'person',
  name: 'name',
  date_of_birth: 'date of birth',
  school: 'school',
  place: 'place',
  address: 'address',
  postcode: 'postcode',
  phone: 'phone number',
  email: 'e-mail address',
  web: 'web address',
  number: 'number',
};

/**
 * How a form is told from other words: `free` in any spelling of capitals; `capital` only as a name stands, for names
 * that are everyday words too; `exact` letter for letter, for initials.
 */
export const maskFormSchema = z.strictObject({ words: z.string(), how: z.enum(['free', 'capital', 'exact']) });
export type MaskForm = z.infer<typeof maskFormSchema>;

/** Somebody or something that is masked, wherever and however it is written. */
export const maskedIdentitySchema = z.strictObject({
  /** Kind and plain name; the same in every version of a plan. */
  key: z.string(),
  kind: maskKindSchema,
  /** What stands in the text: "[professional 2]". */
  label: z.string(),
  forms: z.array(maskFormSchema),
  /** One sentence: why the rules, or a person, took it for that. */
  reason: z.string(),
  /** ISO dates, of a date of birth. */
  dates: z.array(z.string()),
});
export type MaskedIdentity = z.infer<typeof maskedIdentitySchema>;

/** A range of a text that is masked. */
export interface Mention {
  start: number;
  end: number;
  label: string;
  kind: MaskKind;
  /** The identity's key; for what is known by its shape alone, its kind. */
  key: string;
  reason: string;
}

/** The same in a block of a document. */
export const maskSchema = z.strictObject({
  block: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  label: z.string(),
  kind: maskKindSchema,
  key: z.string(),
  reason: z.string(),
});
export type Mask = z.infer<typeof maskSchema>;

/** What a person changed of what the rules propose. */
export const maskEditSchema = z.discriminatedUnion('kind', [
  /** These words are masked wherever they stand. */
  z.strictObject({ kind: z.literal('mask'), words: z.string().trim().min(1).max(200), as: maskKindSchema }),
  /** These words are no name, wherever they stand. */
  z.strictObject({ kind: z.literal('show'), words: z.string().trim().min(1).max(200) }),
  /** At this place alone, these words are no name. */
  z.strictObject({
    kind: z.literal('show_here'),
    documentId: z.string(),
    block: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
    words: z.string().max(1000),
  }),
]);
export type MaskEdit = z.infer<typeof maskEditSchema>;

/** What the register knows of the person that a plan is for. */
export interface KnownIdentity {
  name: string | null;
  initials: string;
  dateOfBirth: string | null;
  /** Of the plan and of each of its cycles. */
  settings: readonly string[];
}

/** Puts masks in the place of what they stand for. Mentions in order, not overlapping. */
export function withMasks(text: string, mentions: readonly Pick<Mention, 'start' | 'end' | 'label'>[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end, label } of mentions) {
    masked += text.slice(at, start) + label;
    at = end;
  }
  return masked + text.slice(at);
}

/**
 * Gives every identity its label. One that `earlier` knows keeps the label it has there, so that versions of a plan
 * that were checked at different times read alike; others are numbered on.
 */
export function labelled(found: readonly MaskedIdentity[], earlier: readonly MaskedIdentity[] = []): MaskedIdentity[] {
  const known = new Map(earlier.map(({ key, label }) => [key, label]));
  const used = new Map<MaskKind, number>();
  for (const { kind, label } of earlier) {
    used.set(kind, Math.max(used.get(kind) ?? 0, Number(/ (\d+)\]$/u.exec(label)?.[1] ?? 1)));
  }
  const perKind = Map.groupBy(found, ({ kind }) => kind);
  return found.map((identity) => {
    const { kind, key } = identity;
    const label = known.get(key);
    if (label !== undefined) return { ...identity, label };
    if (ALONE.has(kind)) return { ...identity, label: `[${MASK_WORDS[kind]}]` };
    const number = (used.get(kind) ?? 0) + 1;
    used.set(kind, number);
    const isAlone = number === 1 && perKind.get(kind)?.length === 1;
    return { ...identity, label: isAlone ? `[${MASK_WORDS[kind]}]` : `[${MASK_WORDS[kind]} ${number}]` };
  });
}

/** Kinds that are never numbered. */
const ALONE: ReadonlySet<MaskKind> = new Set(['child', 'family_name', 'date_of_birth', 'address', 'postcode']);
