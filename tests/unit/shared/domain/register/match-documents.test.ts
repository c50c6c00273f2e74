import { describe, expect, test } from 'vitest';
import {
  indexPlans,
  matchPlans,
  type PlanToMatch,
  proposeFilings,
  stageInName,
  type WaitingDocument,
} from '../../../../../shared/domain/register/match-documents.ts';

const PLANS: PlanToMatch[] = [
  { id: 'p1', reference: 'MD-26/0412', initials: 'TF', name: 'Tamsin Fieldfare', dateOfBirth: '2022-01-19' },
  { id: 'p2', reference: 'MD-T-26-0017', initials: 'OP', name: 'Orla Plover', dateOfBirth: '2012-03-04' },
  { id: 'p3', reference: 'MD-26-0500', initials: 'AT', name: 'Alder Teasel', dateOfBirth: '2012-03-04' },
  { id: 'p4', reference: 'MD-26-0501', initials: 'BS', name: 'Briar Sorrel', dateOfBirth: null },
];
const INDEX = indexPlans(PLANS);

function document(changes: Partial<WaitingDocument>): WaitingDocument {
  const nothing = { reference: null, name: null, dateOfBirth: null, stage: null, issuedOn: null };
  return { id: 'd', fileName: 'plan.pdf', ...nothing, hasText: true, ...changes };
}

describe('which plan a document belongs to', () => {
  test.each<[string, Partial<WaitingDocument>, string | undefined, string | undefined]>([
    ['its reference, however it is written', { reference: 'md 26 0412' }, 'p1', 'Same reference'],
    ['the reference in its name', { fileName: 'MD_26_0412 TF EHCP final.docx' }, 'p1', 'Reference in the file’s name'],
    ['a reference of many parts', { fileName: 'EHCP MD-T-26-0017 amended.pdf' }, 'p2', 'Reference in the file’s name'],
    ['name and date of birth', { name: 'ORLA PLOVER', dateOfBirth: '2012-03-04' }, 'p2', 'Same name and date of birth'],
    [
      'initials and date of birth',
      { fileName: 'AT draft.pdf', dateOfBirth: '2012-03-04' },
      'p3',
      'Same initials and date of birth',
    ],
    [
      'a name, where the register has no date of birth',
      { name: 'Briar Sorrel', dateOfBirth: '2015-01-01' },
      'p4',
      'Same name',
    ],
    [
      'nobody: the name of one and the birth of none',
      { name: 'Tamsin Fieldfare', dateOfBirth: '2001-01-01' },
      undefined,
      undefined,
    ],
    ['nobody: initials alone say nothing', { fileName: 'TF final.pdf' }, undefined, undefined],
    ['nobody: a year and a page are no reference', { fileName: '2026 0500.pdf' }, undefined, undefined],
  ])('%s', (_name, changes, planId, reason) => {
    const [first] = matchPlans(document(changes), INDEX);
    expect([first?.planId, first?.reason]).toEqual([planId, reason]);
  });

  test('the surer reason stands first', () => {
    const both = document({ reference: 'MD-26-0500', dateOfBirth: '2012-03-04' });
    expect(matchPlans(both, INDEX).map(({ planId, rank }) => [planId, rank])).toEqual([
      ['p3', 0],
      ['p2', 5],
    ]);
  });
});

describe('documents dropped together', () => {
  test('a draft and its final are paired, and what does not look right is told', () => {
    const [draft, final, twice, scan] = proposeFilings(
      [
        document({ id: 'd', reference: 'MD-26-0412', stage: 'draft' }),
        document({ id: 'f', reference: 'MD-26-0412', fileName: 'MD-26-0412 final.pdf' }),
        document({ id: 'g', reference: 'MD-26-0412', stage: 'final' }),
        document({ id: 's', dateOfBirth: '2012-03-04', hasText: false }),
      ],
      INDEX,
      new Map([['p1', ['draft']]]),
    );
    expect(draft).toMatchObject({
      match: { planId: 'p1' },
      remarks: ['The plan has a draft already.'],
      versionOf: null,
    });
    expect(final).toMatchObject({ stage: 'final', versionOf: 'd', remarks: ['Two files are this plan’s final.'] });
    expect(twice).toMatchObject({ remarks: ['Two files are this plan’s final.'] });
    expect(scan).toMatchObject({
      match: null,
      remarks: ['A scan without text: it is audited by eye.', 'More than one plan fits as well.'],
    });
  });

  test.each([
    ['MD EHCP amended final.pdf', 'amended_final'],
    ['Amended_Draft.docx', 'amended_draft'],
    ['final plan.pdf', 'final'],
    ['DRAFT v2.docx', 'draft'],
    ['finalist.pdf', null],
  ])('%s is %s by its name', (name, stage) => {
    expect(stageInName(name)).toBe(stage);
  });
});
