import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  /** What it is, in a sentence or two. */
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A part of the page under a heading, with room around it. */
export function Part({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section className="own-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p>{lead}</p>}
      {children}
    </section>
  );
}
