import { createContext, useContext } from 'react';
import type { Read } from '../api/read.js';
import type { Labels } from './labels-in.js';
import type { Role, SignedIn } from '../session/session.js';

/** Who looks at the pages, for which municipality, and what it says of itself. */
export interface Place {
  readonly session: SignedIn;
  readonly profile: Read<'/v1/profile'>;
  readonly labels: Labels;
}

export const PlaceContext = createContext<Place | undefined>(undefined);

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === undefined) throw new Error('Only pages for somebody who is signed in have a place');
  return place;
}

/** Whether one of these is among the roles of whoever looks. What a role may do is decided by the API; pages only leave out what would be refused. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const { session } = usePlace();
  return session.roles.some((role) => roles.includes(role));
}
