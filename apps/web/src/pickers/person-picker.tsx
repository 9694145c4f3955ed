import { Button, Textfield } from '@digdir/designsystemet-react';
import { useDeferredValue, useState } from 'react';
import { type Searched, useSearch } from '../api/read.js';
import { readDay } from '../dates/read-day.js';
import { fullDay } from '../dates/dates.js';
import { texts } from '../i18n/texts.js';
import { nameOf, textOf } from '../ui/opened.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { Chosen } from './chosen.js';
import { useKnownName } from './known-names.js';
import { NewPerson } from './new-person.js';
import type { PickerProps } from './picker.js';
import { pickOnEnter } from './searching.js';
import './picker.css';

const useText = texts('person-picker', {
  nb: {
    hint: 'Navn, fødselsdato eller fødselsnummer. Søk på nummer blir logget.',
    hits_one: 'Ett treff.',
    hits_other: '{{count}} treff.',
    cut: 'Viser {{shown}} av {{count}}. Skriv mer av navnet.',
    none: 'Ingen treff. Prøv færre bokstaver.',
    pick: 'Velg',
    pickWhom: 'Velg {{name}}, født {{born}}',
    born: 'født {{day}}',
    dead: 'død',
    new: 'Legg inn en ny person',
    unknown: 'Valgt',
  },
  nn: {
    hint: 'Namn, fødselsdato eller fødselsnummer. Søk på nummer blir logga.',
    hits_one: 'Eitt treff.',
    hits_other: '{{count}} treff.',
    cut: 'Viser {{shown}} av {{count}}. Skriv meir av namnet.',
    none: 'Ingen treff. Prøv færre bokstavar.',
    pick: 'Vel',
    pickWhom: 'Vel {{name}}, fødd {{born}}',
    born: 'fødd {{day}}',
    dead: 'død',
    new: 'Legg inn ein ny person',
    unknown: 'Vald',
  },
});

type Person = Searched<'/v1/person-searches'>['persons'][number];
const most = 20;

/** What is searched by: eleven digits are a number, a day is a day of birth, all else a name. */
export function searchFor(typed: string) {
  const text = typed.trim();
  const digits = text.replace(/\s/g, '');
  if (/^\d{11}$/.test(digits)) return { identityNumber: digits };
  const read = /\d/.test(text) ? readDay(text, 'behind', 'nb') : undefined;
  if (read?.kind === 'day') return { birthDate: read.day };
  return text.length >= 2 && /\p{L}/u.test(text) ? { name: text } : undefined;
}

/** Finds a person by name, day of birth or number, and puts in who is not there: last, never first. */
export function PersonPicker({ id, label, value, choose, error }: PickerProps) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const [isNew, setNew] = useState(false);
  const known = useKnownName(value);
  const asked = useDeferredValue(typed);
  const search = searchFor(asked);
  const enabled = value === undefined && search !== undefined;
  const {
    data,
    error: failure,
    isPlaceholderData,
  } = useSearch('/v1/person-searches', search ?? { name: '' }, {
    enabled,
    limit: most,
  });
  if (value !== undefined) {
    return <Chosen label={label} name={known.name ?? say('unknown')} change={() => choose(undefined)} />;
  }
  const pick = (subjectId: string, name: string) => {
    known.remember(subjectId, name);
    setTyped('');
    setNew(false);
    choose(subjectId);
  };
  const found = enabled ? (data?.persons ?? []) : [];
  // Not what was found for what was typed before.
  const isCurrent = !isPlaceholderData && asked === typed;
  const onlyOne = isCurrent && found.length === 1 ? found[0] : undefined;
  const bornOn = ({ birthDate, birthYear }: Person) =>
    typeof birthDate === 'string' ? fullDay(birthDate) : String(birthYear ?? '');
  return (
    <div>
      <Textfield
        id={id}
        label={label}
        description={say('hint')}
        value={typed}
        autoComplete="off"
        error={error}
        data-unpicked={typed.trim() !== ''}
        onKeyDown={pickOnEnter(onlyOne && (() => pick(onlyOne.subjectId, nameOf(onlyOne))))}
        onChange={({ target }) => setTyped(target.value)}
      />
      {failure !== null && enabled && <ProblemNotice error={failure} />}
      {enabled && data !== undefined && (
        <p className="small quiet" role="status">
          {data.count > found.length
            ? say('cut', { shown: found.length, count: data.count })
            : found.length === 0
              ? say('none')
              : say('hits', { count: found.length })}
        </p>
      )}
      {enabled && data !== undefined && (
        <ul className="hits">
          {found.map((person) => {
            const name = nameOf(person) || textOf(person.familyName);
            return (
              <li key={person.subjectId}>
                <span>
                  <strong>{name}</strong>{' '}
                  <span className="quiet">
                    {say('born', { day: bornOn(person) })}
                    {person.isDead && `, ${say('dead')}`}
                  </span>
                </span>
                <Button
                  type="button"
                  variant="secondary"
                  onClick={() => pick(person.subjectId, name)}
                  aria-label={say('pickWhom', { name, born: bornOn(person) })}
                >
                  {say('pick')}
                </Button>
              </li>
            );
          })}
          <li>
            <span />
            <Button type="button" variant="tertiary" onClick={() => setNew(true)} aria-expanded={isNew}>
              {say('new')}
            </Button>
          </li>
        </ul>
      )}
      {isNew && <NewPerson typed={typed} done={pick} />}
    </div>
  );
}
