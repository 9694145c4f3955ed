import { Dialog } from '@digdir/designsystemet-react';
import { useEffect, useId, useRef, useState } from 'react';
import { texts } from '../i18n/texts.js';
import { joined } from '../ui/joined.js';
import { nameOf, textOf } from '../ui/opened.js';
import { type Found, useFound } from './found.js';
import './palette.css';

const useText = texts('palette', {
  nb: {
    label: 'Søk og gå til',
    field: 'Navn, saksnummer, eller hvor du vil',
    close: 'Lukk søket',
    hits: 'Treff',
    cases: 'Saker',
    persons: 'Personer',
    pages: 'Gå til',
    none: 'Ingen treff på «{{query}}». Prøv færre bokstaver.',
    keys: 'Pil opp og ned velger, Enter åpner, Esc lukker. Fødselsnummer søker du med i Ny henvendelse; det blir logget.',
    found_one: 'Ett treff',
    found_other: '{{count}} treff',
    bornIn: 'født {{year}}',
  },
  nn: {
    label: 'Søk og gå til',
    field: 'Namn, saksnummer, eller kvar du vil',
    close: 'Lukk søket',
    hits: 'Treff',
    cases: 'Saker',
    persons: 'Personar',
    pages: 'Gå til',
    none: 'Ingen treff på «{{query}}». Prøv færre bokstavar.',
    keys: 'Pil opp og ned vel, Enter opnar, Esc lukkar. Fødselsnummer søkjer du med i Ny førespurnad; det blir logga.',
    found_one: 'Eitt treff',
    found_other: '{{count}} treff',
    bornIn: 'fødd {{year}}',
  },
});

interface Props {
  readonly open: boolean;
  readonly close: () => void;
}

/** One box for everything: people by name, cases by number, and where to go. */
export function Palette({ open, close }: Props) {
  const say = useText();
  return (
    <Dialog
      open={open}
      onClose={close}
      closedby="any"
      closeButton={say('close')}
      className="palette"
      aria-label={say('label')}
    >
      {open && <Search close={close} />}
    </Dialog>
  );
}

function Search({ close }: { readonly close: () => void }) {
  const say = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const { groups, go, isSearching } = useFound(query, close);
  const all = groups.flatMap(({ found }) => found);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => setChosen(0), [query]);
  const move = (by: number) => setChosen((now) => Math.max(0, Math.min(all.length - 1, now + by)));

  function pressed(event: React.KeyboardEvent) {
    const chosenOne = all[chosen];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && chosenOne !== undefined) go(chosenOne);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <label htmlFor={`${id}-field`} className="palette-label">
        {say('field')}
      </label>
      <input
        id={`${id}-field`}
        ref={field}
        className="ds-input"
        role="combobox"
        aria-expanded={all.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={all.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        value={query}
        onChange={({ target }) => setQuery(target.value)}
        onKeyDown={pressed}
      />
      <div id={`${id}-list`} role="listbox" aria-label={say('hits')} className="palette-hits">
        {groups.map(({ name, found }) => (
          <div role="group" aria-label={say(name)} key={name}>
            <p className="palette-group" aria-hidden="true">
              {say(name)}
            </p>
            {found.map((one) => {
              const at = all.indexOf(one);
              return (
                <div
                  key={one.key}
                  id={`${id}-${at}`}
                  role="option"
                  aria-selected={at === chosen}
                  className="palette-row"
                  onMouseEnter={() => setChosen(at)}
                  onClick={() => go(one)}
                >
                  <Hit found={one} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p role="status" className={all.length === 0 ? 'quiet' : 'ds-sr-only'}>
        {!isSearching && (all.length === 0 ? say('none', { query }) : say('found', { count: all.length }))}
      </p>
      <p className="palette-foot">{say('keys')}</p>
    </>
  );
}

/** What it is called, and what tells it from its like. */
function Hit({ found }: { readonly found: Found }) {
  const say = useText();
  if (found.kind === 'page') return <span>{found.title}</span>;
  const { subject } = found;
  const born = typeof subject.birthYear === 'number' ? say('bornIn', { year: subject.birthYear }) : '';
  return (
    <>
      <span>{nameOf(subject) || textOf(found.caseNumber)}</span>
      <span className="quiet">{joined(found.caseNumber, born)}</span>
    </>
  );
}
