import { z } from 'zod';
import type { MentionFinder } from '../masking/masking-find.ts';
import type { MaskKind } from '../masking/masking.ts';
import { withLatinLetters, withoutUnseen } from '../names.ts';

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

/**
 * What words hold of the plans that `finders` know, and of these references; in the order of the kinds. Letters that
 * look alike are taken as one, and a reference is one however its parts are divided: 'MD-15-0021', 'MD 15 0021'.
 */
export function tellingIn(
  words: string,
  finders: readonly MentionFinder[],
  references: readonly string[],
): TellingKind[] {
  const asRead = withLatinLetters(words);
  const readings = asRead === words ? [words] : [words, asRead];
  const found = new Set(
    readings.flatMap((text) => finders.flatMap((finder) => finder.find(text).map(({ kind }) => TELLING[kind]))),
  );
  const plain = plainReference(words);
  if (references.some((reference) => names(plain, plainReference(reference)))) found.add('reference');
  return TELLING_KINDS.filter((kind) => found.has(kind));
}

/** 'a name and a setting' */
export function tellingWords(kinds: readonly TellingKind[]): string {
  const said = kinds.map((kind) => WORDS[kind]);
  const last = said.at(-1) ?? '';
  return said.length < 2 ? last : `${said.slice(0, -1).join(', ')} and ${last}`;
}

/** As it would be typed on a plain keyboard. */
function plainReference(text: string): string {
  return withLatinLetters(withoutUnseen(text).normalize('NFKC'));
}

function names(words: string, reference: string): boolean {
  const parts = reference.match(/\p{L}+|\p{N}+/gu) ?? [];
  if (parts.length === 0 || SHORT_NUMBER.test(parts.join(''))) return false;
  const divided = parts.join(String.raw`[^\p{L}\p{N}]{0,3}`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${divided}(?![\p{L}\p{N}])`, 'iu').test(words);
}
