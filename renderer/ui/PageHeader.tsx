import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import './page-header.css';

let hasShownAPage = false;

/**
 * A page's one h1. It names the window too (`windowTitle` where the heading would give a child away: titles show in
 * task bars and on shared screens) and takes the focus when the page comes after another, so that a keyboard or a
 * screen reader starts at its top.
 */
export function PageHeader({
  title,
  windowTitle,
  eyebrow,
  actions,
  children,
}: {
  title: string;
  /** Without the application's name; the title itself where left out. Never a child's name or initials. */
  windowTitle?: string;
  eyebrow?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = windowTitle ?? title;
  useEffect(() => {
    document.title = `${name} – Goldthread`;
  }, [name]);
  useEffect(() => {
    if (hasShownAPage) heading.current?.focus();
    hasShownAPage = true;
  }, []);
  return (
    <header className="page-header">
      <div className="page-header__words">
        {eyebrow === undefined ? null : <div className="page-header__eyebrow">{eyebrow}</div>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children === undefined ? null : <div className="page-header__lead">{children}</div>}
      </div>
      {actions === undefined ? null : <div className="page-header__actions row">{actions}</div>}
    </header>
  );
}
