import type { ReactNode } from 'react';
import './facts.css';

interface Props {
  readonly rows: readonly (readonly [label: string, value: ReactNode] | false)[];
  readonly tight?: boolean;
}

/** Labels with their values, in two columns. A row that is false is left out. */
export function Facts({ rows, tight = false }: Props) {
  return (
    <dl className={tight ? 'facts tight' : 'facts'}>
      {rows.map(
        (row) =>
          row && (
            <div key={row[0]}>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
