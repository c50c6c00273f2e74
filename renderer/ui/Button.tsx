import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './button.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  /** One primary at most in sight; `danger` only where something is taken away. */
  look?: ButtonLook;
  size?: 'normal' | 'small';
  /** Work is under way: pressing does nothing, and the button says so. */
  isBusy?: boolean;
  icon?: ReactNode;
}

/** A button that does something on this page. To go elsewhere, use a link (`buttonClass` dresses it alike). */
export function Button({
  look = 'secondary',
  size = 'normal',
  isBusy = false,
  icon,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      // Not `disabled`: that would drop the focus to the page while the work runs.
      aria-disabled={isBusy || rest['aria-disabled'] || undefined}
      aria-busy={isBusy || undefined}
      className={classNames(buttonClass(look, size), className)}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}

/** The look of a button, for a link that stands among buttons. */
export function buttonClass(look: ButtonLook = 'secondary', size: 'normal' | 'small' = 'normal'): string {
  return classNames('button', `button--${look}`, size === 'small' && 'button--small');
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** What it does, for screen readers and as a tooltip. */
  label: string;
  children: ReactNode;
}

/** A button that shows only a sign; its label is read out and shown on hover. */
export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className={classNames('icon-button', className)}>
      {children}
    </button>
  );
}
