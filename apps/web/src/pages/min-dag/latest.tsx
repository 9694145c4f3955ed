import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Day, shortDay } from '../../dates/dates.js';
import { joined } from '../../ui/joined.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';

interface Row {
  readonly key: string;
  readonly day: Day;
  readonly what: ReactNode;
  readonly facts: readonly string[];
}

interface Props {
  readonly title: string;
  /** What would stand here. */
  readonly none: string;
  readonly read: Pick<UseQueryResult, 'error' | 'refetch'>;
  /** Undefined until they are read. */
  readonly rows: readonly Row[] | undefined;
  /** Where the rest is. */
  readonly children: ReactNode;
}

/** The newest of a list, with the way to all of it. */
export function Latest({ title, none, read: { error, refetch }, rows, children }: Props) {
  return (
    <section className="latest">
      <h2>{title}</h2>
      {rows === undefined &&
        (error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />)}
      {rows?.length === 0 && <p className="quiet">{none}</p>}
      {rows !== undefined && rows.length > 0 && (
        <>
          <ul>
            {rows.map(({ key, day, what, facts }) => (
              <li key={key}>
                <span className="figures quiet">{shortDay(day)}</span>
                <span>
                  {what} <span className="under">{joined(...facts)}</span>
                </span>
              </li>
            ))}
          </ul>
          <p className="small">{children}</p>
        </>
      )}
    </section>
  );
}
