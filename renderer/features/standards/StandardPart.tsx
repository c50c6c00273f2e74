import { applicabilityInWords } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Criterion, Rubric, Standard } from '../../../shared/domain/rubric/rubric.ts';
import { CriterionPart } from './CriterionPart.tsx';

/** One standard: what it is for, whom it applies to, how much it weighs, and its criteria. */
export function StandardPart({
  rubric,
  standard,
  criteria,
  headingId,
}: {
  rubric: Rubric;
  standard: Standard;
  criteria: readonly Criterion[];
  headingId: string;
}) {
  const lead = rubric.leadAgencies.find((agency) => agency.id === standard.leadAgency)?.label ?? standard.leadAgency;
  const isPart = criteria.length < standard.criteria.length;
  return (
    <section className="panel stack" aria-labelledby={headingId}>
      <div>
        <p className="soft small">
          {standard.id} · {lead} · weight {standard.weight} · {applicabilityInWords(rubric, standard.applicability)}
        </p>
        <h2 id={headingId} tabIndex={-1} className="standard__title">
          {standard.title}
        </h2>
        <p>{standard.purpose}</p>
        {isPart ? (
          <p className="soft small">
            {criteria.length} of its {standard.criteria.length} criteria
          </p>
        ) : null}
      </div>
      <ol className="list-plain standard__criteria">
        {criteria.map((criterion) => (
          <li key={criterion.id}>
            <CriterionPart rubric={rubric} criterion={criterion} />
          </li>
        ))}
      </ol>
    </section>
  );
}
