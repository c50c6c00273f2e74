import { z } from 'zod';
import type { MentionFinder } from '../masking/masking-find.ts';
import type { MaskKind } from '../masking/masking.ts';

/** What a person's own words may tell of somebody whose plan was audited. */
const TELLING_KINDS = ['name', 'date_of_birth', 'setting', 'address', 'reference'] as const;
export const tellingKindSchema = z.enum(TELLING_KINDS);
export type TellingKind = z.infer<typeof tellingKindSchema>;

const WORDS: Record<TellingKind, string> = {
  name: 'a name',
  date_of_birth: 'a date of birth',
  setting: 'a setting',
  address: 'an address',
  reference: 'a reference',
};

/** Places, telephone numbers and web addresses are as a rule those of the partnership. */
const TELLING: Partial<Record<MaskKind, TellingKind>> = {
  child: 'name',
  parent: 'name',
  sibling: 'name',
  relative: 'name',
  family_name: 'name',
  professional: 'name',
  person: 'name',
  name: 'name',
  date_of_birth: 'date_of_birth',
  school: 'setting',
  address: 'address',
  postcode: 'address',
  number: 'reference',
};

/** A number of so few digits would be found in any table. */
const SHORT_NUMBER = /^\d{0,4}$/u;

/** What words hold of the plans that `finders` know, and of these references; in the order of the kinds. */
export function tellingIn(
  words: string,
  finders: readonly MentionFinder[],
  references: readonly string[],
): TellingKind[] {
  const found = new Set(finders.flatMap((finder) => finder.find(words).map(({ kind }) => TELLING[kind])));
  if (references.some((reference) => names(words, reference))) found.add('reference');
  return TELLING_KINDS.filter((kind) => found.has(kind));
}

/** 'a name and a setting' */
export function tellingWords(kinds: readonly TellingKind[]): string {
  const said = kinds.map((kind) => WORDS[kind]);
  const last = said.at(-1) ?? '';
  return said.length < 2 ? last : `${said.slice(0, -1).join(', ')} and ${last}`;
}

function names(words: string, reference: string): boolean {
  if (SHORT_NUMBER.test(reference)) return false;
  const escaped = reference.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'iu').test(words);
}
