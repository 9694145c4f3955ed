import type { ReactNode } from 'react';
import { texts } from '../../i18n/texts.js';
import { type NamedSubject, nameOf } from '../opened.js';

const useText = texts('person-cell', {
  nb: { born: 'f. {{year}}', protected: 'Beskyttet adresse' },
  nn: { born: 'f. {{year}}', protected: 'Verna adresse' },
});

interface Props {
  readonly subject: NamedSubject;
  /** Makes of the name what opens the row. */
  readonly link: (name: string) => ReactNode;
  readonly note?: string | undefined;
}

/** Whom a row is about: the name, or why it is not told, and under it the year of birth. */
export function PersonCell({ subject, link, note }: Props) {
  const say = useText();
  const { birthYear } = subject;
  const under = [typeof birthYear === 'number' && say('born', { year: birthYear }), note].filter(Boolean);
  return (
    <>
      {link(nameOf(subject) || say('protected'))}
      {under.length > 0 && <span className="under-cell">{under.join(', ')}</span>}
    </>
  );
}
