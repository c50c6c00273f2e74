import { gradesFromBest } from '../../../shared/domain/grading/grade-order.ts';
import { gradeLabel, responseLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Criterion } from '../../../shared/domain/rubric/rubric.ts';
import { Checkbox } from '../../ui/Field.tsx';
import { DraftChecks, DraftSelect } from './DraftFields.tsx';
import { useDraftDesk } from './draft-places.ts';

const TRIGGERS = ['partly', 'not_met'] as const;

/** Whether a criterion caps the overall grade: at which grade, and on which answers. */
export function CapFields({
  criterion,
  onChange,
}: {
  criterion: Criterion;
  onChange: (limiting: Criterion['limiting']) => void;
}) {
  const { content } = useDraftDesk();
  const { rubric } = content;
  const { limiting } = criterion;
  const place = `criterion:${criterion.id}`;
  return (
    <div className="stack-tight">
      <Checkbox
        label="It caps the overall grade"
        checked={limiting.isLimiting}
        onChange={({ target: { checked } }) => {
          onChange(
            checked
              ? {
                  ...limiting,
                  isLimiting: true,
                  triggeredBy: limiting.triggeredBy.length === 0 ? ['not_met'] : limiting.triggeredBy,
                }
              : { ...limiting, isLimiting: false, capsOverallTo: null, triggeredBy: [] },
          );
        }}
      />
      {limiting.isLimiting ? (
        <div className="form-grid">
          <DraftSelect
            place={`${place}/cap`}
            label="At"
            emptyLabel="Choose a grade"
            choices={gradesFromBest(rubric).map(({ id }) => ({ value: id, label: gradeLabel(rubric, id) }))}
            value={limiting.capsOverallTo ?? ''}
            onChange={(grade) => {
              onChange({ ...limiting, capsOverallTo: grade === '' ? null : grade });
            }}
          />
          <DraftChecks
            place={`${place}/trigger`}
            label="If answered"
            values={limiting.triggeredBy}
            choices={TRIGGERS.map((answer) => ({ value: answer, label: responseLabel(rubric, criterion.id, answer) }))}
            onChange={(answers) => {
              onChange({ ...limiting, triggeredBy: TRIGGERS.filter((answer) => answers.includes(answer)) });
            }}
          />
        </div>
      ) : null}
    </div>
  );
}
