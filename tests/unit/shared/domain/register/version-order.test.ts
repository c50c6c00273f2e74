import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareVersions,
  isLaterVersion,
  latestOf,
  type VersionPlace,
} from '../../../../../shared/domain/register/version-order.ts';

const place = fc.record<VersionPlace>({
  cycleSequence: fc.integer({ min: 1, max: 3 }),
  stage: fc.constantFrom('draft', 'final', 'amended_draft', 'amended_final', null),
  issuedOn: fc.option(fc.constantFrom('2026-01-01', '2026-02-01'), { nil: null }),
  importedAt: fc.constantFrom('2026-03-01T10:00:00Z', '2026-03-02T10:00:00Z'),
});

test('of two versions at most one is the later; a later cycle comes after every stage of an earlier one', () => {
  fc.assert(
    fc.property(place, place, (one, other) => {
      expect(isLaterVersion(one, other) && isLaterVersion(other, one)).toBe(false);
      const next = { ...other, cycleSequence: one.cycleSequence + 1 };
      expect(isLaterVersion(one, next)).toBe(true);
    }),
  );
});

test('a final that was read before its draft is the later one, dated or not', () => {
  const draft = { cycleSequence: 1, stage: 'draft', issuedOn: '2026-03-01', importedAt: '2026-04-02' };
  const final = { cycleSequence: 1, stage: 'final', issuedOn: null, importedAt: '2026-04-01' };
  expect(isLaterVersion(draft, final)).toBe(true);
  expect(latestOf([final, draft])).toBe(final);
});

test('however the versions come, they end in one order, with the latest last', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), (versions) => {
      const ordered = versions.toSorted(compareVersions);
      expect(versions.toReversed().toSorted(compareVersions)).toEqual(ordered);
      expect(latestOf(versions)).toEqual(ordered.at(-1));
      for (const [index, version] of ordered.entries()) {
        expect(ordered.slice(index).some((later) => isLaterVersion(later, version))).toBe(false);
      }
    }),
  );
});

test('of no versions none is the latest', () => {
  expect(latestOf([])).toBeUndefined();
});
