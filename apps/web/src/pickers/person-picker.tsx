import { Button } from '@digdir/designsystemet-react';
import { useSearch } from '../api/read.js';
import { readDay } from '../dates/read-day.js';
import { texts } from '../i18n/texts.js';
import { joined } from '../ui/joined.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { useSettled } from '../ui/settled.js';
import { bornIn, calledBy, useCalled } from './called.js';
import { Chosen } from './chosen.js';
import { type KeptWithForm, newPersonFrom } from './half-typed.js';
import { CompareRegistered } from './compare-registered.js';
import { Hit } from './hit.js';
import { mayBeSame } from './likeness.js';
import { somebody } from './likely-doubles.js';
import { useKnownName } from './known-names.js';
import { NewPerson } from './new-person.js';
import type { PickerProps } from './picker.js';
import { SearchField } from './search-field.js';
import './picker.css';

const useText = texts('person-picker', {
  nb: {
    hint: 'Navn, fødselsdato eller fødselsnummer. Søk på nummer blir logget.',
    hits_one: 'Ett treff.',
    hits_other: '{{count}} treff.',
    cut: 'Viser {{shown}} av {{count}}. Skriv mer av navnet.',
    none: 'Ingen treff. Prøv færre bokstaver.',
    born: 'født {{day}}',
    dead: 'død',
    new: 'Legg inn en ny person',
  },
  nn: {
    hint: 'Namn, fødselsdato eller fødselsnummer. Søk på nummer blir logga.',
    hits_one: 'Eitt treff.',
    hits_other: '{{count}} treff.',
    cut: 'Viser {{shown}} av {{count}}. Skriv meir av namnet.',
    none: 'Ingen treff. Prøv færre bokstavar.',
    born: 'fødd {{day}}',
    dead: 'død',
    new: 'Legg inn ein ny person',
  },
});

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

interface Props extends PickerProps {
  readonly kept: KeptWithForm;
}

/** Finds a person by name, day of birth or number, and puts in who is not there: last, never first. */
export function PersonPicker({ id, label, value, choose, error, kept }: Props) {
  const say = useText();
  const { half = { typed: '' }, setHalf } = kept;
  const { typed, person } = half;
  const setTyped = (text: string) => setHalf({ ...half, typed: text });
  const called = useCalled();
  const known = useKnownName(value);
  const asked = useSettled(typed);
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
    return <Chosen label={label} name={known.name} change={() => choose(undefined)} />;
  }
  const pick = (subjectId: string, name: string) => {
    known.remember(subjectId, name);
    setHalf(undefined);
    choose(subjectId);
  };
  const found = enabled ? (data?.persons ?? []) : [];
  // Not what was found for what was typed before.
  const isCurrent = !isPlaceholderData && asked === typed;
  const onlyOne = isCurrent && found.length === 1 ? found[0] : undefined;
  return (
    <div>
      <SearchField
        {...{ id, label, error, typed, setTyped }}
        hint={say('hint')}
        pickOnly={onlyOne && (() => pick(onlyOne.subjectId, calledBy(onlyOne)))}
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
          {found.map((one, at) => {
            const twin = found.slice(0, at).find((before) => mayBeSame(somebody(before), somebody(one)));
            const [name, born] = [calledBy(one), bornIn(one)];
            const facts = joined(say('born', { day: born }), one.isDead && say('dead'));
            return (
              <Hit
                key={one.subjectId}
                name={name}
                facts={facts}
                what={called(one)}
                pick={() => pick(one.subjectId, name)}
              >
                {twin && (
                  <CompareRegistered
                    one={one}
                    other={twin}
                    pick={(chosen) => pick(chosen.subjectId, calledBy(chosen))}
                  />
                )}
              </Hit>
            );
          })}
          <li>
            <span />
            <Button
              type="button"
              variant="tertiary"
              onClick={() => setHalf({ typed, person: newPersonFrom(typed) })}
              aria-expanded={person !== undefined}
            >
              {say('new')}
            </Button>
          </li>
        </ul>
      )}
      {person !== undefined && (
        <NewPerson fields={person} set={(next) => setHalf({ typed, person: next })} kept={kept} done={pick} />
      )}
    </div>
  );
}
