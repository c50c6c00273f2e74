/** What the locks do and what they cannot do, in plain words: people decide by it whom they give the passphrase. */
export function WhatProtects() {
  return (
    <section className="panel stack" aria-labelledby="protects-heading">
      <h2 id="protects-heading">What protects what</h2>
      <dl className="settings__protects">
        <div>
          <dt>The passphrase</dt>
          <dd>
            It protects the file. Whoever holds it can read everything in the file with another tool, outside
            Goldthread: others’ answers before all have submitted, and names that Goldthread masks. Give it only to
            people who may see all of that.
          </dd>
        </div>
        <div>
          <dt>A PIN</dt>
          <dd>
            It tells people apart inside the open workspace, and keeps each to their own work. It is not a lock on the
            file. Who knows the passphrase can reset anybody’s PIN; the trail says so, and so does Goldthread to its
            owner when they next sign in.
          </dd>
        </div>
        <div>
          <dt>Masking</dt>
          <dd>
            A parent carer representative reads plans without names, dates of birth, settings and places, once a person
            has read the masked plan and ticked it. Rules propose the masks and can miss one. Ages, the council’s name
            and family circumstances stay; where the plan names the council’s town as somebody’s home, the town is
            masked in the council’s name too.
          </dd>
        </div>
        <div>
          <dt>What Goldthread cannot do</dt>
          <dd>
            It cannot guard a machine that others can use, nor a plan or report that was saved elsewhere. Keep the
            machine’s own disk encrypted.
          </dd>
        </div>
      </dl>
    </section>
  );
}
