import { differencesInWords, type RubricDifference } from '../../../shared/domain/rubric/rubric-differences.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';

const KIND_WORDS: Record<RubricDifference['kind'], string> = {
  added: 'Added',
  retired: 'Retired',
  moved: 'Moved',
  changed: 'Changed',
};

/** What sets two versions apart, in words. */
export function DifferenceList({
  differences,
  from,
  to,
}: {
  differences: readonly RubricDifference[];
  from: string;
  to: string;
}) {
  if (differences.length === 0) {
    return (
      <EmptyState title="Nothing differs yet">
        <p>What you change stands here, beside what version {from} says.</p>
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <p>
        From version {from} to version {to}: {differencesInWords(differences)}
      </p>
      <Table caption={`What changes from version ${from} to version ${to}`} isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={`${difference.kind} ${difference.where} ${difference.what}`}>
              <td>{difference.where}</td>
              <td>
                {KIND_WORDS[difference.kind]}
                {isNamedBeside(difference) ? '' : `: ${difference.what}`}
              </td>
              <td className="difference__words">{difference.before ?? '–'}</td>
              <td className="difference__words">{difference.after ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** What was added or retired stands in its own column already. */
function isNamedBeside({ kind }: RubricDifference): boolean {
  return kind === 'added' || kind === 'retired';
}
