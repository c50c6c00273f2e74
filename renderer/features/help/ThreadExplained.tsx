/** How the golden thread of a plan is drawn, and what its words mean. */
export function ThreadExplained() {
  return (
    <section className="stack-tight" aria-labelledby="thread-heading">
      <h2 id="thread-heading">Drawing the golden thread</h2>
      <p>
        A plan’s document, and your audit of it, lead to its golden thread: aspirations (A), needs (B, C, D), outcomes
        (E) and provision (F, G, H1, H2) in four columns. Choose a passage, then the one it is linked with. Words that
        were not found can be chosen in the plan beside it.
      </p>
      <p>
        A dotted line is a <strong>suggestion</strong>, with its reason: the plan’s own table, the same row, words that
        both passages share, or your link in an earlier version. It counts as suggested until you confirm it; what you
        refuse does not come back. A need counts as linked where it leads to provision, straight or through an outcome
        that has some; provision where a need leads to it and it serves an outcome. Under “Orphans” stands all that is
        not firmly linked: what hangs on nothing, then what hangs on a suggestion alone. A passage that is chosen shows
        its whole thread, in heavier lines.
      </p>
      <p>
        What you draw is part of your audit: no other auditor sees it before all who were asked have submitted. It stays
        with the version it was drawn on. The round’s page leads to passages that several of its plans share, and to
        names that may be another child’s.
      </p>
    </section>
  );
}
