import type { JWTPayload, JWTHeaderParameters } from 'jose';

/**
 * Whether this is a token for access at all. Providers sign others with the same key, often for the same audience: an ID token tells a
 * client who logged in (OpenID Connect Core §2), a logout token who left (Back-Channel Logout §2.4).
 */
export function isForAccess({ typ }: Pick<JWTHeaderParameters, 'typ'>, payload: JWTPayload): boolean {
  const kind = (typ ?? 'jwt').toLowerCase().replace('application/', '');
  if (kind !== 'jwt' && kind !== 'at+jwt') return false;
  // Keycloak's own word for what it is.
  const said = payload['typ'];
  const isBearer = typeof said === 'string' && said.toLowerCase() === 'bearer';
  if (said !== undefined && !isBearer) return false;
  if (['events', 'at_hash', 'c_hash', 's_hash'].some((claim) => payload[claim] !== undefined)) return false;
  return payload['nonce'] === undefined || isBearer || kind === 'at+jwt';
}

/** For how many seconds it was given; from now on where it does not say when that was. */
export const lifeOf = ({ exp = 0, iat }: JWTPayload, nowSeconds: number): number =>
  exp - Math.min(iat ?? nowSeconds, nowSeconds);
