import { SAMPLE_PIN } from '../../../shared/domain/sample-pin.ts';
import { SAMPLE_CALENDAR, SAMPLE_LEAD, SAMPLE_PASSPHRASE, SAMPLE_PEOPLE } from './sample-partnership.ts';
import type { createDoor, SampleClient } from './sample-world.ts';

/** Sets up the half-terms and brings everybody in, each with the sample's PIN; the QA lead is signed in afterwards. */
export async function addPeople(client: SampleClient, door: ReturnType<typeof createDoor>): Promise<void> {
  for (const schoolYear of new Set(SAMPLE_CALENDAR.map((halfTerm) => halfTerm.schoolYear))) {
    const halfTerms = SAMPLE_CALENDAR.filter((halfTerm) => halfTerm.schoolYear === schoolYear);
    await client.partnership.setHalfTerms({ halfTerms });
  }
  await client.people.changePin({ current: '', next: SAMPLE_PIN });
  for (const fields of SAMPLE_PEOPLE) await client.people.add(fields);
  await door.learn();
  await client.people.update({
    personId: door.idOf(SAMPLE_LEAD),
    fields: { name: SAMPLE_LEAD, agency: 'education', team: '', roles: ['qa_lead'], signsIn: true },
  });
  await client.people.signOut();
  for (const { id: personId, hasPin, needsPassphrase } of await client.people.atDoor()) {
    if (hasPin) continue;
    if (needsPassphrase) await client.people.resetPin({ personId, passphrase: SAMPLE_PASSPHRASE, pin: SAMPLE_PIN });
    else await client.people.choosePin({ personId, pin: SAMPLE_PIN });
  }
  await door.as(SAMPLE_LEAD);
}
