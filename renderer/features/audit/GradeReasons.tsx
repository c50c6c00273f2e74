import { explainGrading, type GradingReason } from '../../../shared/domain/grading/explain-grading.ts';
import type { Grading } from '../../../shared/domain/grading/grading.ts';
import { formatScore } from '../../../shared/domain/percentages.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { standardTitle } from '../../../shared/domain/rubric/rubric-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { GradeBadge } from '../../ui/GradeBadge.tsx';
import { Table } from '../../ui/Table.tsx';

/** Why the grade is what it is: what is missing, every guard and cap, and the grade of each standard. */
export function GradeReasons({
  rubric,
  grading,
  onCriterion,
  onStandard,
}: {
  rubric: Rubric;
  grading: Grading;
  onCriterion: (criterionId: string) => void;
  onStandard: (standardId: string) => void;
}) {
  const reasons = explainGrading(rubric, grading);
  return (
    <section className="grade-reasons" id="grade-reasons" aria-label="Why this grade">
      {reasons.length === 0 ? (
        <p>Answer a criterion, and what makes up the grade stands here.</p>
      ) : (
        <ul className="list-plain grade-reasons__list">
          {reasons.map((reason) => (
            <li key={reason.text} className={classNames('reason', !reason.holds && 'reason--idle')}>
              <span>{reason.text}</span>
              <ReasonLinks reason={reason} onCriterion={onCriterion} onStandard={onStandard} rubric={rubric} />
            </li>
          ))}
        </ul>
      )}
      <Table caption="By standard">
        <thead>
          <tr>
            <th scope="col">Standard</th>
            <th scope="col">Answered</th>
            <th scope="col" className="table__number">
              Score
            </th>
            <th scope="col">Grade</th>
          </tr>
        </thead>
        <tbody>
          {grading.standards.map((standard) => (
            <tr key={standard.id}>
              <th scope="row">
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    onStandard(standard.id);
                  }}
                >
                  {standardTitle(rubric, standard.id)}
                </button>
                {standard.isDevelopmental ? <span className="soft small"> for development</span> : null}
              </th>
              <td>
                {standard.applies === 'does_not_apply' && !standard.isDevelopmental
                  ? 'Does not apply'
                  : `${standard.answered} of ${standard.toAnswer}`}
              </td>
              <td className="table__number">{standard.score === null ? '–' : `${formatScore(standard.score)}%`}</td>
              <td>
                {standard.applies === 'does_not_apply' && !standard.isDevelopmental ? (
                  '–'
                ) : (
                  <GradeBadge grade={standard.grade} scale={rubric.gradeScale} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function ReasonLinks({
  reason,
  rubric,
  onCriterion,
  onStandard,
}: {
  reason: GradingReason;
  rubric: Rubric;
  onCriterion: (criterionId: string) => void;
  onStandard: (standardId: string) => void;
}) {
  return (
    <span className="reason__links">
      {reason.criteria.map((id) => (
        <button
          key={id}
          type="button"
          className="link-button"
          onClick={() => {
            onCriterion(id);
          }}
        >
          {id}
        </button>
      ))}
      {reason.standards.map((id) => (
        <button
          key={id}
          type="button"
          className="link-button"
          onClick={() => {
            onStandard(id);
          }}
        >
          {standardTitle(rubric, id)}
        </button>
      ))}
    </span>
  );
}
