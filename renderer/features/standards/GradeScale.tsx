import { gradesFromBest } from '../../../shared/domain/grading/grade-order.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { GradeBadge } from '../../ui/GradeBadge.tsx';

/** The grades, best first, each with what it means and what follows from it. */
export function GradeScale({ rubric }: { rubric: Rubric }) {
  return (
    <section className="panel stack" aria-labelledby="grades-heading">
      <h2 id="grades-heading">The grades</h2>
      <dl className="grade-scale">
        {gradesFromBest(rubric).map((grade) => (
          <div key={grade.id} className="grade-scale__row">
            <dt>
              <GradeBadge grade={grade.id} scale={rubric.gradeScale} />
            </dt>
            <dd>
              <p>{grade.descriptor}</p>
              <p className="soft small">{grade.expectedResponse}</p>
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft small">{rubric.description}</p>
    </section>
  );
}
