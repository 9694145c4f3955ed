import { Switch } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { texts } from '../i18n/texts.js';
import { Window } from '../ui/window.js';
import { singleKeysOff, turnSingleKeys } from './keys.js';
import './help-sheet.css';

const useText = texts('help-sheet', {
  nb: {
    title: 'Hjelp og snarveier',
    everywhere: 'Overalt',
    lists: 'I lister',
    forms: 'I skjemaer',
    search: 'Søk og gå til',
    create: 'Ny henvendelse',
    help: 'Denne hjelpen',
    move: 'Neste eller forrige rad',
    open: 'Åpne raden',
    due: 'Hvorfor fristen er den dagen',
    record: 'Registrer',
    undo: 'Angre det som nettopp ble registrert',
    close: 'Lukk',
    date: 'Datoer skriver du slik du vil: 2.11, 0211, 2. nov., i dag, i går, +3 eller +4u.',
    single: 'Bruk enkeltbokstaver som snarveier',
  },
  nn: {
    title: 'Hjelp og snarvegar',
    everywhere: 'Overalt',
    lists: 'I lister',
    forms: 'I skjema',
    search: 'Søk og gå til',
    create: 'Ny førespurnad',
    help: 'Denne hjelpa',
    move: 'Neste eller førre rad',
    open: 'Opne rada',
    due: 'Kvifor fristen er den dagen',
    record: 'Registrer',
    undo: 'Angre det som nettopp blei registrert',
    close: 'Lukk',
    date: 'Datoar skriv du slik du vil: 2.11, 0211, 2. nov., i dag, i går, +3 eller +4u.',
    single: 'Bruk enkeltbokstavar som snarvegar',
  },
});

const keys = {
  everywhere: [
    ['search', ['Ctrl', 'K']],
    ['create', ['N']],
    ['help', ['?']],
  ],
  lists: [
    ['move', ['J', 'K']],
    ['open', ['Enter']],
    ['due', ['F']],
  ],
  forms: [
    ['record', ['Ctrl', 'Enter']],
    ['undo', ['Z']],
    ['close', ['Esc']],
  ],
} as const;
const places = ['everywhere', 'lists', 'forms'] as const;

/** The keys, by where they work. */
export function HelpSheet({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const say = useText();
  const [on, setOn] = useState(!singleKeysOff());
  return (
    <Window open={open} close={close} title={say('title')} className="help-sheet">
      <div className="help-grid">
        {places.map((place) => (
          <section key={place}>
            <h3>{say(place)}</h3>
            <dl>
              {keys[place].map(([what, pressed]) => (
                <div key={what}>
                  <dt>{say(what)}</dt>
                  <dd>
                    {pressed.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="small">{say('date')}</p>
      <Switch
        className="air-small"
        label={say('single')}
        checked={on}
        onChange={({ target }) => {
          turnSingleKeys(target.checked);
          setOn(target.checked);
        }}
      />
    </Window>
  );
}
