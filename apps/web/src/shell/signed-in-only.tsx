import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { speakFor } from '../api/client.js';
import { useRead } from '../api/read.js';
import type { Language } from '../i18n/language.js';
import { useSpoken } from '../i18n/spoken.js';
import { labelsIn } from './labels-in.js';
import { sessionKey, type SignedIn, useSession } from '../session/session.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { Waiting } from '../ui/waiting.js';
import { SessionEnded } from './session-ended.js';
import { isServed } from './menu-entries.js';
import { OwnShell } from './own-shell.js';
import { Shell } from './shell.js';

/** Shows its pages to somebody who is signed in; others are led to the way in, and back to the same address afterwards. */
export function SignedInOnly() {
  const queries = useQueryClient();
  const { data: session, error } = useSession();
  const [last, setLast] = useState<SignedIn>();
  const address = useRouterState({ select: ({ location }) => location.href });
  if (session?.signedIn === true && session !== last) {
    // Somebody else, or elsewhere, since another tab changed it: nothing that was read before is theirs.
    if (last !== undefined && whose(session) !== whose(last)) {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    }
    setLast(session);
  }
  const shown = session?.signedIn === true ? session : last;
  if (session === undefined) return error ? <ProblemNotice error={error} /> : <Waiting />;
  if (shown === undefined) return <ToSignIn from={address} />;
  // What is half written stays on the page while one signs in again, unseen; for somebody else it is another page.
  return (
    <>
      <div hidden={!session.signedIn}>
        <Inside key={whose(shown)} session={shown} />
      </div>
      {!session.signedIn && <SessionEnded address={address} />}
    </>
  );
}

const whose = ({ municipality, draftKey }: SignedIn) => `${municipality} ${draftKey}`;

/** Leads to the way in, once: the address changes while it does. */
function ToSignIn({ from }: { readonly from: string }) {
  const navigate = useNavigate();
  const [address] = useState(from);
  useEffect(() => {
    void navigate({ to: '/logg-inn', search: { til: address }, replace: true });
  }, [navigate, address]);
  return <Waiting />;
}

function Inside({ session }: { readonly session: SignedIn }) {
  const { municipality } = session;
  const { refetch } = useSession();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    speakFor(municipality, () => void refetch());
    setReady(true);
  }, [municipality, refetch]);
  const { data: profile, error } = useRead('/v1/profile', {}, { enabled: ready, every: 300_000 });
  const { data: lists, error: noLists } = useRead('/v1/labels', {}, { enabled: ready, every: 300_000 });
  const spoken = useSpoken(profile?.language.toLowerCase() as Language | undefined, profile?.terms);
  const place = useMemo(
    () => profile && lists && { session, profile, labels: labelsIn(lists, profile) },
    [session, profile, lists],
  );
  const failure = error ?? noLists;
  if (place === undefined || !spoken) {
    return failure === null ? <Waiting /> : <ProblemNotice error={failure} />;
  }
  const Frame = isServed(session) ? OwnShell : Shell;
  return (
    <Frame place={place}>
      <Outlet />
    </Frame>
  );
}
