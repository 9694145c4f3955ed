import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { texts } from '../../i18n/texts.js';
import { useSession } from '../../session/session.js';
import { PracticeBand } from '../../shell/practice-band.js';
import '../../shell/shell.css';
import './page.css';

const useText = texts('open-frame', {
  nb: { staff: 'For deg som arbeider i kommunen:', signIn: 'logg inn i Samspor' },
  nn: { staff: 'For deg som arbeider i kommunen:', signIn: 'logg inn i Samspor' },
});

/** What is around a page for everybody: in a demonstration its mark, and for staff the way in. */
export function OpenFrame({ children }: { readonly children: ReactNode }) {
  const say = useText();
  const { data: session } = useSession();
  return (
    <>
      {session?.by === 'DEMONSTRATION' && <PracticeBand mayChange={false} />}
      <main id="content" className="open-page">
        {children}
        <p className="small quiet air no-print">
          {say('staff')} <Link to="/logg-inn">{say('signIn')}</Link>
        </p>
      </main>
    </>
  );
}
