import type { ReactNode } from 'react';

/** Something that may be longer or wider than its place: it scrolls by itself, and by keyboard. */
export function Scrolled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="round__scrolled" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
