import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './disclosure.css';

/** Something that can wait: shut until asked for, with the browser's own `details`. */
export function Disclosure({
  summary,
  children,
  isOpenAtFirst = false,
}: {
  summary: ReactNode;
  children: ReactNode;
  isOpenAtFirst?: boolean;
}) {
  return (
    <details className="disclosure" open={isOpenAtFirst}>
      <summary>
        <Icon name="chevron" />
        <span>{summary}</span>
      </summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
