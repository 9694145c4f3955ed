import { type ReactNode, useCallback } from 'react';
import { texts } from '../../i18n/texts.js';
import { useListedName } from '../listed-name.js';
import type { NamedSubject } from '../opened.js';

const useText = texts('person-cell', {
  nb: { born: 'f. {{year}}' },
  nn: { born: 'f. {{year}}' },
});

interface Person {
  readonly subject: NamedSubject;
  /** Makes of the name what opens the row. */
  readonly link: (name: string) => ReactNode;
  readonly note?: string | undefined;
}

/** Tells whom a row is about: the name, or why it is not told, and under it the year of birth. A function, since a register has thousands of rows. */
export function usePersonCell(): (person: Person) => ReactNode {
  const say = useText();
  const listedName = useListedName();
  return useCallback(
    ({ subject, link, note }) => {
      const { birthYear } = subject;
      const under = [typeof birthYear === 'number' && say('born', { year: birthYear }), note].filter(Boolean);
      return (
        <>
          {link(listedName(subject))}
          {under.length > 0 && <span className="under-cell">{under.join(', ')}</span>}
        </>
      );
    },
    [say, listedName],
  );
}
