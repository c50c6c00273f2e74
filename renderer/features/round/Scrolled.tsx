import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';

/** Something that may be longer or wider than its place: it scrolls by itself, and by keyboard. */
export function Scrolled({
  label,
  isTall = false,
  children,
}: {
  label: string;
  /** The main thing on its screen. */
  isTall?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      className={classNames('round__scrolled', isTall && 'round__scrolled--tall')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={label}
    >
      {children}
    </section>
  );
}
