import type { Population } from '../../../shared/domain/report-model.ts';

/** Criteria that were met most often, or least, each with its count. */
export function CriterionList({
  title,
  rows,
  note,
  titles,
}: {
  title: string;
  rows: Population['strengths'];
  /** Said in place of an empty list. */
  note: string;
  /** Short titles of standards by their ids. */
  titles: ReadonlyMap<string, string>;
}) {
  return (
    <div className="stack-tight">
      <h3>{title}</h3>
      {rows.length === 0 ? <p className="soft">{note}</p> : null}
      <ul className="list-plain stack-tight">
        {rows.map((row) => (
          <li key={row.id} className="criterion-line">
            <p>{row.text}</p>
            <p className="soft small">
              {titles.get(row.standard) ?? row.standard} · {row.words}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
