import { describe, expect, it } from 'vitest';
import type { HalfTerm } from '../../../../../shared/contract/partnership.ts';
import {
  inputOf,
  problemsOf,
  rowsOf,
  schoolYears,
  suggestMissing,
} from '../../../../../renderer/features/settings/calendar-form.ts';

const AUTUMN_2: HalfTerm = {
  id: '2026-27/2',
  schoolYear: '2026-27',
  number: 2,
  label: 'Term 2',
  start: '2026-11-02',
  end: '2026-12-18',
};

describe('the calendar of a school year', () => {
  it('has six half-terms, of which those that are kept stand as they are', () => {
    const rows = rowsOf('2026-27', [AUTUMN_2]);
    expect(rows.map(({ label, start }) => `${label} ${start}`)).toEqual([
      'Autumn 1 ',
      'Term 2 2026-11-02',
      'Spring 1 ',
      'Spring 2 ',
      'Summer 1 ',
      'Summer 2 ',
    ]);
    expect(inputOf('2026-27', rows)).toHaveLength(1);
  });

  it('fills in dates where there are none, and changes none that there are', () => {
    const rows = suggestMissing('2026-27', rowsOf('2026-27', [{ ...AUTUMN_2, start: '2026-11-03' }]));
    expect(rows.every(({ start, end }) => start < end)).toBe(true);
    expect(rows[1]).toMatchObject({ label: 'Term 2', start: '2026-11-03' });
    expect(problemsOf('2026-27', rows, [AUTUMN_2])).toEqual([]);
  });

  it('says in a sentence what cannot stand', () => {
    const rows = suggestMissing('2026-27', rowsOf('2026-27', [AUTUMN_2]));
    const change = (number: number, changed: Partial<(typeof rows)[number]>) =>
      problemsOf(
        '2026-27',
        rows.map((row) => (row.number === number ? { ...row, ...changed } : row)),
        [AUTUMN_2],
      );
    expect(change(3, { start: '2026-12-14' })).toEqual(['Spring 1 starts before Term 2 has ended.']);
    expect(change(3, { end: '' })).toEqual(['Spring 1 needs a first and a last day.']);
    expect(change(2, { label: ' ' })).toEqual(['Half-term 2 needs a name.']);
    expect(change(2, { start: '', end: '' })).toEqual(['Term 2 needs a first and a last day.']);
    expect(change(1, { start: '2027-08-01', end: '2027-08-20' })).toEqual([
      'Autumn 1 comes after Summer 2 in time, and before it in the list.',
    ]);
  });

  it('does not lie over another year’s', () => {
    const long: HalfTerm = { ...AUTUMN_2, id: '2025-26/6', schoolYear: '2025-26', number: 6, label: 'Summer 2' };
    const rows = suggestMissing('2026-27', rowsOf('2026-27', []));
    expect(problemsOf('2026-27', rows, [{ ...long, start: '2026-06-01', end: '2026-09-10' }])).toEqual([
      'Autumn 1 starts before Summer 2 has ended.',
    ]);
  });

  it('can be chosen for last, this and next year, and any that is kept', () => {
    expect(schoolYears('2026-11-22', [{ ...AUTUMN_2, schoolYear: '2023-24' }])).toEqual([
      '2023-24',
      '2025-26',
      '2026-27',
      '2027-28',
    ]);
  });
});
