import { memo } from 'react';
import { type DocumentModel, UNSURE_BELOW } from '../../shared/domain/document-model.ts';
import { Icon } from '../ui/Icon.tsx';
import { wholeBlocks } from './marks.ts';
import { showPlace, type ViewerStore } from './viewer-store.ts';

/** Whether a section was found in the document, and how surely. */
export type SectionState = 'found' | 'unsure' | 'missing';

const WORDS: Record<SectionState, string> = { found: 'found', unsure: 'unsure', missing: 'missing' };
const ICONS = { found: 'check', unsure: 'warning', missing: 'close' } as const;

/** The plan's sections, with what was found and what was not; each leads to its place. */
export const SectionTabs = memo(function SectionTabs({
  sections,
  model,
  viewer,
}: {
  /** The sections that the standards name. */
  sections: readonly { id: string; label: string }[];
  model: DocumentModel;
  viewer: ViewerStore;
}) {
  return (
    <nav className="section-tabs" aria-label="Sections of the plan">
      <ul className="list-plain section-tabs__list">
        {sections.map(({ id, label }) => {
          const state = sectionState(model, id);
          const name = id === 'cover' ? 'Front' : id;
          return (
            <li key={id}>
              <button
                type="button"
                className={`section-tab section-tab--${state}`}
                title={`${name}: ${label} (${WORDS[state]})`}
                aria-disabled={state === 'missing' ? true : undefined}
                onClick={() => {
                  showSection(viewer, model, id);
                }}
              >
                <span className="section-tab__name">
                  {name}
                  <Icon name={ICONS[state]} />
                </span>
                <span className="section-tab__state">{WORDS[state]}</span>
                <span className="visually-hidden">: {label}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
});

/** How a section was found in this document. */
export function sectionState(model: DocumentModel, id: string): SectionState {
  const section = model.sections.find((candidate) => candidate.id === id);
  if (section === undefined || section.blocks.length + section.headings.length === 0) return 'missing';
  return section.confidence < UNSURE_BELOW && !section.isConfirmed ? 'unsure' : 'found';
}

/** Scrolls to where a section begins; false where the document has none. */
export function showSection(viewer: ViewerStore, model: DocumentModel, id: string): boolean {
  const section = model.sections.find((candidate) => candidate.id === id);
  if (section === undefined) return false;
  const own = new Set([...section.headings, ...section.blocks]);
  const first = model.blocks.find((block) => own.has(block.id) && block.text !== '');
  if (first === undefined) return false;
  showPlace(viewer, { kind: 'spans', spans: wholeBlocks(model, [first.id]) }, 'start');
  return true;
}
