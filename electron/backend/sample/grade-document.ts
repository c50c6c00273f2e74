import type { Audit } from '../../../shared/contract/audits.ts';
import type { DocumentSummary } from '../../../shared/contract/plans.ts';
import { quoteAnchor } from '../../../shared/domain/anchors.ts';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import { isShortfall } from '../../../shared/domain/grading/root-causes.ts';
import type { SampleAudit } from './sample-manifest.ts';
import type { SampleWorld } from './sample-world.ts';

/** Minutes at the work that an audit of a plan takes, from and to. */
const FEWEST_MINUTES = 38;
const MINUTES_SPREAD = 35;
/** As much as one call takes. */
const LONGEST_STRETCH_SECONDS = 3600;

/**
 * Grades a document by a script in the name of who is signed in: facts, answers with their quotes and causes, what was
 * asked of it before; and submits it where the script ends so. Throws where a quote is not in the document (the sample
 * and the reader no longer fit).
 */
export async function gradeDocument(
  { client, signal }: SampleWorld,
  { documentId, roundId, script }: { documentId: string; roundId: string; script: SampleAudit },
): Promise<string> {
  const { model, document } = await client.documents.get({ documentId });
  let audit = await client.audits.open({ documentId, roundId });
  const auditId = audit.id;
  for (const fact of audit.grading.missingFacts) {
    audit = await client.audits.setFact({ auditId, fact, value: script.facts[fact] ?? false });
  }
  const findings = new Map(script.findings.map((finding) => [finding.criterion, finding]));
  for (const criterionId of toAnswer(audit, script.standards)) {
    signal?.throwIfAborted();
    const {
      response = 'met',
      comment = '',
      absentIn = [],
      quotes = [],
      rootCause = null,
    } = findings.get(criterionId) ?? {};
    await client.audits.saveAnswer({
      auditId,
      criterionId,
      change: {
        response,
        ...(comment === '' ? {} : { comment }),
        ...(absentIn.length === 0 ? {} : { absentIn }),
        ...(isShortfall(response) ? { rootCause } : {}),
      },
    });
    for (const quote of quotes) {
      await client.audits.addEvidence({ auditId, criterionId, anchor: anchorOf(model, document, quote) });
    }
  }
  const seconds = (FEWEST_MINUTES + ((documentId.codePointAt(0) ?? 0) % MINUTES_SPREAD)) * 60;
  await client.audits.addTime({ auditId, seconds: Math.min(seconds, LONGEST_STRETCH_SECONDS) });
  if (!script.isSubmitted) return auditId;
  for (const { actionId, state } of await client.actions.asked({ auditId })) {
    if (state === 'open') {
      await client.actions.answer({ auditId, actionId, answer: 'answered', comment: 'The later version says it.' });
    }
  }
  await client.audits.submit({ auditId });
  return auditId;
}

/** The criteria that apply to the plan, of the standards that the auditor has got to. */
function toAnswer({ grading, standards: asked }: Audit, standards: readonly string[]): string[] {
  return grading.standards
    .filter(
      ({ id, applies }) => applies === 'applies' && standards.includes(id) && (asked === null || asked.includes(id)),
    )
    .flatMap(({ criteria }) => criteria.filter(({ applies }) => applies === 'applies').map(({ id }) => id));
}

function anchorOf(model: DocumentModel, { sha256, fileName }: DocumentSummary, quote: string) {
  const anchor = quoteAnchor(model, sha256, quote);
  if (anchor === null) throw new Error(`${fileName} does not say: ${quote}`);
  return anchor;
}
