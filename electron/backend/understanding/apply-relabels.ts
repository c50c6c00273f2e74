import type { Block, FoundSection, Relabel } from '../../../shared/domain/document-model.ts';

/** Moves blocks where a person says they belong; later corrections win over earlier ones, and all over the reader. */
export function applyRelabels(
  sections: readonly FoundSection[],
  relabels: readonly Relabel[],
  blocks: readonly Block[],
): FoundSection[] {
  if (relabels.length === 0) return [...sections];
  const known = new Set(blocks.map((block) => block.id));
  const wanted = new Map<string, string | null>();
  for (const { blocks: ids, section } of relabels) for (const id of ids) if (known.has(id)) wanted.set(id, section);
  const order = new Map(blocks.map((block, index) => [block.id, index]));
  const changed = sections.map((section) => {
    const kept = section.blocks.filter((id) => !wanted.has(id) || wanted.get(id) === section.id);
    const headings = section.headings.filter((id) => !wanted.has(id));
    return { ...section, blocks: kept, headings };
  });
  for (const id of new Set([...wanted.values()].filter((section) => section !== null))) {
    const given = [...wanted].filter(([, section]) => section === id).map(([block]) => block);
    const section = changed.find((each) => each.id === id) ?? startSection(id, changed);
    section.blocks = [...new Set([...section.blocks, ...given])].sort(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
    section.confidence = 1;
    section.isConfirmed = true;
    section.reason = 'A person said so.';
  }
  // A section that a person emptied, heading and all, is not in the plan.
  return changed.filter((section) => section.blocks.length > 0 || section.headings.length > 0);
}

function startSection(id: string, sections: FoundSection[]): FoundSection {
  const fresh: FoundSection = { id, title: '', blocks: [], headings: [], confidence: 1, reason: '', isConfirmed: true };
  const at = sections.findIndex((section) => section.id > id && section.id !== 'cover');
  sections.splice(at < 0 ? sections.length : at, 0, fresh);
  return fresh;
}
