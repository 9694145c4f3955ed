import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHead } from '../page-head.js';
import './parts.css';

interface Props<Part extends string> {
  readonly title: string;
  readonly to: '/abonnenter' | '/innstillinger' | '/kompetanse' | '/rapport' | '/tjenester';
  /** What the menu of its parts is called. */
  readonly label: string;
  /** What each shows, in the order of the menu. */
  readonly parts: Readonly<Record<Part, () => ReactNode>>;
  readonly chosen: Part;
  readonly titleOf: (part: Part) => string;
}

/** A page of several parts, of which the address names the one that is shown. */
export function PartsPage<Part extends string>({ title, to, label, parts, chosen, titleOf }: Props<Part>) {
  const Shown: () => ReactNode = parts[chosen];
  return (
    <>
      <PageHead title={title} />
      <div className="parts">
        <nav aria-label={label} className="no-print">
          <ul>
            {(Object.keys(parts) as Part[]).map((part) => (
              <li key={part}>
                <Link
                  to={to}
                  search={{ del: part } as never}
                  aria-current={part === chosen ? 'page' : undefined}
                >
                  {titleOf(part)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-labelledby="part">
          <h2 id="part">{titleOf(chosen)}</h2>
          <Shown key={chosen} />
        </section>
      </div>
    </>
  );
}
