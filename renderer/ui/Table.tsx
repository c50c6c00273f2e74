import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import './table.css';

/** A table with its caption (read out; shown unless hidden) that scrolls sideways by itself where it must. */
export function Table({
  caption,
  isCaptionHidden = false,
  children,
}: {
  caption: ReactNode;
  isCaptionHidden?: boolean;
  /** thead and tbody. */
  children: ReactNode;
}) {
  return (
    <div className="table-frame">
      <table className="table">
        <caption className={classNames(isCaptionHidden && 'visually-hidden')}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export type SortDirection = 'ascending' | 'descending';

/** A column's head that sorts by it; says the direction in words to screen readers and as an arrow to the eye. */
export function SortHeader({
  label,
  direction,
  onSort,
  isNumber = false,
  className,
}: {
  label: string;
  /** Null where another column sorts. */
  direction: SortDirection | null;
  onSort: () => void;
  isNumber?: boolean;
  className?: string | undefined;
}) {
  return (
    <th scope="col" aria-sort={direction ?? undefined} className={classNames(isNumber && 'table__number', className)}>
      <button type="button" className="table__sort" onClick={onSort}>
        {label}
        <Icon name={direction ?? 'sort'} />
      </button>
    </th>
  );
}
