import { expect, test } from 'vitest';
import { openPanel } from '../../../support/open-panel.ts';

async function openAudit() {
  const { client, auditor, of, ask, signIn } = await openPanel();
  await ask(auditor.id);
  await signIn(auditor.id);
  const { id: auditId } = await client.audits.open(of);
  return { audits: client.audits, auditId };
}

test('what one window saved is not written over by another that had not seen it', async () => {
  const { audits, auditId } = await openAudit();
  const answer = { auditId, criterionId: 'S01.C1' };
  await audits.saveAnswer({ ...answer, change: { response: 'met' }, before: { response: null } });
  const stale = { ...answer, change: { response: 'not_met' as const, comment: 'Mine.' } };
  await expect(audits.saveAnswer({ ...stale, before: { response: null, comment: '' } })).rejects.toMatchObject({
    code: 'CHANGED_ELSEWHERE',
    data: { advice: expect.stringContaining('Look at what was saved there') },
  });
  // Nothing of it was saved, not even the part that nobody else had touched.
  expect((await audits.get({ auditId })).answers['S01.C1']).toMatchObject({ response: 'met', comment: '' });

  // Another part of the same answer is no conflict, nor is the same answer twice, nor what was seen.
  await audits.saveAnswer({ ...answer, change: { comment: 'Other.' }, before: { comment: '' } });
  await audits.saveAnswer({ ...answer, change: { comment: 'Other.' }, before: { comment: '' } });
  const seen = await audits.saveAnswer({ ...stale, before: { response: 'met', comment: 'Other.' } });
  expect(seen.answers['S01.C1']).toMatchObject({ response: 'not_met', comment: 'Mine.' });
});

test('so it is with facts and notes', async () => {
  const { audits, auditId } = await openAudit();
  await audits.setFact({ auditId, fact: 'ncYear', value: 9, before: null });
  const fact = { auditId, fact: 'ncYear', value: 10 };
  await expect(audits.setFact({ ...fact, before: null })).rejects.toMatchObject({ code: 'CHANGED_ELSEWHERE' });
  expect((await audits.setFact({ ...fact, before: 9 })).facts['ncYear']).toEqual({ value: 10, source: 'auditor' });

  await audits.saveNote({ auditId, standardId: null, note: 'Ask about H2.', before: '' });
  const note = { auditId, standardId: null, note: 'Ask nobody.' };
  await expect(audits.saveNote({ ...note, before: '' })).rejects.toMatchObject({ code: 'CHANGED_ELSEWHERE' });
  expect((await audits.saveNote({ ...note, before: 'Ask about H2.' })).notes).toEqual({ '': 'Ask nobody.' });
});
