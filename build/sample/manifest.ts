import { createHash } from 'node:crypto';
import type { SampleAudit, SampleManifest } from '../../electron/backend/sample/sample-manifest.ts';
import { SAMPLE_PANEL_DATE } from '../../electron/backend/sample/sample-partnership.ts';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import type { Grading } from '../../shared/domain/grading/grading.ts';
import { derivePlanFacts } from '../../shared/domain/plan-facts.ts';
import type { Responses } from '../../shared/domain/rubric/rubric.ts';
import { isShortfall } from '../../shared/domain/grading/root-causes.ts';
import { grade } from '../../shared/domain/grading/scoring.ts';
import type { Gold } from './gold.ts';
import type { AuditScript, Finding, PlanContent, PlanVersion, SamplePlan } from './plan-content.ts';
import type { RenderedVersion } from './render-version.ts';
import { remarkOn } from './composed/remarks.ts';
import { registerRow, secondViewOf } from './register-row.ts';
import { everySamplePlan, fileNameOf } from './sample-plans.ts';
import { secondOpinion } from './second-opinion.ts';

const RUBRIC = builtInRubric();

export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The sample's files, and what the application needs to know of them to load and grade them. */
export async function makeSampleFiles(
  render: (planId: string, version: PlanVersion) => Promise<RenderedVersion>,
): Promise<{ files: SampleFile[]; manifest: SampleManifest }> {
  const files: SampleFile[] = [];
  const plans: SampleManifest['plans'] = [];
  for (const plan of everySamplePlan()) {
    const documents: SampleManifest['plans'][number]['documents'] = [];
    for (const version of plan.versions) {
      const name = fileNameOf(plan, version);
      const { bytes, gold } = await render(plan.id, version);
      files.push({ name, bytes });
      documents.push({
        file: name,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        stage: version.stage,
        issuedOn: issuedOn(version),
        quality: version.quality,
        audits: version.audit === null ? [] : auditsOf(plan, version, version.audit, gold),
      });
    }
    plans.push({ ...plan.register, ...registerRow(plan), documents });
  }
  return { files, manifest: { plans } };
}

function issuedOn({ stage, content }: PlanVersion): string | null {
  return (stage.endsWith('draft') ? content.dates.draftIssued : content.dates.finalIssued) ?? null;
}

/** What the two auditors make of a document; of one that is half graded, the first alone. */
function auditsOf(plan: SamplePlan, version: PlanVersion, script: AuditScript, gold: Gold): SampleAudit[] {
  const first = auditOf(plan, version, script, gold);
  if (script.extent === 'half') return [first];
  const findings = secondOpinion(`${plan.id}/${version.stage}`, script.findings, secondViewOf(plan), (tried) => {
    const { overallGrade, standards } = gradingOf(plan, version, { ...script, findings: tried });
    const applying = standards.flatMap(({ criteria }) => criteria.filter(({ applies }) => applies === 'applies'));
    return { grade: overallGrade, applying: new Set(applying.map(({ id }) => id)) };
  });
  return [first, auditOf(plan, version, { ...script, findings }, gold)];
}

function auditOf(plan: SamplePlan, version: PlanVersion, audit: AuditScript, gold: Gold): SampleAudit {
  // Half an audit: the standards to the sixth are answered, the rest is left to whoever explores.
  const { standards } = RUBRIC;
  const answered = (audit.extent === 'half' ? standards.slice(0, 6) : standards).map(({ id }) => id);
  const findings = audit.findings.map(toJson);
  for (const { id, grade: reached, criteria } of gradingOf(plan, version, audit).standards) {
    const isShown = findings.some(({ criterion, quotes }) => isOf(id, criterion) && quotes.length > 0);
    // An outstanding standard must show its strength: where no finding does, the plan's own best line stands for it.
    const strength = STRENGTHS[id]?.(version.content, gold);
    const free = criteria.find((one) => one.applies === 'applies' && findings.every((f) => f.criterion !== one.id));
    if (reached !== 'outstanding' || isShown || !answered.includes(id) || !free || strength === undefined) continue;
    const { id: criterion } = free;
    findings.push({ criterion, response: 'met', comment: '', quotes: [strength], absentIn: [], rootCause: null });
  }
  return { facts: { ...audit.facts }, isSubmitted: audit.extent === 'whole', standards: answered, findings };
}

/** What the engine makes of the whole audit, on the panel date of the plan's round. */
function gradingOf({ register }: SamplePlan, { stage }: PlanVersion, { facts, findings }: AuditScript): Grading {
  const { dateOfBirth, ncYear, planType } = register;
  const auditDate = SAMPLE_PANEL_DATE;
  const derived = derivePlanFacts(RUBRIC, { dateOfBirth, ncYear, planType, stage, auditDate });
  const responses: Responses = {};
  for (const { criteria } of RUBRIC.standards) for (const { id } of criteria) responses[id] = 'met';
  for (const { criterion, response } of findings) responses[criterion] = response;
  return grade(RUBRIC, { ...derived, ...facts }, responses);
}

function isOf(standard: string, criterion: string): boolean {
  return criterion.startsWith(`${standard}.`);
}

function toJson({ criterion, response, comment, quotes, absentIn }: Finding): SampleAudit['findings'][number] {
  const rootCause = isShortfall(response) ? remarkOn(criterion).cause : null;
  return { criterion, response, comment, quotes: [...quotes], absentIn: [...absentIn], rootCause };
}

/** By standard: words that every well-made content has and that show the standard at its best. */
const STRENGTHS: Readonly<Record<string, (content: PlanContent, gold: Gold) => string | undefined>> = {
  S01: ({ signedOffBy, writtenBy }) => signedOffBy ?? writtenBy,
  S02: ({ A }) => A[0]?.paragraphs[0],
  S03: ({ areas }) => areas[0]?.needs[0],
  S04: ({ G, C }) => G.provision[0]?.text ?? C[0],
  S05: ({ H1, H2, D }) => H1.provision[0]?.text ?? H2.provision[0]?.text ?? D[0],
  S06: ({ areas }) => areas[0]?.outcomes[0]?.text,
  S07: ({ areas }) => areas[0]?.provision[0]?.text,
  S08: ({ areas }) => areas[1]?.outcomes[0]?.text,
  S09: ({ areas }) => areas.at(-1)?.provision[0]?.text,
  S10: ({ A }) => A[1]?.paragraphs[0],
  S11: ({ K }) => K[0]?.author,
  S12: (_, { keyDates }) => keyDates.draftIssued?.printed,
  S13: ({ changes }, { keyDates }) => changes[0] ?? keyDates.reviewMeeting?.printed,
};
