import { Button, Textfield } from '@digdir/designsystemet-react';
import { useDeferredValue, useState } from 'react';
import { useSearch } from '../api/read.js';
import { useLabel } from '../i18n/labels.js';
import { texts } from '../i18n/texts.js';
import { textOf } from '../ui/opened.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { Chosen } from './chosen.js';
import { NewParty } from './new-party.js';
import type { PickerProps } from './picker.js';
import { pickOnEnter } from './searching.js';
import { useKnownName } from './known-names.js';
import './picker.css';

const useText = texts('party-picker', {
  nb: {
    hint: 'Skriv to bokstaver eller flere av navnet.',
    hits_one: 'Ett treff på «{{query}}».',
    hits_other: '{{count}} treff på «{{query}}».',
    none: 'Ingen treff på «{{query}}».',
    pick: 'Velg',
    pickWhom: 'Velg {{name}}',
    new: 'Legg inn «{{query}}» som ny',
    unknown: 'Valgt',
  },
  nn: {
    hint: 'Skriv to bokstavar eller fleire av namnet.',
    hits_one: 'Eitt treff på «{{query}}».',
    hits_other: '{{count}} treff på «{{query}}».',
    none: 'Ingen treff på «{{query}}».',
    pick: 'Vel',
    pickWhom: 'Vel {{name}}',
    new: 'Legg inn «{{query}}» som ny',
    unknown: 'Vald',
  },
});

const enoughLetters = 2;

/** Finds somebody of the staff, a relative or a body by name; who is not there can be put in. */
export function PartyPicker({ id, label, value, choose, error }: PickerProps) {
  const say = useText();
  const codeLabel = useLabel();
  const [typed, setTyped] = useState('');
  const [isNew, setNew] = useState(false);
  const names = useKnownName(value);
  const query = useDeferredValue(typed.trim());
  const enabled = value === undefined && query.length >= enoughLetters;
  const {
    data,
    error: failure,
    isPlaceholderData,
  } = useSearch('/v1/party-searches', { name: query }, { enabled });
  if (value !== undefined) {
    return <Chosen label={label} name={names.name ?? say('unknown')} change={() => choose(undefined)} />;
  }
  const pick = (partyId: string, name: string) => {
    names.remember(partyId, name);
    setTyped('');
    setNew(false);
    choose(partyId);
  };
  const found = enabled ? (data?.parties ?? []) : [];
  // Not what was found for what was typed before.
  const isCurrent = !isPlaceholderData && query === typed.trim();
  const onlyOne = isCurrent && found.length === 1 ? found[0] : undefined;
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
        onKeyDown={pickOnEnter(onlyOne && (() => pick(onlyOne.partyId, textOf(onlyOne.name))))}
        onChange={({ target }) => setTyped(target.value)}
      />
      {failure !== null && enabled && <ProblemNotice error={failure} />}
      {enabled && data !== undefined && (
        <>
          <p className="small quiet" role="status">
            {found.length === 0 ? say('none', { query }) : say('hits', { count: found.length, query })}
          </p>
          <ul className="hits">
            {found.map((party) => {
              const name = textOf(party.name);
              return (
                <li key={party.partyId}>
                  <span>
                    <strong>{name}</strong>{' '}
                    <span className="quiet">
                      {party.unit !== null
                        ? codeLabel('unit', party.unit)
                        : party.kind !== null && codeLabel('partyKind', party.kind)}
                    </span>
                  </span>
                  <Button
                    type="button"
                    variant="secondary"
                    onClick={() => pick(party.partyId, name)}
                    aria-label={say('pickWhom', { name })}
                  >
                    {say('pick')}
                  </Button>
                </li>
              );
            })}
            <li>
              <span />
              <Button type="button" variant="tertiary" onClick={() => setNew(true)}>
                {say('new', { query })}
              </Button>
            </li>
          </ul>
          {isNew && <NewParty name={query} done={pick} />}
        </>
      )}
    </div>
  );
}
