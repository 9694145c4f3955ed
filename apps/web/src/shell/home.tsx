import { Navigate } from '@tanstack/react-router';
import { homeOf } from './menu-entries.js';
import { usePlace } from './place.js';

/** Leads to where the work of one's role begins. */
export function Home() {
  const { session } = usePlace();
  return <Navigate to={homeOf(session.roles)} replace />;
}
