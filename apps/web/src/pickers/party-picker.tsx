import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useSearch } from '../api/read.js';
import { useLabel } from '../i18n/labels.js';
import { texts } from '../i18n/texts.js';
import { textOf } from '../ui/opened.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { useSettled } from '../ui/settled.js';
import { Chosen } from './chosen.js';
import { Hit } from './hit.js';
import { NewParty } from './new-party.js';
import type { PickerProps } from './picker.js';
import { SearchField } from './search-field.js';
import { useKnownName } from './known-names.js';
import './picker.css';

const useText = texts('party-picker', {
  nb: {
    hint: 'Skriv to bokstaver eller flere av navnet.',
    hits_one: 'Ett treff på «{{query}}».',
    hits_other: '{{count}} treff på «{{query}}».',
    none: 'Ingen treff på «{{query}}».',
    new: 'Legg inn «{{query}}» som ny',
  },
  nn: {
    hint: 'Skriv to bokstavar eller fleire av namnet.',
    hits_one: 'Eitt treff på «{{query}}».',
    hits_other: '{{count}} treff på «{{query}}».',
    none: 'Ingen treff på «{{query}}».',
    new: 'Legg inn «{{query}}» som ny',
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
  const query = useSettled(typed.trim());
  const enabled = value === undefined && query.length >= enoughLetters;
  const {
    data,
    error: failure,
    isPlaceholderData,
  } = useSearch('/v1/party-searches', { name: query }, { enabled });
  if (value !== undefined) {
    return <Chosen label={label} name={names.name} change={() => choose(undefined)} />;
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
      <SearchField
        {...{ id, label, error, typed, setTyped }}
        hint={say('hint')}
        pickOnly={onlyOne && (() => pick(onlyOne.partyId, textOf(onlyOne.name)))}
      />
      {failure !== null && enabled && <ProblemNotice error={failure} />}
      {enabled && data !== undefined && (
        <>
          <p className="small quiet" role="status">
            {found.length === 0 ? say('none', { query }) : say('hits', { count: found.length, query })}
          </p>
          <ul className="hits">
            {found.map(({ partyId, name: sealed, unit, kind }) => {
              const name = textOf(sealed);
              const facts = unit === null ? kind && codeLabel('partyKind', kind) : codeLabel('unit', unit);
              return (
                <Hit key={partyId} name={name} facts={facts} what={name} pick={() => pick(partyId, name)} />
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
