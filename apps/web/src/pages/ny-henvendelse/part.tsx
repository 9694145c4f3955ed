import type { ReactNode } from 'react';

interface Props {
  readonly number: number;
  readonly title: string;
  readonly help?: string;
  /** What stands in it is recorded, and not changed here any more. */
  readonly isRecorded?: boolean;
  readonly children: ReactNode;
}

/** One part of the talk, numbered, with what is asked in it. */
export function Part({ number, title, help, isRecorded = false, children }: Props) {
  const id = `part-${number}`;
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>
          {number} {title}
        </h2>
        {help !== undefined && <p>{help}</p>}
      </header>
      <fieldset disabled={isRecorded}>{children}</fieldset>
    </section>
  );
}
