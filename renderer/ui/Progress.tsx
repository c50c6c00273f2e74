import { useId } from 'react';
import { Button } from './Button.tsx';
import './progress.css';

/** How far long work has come, in words and as a bar; `of` null while nobody knows. Says so to screen readers too. */
export function Progress({
  label,
  detail,
  done,
  of,
  onCancel,
}: {
  label: string;
  /** "Page 4 of 12" */
  detail?: string | undefined;
  done: number;
  of: number | null;
  onCancel?: (() => void) | undefined;
}) {
  const id = useId();
  return (
    <div className="progress">
      <div className="progress__words">
        <span id={id}>{label}</span>
        {detail === undefined ? null : <span className="soft small">{detail}</span>}
      </div>
      <div className="progress__line">
        <progress aria-labelledby={id} {...(of === null ? {} : { value: done, max: of })} />
        {onCancel === undefined ? null : (
          <Button size="small" onClick={onCancel}>
            Cancel<span className="visually-hidden"> {label}</span>
          </Button>
        )}
      </div>
    </div>
  );
}

/** The face of a page whose figures are on their way. */
export function Loading({ label = 'Loading' }: { label?: string }) {
  return <output className="loading">{label}…</output>;
}
