import { describe, expect, test } from 'vitest';
import { kindOfRecord, readRow } from '../../../../../shared/domain/register/register-rows.ts';

const TODAY = '2026-11-02';

describe('rows', () => {
  const columns = ['reference', 'dateOfBirth', 'planType', 'requestReceived', 'finalIssued', 'caseworker'];
  const read = (...cells: string[]) => readRow('register', columns, columns, cells, TODAY);

  test('a good row says what it says and no more', () => {
    expect(read('A-1', '4/3/2015', '', '6/1/2026', '20/5/2026', 'TANSY, Bryony')).toEqual({
      isEmpty: false,
      problems: [],
      record: {
        reference: 'A-1',
        plan: { dateOfBirth: '2015-03-04' },
        cycle: {},
        dates: { requestReceived: '2026-01-06', finalIssued: '2026-05-20' },
        people: { wrote: ['Bryony Tansy'] },
      },
    });
  });

  test.each([
    [['', '4/3/2015'], 0, 'The reference is missing.'],
    [['A-1', '31/2/2015'], 1, 'There is no such day as “31/2/2015”.'],
    [['A-1', '4/3/1999'], 1, 'This person would be 27: a plan ends before 26.'],
    [['A-1', '4/3/2027'], 1, 'This person is not born yet.'],
    [['A-1', '', 'Blue'], 2, 'no kind of plan'],
    [['A-1', '', '', '6/1/2026', '5/1/2026'], 4, 'This is before “request received”.'],
    [['A-1', '', '', '6/1/2027'], 3, 'This day has not come yet.'],
    [['A-1', '4/3/2015', '', '6/1/2014'], 3, 'This is before the person was born.'],
    [['A-1', '', '', '', '', '#N/A'], 5, '“#N/A” is what a formula came to'],
    [['#REF!', '4/3/2015'], 0, '“#REF!” is what a formula came to'],
    [['Total', '', '', '', '', ''], null, 'This row holds a total, and no plan.'],
    [['Grand total: 61'], null, 'This row holds a total, and no plan.'],
  ])('%j: %s, %s', (cells, column, message) => {
    expect(read(...cells).problems).toEqual([{ column, message: expect.stringContaining(message) }]);
  });

  test('a reference that only begins like a total is a plan’s', () => {
    expect(read('Totale-7').problems).toEqual([]);
    expect(read('Total 7', '4/3/2015').problems).toEqual([]);
  });

  test('an empty row is empty', () => {
    expect(read('', ' ', '').isEmpty).toBe(true);
  });

  test('first and last name make a name and initials', () => {
    const { record } = readRow(
      'register',
      ['reference', 'firstName', 'lastName'],
      [],
      ['A-1', 'AMARA', 'OKAFOR-LEE'],
      TODAY,
    );
    expect(record.plan).toEqual({ name: 'Amara Okafor-Lee', initials: 'AO' });
  });

  test('dates of a review speak for a review, where no kind is named', () => {
    const kind = (cells: string[]) =>
      kindOfRecord(
        readRow('register', ['reference', 'reviewMeeting', 'requestReceived'], [], ['A', ...cells], TODAY).record,
      );
    expect(kind(['3/2/2026'])).toBe('reviewed');
    expect(kind(['3/2/2026', '1/1/2020'])).toBe('new');
    expect(kind([])).toBe('new');
  });
});
