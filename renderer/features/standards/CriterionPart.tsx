import { applicabilityInWords, gradeLabel, responseLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Criterion, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';

/** One criterion: the question in sight, everything that helps to answer it on demand. */
export function CriterionPart({ rubric, criterion }: { rubric: Rubric; criterion: Criterion }) {
  const marks = marksOf(rubric, criterion);
  return (
    <div className="criterion stack-tight">
      <h3 className="criterion__text">
        <span className="criterion__id">{criterion.id}</span> {criterion.text}
      </h3>
      {marks.length === 0 ? null : (
        <ul className="list-plain criterion__marks">
          {marks.map((mark) => (
            <li key={mark}>{mark}</li>
          ))}
        </ul>
      )}
      {criterion.guidance === '' ? null : <p>{criterion.guidance}</p>}
      <Disclosure summary={<>What good looks like, examples and legal basis{hiddenFor(criterion)}</>}>
        <dl className="criterion__help">
          <Part label="What good looks like" text={criterion.whatGoodLooksLike} />
          <Part label="For example" text={criterion.examples.positive} />
          <Part label="Not" text={criterion.examples.negative} />
          <Part label="Legal basis" text={criterion.legalBasis.join('; ')} />
          <Part label="Sections" text={criterion.sections.join(', ')} />
        </dl>
      </Disclosure>
    </div>
  );
}

function hiddenFor(criterion: Criterion) {
  return <span className="visually-hidden"> of {criterion.id}</span>;
}

function Part({ label, text }: { label: string; text: string }) {
  if (text === '') return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}

/** What sets a criterion apart: key, what it caps, whom it applies to, a weight other than one. */
function marksOf(rubric: Rubric, criterion: Criterion): string[] {
  const marks: string[] = [];
  if (criterion.isKey) marks.push('Key criterion');
  const { limiting } = criterion;
  if (limiting.isLimiting && limiting.capsOverallTo !== null) {
    const answers = limiting.triggeredBy.map((response) => `“${responseLabel(rubric, criterion.id, response)}”`);
    marks.push(`${answers.join(' or ')} holds the plan at ${gradeLabel(rubric, limiting.capsOverallTo).toLowerCase()}`);
  }
  if (criterion.applicability !== null) marks.push(applicabilityInWords(rubric, criterion.applicability));
  if (criterion.weight !== 1) marks.push(`Weight ${criterion.weight}`);
  return marks;
}
