import { expect, test } from 'vitest';
import { type DatedDocument, datesInUse } from '../../../../../shared/domain/timeline/dates-in-use.ts';

const DRAFT: DatedDocument = {
  stage: 'draft',
  issuedOn: '2026-04-14',
  printed: { requestReceived: '2026-01-06', draftIssued: '2026-04-13' },
};
const FINAL: DatedDocument = {
  stage: 'final',
  issuedOn: null,
  printed: { requestReceived: '2026-01-07', finalIssued: '2026-05-20', draftIssued: '2026-04-12' },
};

test('the register wins over the filing, the filing over print, the later document over the earlier', () => {
  expect(datesInUse('new', { decisionToAssess: '2026-02-17' }, [DRAFT, FINAL])).toEqual([
    { kind: 'requestReceived', date: '2026-01-07', source: 'printed', stage: 'final' },
    { kind: 'decisionToAssess', date: '2026-02-17', source: 'register', stage: null },
    { kind: 'draftSent', date: '2026-04-14', source: 'filed', stage: 'draft' },
    { kind: 'finalIssued', date: '2026-05-20', source: 'printed', stage: 'final' },
  ]);
});

test('an amended plan is no step of a first making, and a final ends a review', () => {
  const amended: DatedDocument = { stage: 'amended_final', issuedOn: '2026-09-01', printed: {} };
  expect(datesInUse('new', {}, [amended])).toEqual([]);
  expect(datesInUse('reviewed', {}, [amended])).toEqual([
    { kind: 'amendedFinal', date: '2026-09-01', source: 'filed', stage: 'amended_final' },
  ]);
  expect(datesInUse('amended', {}, [{ ...FINAL, issuedOn: '2026-05-21' }])).toEqual([
    { kind: 'amendedFinal', date: '2026-05-21', source: 'filed', stage: 'final' },
  ]);
});

test('dates of another kind of cycle are left out', () => {
  expect(datesInUse('reviewed', { requestReceived: '2026-01-06', reviewMeeting: '2026-02-03' }, [])).toEqual([
    { kind: 'reviewMeeting', date: '2026-02-03', source: 'register', stage: null },
  ]);
});
