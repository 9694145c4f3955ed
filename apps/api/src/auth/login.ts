import type { Role } from '#personal-data';

/** What a verified token says: who logged in, as what, for which municipalities. */
export interface Login {
  readonly issuer: string;
  readonly subject: string;
  /** The person's name as the provider has it; sealed before it is kept. */
  readonly name: string | undefined;
  readonly tenants: readonly string[];
  /** In each of these. */
  readonly roles: readonly Role[];
  readonly units: readonly string[];
  /** What is said of one municipality alone, by its key. */
  readonly only: Readonly<Record<string, Standing>>;
  /** Of somebody whom a unit serves: which registration is their own, by municipality. Who somebody is was asked when they signed in, and no number is kept. */
  readonly own?: Readonly<Record<string, string>>;
}

/** As what somebody works in a municipality, and in which units. */
export interface Standing {
  readonly roles: readonly Role[];
  readonly units: readonly string[];
}

/** What of a login holds in one of its municipalities; what is said of this one alone comes first. */
export function standingIn({ roles, units, only }: Login, tenant: string): Standing {
  const here = Object.hasOwn(only, tenant) ? only[tenant] : undefined;
  return {
    roles: [...new Set([...(here?.roles ?? []), ...roles])],
    units: [...new Set([...(here?.units ?? []), ...units])],
  };
}

/** Turns a bearer token into a login, or fails with the problem `unauthenticated`. */
export interface TokenVerifier {
  verify(token: string): Promise<Login>;
}
export const TokenVerifier = Symbol('TokenVerifier');
