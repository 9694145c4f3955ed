import type { Role } from '#personal-data';

/** What a verified token says: who logged in, as what, for which municipalities. */
export interface Login {
  readonly issuer: string;
  readonly subject: string;
  /** The person's name as the provider has it; sealed before it is kept. */
  readonly name: string | undefined;
  readonly roles: readonly Role[];
  readonly tenants: readonly string[];
  readonly units: readonly string[];
}

/** Turns a bearer token into a login, or fails with the problem `unauthenticated`. */
export interface TokenVerifier {
  verify(token: string): Promise<Login>;
}
export const TokenVerifier = Symbol('TokenVerifier');
