import type { AdviceFile } from '../../../shared/contract/advice.ts';
import { quoteAnchor } from '../../../shared/domain/anchors.ts';
import { addDays } from '../../../shared/domain/calendar-date.ts';
import { SAMPLE_DCO, SAMPLE_DSCO } from './sample-partnership.ts';
import { documentOf, planOf, type SampleWorld } from './sample-world.ts';

type Agency = AdviceFile['agency'];

/** The sections of a plan in which each officer looks for the advice, the first that has words. */
const SECTIONS: Readonly<Record<Agency, readonly string[]>> = { health: ['G', 'C'], social_care: ['H1', 'H2', 'D'] };
const OFFICERS: Readonly<Record<Agency, string>> = { health: SAMPLE_DCO, social_care: SAMPLE_DSCO };
const SERVICES: Readonly<Record<Agency, string>> = {
  health: 'Marrow Vale Community Health',
  social_care: 'Marrowdale Early Help',
};
/** Advice is asked for about so long before it bears its date; some of it comes after the six weeks. */
const DAYS_ASKED_BEFORE = [35, 49, 30];
const DAYS_TO_CORRECT = 10;
/** A service that has nothing to say says so: an answer, and no advice. */
const NIL_RETURNS: readonly {
  reference: string;
  agency: Agency;
  service: string;
  profession: string;
  askedOn: string;
  receivedOn: string;
}[] = [
  {
    reference: 'MD-26-0397',
    agency: 'social_care',
    service: 'Marrowdale Children’s Social Care',
    profession: 'Social worker',
    askedOn: '2026-07-08',
    receivedOn: '2026-07-22',
  },
];
/** Shorter passages are headings and names. */
const SHORTEST_PASSAGE = 40;

/**
 * An officer's check of a draft: the advice log from what Section K lists, one passage that the plan weakens and one that it lacks,
 * and the corrections that were sent of them.
 */
export async function checkDraft(world: SampleWorld, reference: string, agency: Agency): Promise<void> {
  const { client } = world;
  const draft = planOf(world, reference).data.documents.find(({ stage }) => stage.endsWith('draft'));
  if (draft === undefined) throw new Error(`${reference} has no draft.`);
  await world.as(OFFICERS[agency]);
  const ofDraft = { agency, documentId: documentOf(world, draft.file) };
  let file = await client.advice.get(ofDraft);
  // A nursery's SENCO writes for education, whatever the list makes of the word.
  const own = file.suggestions.filter((one) => one.agency === agency && !one.profession.includes('SENCO'));
  for (const [at, { key, profession, datedOn }] of own.entries()) {
    file = await client.advice.saveRequest({
      ...ofDraft,
      requestId: null,
      suggestionKey: key,
      fields: {
        agency,
        service: SERVICES[agency],
        profession,
        askedOn: datedOn === null ? null : addDays(datedOn, -(DAYS_ASKED_BEFORE[at % DAYS_ASKED_BEFORE.length] ?? 0)),
        receivedOn: datedOn,
        isNilReturn: false,
        form: 'Advice form 2026',
        answers: { needs: true, provision: at % 2 === 0, outcomes: at % 2 === 0 ? null : false },
        adviceDocumentId: null,
        note: '',
      },
    });
  }
  const request = file.requests.find((one) => one.agency === agency && !one.isNilReturn);
  if (request === undefined) return;
  const passage = await passageIn(world, ofDraft.documentId, SECTIONS[agency]);
  if (passage !== null) {
    await client.advice.saveCheck({
      ...ofDraft,
      checkId: null,
      requestId: request.id,
      adviceWords:
        'To be given each week in term, by a therapist or by an assistant who is trained and watched by one.',
      adviceAnchor: null,
      planAnchor: passage,
      finding: 'weakened',
      comment: 'The plan leaves out who trains the assistant, and how often the work is looked at.',
    });
  }
  file = await client.advice.saveCheck({
    ...ofDraft,
    checkId: null,
    requestId: request.id,
    adviceWords:
      'Adults who work with the child are to be trained before the start of term, and once a year after that.',
    adviceAnchor: null,
    planAnchor: null,
    finding: 'missing',
    comment: 'The training of staff was advised and is in no section.',
  });
  // A correction is of use only before the final is due.
  const dueOn = [
    addDays(file.today, DAYS_TO_CORRECT),
    ...(file.finalDue === null ? [] : [addDays(file.finalDue, -1)]),
  ].toSorted()[0];
  if (dueOn !== undefined && dueOn > file.today) {
    for (const { id: checkId, finding } of file.checks) {
      const wording =
        finding === 'missing'
          ? 'Add the training of staff, with who gives it and when.'
          : 'Name the therapist who trains and oversees, and the review each term.';
      await client.advice.saveCorrection({ ...ofDraft, checkId, correction: { wording, dueOn } });
    }
    await client.advice.sendCorrections(ofDraft);
  }
  const nil = NIL_RETURNS.find((one) => one.reference === reference && one.agency === agency);
  if (nil !== undefined) {
    await client.advice.saveRequest({
      ...ofDraft,
      requestId: null,
      suggestionKey: null,
      fields: {
        agency,
        service: nil.service,
        profession: nil.profession,
        askedOn: nil.askedOn,
        receivedOn: nil.receivedOn,
        isNilReturn: true,
        form: 'Advice form 2026',
        answers: { needs: null, provision: null, outcomes: null },
        adviceDocumentId: null,
        note: 'The child is not known to the service.',
      },
    });
  }
  await client.advice.finish({ ...ofDraft, isChecked: true });
}

async function passageIn({ client }: SampleWorld, documentId: string, sections: readonly string[]) {
  const { model, document } = await client.documents.get({ documentId });
  for (const id of sections) {
    const blocks = new Set(model.sections.find((section) => section.id === id)?.blocks);
    const block = model.blocks.find((one) => blocks.has(one.id) && one.text.length >= SHORTEST_PASSAGE);
    if (block !== undefined) return quoteAnchor(model, document.sha256, block.text);
  }
  return null;
}
