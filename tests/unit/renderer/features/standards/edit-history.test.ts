import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginHistory,
  edited,
  ONE_CHANGE_MS,
  redone,
  undone,
} from '../../../../../renderer/features/standards/edit-history.ts';

test('whatever was done, as many steps back and forth lead back to where it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), fc.constantFrom('weight', 'words', null), fc.nat(3000))), (deeds) => {
      let at = 0;
      const history = deeds.reduce((now, [content, tag, pause]) => {
        at += pause;
        return edited(now, content, tag, at);
      }, beginHistory<number>(-1));
      const steps = history.past.length;
      let back = history;
      for (let step = 0; step < steps; step += 1) back = undone(back);
      expect(back.present).toBe(-1);
      expect(undone(back)).toBe(back);
      let forth = back;
      for (let step = 0; step < steps; step += 1) forth = redone(forth);
      expect(forth.present).toBe(history.present);
      expect(redone(forth)).toBe(forth);
    }),
  );
});

test('typing on in a field is one change, a pause or another field begins the next', () => {
  let history = beginHistory('');
  history = edited(history, 'a', 'words', 0);
  history = edited(history, 'ab', 'words', ONE_CHANGE_MS - 1);
  expect(undone(history).present).toBe('');
  expect(undone(edited(history, 'abc', 'words', 3 * ONE_CHANGE_MS)).present).toBe('ab');
  expect(undone(edited(history, 'abd', 'weight', ONE_CHANGE_MS)).present).toBe('ab');
});

test('a change after a step back leaves nothing to be made again', () => {
  const history = edited(undone(edited(beginHistory(1), 2, null, 0)), 3, null, 1);
  expect(redone(history)).toBe(history);
  expect(undone(history).present).toBe(1);
});
