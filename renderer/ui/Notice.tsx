import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './notice.css';

export type NoticeTone = 'info' | 'warning' | 'error' | 'success';

const WORDS: Record<NoticeTone, string> = { info: 'Note', warning: 'Take care', error: 'Problem', success: 'Done' };

/**
 * Says what happened and what to do next, where the action was. An error is announced at once, the rest when the
 * reader is free. `code` is for a call to the help desk.
 */
export function Notice({
  tone,
  title,
  advice,
  code,
  children,
  action,
}: {
  tone: NoticeTone;
  title: ReactNode;
  advice?: ReactNode;
  code?: string | undefined;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`notice notice--${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon name={tone === 'success' ? 'check' : tone === 'info' ? 'info' : 'warning'} />
      <div className="notice__body">
        <p className="notice__title">
          <span className="visually-hidden">{WORDS[tone]}: </span>
          {title}
        </p>
        {advice === undefined || advice === '' ? null : <p>{advice}</p>}
        {children}
        {code === undefined ? null : <p className="notice__code">Code {code}</p>}
        {action === undefined ? null : <div className="notice__action">{action}</div>}
      </div>
    </div>
  );
}
