import { gradesFromBest } from '../../../shared/domain/grading/grade-order.ts';
import {
  addGrade,
  type Level,
  removeGrade,
  setThreshold,
  updateGrade,
} from '../../../shared/domain/rubric/rubric-edits.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Grade, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { DraftArea, DraftNumber, DraftText } from './DraftFields.tsx';
import { useChangeRubric, useDraftDesk } from './draft-places.ts';

const LEVELS: readonly { level: Level; label: string }[] = [
  { level: 'standard', label: 'A standard, from per cent' },
  { level: 'overall', label: 'The plan, from per cent' },
];
const FEWEST = 2;
const MOST = 6;

/** The grades, best first: their names, what they mean, and from how many per cent they are given. */
export function GradesPart() {
  const { content, goTo } = useDraftDesk();
  const { rubric } = content;
  const changeRubric = useChangeRubric();
  const grades = gradesFromBest(rubric);
  return (
    <section className="panel stack" aria-labelledby="part-heading">
      <h2 id="part-heading" tabIndex={-1} data-place="grades">
        Grades and thresholds
      </h2>
      <p className="soft">
        Best first; two to six of them. A grade’s id stays when its name changes, so that past grades keep their place.
      </p>
      {grades.map((grade, at) => (
        <GradeFields
          key={grade.id}
          rubric={rubric}
          grade={grade}
          number={at + 1}
          isRemovable={grades.length > FEWEST}
        />
      ))}
      {grades.length >= MOST ? null : (
        <Button
          icon={<Icon name="plus" />}
          onClick={() => {
            const { id, rubric: next } = addGrade(rubric);
            changeRubric(() => next, null);
            goTo(`grade:${id}/label`);
          }}
        >
          Add a grade below the lowest
        </Button>
      )}
    </section>
  );
}

function GradeFields({
  rubric,
  grade,
  number,
  isRemovable,
}: {
  rubric: Rubric;
  grade: Grade;
  number: number;
  isRemovable: boolean;
}) {
  const changeRubric = useChangeRubric();
  const { goTo } = useDraftDesk();
  const place = `grade:${grade.id}`;
  const label = gradeLabel(rubric, grade.id);
  const set = (field: 'label' | 'shortLabel' | 'descriptor' | 'expectedResponse') => (value: string) => {
    changeRubric((now) => updateGrade(now, grade.id, { [field]: value }), `${place}/${field}`);
  };
  return (
    <fieldset className="draft-card stack-tight">
      <legend className="strong">
        {number}. {label}
      </legend>
      <div className="form-grid">
        <DraftText place={`${place}/label`} label="Name" value={grade.label} onChange={set('label')} />
        <DraftText
          place={`${place}/shortLabel`}
          label="Short name"
          value={grade.shortLabel}
          onChange={set('shortLabel')}
        />
        {LEVELS.map(({ level, label: words }) => (
          <DraftNumber
            key={level}
            place={`threshold:${level}:${grade.id}`}
            label={words}
            value={rubric.scoring[level].thresholds.find((threshold) => threshold.grade === grade.id)?.min ?? 0}
            onChange={(min) => {
              changeRubric((now) => setThreshold(now, level, grade.id, min), `threshold:${level}:${grade.id}`);
            }}
          />
        ))}
      </div>
      <DraftArea
        place={`${place}/descriptor`}
        rows={2}
        label="What it means"
        value={grade.descriptor}
        onChange={set('descriptor')}
      />
      <DraftArea
        place={`${place}/expectedResponse`}
        rows={2}
        label="What follows from it"
        value={grade.expectedResponse}
        onChange={set('expectedResponse')}
      />
      {isRemovable ? (
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            changeRubric((now) => removeGrade(now, grade.id), null);
            goTo('grades');
          }}
        >
          Take the grade {label} out
        </Button>
      ) : null}
    </fieldset>
  );
}
