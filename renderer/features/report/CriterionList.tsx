import { useId } from 'react';
import type { Population } from '../../../shared/domain/report-model.ts';

/** Criteria that were met most often, or least, each with its count. */
export function CriterionList({
  title,
  rows,
  note,
}: {
  title: string;
  rows: Population['strengths'];
  /** Said in place of an empty list. */
  note: string;
}) {
  const id = useId();
  return (
    <section className="stack-tight" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {rows.length === 0 ? <p className="soft">{note}</p> : null}
      <ul className="list-plain stack-tight">
        {rows.map((row) => (
          <li key={row.id} className="criterion-line">
            <p>{row.text}</p>
            <p className="soft small">
              {row.standard} · {row.words}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
