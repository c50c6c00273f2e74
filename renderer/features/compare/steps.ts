import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import { plainWords } from '../../viewer/flowing-text.ts';

/** Shorter passages ("Termly") stand in many places, so that finding one again tells nothing. */
const LEAST_LETTERS = 12;

/**
 * For each block of one version, the block of another that a reader would look for beside it: the same words in the
 * same section; otherwise beside the passage before it in that section; otherwise where the section begins. A block
 * before any that both have leads nowhere.
 */
export function stepsBetween(one: DocumentModel, other: DocumentModel): ReadonlyMap<string, string> {
  const [sections, otherSections] = [sectionsByBlock(one), sectionsByBlock(other)];
  const [own, others] = [onlyOnes(one, sections), onlyOnes(other, otherSections)];
  const starts = new Map<string, string>();
  for (const { id, text } of other.blocks) {
    const section = otherSections.get(id);
    if (section !== undefined && text !== '' && !starts.has(section)) starts.set(section, id);
  }
  const steps = new Map<string, string>();
  const lastIn = new Map<string, string>();
  let last: string | undefined;
  for (const { id, text } of one.blocks) {
    const section = sections.get(id) ?? '';
    const key = keyOf(section, text);
    const same = own.has(key) ? others.get(key) : undefined;
    const step = same ?? lastIn.get(section) ?? starts.get(section) ?? last;
    if (step === undefined) continue;
    steps.set(id, step);
    if (section !== '') lastIn.set(section, step);
    last = step;
  }
  return steps;
}

function sectionsByBlock(model: DocumentModel): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  for (const { id, headings, blocks } of model.sections) {
    for (const block of [...headings, ...blocks]) if (!sections.has(block)) sections.set(block, id);
  }
  return sections;
}

/** Passages whose words stand once in their section. */
function onlyOnes(model: DocumentModel, sections: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const once = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, text, furniture } of model.blocks) {
    const key = keyOf(sections.get(id) ?? '', text);
    if (furniture !== undefined || plainWords(text).length < LEAST_LETTERS || twice.has(key)) continue;
    if (once.delete(key)) twice.add(key);
    else once.set(key, id);
  }
  return once;
}

function keyOf(section: string, text: string): string {
  return `${section}\n${plainWords(text).toLowerCase()}`;
}
