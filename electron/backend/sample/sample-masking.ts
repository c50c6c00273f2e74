import type { SampleAudit } from './sample-manifest.ts';
import { gradeDocument } from './grade-document.ts';
import { SAMPLE_LEAD, SAMPLE_REPRESENTATIVE } from './sample-partnership.ts';
import { documentOf, planOf, type SampleWorld } from './sample-world.ts';

/** What a parent carer representative is asked about: voice, and how the plan was made with the family. */
const STANDARDS = ['S02', 'S10'];

/** The masks of a plan are ticked by the lead, and a parent carer representative grades its voice and plain language. */
export async function letRepresentativeGrade(
  world: SampleWorld,
  { roundId, reference, dueOn }: { roundId: string; reference: string; dueOn: string },
): Promise<void> {
  const { client } = world;
  const version = planOf(world, reference).data.documents.at(-1);
  if (version === undefined) throw new Error(`${reference} has no document.`);
  const documentId = documentOf(world, version.file);
  await world.as(SAMPLE_LEAD);
  const { digest } = await client.masking.get({ documentId });
  await client.masking.confirm({ documentId, digest });
  const members = await client.rounds.members({ roundId });
  const auditorId = world.idOf(SAMPLE_REPRESENTATIVE);
  await client.rounds.setMembers({ roundId, personIds: [...members.map(({ person }) => person.id), auditorId] });
  await client.assignments.assign({ roundId, documentId, auditorId, standards: STANDARDS, dueOn });
  const script = version.audits[0];
  if (script === undefined) throw new Error(`${version.file} has no gradings.`);
  await world.as(SAMPLE_REPRESENTATIVE);
  await gradeDocument(world, { documentId, roundId, script: asRepresentative(script) });
}

/** Quotes with names in them are masked for representatives, who say where they looked instead. */
function asRepresentative(script: SampleAudit): SampleAudit {
  return {
    ...script,
    standards: STANDARDS,
    findings: script.findings
      .filter(({ criterion }) => STANDARDS.some((standard) => criterion.startsWith(`${standard}.`)))
      .map((finding) => ({ ...finding, quotes: [], absentIn: finding.response === 'met' ? [] : ['A'] })),
  };
}
