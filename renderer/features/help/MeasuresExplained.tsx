/** What a measure says and what it does not. */
export function MeasuresExplained() {
  return (
    <section className="stack-tight" aria-labelledby="measures-heading">
      <h2 id="measures-heading">Measures and trajectories</h2>
      <p>
        A measure is one promise: what is counted, of what, how much by when, and which document says so. An area may
        have several at once, such as all reviews in one plan and new plans in another. They are never joined.
      </p>
      <p>
        A reading answers to the last milestone that its date has reached. On or above it is <strong>on track</strong>;
        below it by no more than the tolerance, usually five points, is <strong>close</strong>; further below is{' '}
        <strong>behind</strong>. Under ten plans there are counts and no percentage: too few to say.
      </p>
      <p>
        A round is a small sample. 12 of 20 is 60%, but the plans as a whole may lie anywhere from 39% to 78%. Where
        that range takes in the milestone, the words say so, and a change that the ranges do not bear out is called no
        clear change.
      </p>
      <p>
        Half-terms are counted from finished audits, agreed grades where the panel has met. What was read elsewhere is
        entered by hand, marked as such, and never lost: a mistake is withdrawn and kept. Where only a percentage is
        known, there is no range, and a published report leaves it out.
      </p>
    </section>
  );
}
