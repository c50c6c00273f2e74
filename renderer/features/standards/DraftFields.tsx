import { useId, useState } from 'react';
import { Checkbox, type Choice, SelectField, TextArea, TextField } from '../../ui/Field.tsx';
import { useDraftDesk } from './draft-places.ts';

interface Placed {
  /** Where a fault of this field is told: 'criterion:S04.C3/weight'. */
  place: string;
  label: string;
  hint?: string;
}

/** A line of words of a draft. */
export function DraftText({
  place,
  value,
  onChange,
  ...texts
}: Placed & { value: string; onChange: (value: string) => void }) {
  const { errorAt } = useDraftDesk();
  return (
    <TextField
      {...texts}
      data-place={place}
      value={value}
      error={errorAt(place)}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}

/** Several lines of words of a draft. */
export function DraftArea({
  place,
  value,
  onChange,
  rows = 3,
  ...texts
}: Placed & { value: string; onChange: (value: string) => void; rows?: number }) {
  const { errorAt } = useDraftDesk();
  return (
    <TextArea
      {...texts}
      rows={rows}
      data-place={place}
      value={value}
      error={errorAt(place)}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}

/** A number of a draft. What is typed and is no number is marked, and gives way to the last number when it is left. */
export function DraftNumber({
  place,
  value,
  onChange,
  ...texts
}: Placed & { value: number; onChange: (value: number) => void }) {
  const { errorAt } = useDraftDesk();
  const [typed, setTyped] = useState<string | null>(null);
  const number = typed === null ? value : numberIn(typed);
  // What is taken back while the field is in hand beats what was typed there.
  const shown = typed !== null && (number === null || number === value) ? typed : String(value);
  return (
    <TextField
      {...texts}
      className="draft-number"
      data-place={place}
      inputMode="decimal"
      value={shown}
      error={number === null ? 'Type a number.' : errorAt(place)}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = numberIn(event.target.value);
        if (next !== null) onChange(next);
      }}
      onBlur={() => {
        setTyped(null);
      }}
    />
  );
}

export function DraftSelect({
  place,
  value,
  onChange,
  choices,
  emptyLabel,
  ...texts
}: Placed & { value: string; onChange: (value: string) => void; choices: readonly Choice[]; emptyLabel?: string }) {
  const { errorAt } = useDraftDesk();
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return (
    <SelectField
      {...texts}
      data-place={place}
      value={value}
      error={errorAt(place)}
      choices={isKnown ? choices : [...choices, { value, label: `“${value}”, which is not there` }]}
      {...(emptyLabel === undefined ? {} : { emptyLabel })}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}

/** Any of a list. Values that are not in the list any more are shown with it, so that they can be taken out. */
export function DraftChecks({
  place,
  label,
  hint,
  values,
  choices,
  onChange,
}: Placed & { values: readonly string[]; choices: readonly Choice[]; onChange: (values: string[]) => void }) {
  const { errorAt } = useDraftDesk();
  const id = useId();
  const error = errorAt(place);
  const unknown = values
    .filter((value) => !choices.some((choice) => choice.value === value))
    .map((value) => ({ value, label: `“${value}”, which is not there` }));
  const all = [...choices, ...unknown];
  return (
    <fieldset
      className={error === undefined ? 'field' : 'field field--wrong'}
      data-place={place}
      tabIndex={-1}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className="field__label">{label}</legend>
      {hint === undefined ? null : <div className="field__hint">{hint}</div>}
      <div className="draft-checks">
        {all.map((choice) => (
          <Checkbox
            key={choice.value}
            label={choice.label}
            checked={values.includes(choice.value)}
            onChange={(event) => {
              const isOn = event.target.checked;
              onChange(
                all
                  .map(({ value }) => value)
                  .filter((value) => (value === choice.value ? isOn : values.includes(value))),
              );
            }}
          />
        ))}
      </div>
      <div className="field__error" id={`${id}-error`} aria-live="polite">
        {error}
      </div>
    </fieldset>
  );
}

function numberIn(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
}
