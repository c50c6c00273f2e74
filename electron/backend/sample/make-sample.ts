import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContractRouterClient } from '@orpc/contract';
import type { Audit } from '../../../shared/contract/audits.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { DocumentSummary, PlanFields } from '../../../shared/contract/plans.ts';
import type { CreateWorkspaceInput, Progress } from '../../../shared/contract/workspaces.ts';
import { quoteAnchor } from '../../../shared/domain/anchors.ts';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import { addSampleMeasures } from './sample-measures.ts';
import { sampleManifestSchema, type SampleAudit, type SampleDocument } from './sample-manifest.ts';

/** Shown to whoever opens the sample: it protects nobody, since nobody in it lives. */
export const SAMPLE_PASSPHRASE = 'kestrel over larkspur, seven oaks';

/** The partnership that the sample is of: invented, as everyone and everything in it. */
export const SAMPLE_WORKSPACE: Omit<CreateWorkspaceInput, 'passphrase'> = {
  partnershipName: 'Marrowdale Local Area SEND Partnership',
  areaCode: 'MD',
  person: { name: 'Juniper Ashdown', agency: 'education' },
  halfTerm: { schoolYear: '2026-27', number: 2, label: 'Autumn 2', start: '2026-11-02', end: '2026-12-18' },
  round: { kind: 'random', theme: '', panelDate: '2026-12-08' },
};

/** Within the resources folder of a packaged application; the build copies it there. */
export const SAMPLE_RESOURCE = 'sample';
const PLANS_FOLDER = fileURLToPath(new URL('plans/', import.meta.url));

export interface MakeSampleOptions {
  /** Calls the services in process, on the open, empty workspace that is to become the sample. */
  client: Pick<ContractRouterClient<Contract>, 'audits' | 'documents' | 'measures' | 'rounds'>;
  onProgress: (progress: Progress) => void;
  signal?: AbortSignal;
  /** The packaged application's resources; left out, the plans come from beside this file. */
  resourcesFolder?: string;
}

/**
 * Fills a workspace that has just been created with the fictional plans and their audits, through the same calls that a
 * person's clicks make: loads, files, confirms sections, answers with quotes, submits. One audit is left half done and
 * one document untouched, so that there is work to do. Throws the signal's reason when cancelled, and where a quote is
 * not in its plan (the sample and the reader no longer fit).
 */
export async function makeSample({ client, onProgress, signal, resourcesFolder }: MakeSampleOptions): Promise<void> {
  const folder = resourcesFolder === undefined ? PLANS_FOLDER : path.join(resourcesFolder, SAMPLE_RESOURCE);
  const manifest = sampleManifestSchema.parse(JSON.parse(await readFile(path.join(folder, 'sample.json'), 'utf8')));
  const round = await client.rounds.current();
  const of = manifest.plans.flatMap((plan) => plan.documents).length * 2;
  let done = 0;
  const step = (message: string) => {
    signal?.throwIfAborted();
    onProgress({ done, of, message });
    done += 1;
  };
  for (const { documents, ...fields } of manifest.plans) {
    let planId: string | null = null;
    for (const document of documents) {
      step(`Reading ${document.file}`);
      const loaded = await load(client, path.join(folder, document.file), signal);
      planId = await file(client, loaded.id, document, planId, fields);
      step(document.audit === null ? `Leaving ${document.file} to be graded` : `Grading ${document.file}`);
      if (document.audit !== null) {
        await grade({ client, documentId: loaded.id, roundId: round.id, script: document.audit, signal });
      }
    }
  }
  await addSampleMeasures(client);
  onProgress({ done: of, of, message: 'The sample partnership is ready' });
}

type Client = MakeSampleOptions['client'];

async function load(client: Client, place: string, signal: AbortSignal | undefined): Promise<DocumentSummary> {
  const bytes = await readFile(place);
  const type = place.endsWith('.pdf')
    ? 'application/pdf'
    : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const events = await client.documents.import(
    { file: new File([bytes], path.basename(place), { type }) },
    signal ? { signal } : {},
  );
  let loaded: DocumentSummary | null = null;
  for await (const event of events) if (event.kind === 'done') loaded = event.document;
  if (loaded === null) throw new Error(`The import of ${path.basename(place)} ended without its document.`);
  return loaded;
}

/** Files a document and agrees to its sections; gives the plan's id. */
async function file(
  client: Client,
  documentId: string,
  { stage, issuedOn }: SampleDocument,
  planId: string | null,
  fields: PlanFields,
): Promise<string> {
  const plan = await client.documents.file({
    documentId,
    stage,
    issuedOn,
    plan: planId === null ? { kind: 'new', fields } : { kind: 'existing', planId },
  });
  await client.documents.confirmSections({ documentId });
  return plan.id;
}

async function grade({
  client,
  documentId,
  roundId,
  script,
  signal,
}: {
  client: Client;
  documentId: string;
  roundId: string;
  script: SampleAudit;
  signal: AbortSignal | undefined;
}): Promise<void> {
  const { model, document } = await client.documents.get({ documentId });
  let audit = await client.audits.open({ documentId, roundId });
  const auditId = audit.id;
  for (const [fact, value] of Object.entries(script.facts)) {
    audit = await client.audits.setFact({ auditId, fact, value });
  }
  const findings = new Map(script.findings.map((finding) => [finding.criterion, finding]));
  for (const criterionId of toAnswer(audit, script.standards)) {
    signal?.throwIfAborted();
    const { response = 'met', comment = '', absentIn = [], quotes = [] } = findings.get(criterionId) ?? {};
    await client.audits.saveAnswer({
      auditId,
      criterionId,
      change: {
        response,
        ...(comment === '' ? {} : { comment }),
        ...(absentIn.length === 0 ? {} : { absentIn }),
      },
    });
    for (const quote of quotes) {
      const anchor = anchorOf(model, document, quote);
      await client.audits.addEvidence({ auditId, criterionId, anchor });
    }
  }
  if (script.isSubmitted) await client.audits.submit({ auditId });
}

/** The criteria that apply to the plan, of the standards that the auditor has got to. */
function toAnswer(audit: Audit, standards: readonly string[]): string[] {
  return audit.grading.standards
    .filter(({ id, applies }) => applies === 'applies' && standards.includes(id))
    .flatMap(({ criteria }) => criteria.filter(({ applies }) => applies === 'applies').map(({ id }) => id));
}

function anchorOf(model: DocumentModel, { sha256, fileName }: DocumentSummary, quote: string) {
  const anchor = quoteAnchor(model, sha256, quote);
  if (anchor === null) throw new Error(`${fileName} does not say: ${quote}`);
  return anchor;
}
