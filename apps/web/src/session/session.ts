import { useQuery, useQueryClient } from '@tanstack/react-query';
import { speakFor } from '../api/client.js';
import { request } from '../api/request.js';

export type Role =
  | 'CASEWORKER'
  | 'LEADER'
  | 'COORDINATOR'
  | 'AUDITOR'
  | 'ADMIN'
  | 'SERVICE_OFFICE'
  | 'UNIT_LEADER'
  | 'BOARD_MEMBER'
  | 'SUBJECT'
  | 'OPERATOR';

/** How one signs in here: with the municipality's provider, by trying out, or not at all. */
export type Way = 'PROVIDER' | 'DEMONSTRATION' | 'NONE';

export interface SignedOut {
  readonly signedIn: false;
  readonly by: Way;
  /** The start key was shown, and nobody has been chosen yet. */
  readonly mayChoose: boolean;
  /** Persons sign in to what is their own, at a provider of theirs. */
  readonly persons: boolean;
}

export interface SignedIn {
  readonly signedIn: true;
  readonly by: Way;
  readonly name: string | null;
  readonly municipality: string;
  readonly municipalities: readonly {
    readonly municipality: string;
    readonly roles: readonly Role[];
    readonly units: readonly string[];
  }[];
  readonly roles: readonly Role[];
  readonly units: readonly string[];
  readonly idleEndsAt: string;
  readonly endsAt: string;
  /** Letters may go out through the outbox of this installation. */
  readonly letterOutbox: boolean;
  /** What the browser keeps of half-written forms is encrypted under it. */
  readonly draftKey: string;
}

export type Session = SignedOut | SignedIn;

const read = async <T>(address: string): Promise<T> => (await (await request(address)).json()) as T;

export const sessionKey = ['session'] as const;

/** Who is signed in; asked again when a page is looked at anew, so that a stale tab notices. */
export const useSession = () =>
  useQuery({
    queryKey: sessionKey,
    queryFn: () => read<Session>('/session'),
    staleTime: 60_000,
    refetchOnWindowFocus: 'always',
  });

/** Somebody else, or nobody, sits here now: nothing that was read before is shown to them. */
export function useStartAnew() {
  const queries = useQueryClient();
  return () => {
    speakFor(undefined, () => undefined);
    queries.clear();
  };
}

export interface Demonstration {
  readonly municipalities: readonly {
    readonly municipality: string;
    readonly name: string;
    readonly languageForm: 'nb' | 'nn';
  }[];
  readonly people: readonly {
    readonly sub: string;
    readonly name: string;
    readonly role: Role;
    readonly unit: string | null;
    readonly title: { readonly nb: string; readonly nn: string };
  }[];
}

export const demonstration = () => read<Demonstration>('/session/demonstration');
export const showStartKey = (key: string) =>
  request('/session/demonstration', { method: 'POST', body: { key } });
export const choosePlace = (place: { readonly municipality: string; readonly sub?: string }) =>
  request('/session/place', { method: 'POST', body: place });

/** Signs out here, and says where the provider does. */
export async function signOut(): Promise<{ readonly goTo: string | null }> {
  const response = await request('/session', { method: 'DELETE' });
  return (await response.json()) as { readonly goTo: string | null };
}
