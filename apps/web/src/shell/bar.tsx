import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useLabel } from '../i18n/labels.js';
import { texts } from '../i18n/texts.js';
import { textOf } from '../ui/opened.js';
import { homeOf } from './menu-entries.js';
import { useHasRole, usePlace } from './place.js';

const useText = texts('bar', {
  nb: {
    menu: 'Meny',
    search: 'Søk på navn eller saksnummer',
    newEnquiry: 'Ny henvendelse',
    help: 'Hjelp',
    helpLabel: 'Hjelp og snarveier',
    account: 'Din bruker',
    municipality: '{{name}} kommune',
  },
  nn: {
    menu: 'Meny',
    search: 'Søk på namn eller saksnummer',
    newEnquiry: 'Ny førespurnad',
    help: 'Hjelp',
    helpLabel: 'Hjelp og snarvegar',
    account: 'Din brukar',
    municipality: '{{name}} kommune',
  },
});

interface Props {
  readonly open: (what: 'palette' | 'help') => void;
  readonly menuOpen: boolean;
  readonly setMenuOpen: (open: boolean) => void;
}

/** What one may need whatever one is doing. */
export function Bar({ open, menuOpen, setMenuOpen }: Props) {
  const say = useText();
  const label = useLabel();
  const { session, profile } = usePlace();
  const registers = useHasRole('CASEWORKER', 'LEADER', 'SERVICE_OFFICE');
  const searches = useHasRole('CASEWORKER', 'LEADER', 'AUDITOR', 'COORDINATOR', 'SERVICE_OFFICE');
  return (
    <div className="bar">
      <button
        type="button"
        className="menu-button"
        aria-expanded={menuOpen}
        aria-controls="menu"
        onClick={() => setMenuOpen(!menuOpen)}
      >
        {say('menu')}
      </button>
      <Link className="brand" to={homeOf(session.roles)}>
        <svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">
          <path
            d="M1 3.5h7c5 0 6 6.5 11 6.5h8M1 16.5h7c5 0 6-6.5 11-6.5"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.6"
            strokeLinecap="round"
          />
        </svg>
        <span>Samspor</span>
      </Link>
      <span className="municipality">{say('municipality', { name: textOf(profile.name) })}</span>
      {searches && (
        <button type="button" className="search-button" onClick={() => open('palette')}>
          <span>{say('search')}</span>
          <kbd aria-hidden="true">Ctrl K</kbd>
        </button>
      )}
      {registers && (
        <Button asChild className="new-button">
          <Link to="/ny-henvendelse">{say('newEnquiry')}</Link>
        </Button>
      )}
      <Link to="/min-bruker" className="account">
        <span className="account-name">
          <span className="ds-sr-only">{say('account')}: </span>
          {session.name}
        </span>
        <span className="account-role">
          {session.roles.map((role) => label('actorRole', role)).join(', ')}
        </span>
      </Link>
      <Button
        variant="tertiary"
        className="help-button"
        onClick={() => open('help')}
        aria-label={say('helpLabel')}
      >
        {say('help')} <kbd aria-hidden="true">?</kbd>
      </Button>
    </div>
  );
}
