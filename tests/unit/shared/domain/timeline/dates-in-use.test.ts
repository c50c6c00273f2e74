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
    { kind: 'requestReceived', date: '2026-01-07', source: 'printed', stage: 'final', documentSays: null },
    { kind: 'decisionToAssess', date: '2026-02-17', source: 'register', stage: null, documentSays: null },
    { kind: 'draftSent', date: '2026-04-14', source: 'filed', stage: 'draft', documentSays: null },
    { kind: 'finalIssued', date: '2026-05-20', source: 'printed', stage: 'final', documentSays: null },
  ]);
});

test('an amended plan is no step of a first making, and a final ends a review', () => {
  const amended: DatedDocument = { stage: 'amended_final', issuedOn: '2026-09-01', printed: {} };
  expect(datesInUse('new', {}, [amended])).toEqual([]);
  expect(datesInUse('reviewed', {}, [amended])).toEqual([
    { kind: 'amendedFinal', date: '2026-09-01', source: 'filed', stage: 'amended_final', documentSays: null },
  ]);
  expect(datesInUse('amended', {}, [{ ...FINAL, issuedOn: '2026-05-21' }])).toEqual([
    { kind: 'amendedFinal', date: '2026-05-21', source: 'filed', stage: 'final', documentSays: null },
  ]);
});

test('dates of another kind of cycle are left out', () => {
  expect(datesInUse('reviewed', { requestReceived: '2026-01-06', reviewMeeting: '2026-02-03' }, [])).toEqual([
    { kind: 'reviewMeeting', date: '2026-02-03', source: 'register', stage: null, documentSays: null },
  ]);
});

test('where the register and the documents differ, both are told', () => {
  const [request, decision, draft, final] = datesInUse(
    'new',
    {
      requestReceived: '2026-01-05',
      decisionToAssess: '2026-02-17',
      draftSent: '2026-04-14',
      finalIssued: '2026-05-22',
    },
    [DRAFT, FINAL],
  );
  expect(request?.documentSays).toEqual({ date: '2026-01-07', source: 'printed', stage: 'final' });
  // No document gives it, and the next is as the draft was filed.
  expect([decision?.documentSays, draft?.documentSays]).toEqual([null, null]);
  expect(final).toMatchObject({ date: '2026-05-22', documentSays: { date: '2026-05-20' } });
});
