import { expect, test } from 'vitest';
import { isBarePaper } from '../../../../../renderer/features/outlets/bare-paper.ts';
import { paperHeading, paperTable, paperWords } from '../../../../../shared/domain/report/outlets/service-paper.ts';

const SENTENCES = [
  paperHeading('actions', 'Actions for you'),
  ...paperWords('No action is put down for this service.'),
];

test('a paper of sentences alone has nothing to give out; a figure, an example or an action is something', () => {
  expect(isBarePaper({ blocks: [] })).toBe(true);
  expect(isBarePaper({ blocks: SENTENCES })).toBe(true);
  const column = { heading: 'What should change', width: 1, isNumber: false };
  expect(isBarePaper({ blocks: [...SENTENCES, ...paperTable('a', 'Actions', [column], [['Use the form.']])] })).toBe(
    false,
  );
  expect(isBarePaper({ blocks: [...SENTENCES, { kind: 'bullets', items: ['“Twice a week”'] }] })).toBe(false);
});
