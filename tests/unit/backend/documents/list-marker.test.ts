import { expect, test } from 'vitest';
import { readTypedMarker } from '../../../../electron/backend/documents/list-marker.ts';

test.each(['9.30 pm daily', '1.15 to 1.45 each day', '8.45 a.m. on all days', '10.15–10.45', 'b. 3.4.2004'])(
  'a time of day, or a date of birth, is no number of an item: %s',
  (text) => {
    expect(readTypedMarker(text)).toBeNull();
  },
);

test.each([
  ['9.3 Pat will swim.', '9.3'],
  ['1.15 Amber light in class', '1.15'],
  ['b. Three visits by 3.4.2028', 'b.'],
])('a number still is: %s', (text, marker) => {
  expect(readTypedMarker(text)?.marker).toBe(marker);
});
