import { faultSentence, type RubricFault } from '../../../shared/domain/rubric/rubric-faults.ts';
import { useDraftDesk } from './draft-places.ts';

/** Everything that keeps the draft from being published; each line leads to its field. */
export function FaultList({ faults }: { faults: readonly RubricFault[] }) {
  const { goTo } = useDraftDesk();
  return (
    <div aria-live="polite">
      {faults.length === 0 ? null : (
        <section className="draft-faults" aria-labelledby="faults-heading">
          <h2 id="faults-heading">
            {faults.length === 1 ? '1 thing has' : `${faults.length} things have`} to be put right before it can be
            published
          </h2>
          <ul className="list">
            {faults.map((fault) => (
              <li key={`${fault.place} ${fault.message}`}>
                <button
                  type="button"
                  className="draft-faults__link"
                  onClick={() => {
                    goTo(fault.place);
                  }}
                >
                  {faultSentence(fault)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
