import { useCallback } from 'react';
import { texts } from '../i18n/texts.js';
import { type NamedSubject, nameOf } from './opened.js';

const useText = texts('listed-name', {
  nb: { protected: 'Beskyttet adresse' },
  nn: { protected: 'Verna adresse' },
});

/** A person in a list: the name, or why it is not told there. */
export function useListedName(): (subject: NamedSubject) => string {
  const say = useText();
  return useCallback((subject) => nameOf(subject) || say('protected'), [say]);
}
