import type { ReactNode } from 'react';
import './empty-state.css';

/** What an empty page says: what would stand here, and the one thing to do next. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <h2 className="empty-state__title">{title}</h2>
      {children === undefined ? null : <div className="empty-state__text stack-tight">{children}</div>}
      {action === undefined ? null : <div className="empty-state__action row">{action}</div>}
    </div>
  );
}
