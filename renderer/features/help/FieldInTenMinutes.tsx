/** What an audit of Education, Health and Care Plans is, for somebody who sits on a panel for the first time. */
export function FieldInTenMinutes() {
  return (
    <section className="stack" aria-labelledby="field-heading">
      <h2 id="field-heading">The field in ten minutes</h2>
      <h3>The plan</h3>
      <p>
        An Education, Health and Care Plan is a legal document for a child or young person up to 25 with special
        educational needs. The council must deliver what its Section F says. Regulation 12 of the SEND Regulations 2014
        says what a plan must hold, each part separately identified:
      </p>
      <dl className="help__sections">
        {SECTIONS.map(([letter, holds]) => (
          <div key={letter}>
            <dt>{letter}</dt>
            <dd>{holds}</dd>
          </div>
        ))}
      </dl>
      <p>
        Layout and order are the council’s choice, so plans look different everywhere. An empty Section I is right in a
        draft and wrong in a final. Anywhere else, nothing identified must be said, with who confirmed it and when.
      </p>
      <h3>The golden thread</h3>
      <p>
        A good plan runs unbroken from a person’s aspirations (A) through their needs (B, C, D) and the outcomes sought
        (E) to the provision that gets there (F, G, H1, H2). An audit asks whether the thread holds: does every need
        have provision, does every outcome lead to something the person hopes for?
      </p>
      <h3>What auditors look for</h3>
      <ul className="list">
        <li>
          <strong>Outcomes are SMART</strong>: specific, measurable, achievable, relevant (realistic) and time-bound,
          and about the person. “Will have access to a therapist” is provision; take the support words away and nothing
          is left.
        </li>
        <li>
          <strong>Provision is specific and quantified</strong>: what, who, how often, how long, for how long. Could a
          reader be in any doubt about what was decided? “Regular support as required” leaves doubt.
        </li>
        <li>
          <strong>The plan is about this person</strong>: another child’s name in it is a data breach as well as a
          failing. Tell the chair at once.
        </li>
      </ul>
      <h3>How a grade comes about</h3>
      <p>
        You never choose a grade. You answer each criterion: met, partly met, not met, or not applicable where that is
        allowed. Answers make a score for each standard; standards are weighted into an overall score; the score falls
        into a grade. Guards then keep a good score from hiding a serious failing, and a limiting criterion caps the
        plan whatever the rest says. Every step is listed beside the grade. Unanswered is never the same as not met:
        until everything that applies is answered there is no overall grade.
      </p>
      <p>
        A “partly” or a “not met” needs a comment and words from the plan, or a note of where they ought to be and are
        absent. So does an outstanding standard: at least one quote that shows the strength.
      </p>
      <h3>A half-term’s round</h3>
      <p>
        Set up the round, load the plans, grade alone, submit, meet, act, report. Auditors do not see one another’s
        answers until all are in: people who have seen a mark agree with it more often than they should. About ten to
        thirty plans make a round, so figures are small: under ten plans the report gives counts, and from ten on every
        percentage stands with its likely range.
      </p>
      <h3>Supervision</h3>
      <p>
        Once a plan’s result is settled – agreed by the panel, or graded by one auditor alone, and said to be – its
        writer’s manager may use it in supervision. A manager sees their own team only, by criterion: what is often not
        fully met, with counts, and whether that changes. A caseworker’s sheet begins with two strengths in the words of
        their plans; what to work on is only what a writer can change. A shortfall is the writer’s where its cause is
        the writing, or advice that was left out or weakened. It is not where advice was missing or vague, or where a
        template, a process or a family that nobody reached is the cause; where nobody knows, or auditors see it
        differently, it is kept apart. There is no percentage under five plans, and no list of caseworkers by grade.
      </p>
      <p>
        A caseworker may comment, or ask for a second look at a plan; the chair answers. They do so with their own PIN,
        or their manager enters it for them, and it says so. Each time that a sheet is opened or exported, it is kept:
        the caseworker sees who opened theirs, and the QA lead sees all. Who is in which team stands in Settings, under
        People; a manager of two teams has both there, with a semicolon between them.
      </p>
      <h3>How to write</h3>
      <p>
        Write every comment as if the family will read it; they may ask to. Strengths first. Say what the plan does not
        do, not what somebody failed to do: weak advice makes weak plans, and a writer can only use what they were sent.
      </p>
    </section>
  );
}

const SECTIONS: readonly (readonly [string, string])[] = [
  ['A', 'Views, interests and aspirations of the child and parents, or of the young person'],
  ['B', 'Special educational needs'],
  ['C', 'Health needs related to them'],
  ['D', 'Social care needs related to them or to a disability'],
  ['E', 'Outcomes'],
  ['F', 'Special educational provision, which the council must secure'],
  ['G', 'Health provision, agreed by the NHS commissioner'],
  ['H1', 'Social care provision under the 1970 Act, for those under 18'],
  ['H2', 'Other social care provision'],
  ['I', 'The setting, named or by type; empty in a draft'],
  ['J', 'Direct payments, and what they are for'],
  ['K', 'The advice that the plan rests on, attached'],
];
