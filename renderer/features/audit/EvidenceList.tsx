import type { Evidence } from '../../../shared/contract/audits.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** The quotes that an answer stands on. Each leads to its place in the plan. */
export function EvidenceList({
  evidence,
  lostIds,
  placeWords,
  isLocked,
  onShow,
  onRemove,
}: {
  evidence: readonly Evidence[];
  /** Quotes whose words are no longer in the document. */
  lostIds: ReadonlySet<string>;
  /** "page 4" and the like; empty for Word. */
  placeWords: (evidence: Evidence) => string;
  isLocked: boolean;
  onShow: (evidence: Evidence) => void;
  onRemove: (evidence: Evidence) => void;
}) {
  if (evidence.length === 0) return null;
  return (
    <ul className="list-plain evidence" aria-label="Evidence">
      {evidence.map((item) => (
        <li key={item.id} className="evidence__item">
          <button
            type="button"
            className="evidence__quote"
            title="Show this place in the plan"
            onClick={() => {
              onShow(item);
            }}
          >
            <q>{item.anchor.quote}</q>
            <span className="evidence__place soft small">
              {lostIds.has(item.id) ? 'These words are no longer found in the document' : placeWords(item)}
              {item.anchor.kind === 'region' ? ', words as typed' : ''}
            </span>
          </button>
          {isLocked ? null : (
            <IconButton
              label="Remove this quote"
              onClick={() => {
                onRemove(item);
              }}
            >
              <Icon name="close" />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  );
}
