import type { ReactNode } from 'react';
import { useEffect } from 'react';
import './page-head.css';

interface Props {
  /** Stands in the window's title too, unless `documentTitle` does: that of a page about one person names nobody. */
  readonly title: string;
  readonly documentTitle?: string;
  readonly over?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}

/** The heading of a page with its line of facts; actions stand to the right. */
export function PageHead({ title, documentTitle = title, over, lead, actions }: Props) {
  useEffect(() => {
    document.title = `${documentTitle} – Samspor`;
  }, [documentTitle]);
  return (
    <div className="page-head">
      <div>
        {over !== undefined && <p className="over">{over}</p>}
        <h1 tabIndex={-1}>{title}</h1>
        {lead !== undefined && <p className="lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="actions">{actions}</div>}
    </div>
  );
}
