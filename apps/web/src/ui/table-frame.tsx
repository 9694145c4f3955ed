import type { ReactNode } from 'react';
import './table-frame.css';

interface Props {
  /** What the table is called. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that is wider than its place scrolls in a frame of its own, which takes the focus. */
export function TableFrame({ label, children }: Props) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
