import { describe, expect, test } from 'vitest';
import { findHeaderRow, guessColumns } from '../../../../../shared/domain/register/guess-columns.ts';
import { importColumns, importTemplate } from '../../../../../shared/domain/register/register-columns.ts';

const TODAY = '2026-11-02';

describe('columns', () => {
  test.each([
    [
      ['Case ID', 'Forename', 'Surname', 'D.O.B.', 'NCY', 'LAC?'],
      ['reference', 'firstName', 'lastName', 'dateOfBirth', 'ncYear', 'isLookedAfter'],
    ],
    [
      ['Ref', 'Date of Request', 'Draft Plan Date', 'Date of Final'],
      ['reference', 'requestReceived', 'draftSent', 'finalIssued'],
    ],
    [
      ['Ref', 'Requested', 'Agreed to assess', 'Advice requested'],
      ['reference', 'requestReceived', 'decisionToAssess', null],
    ],
    [
      ['UPN', 'Plan type', 'School Name', 'School Type', 'SEN Primary Need', 'Case Officer', 'Notes'],
      ['reference', 'planType', 'setting', 'settingType', 'primaryNeed', 'caseworker', null],
    ],
  ])('%j', (headers, columns) => {
    expect(guessColumns('register', headers, [], TODAY)).toEqual(columns);
  });

  test('without words in the header, values tell', () => {
    const rows = ['A-1', 'A-2', 'A-3', 'A-4'].map((id, at) => [
      id,
      `0${at + 1}/03/2014`,
      `Year ${at + 4}`,
      'New plan',
      'some words',
    ]);
    expect(guessColumns('register', ['', 'when', 'x', 'y', 'z'], rows, TODAY)).toEqual([
      'reference',
      'dateOfBirth',
      'ncYear',
      'planType',
      null,
    ]);
  });

  test('past results: the grades of sections are found', () => {
    const rows = [
      ['A-1', '12/05/2025', 'Good', 'Good', 'Requires improvement', 'A long note about what was seen in this plan'],
    ];
    expect(
      guessColumns('results', ['Plan ref', 'Audit date', 'Overall', 'Section A', 'Section F', 'Comments'], rows, TODAY),
    ).toEqual(['reference', 'gradedOn', 'overall', 'sectionGrade', 'sectionGrade', null]);
  });

  test('headers are found under a title', () => {
    const rows = [['EHCP register, November 2026'], [], ['Reference', 'DOB', 'Year group'], ['A-1', '1/1/2015', '6']];
    expect(findHeaderRow('register', rows)).toBe(2);
  });

  test.each(['register', 'results'] as const)('the template of a %s names its own columns', (kind) => {
    const [headers = ''] = importTemplate(kind).slice(1).split('\r\n');
    const columns = importColumns(kind);
    const guessed = guessColumns(kind, headers.split(','), [], TODAY);
    expect(guessed).toEqual(columns.map(({ id }) => id));
  });
});
