import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import { Icon } from '../../ui/Icon.tsx';
import { sectionState } from '../../viewer/SectionTabs.tsx';
import { confidenceWords, sectionName } from './section-words.ts';

const ICONS = { found: 'check', unsure: 'warning', missing: 'close' } as const;

/** Each section: how the plan words it, how sure the reader is, and why. */
export function SectionList({
  sections,
  model,
  onShow,
}: {
  sections: readonly { id: string; label: string }[];
  model: DocumentModel;
  onShow: (id: string) => void;
}) {
  return (
    <ul className="list-plain section-list">
      {sections.map(({ id, label }) => {
        const found = model.sections.find((section) => section.id === id);
        const state = sectionState(model, id);
        return (
          <li key={id} className={`section-row section-row--${state}`}>
            <Icon name={ICONS[state]} />
            <div className="section-row__words">
              <p>
                <strong>{sectionName(id)}</strong> {label}
              </p>
              {found === undefined || state === 'missing' ? (
                <p className="small">Missing: nothing in the document is this section.</p>
              ) : (
                <p className="small soft">
                  {confidenceWords(found)}. {found.title === '' ? 'No heading of its own.' : `Headed “${found.title}”.`}{' '}
                  {found.isConfirmed ? '' : found.reason}
                </p>
              )}
            </div>
            {state === 'missing' ? null : (
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  onShow(id);
                }}
              >
                Show<span className="visually-hidden"> {sectionName(id)}</span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
