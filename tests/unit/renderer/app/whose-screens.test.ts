import { expect, test } from 'vitest';
import { whyNotTheirs } from '../../../../renderer/app/whose-screens.ts';

test('a screen is refused to whoever has none of its roles, and says whose it is', () => {
  const caseworker = { agency: 'education', roles: ['caseworker'] } as const;
  expect(whyNotTheirs('/plans', caseworker)).toMatchObject({ what: 'The register of plans', isNaming: false });
  expect(whyNotTheirs('/plans/import', { agency: 'education', roles: ['chair'] })?.roles).toEqual(['qa_lead']);
  expect(whyNotTheirs('/supervision/sheet/x', caseworker)).toBeNull();
  expect(whyNotTheirs('/help', caseworker)).toBeNull();
});

test('what names children is not the forum’s, whose members read the rest of their plans masked', () => {
  const representative = { agency: 'parent_carer_forum', roles: ['auditor'] } as const;
  expect(whyNotTheirs('/plans', representative)).toMatchObject({ isNaming: true });
  expect(whyNotTheirs('/across/r', representative)).toMatchObject({ isNaming: true });
  expect(whyNotTheirs('/plans/x', representative)).toBeNull();
  expect(whyNotTheirs('/plans', { ...representative, roles: ['chair'] })).toBeNull();
});
