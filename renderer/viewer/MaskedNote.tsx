import type { OpenDocument } from '../../shared/contract/documents.ts';
import { formatDateTime } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';

/** Says that names are masked, and who looked that they are; nothing where the plan is read as it is. */
export function MaskedNote({ masked }: { masked: OpenDocument['masked'] }) {
  if (masked === null) return null;
  return (
    <p className="masked-note">
      <Icon name="eye" />
      <span>
        Names, dates of birth, settings and places are masked: [child], [parent]. Checked by {masked.by} on{' '}
        {formatDateTime(masked.at)}.
      </span>
    </p>
  );
}
