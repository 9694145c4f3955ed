import { createRemoteJWKSet, jwksCache, type JWKSCacheInput, type JWTVerifyGetKey } from 'jose';
import type { OidcConfig } from '../config.js';
import { isStillActive } from './introspection.js';

/** A municipality's OpenID Connect provider, as its discovery document describes it. */
export interface Provider {
  readonly keyOf: JWTVerifyGetKey;
  /** Another object after each fetching of keys; undefined when they are due to be fetched again. */
  keysNow(): object | undefined;
  /** Whether the provider still counts a token; always, where we are not known to it. Rejects when it does not say. */
  isActive(token: string): Promise<boolean>;
}

/** OpenID Connect Discovery 1.0. Rejects what names another issuer, and what would be asked in the clear by a provider with TLS. */
export async function discover({ issuer, introspection }: OidcConfig): Promise<Provider> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
  if (!answer.ok) throw new Error(`The provider answered ${answer.status} to discovery`);
  const document = (await answer.json()) as Readonly<Record<string, unknown>>;
  if (document['issuer'] !== issuer) throw new Error('The provider names another issuer than OIDC_ISSUER');
  const fetched: JWKSCacheInput = {};
  const keyOf = createRemoteJWKSet(addressIn(document, 'jwks_uri', issuer), {
    timeoutDuration: 5_000,
    cacheMaxAge: 600_000,
    cooldownDuration: 10_000,
    [jwksCache]: fetched,
  });
  const keysNow = () => (keyOf.fresh ? fetched.jwks : undefined);
  if (introspection === undefined) return { keyOf, keysNow, isActive: async () => true };
  const endpoint = addressIn(document, 'introspection_endpoint', issuer);
  return { keyOf, keysNow, isActive: (token) => isStillActive(token, endpoint, introspection) };
}

function addressIn(document: Readonly<Record<string, unknown>>, name: string, issuer: string): URL {
  const text = document[name];
  if (typeof text !== 'string' || !URL.canParse(text)) throw new Error(`The provider names no ${name}`);
  const address = new URL(text);
  if (new URL(issuer).protocol === 'https:' && address.protocol !== 'https:') {
    throw new Error(`The provider's ${name} is without TLS`);
  }
  return address;
}
