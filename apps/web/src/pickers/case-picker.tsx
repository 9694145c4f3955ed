import { Button, Textfield } from '@digdir/designsystemet-react';
import { useDeferredValue, useState } from 'react';
import { useRead } from '../api/read.js';
import { texts } from '../i18n/texts.js';
import { nameOf } from '../ui/opened.js';
import { Chosen } from './chosen.js';
import { useKnownName } from './known-names.js';
import type { PickerProps } from './picker.js';
import { pickOnEnter } from './searching.js';
import './picker.css';

const useText = texts('case-picker', {
  nb: {
    hint: 'Saksnummer, for eksempel 2026/14.',
    none: 'Ingen sak har dette nummeret.',
    pick: 'Velg',
    unknown: 'Valgt',
  },
  nn: {
    hint: 'Saksnummer, til dømes 2026/14.',
    none: 'Inga sak har dette nummeret.',
    pick: 'Vel',
    unknown: 'Vald',
  },
});

/** A case, found by its number. */
export function CasePicker({ id, label, value, choose, error }: PickerProps) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const known = useKnownName(value);
  const caseNumber = useDeferredValue(typed.trim());
  const enabled = value === undefined && /^\d{4}\/\d+$/.test(caseNumber);
  const { data, isPlaceholderData } = useRead(
    '/v1/cases',
    { params: { query: { caseNumber, limit: 5 } } },
    { enabled, every: 0 },
  );
  if (value !== undefined) {
    return <Chosen label={label} name={known.name ?? say('unknown')} change={() => choose(undefined)} />;
  }
  const found = enabled ? (data?.cases ?? []) : [];
  // Not what was found for what was typed before.
  const isCurrent = !isPlaceholderData && caseNumber === typed.trim();
  const onlyOne = isCurrent && found.length === 1 ? found[0] : undefined;
  const calledBy = (one: (typeof found)[number]) => `${one.caseNumber ?? ''} ${nameOf(one.subject)}`;
  const pick = (one: (typeof found)[number]) => {
    known.remember(one.caseId, calledBy(one));
    choose(one.caseId);
  };
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
        onKeyDown={pickOnEnter(onlyOne && (() => pick(onlyOne)))}
        onChange={({ target }) => setTyped(target.value)}
      />
      {enabled && data !== undefined && found.length === 0 && (
        <p className="small quiet" role="status">
          {say('none')}
        </p>
      )}
      {found.length > 0 && (
        <ul className="hits">
          {found.map((one) => (
            <li key={one.caseId}>
              <span>{calledBy(one)}</span>
              <Button type="button" variant="secondary" onClick={() => pick(one)}>
                {say('pick')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
