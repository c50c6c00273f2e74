import type { Response, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Kbd } from '../../ui/Kbd.tsx';

/** The answers that a criterion offers, with their keys. Choosing the chosen one again takes it back. */
export function ResponseButtons({
  rubric,
  responseType,
  criterionId,
  chosen,
  isLocked,
  onChoose,
}: {
  rubric: Rubric;
  responseType: string;
  criterionId: string;
  chosen: Response | null;
  isLocked: boolean;
  onChoose: (response: Response | null) => void;
}) {
  const options = rubric.responseTypes[responseType]?.options ?? [];
  return (
    <fieldset className="responses">
      <legend className="visually-hidden">Answer to {criterionId}</legend>
      {options.map((option) => (
        <label key={option.id} className={`response response--${option.id}`}>
          <input
            type="radio"
            name={`response-${criterionId}`}
            value={option.id}
            checked={chosen === option.id}
            disabled={isLocked}
            onChange={() => {
              onChoose(option.id);
            }}
            onClick={() => {
              if (chosen === option.id) onChoose(null);
            }}
          />
          <span className="response__label">{option.label === '' ? option.id : option.label}</span>
          {option.shortcut === '' || isLocked ? null : <Kbd>{option.shortcut}</Kbd>}
        </label>
      ))}
    </fieldset>
  );
}

/** The answer that a key stands for at this criterion; null where it stands for none. */
export function responseForKey(rubric: Rubric, responseType: string, key: string): Response | null {
  return rubric.responseTypes[responseType]?.options.find((option) => option.shortcut === key)?.id ?? null;
}
