import { cleanName } from '../names.ts';
import { findIdentities, type MaskedSource } from './masking-identities.ts';
import { plainWords } from './masking-tokens.ts';
import { labelled, type MaskedIdentity } from './masking.ts';

/** A document that says nothing: what is left is what the register knows. */
export const NOTHING_READ: MaskedSource = {
  blocks: [],
  cover: { name: null, authority: null, reference: null, setting: null, ncYear: null, stage: null },
  keyDates: {},
  advice: [],
};

/**
 * Children and settings that the register alone knows, for words that belong to no plan. Of so many names only whole ones:
 * by their parts nearly every name and many a word would be masked, and a first name alone says of none who it is.
 */
export function registerIdentities({
  names,
  settings,
}: {
  names: readonly string[];
  settings: readonly string[];
}): MaskedIdentity[] {
  const whole = names.map(cleanName).filter((name) => plainWords(name).length > 1);
  const children: MaskedIdentity = {
    key: 'child of the register',
    kind: 'child',
    label: '',
    forms: whole.map((words) => ({ words, how: 'free' })),
    reason: 'It is the name of somebody in the register.',
    dates: [],
  };
  const known = { name: null, initials: '', dateOfBirth: null, settings };
  return labelled([...(whole.length === 0 ? [] : [children]), ...findIdentities(NOTHING_READ, known)]);
}
