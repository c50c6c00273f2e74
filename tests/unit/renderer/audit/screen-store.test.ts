import { expect, test } from 'vitest';
import { createScreenStore, goTo } from '../../../../renderer/features/audit/screen-store.ts';

const START = { standardId: 'S01', criterionId: 'S01.C1' };
const LEFT = { standardId: 'S06', criterionId: 'S06.C3' };

test('an audit goes on where it was left, and another one begins at its start', () => {
  const first = createScreenStore('audit-1', START);
  expect(first.getState().place).toEqual(START);
  goTo(first, LEFT);
  expect(createScreenStore('audit-1', START).getState()).toMatchObject({ place: LEFT, arrivals: 1 });
  expect(createScreenStore('audit-2', START).getState()).toMatchObject({ place: START, arrivals: 0 });
});
