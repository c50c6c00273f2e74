import { useOpenWorkspace } from '../../api/open-workspace.ts';
import { OpeningsTable } from './OpeningsTable.tsx';
import { OpenSheet } from './OpenSheet.tsx';

/** A caseworker's way to their own sheet, and who else has opened it. */
export function MySheet() {
  const { person } = useOpenWorkspace();
  return (
    <div className="stack-loose">
      <section className="panel stack" aria-labelledby="my-sheet-heading">
        <h2 id="my-sheet-heading">Your supervision sheet</h2>
        <p>
          It holds your last few audited plans with a settled result: what is strong in them, one or two points to work
          on, and what you agreed with your manager. You can comment on it, or ask for a second look at a plan; the
          chair answers.
        </p>
        <div className="row">
          <OpenSheet caseworkerId={person.id} look="primary">
            Open my sheet
          </OpenSheet>
        </div>
      </section>
      <section className="stack-tight" aria-labelledby="my-openings-heading">
        <h2 id="my-openings-heading">Who opened your sheet</h2>
        <OpeningsTable isOwn />
      </section>
    </div>
  );
}
