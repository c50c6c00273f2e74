/** What leaves the panel for others, and what keeps a child from being recognised in it. */
export function OutletsExplained() {
  return (
    <section className="stack-tight" aria-labelledby="outlets-heading">
      <h2 id="outlets-heading">For services, the board and the region</h2>
      <p>
        Under Report, For others, a service is told in two pages how the standards that its agency leads were graded,
        what was most often not fully met and why, whether its advice came in time, and what is to be done. Advice that
        was missing or vague is told from writing: one is the adviser’s to mend, the other the writer’s. Where actions
        name a service that the advice log does not know, you say once whose it is.
      </p>
      <p>
        An example of good is a quote behind a criterion that was met. Names, dates of birth, settings and places are
        masked by rule; a person then reads it, leaves out whatever else would let someone be recognised, and ticks it.
        The tick keeps who and when, and falls away if the masks change. Only ticked quotes are shown.
      </p>
      <p>
        The scorecard has one line a month, for a performance board’s own table. Where too few plans are audited in a
        month to be told of, a board can go by its lines of the year: they add up what frozen publishable reports tell.
        Figures over several half-terms add up only what may be added: drafts and finals, new and amended plans, random
        and chosen samples and versions of the standards stay apart.
      </p>
      <p>
        Whatever is to be given out hides small counts, and what could give them away beside everything that was
        published or given out before. Figures over half-terms and feedback are made of what frozen publishable reports
        tell, and what that adds up to: freeze the report on the last of their half-terms first. Until then you see what
        it would tell. Half-terms that were published together are told of together. A regional view takes the CSVs of
        several partnerships’ reports together: where one hides a count, the sum is “at least” so many, and no
        partnership is told from another unless all the files are publishable.
      </p>
    </section>
  );
}
