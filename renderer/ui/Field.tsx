import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './field.css';

/** What a labelled control must carry so that its label, hint and error are read with it. */
export interface FieldControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldTexts {
  label: ReactNode;
  hint?: ReactNode;
  /** Stands under the control, where the mistake is. */
  error?: string | undefined;
  isOptional?: boolean;
}

/** Label, hint and error around any one control. */
export function Field({
  label,
  hint,
  error,
  isOptional = false,
  className,
  children,
}: FieldTexts & { className?: string | undefined; children: (control: FieldControlProps) => ReactNode }) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = classNames(hint !== undefined && hintId, error !== undefined && errorId);
  return (
    <div className={classNames('field', error !== undefined && 'field--wrong', className)}>
      <label className="field__label" htmlFor={id}>
        {label}
        {isOptional ? <span className="field__optional"> (optional)</span> : null}
      </label>
      {hint === undefined ? null : (
        <div className="field__hint" id={hintId}>
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      <FieldError id={errorId} error={error} />
    </div>
  );
}

export type TextFieldProps = FieldTexts & Omit<ComponentProps<'input'>, 'id'> & { action?: ReactNode };

/** One line of text. Spread `register(…)` of a form into it. `action` stands at its right end (show, clear …). */
export function TextField({ label, hint, error, isOptional, className, action, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, className }} isOptional={isOptional ?? false}>
      {(control) => (
        <div className="field__line">
          <input type="text" autoComplete="off" {...input} {...control} className="field__control" />
          {action}
        </div>
      )}
    </Field>
  );
}

/** A calendar date as ISO text, with the system's own picker. */
export function DateField(props: Omit<TextFieldProps, 'type'>) {
  return <TextField {...props} type="date" className={classNames('field--date', props.className)} />;
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  isOptional,
  className,
  ...input
}: FieldTexts & Omit<ComponentProps<'textarea'>, 'id'>) {
  return (
    <Field {...{ label, hint, error, className }} isOptional={isOptional ?? false}>
      {(control) => <textarea rows={3} {...input} {...control} className="field__control field__control--area" />}
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** One of a list, in the system's own list box. `emptyLabel` adds a first choice with the empty value. */
export function SelectField({
  label,
  hint,
  error,
  isOptional,
  className,
  choices,
  emptyLabel,
  ...input
}: FieldTexts & Omit<ComponentProps<'select'>, 'id'> & { choices: readonly Choice[]; emptyLabel?: string }) {
  return (
    <Field {...{ label, hint, error, className }} isOptional={isOptional ?? false}>
      {(control) => (
        <select {...input} {...control} className="field__control field__control--select">
          {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of a few, all in sight. */
export function RadioGroup({
  legend,
  hint,
  error,
  choices,
  className,
  ...input
}: {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  choices: readonly Choice[];
} & Omit<ComponentProps<'input'>, 'id' | 'type'>) {
  const id = useId();
  const { value, ...rest } = input;
  return (
    <fieldset
      className={classNames('field', error !== undefined && 'field--wrong', className)}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className="field__label">{legend}</legend>
      {hint === undefined ? null : <div className="field__hint">{hint}</div>}
      <div className="choices">
        {choices.map((choice) => (
          <label className="choice" key={choice.value}>
            <input
              {...rest}
              type="radio"
              value={choice.value}
              {...(value === undefined ? {} : { checked: value === choice.value })}
            />
            <span>
              {choice.label}
              {choice.hint === undefined ? null : <span className="choice__hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}

/** A yes or no. */
export function Checkbox({ label, hint, error, ...input }: FieldTexts & Omit<ComponentProps<'input'>, 'id' | 'type'>) {
  const id = useId();
  return (
    <div className={classNames('field', error !== undefined && 'field--wrong')}>
      <label className="choice">
        <input
          {...input}
          type="checkbox"
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
        />
        <span>
          {label}
          {hint === undefined ? null : <span className="choice__hint">{hint}</span>}
        </span>
      </label>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return (
    <div className="field__error" id={id} aria-live="polite">
      {error === undefined ? null : (
        <>
          <span className="visually-hidden">Mistake: </span>
          {error}
        </>
      )}
    </div>
  );
}
