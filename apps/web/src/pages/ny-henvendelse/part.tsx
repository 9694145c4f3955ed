import type { ReactNode } from 'react';

interface Props {
  readonly number: number;
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** One part of the talk, numbered, with what is asked in it. */
export function Part({ number, title, help, children }: Props) {
  const id = `part-${number}`;
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>
          {number} {title}
        </h2>
        {help !== undefined && <p>{help}</p>}
      </header>
      <div>{children}</div>
    </section>
  );
}
