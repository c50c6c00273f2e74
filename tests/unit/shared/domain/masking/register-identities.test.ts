import { expect, test } from 'vitest';
import { createMentionFinder } from '../../../../../shared/domain/masking/masking-find.ts';
import { withMasks } from '../../../../../shared/domain/masking/masking.ts';
import { registerIdentities } from '../../../../../shared/domain/masking/register-identities.ts';

const finder = createMentionFinder(
  registerIdentities({
    names: ['Amara Begum', 'Will Young', 'Nell', 'Zoë  O’Hara-Finch'],
    settings: ['Riverbank Primary School', 'Home'],
  }),
);

test.each([
  ['Amara Begum of Riverbank Primary School waits.', '[child] of [school] waits.'],
  ['AMARA BEGUM’s plan; amara begum', '[child]’s plan; [child]'],
  ["Ask Zoe O'Hara Finch first.", 'Ask [child] first.'],
  ['Will Young was asked; young people will be asked.', '[child] was asked; young people will be asked.'],
  ['Amara, Nell and young Will may be anybody.', 'Amara, Nell and young Will may be anybody.'],
])('%s', (text, masked) => {
  expect(withMasks(text, finder.find(text))).toBe(masked);
});

test('an empty register names nobody', () => {
  expect(registerIdentities({ names: [], settings: [] })).toEqual([]);
});
