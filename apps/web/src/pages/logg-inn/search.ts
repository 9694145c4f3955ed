import { getRouteApi } from '@tanstack/react-router';

/** What the way in may be told by its address. */
export interface SignInSearch {
  /** Where to go afterwards; of this house only. */
  readonly til?: string;
  /** Somebody who is signed in for trying out wants to be somebody else. */
  readonly bytt?: boolean;
  /** Why the provider's way in led back here. */
  readonly feil?: string;
}

/** As the program tells them. */
const failures = [
  'NO_PROVIDER',
  'PROVIDER_UNAVAILABLE',
  'INTERRUPTED',
  'DECLINED',
  'INVALID',
  'LEVEL_TOO_LOW',
  'NO_ACCESS',
  'NOT_REGISTERED',
] as const;
export const isFailure = (code: string): code is (typeof failures)[number] =>
  (failures as readonly string[]).includes(code);

const isLocal = (path: unknown): path is string => typeof path === 'string' && /^\/(?![/\\])/.test(path);

export const signInSearch = ({ til, bytt, feil }: Record<string, unknown>): SignInSearch => ({
  ...(isLocal(til) && { til }),
  ...(bytt === true && { bytt }),
  ...(typeof feil === 'string' && { feil }),
});

export const signInRoute = getRouteApi('/logg-inn');
