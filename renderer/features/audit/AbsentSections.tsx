import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';

/** Where the evidence is that something is not there: the sections in which it was looked for. */
export function AbsentSections({
  rubric,
  likely,
  chosen,
  isLocked,
  onChange,
}: {
  rubric: Rubric;
  /** The sections that the criterion is about: offered first. */
  likely: readonly string[];
  chosen: readonly string[];
  isLocked: boolean;
  onChange: (sections: string[]) => void;
}) {
  if (isLocked) {
    return chosen.length === 0 ? null : <p>Absent; searched in {chosen.join(', ')}.</p>;
  }
  const own = rubric.sections.filter(({ id }) => likely.includes(id) || chosen.includes(id));
  const others = rubric.sections.filter(({ id }) => !likely.includes(id) && !chosen.includes(id));
  return (
    <fieldset className="absent">
      <legend className="absent__legend">Or absent; the sections that you searched</legend>
      <div className="absent__choices">
        {[...own, ...others].map(({ id, label }) => (
          <label key={id} className="absent__choice" title={label}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => {
                onChange(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id));
              }}
            />
            <span>
              {id === 'cover' ? 'Front page' : id}
              <span className="visually-hidden">: {label}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
