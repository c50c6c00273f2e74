import { formatDate } from '../../../shared/domain/calendar-date.ts';
import type { ReportModel } from '../../../shared/domain/report-model.ts';
import { PopulationPart } from './PopulationPart.tsx';

/** The report's words and figures as the exported files have them; nothing is computed here. */
export function ReportPreview({ model }: { model: ReportModel }) {
  return (
    <article className="report-sheet" aria-label="The report">
      <header className="report-sheet__head">
        <p className="report-sheet__marking">{model.marking}</p>
        <p className="report-sheet__partnership">{model.partnership}</p>
        <p className="soft">
          {model.halfTerm.label} {model.halfTerm.schoolYear.replace('-', '/')}, {formatDate(model.halfTerm.start)} to{' '}
          {formatDate(model.halfTerm.end)} · panel of {formatDate(model.round.panelDate)} · {model.round.kindWords}
          {model.round.theme === '' ? '' : `: ${model.round.theme}`}
        </p>
      </header>
      <section className="stack-tight" aria-labelledby="headline-heading">
        <h2 id="headline-heading">In short</h2>
        <ul className="report-sheet__headline list-plain">
          {model.headline.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section className="stack-tight" aria-labelledby="sample-heading">
        <h2 id="sample-heading">The sample</h2>
        <dl className="report-sheet__facts">
          {model.sample.rows.map((row) => (
            <div key={row.label}>
              <dt>{row.label}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {model.populations.map((population) => (
        <PopulationPart key={population.id} population={population} model={model} />
      ))}
      <section className="stack-tight" aria-labelledby="method-heading">
        <h2 id="method-heading">How this was done</h2>
        {model.method.map((part) => (
          <div key={part.heading} className="stack-tight">
            <h3>{part.heading}</h3>
            <p>{part.text}</p>
          </div>
        ))}
        <p className="soft small report-sheet__digest">
          Standards: {model.rubric.title}, version {model.rubric.version}, digest {model.rubric.digest}
        </p>
      </section>
    </article>
  );
}
