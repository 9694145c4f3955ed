import { useState } from 'react';
import { useRead } from '../api/read.js';
import { texts } from '../i18n/texts.js';
import { nameOf } from '../ui/opened.js';
import { useSettled } from '../ui/settled.js';
import { Chosen } from './chosen.js';
import { Hit } from './hit.js';
import { useKnownName } from './known-names.js';
import type { PickerProps } from './picker.js';
import { SearchField } from './search-field.js';
import './picker.css';

const useText = texts('case-picker', {
  nb: {
    hint: 'Saksnummer, for eksempel 2026/14.',
    none: 'Ingen sak har dette nummeret.',
  },
  nn: {
    hint: 'Saksnummer, til dømes 2026/14.',
    none: 'Inga sak har dette nummeret.',
  },
});

/** A case, found by its number. */
export function CasePicker({ id, label, value, choose, error }: PickerProps) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const known = useKnownName(value);
  const caseNumber = useSettled(typed.trim());
  const enabled = value === undefined && /^\d{4}\/\d+$/.test(caseNumber);
  const { data, isPlaceholderData } = useRead(
    '/v1/cases',
    { params: { query: { caseNumber, limit: 5 } } },
    { enabled, every: 0 },
  );
  if (value !== undefined) {
    return <Chosen label={label} name={known.name} change={() => choose(undefined)} />;
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
      <SearchField
        {...{ id, label, error, typed, setTyped }}
        hint={say('hint')}
        pickOnly={onlyOne && (() => pick(onlyOne))}
      />
      {enabled && data !== undefined && found.length === 0 && (
        <p className="small quiet" role="status">
          {say('none')}
        </p>
      )}
      {found.length > 0 && (
        <ul className="hits">
          {found.map((one) => (
            <Hit
              key={one.caseId}
              name={one.caseNumber ?? ''}
              facts={nameOf(one.subject)}
              what={calledBy(one)}
              pick={() => pick(one)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
