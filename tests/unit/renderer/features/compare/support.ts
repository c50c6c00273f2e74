import type { Entry, Piece } from '../../../../../renderer/features/compare/entries.ts';
import type { DocumentModel, FoundSection } from '../../../../../shared/domain/document-model.ts';
import type { PlanComparison, PlanDifference } from '../../../../../shared/domain/plan-comparison.ts';
import { block, model } from '../../viewer/support.ts';

/** A plan of passages, given as [section, id, text]; the front page and headings belong to no section. */
export function plan(passages: readonly (readonly [section: string, id: string, text: string])[]): DocumentModel {
  const found = new Map<string, FoundSection>();
  for (const [id, blockId] of passages) {
    if (id === '') continue;
    const section = found.get(id) ?? { ...NOTHING_FOUND, id, blocks: [] };
    section.blocks.push(blockId);
    found.set(id, section);
  }
  return model(
    passages.map(([, id, text]) => block(id, text)),
    { sections: [...found.values()] },
  );
}

export function difference(changes: Partial<PlanDifference>): PlanDifference {
  return {
    section: 'F',
    kind: 'added',
    what: 'passage',
    before: null,
    after: null,
    beforeSpans: [],
    afterSpans: [],
    words: [],
    of: null,
    tracked: null,
    ...changes,
  };
}

export function comparison(differences: PlanDifference[], moved: PlanComparison['moved'] = []): PlanComparison {
  return { differences, moved, summary: 'Some things changed.' };
}

export function entry(changes: Partial<Entry>): Entry {
  return {
    id: 'd0',
    kind: 'added',
    section: 'F',
    fromSection: null,
    what: 'passage',
    before: null,
    after: null,
    words: [],
    beforeSpans: [],
    afterSpans: [],
    of: null,
    tracked: null,
    ...changes,
  };
}

/** Pieces as "same [-gone-] {+come+} same". */
export function pieces(text: string): Piece[] {
  return text
    .split(/(\[-.*?-\]|\{\+.*?\+\})/u)
    .filter((part) => part !== '')
    .map((part): Piece => {
      if (part.startsWith('[-')) return { kind: 'removed', text: part.slice(2, -2) };
      return part.startsWith('{+') ? { kind: 'added', text: part.slice(2, -2) } : { kind: 'same', text: part };
    });
}

const NOTHING_FOUND = { title: '', headings: [], confidence: 1, reason: 'Its heading says so.', isConfirmed: false };
