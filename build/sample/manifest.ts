import { createHash } from 'node:crypto';
import type { SampleManifest } from '../../electron/backend/sample/sample-manifest.ts';
import rubricJson from '../../shared/domain/rubric-default.json' with { type: 'json' };
import { rubricSchema } from '../../shared/domain/rubric.ts';
import type { Finding, PlanContent, PlanVersion } from './plan-content.ts';
import type { RenderedVersion } from './render-version.ts';
import { fileNameOf, SAMPLE_PLANS } from './sample-plans.ts';

const RUBRIC = rubricSchema.parse(rubricJson);

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
  for (const plan of SAMPLE_PLANS) {
    const documents: SampleManifest['plans'][number]['documents'] = [];
    for (const version of plan.versions) {
      const name = fileNameOf(plan, version);
      const { bytes } = await render(plan.id, version);
      files.push({ name, bytes });
      documents.push({
        file: name,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        stage: version.stage,
        issuedOn: issuedOn(version),
        quality: version.quality,
        audit: auditOf(version),
      });
    }
    plans.push({ ...plan.register, documents });
  }
  return { files, manifest: { plans } };
}

function issuedOn({ stage, content }: PlanVersion): string | null {
  return (stage.endsWith('draft') ? content.dates.draftIssued : content.dates.finalIssued) ?? null;
}

function auditOf({ audit, content }: PlanVersion): SampleManifest['plans'][number]['documents'][number]['audit'] {
  if (audit === null) return null;
  const findings = [...audit.findings];
  // Half an audit: the standards to the sixth are answered, the rest is left to whoever explores.
  const standards = audit.extent === 'half' ? RUBRIC.standards.slice(0, 6) : RUBRIC.standards;
  for (const standard of standards) {
    const strength = STRENGTHS[standard.id]?.(content);
    const ids = standard.criteria.map((criterion) => criterion.id);
    const isShown = findings.some(({ criterion, response }) => response === 'met' && ids.includes(criterion));
    const free = ids.find((id) => findings.every(({ criterion }) => criterion !== id));
    // An outstanding standard must show its strength: where no comment does, the plan's own best line stands for it.
    if (!isShown && free !== undefined && strength !== undefined && strength !== '') {
      findings.push({ criterion: free, response: 'met', comment: '', quotes: [strength], absentIn: [] });
    }
  }
  const answered = new Set(standards.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  return {
    facts: { ...audit.facts },
    isSubmitted: audit.extent === 'whole',
    standards: standards.map(({ id }) => id),
    findings: findings.filter(({ criterion }) => answered.has(criterion)).map(toJson),
  };
}

function toJson({ criterion, response, comment, quotes, absentIn }: Finding) {
  return { criterion, response, comment, quotes: [...quotes], absentIn: [...absentIn] };
}

/** By standard: words that every well-made content has and that show the standard at its best. */
const STRENGTHS: Readonly<Record<string, (content: PlanContent) => string | undefined>> = {
  S01: ({ writtenBy }) => writtenBy,
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
  S12: ({ writtenBy }) => writtenBy,
  S13: ({ changes }) => changes[0],
};
