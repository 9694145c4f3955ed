import { type ReactNode, useId } from 'react';
import './section.css';

/** A part of the page under a heading. */
export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="page-section" aria-labelledby={id}>
      <div className="row apart">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
