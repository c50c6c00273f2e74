/** What the live figures count, what they leave out, and who sees which. */
export function InsightExplained() {
  return (
    <section className="stack-tight" aria-labelledby="insight-heading">
      <h2 id="insight-heading">Insight</h2>
      <p>
        Insight shows the report’s figures as they stand now, of any run of half-terms. A plan is counted once all who
        were asked have graded it. Drafts and finals, new and amended plans, samples drawn at random and chosen ones,
        and versions of the standards are looked at one at a time and never added together.
      </p>
      <p>
        Filters stand above the figures and in the address; each can be taken away again. A row of a table, or a bar,
        leads to the plans behind it. Where fewer than five plans are left the screen says so: such figures are as good
        as the plans’ names.
      </p>
      <p>
        Plans that you were asked to audit yourself are left out until the panel has opened them, so that looking
        changes nobody’s grading. Whoever has seen a plan’s figures can no longer be asked to audit it in that round,
        and once you list the plans behind a row, their audits can no longer be reopened.
      </p>
      <p>
        A locality manager sees the plans of their own teams, as supervision does. A board reader sees what publishable
        reports showed, with the same counts hidden, and no filters: what is left after one could give a hidden count
        away.
      </p>
    </section>
  );
}
