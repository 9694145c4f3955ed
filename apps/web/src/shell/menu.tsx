import { Link } from '@tanstack/react-router';
import { useRead } from '../api/read.js';
import { texts } from '../i18n/texts.js';
import { entriesFor } from './menu-entries.js';
import { useMenuTitles } from './menu-titles.js';
import { useHasRole, usePlace } from './place.js';

const useText = texts('menu', {
  nb: { label: 'Hovedmeny', waits: 'venter' },
  nn: { label: 'Hovudmeny', waits: 'ventar' },
});

/** The unit's week. A number stands only where something waits. */
export function Menu() {
  const say = useText();
  const titles = useMenuTitles();
  const { session } = usePlace();
  const counts = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR', 'UNIT_LEADER');
  const { data } = useRead('/v1/tasks/counts', {}, { enabled: counts });
  const waiting = data?.total.mine ?? 0;
  return (
    <nav className="menu" aria-label={say('label')}>
      <ul>
        {entriesFor(session.roles).map(({ to, key }) => (
          <li key={to}>
            <Link to={to} activeProps={{ 'aria-current': 'page' }}>
              <span>{titles(key)}</span>
              {key === 'myDay' && waiting > 0 && (
                <span className="menu-count">
                  {waiting}
                  <span className="ds-sr-only"> {say('waits')}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
