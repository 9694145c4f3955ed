import { fullDay } from '../dates/dates.js';
import { texts } from '../i18n/texts.js';
import { nameOf, textOf } from '../ui/opened.js';
import type { FoundPerson } from './likely-doubles.js';

const useText = texts('called', {
  nb: { whom: '{{name}}, født {{born}}' },
  nn: { whom: '{{name}}, fødd {{born}}' },
});

export const calledBy = (person: FoundPerson) => nameOf(person) || textOf(person.familyName);
export const bornIn = ({ birthDate, birthYear }: FoundPerson) =>
  typeof birthDate === 'string' ? fullDay(birthDate) : String(birthYear ?? '');

/** «Nora Prøvesen, født 16. april 2012»; the name alone where nothing is known of the day. */
export function useCalled(): (person: FoundPerson) => string {
  const say = useText();
  return (person) => {
    const [name, born] = [calledBy(person), bornIn(person)];
    return born === '' ? name : say('whom', { name, born });
  };
}
