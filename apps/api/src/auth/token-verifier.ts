import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Role } from '#personal-data';
import type { OidcConfig } from '../config.js';
import { Problem } from '../problems/problem.js';
import { codePattern } from '../validation/values.js';
import { isForAccess, lifeOf } from './access-token.js';
import { type Checked, CheckedTokens } from './checked-tokens.js';
import type { Login, Standing, TokenVerifier } from './login.js';
import { discover, type Provider } from './provider.js';

const tenantPattern = /^[0-9a-zA-Z]{1,16}$/;
const isUnit = (word: string) => codePattern.test(word);
const retryAfterMs = 5_000;

/** Verifies tokens of the municipality's OpenID Connect provider; its keys are found by discovery and cached. */
export class OidcVerifier implements TokenVerifier {
  #provider: Provider | undefined;
  #discovering: Promise<Provider> | undefined;
  #failedAt = 0;
  readonly #checked = new CheckedTokens(() => this.#provider?.keysNow());

  constructor(private readonly config: OidcConfig) {}

  verify(token: string): Promise<Login> {
    return this.#checked.loginOf(token, async () => {
      const provider = await this.#discovered();
      const payload = await verifiedPayload(token, provider.keyOf, this.config);
      const isActive = await provider.isActive(token).catch((cause: unknown) => {
        throw unreachable(cause);
      });
      if (!isActive) throw unauthenticated('revoked');
      return checkedBy(payload, this.config);
    });
  }

  async #discovered(): Promise<Provider> {
    if (this.#provider !== undefined) return this.#provider;
    // A provider that is down is not asked again by every request.
    if (Date.now() - this.#failedAt < retryAfterMs) throw unreachable();
    this.#discovering ??= discover(this.config);
    try {
      return (this.#provider = await this.#discovering);
    } catch (cause) {
      this.#failedAt = Date.now();
      throw unreachable(cause);
    } finally {
      this.#discovering = undefined;
    }
  }
}

/** The token's claims, once signature, algorithm, issuer, audience, purpose and times hold. */
export async function verifiedPayload(
  token: string,
  key: JWTVerifyGetKey,
  {
    issuer,
    audience,
    algorithms,
    longestLife,
  }: Pick<OidcConfig, 'issuer' | 'audience' | 'algorithms' | 'longestLife'>,
): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, key, {
      issuer,
      audience,
      algorithms: [...algorithms],
      requiredClaims: ['sub', 'exp'],
      clockTolerance: 5,
    });
    if (!isForAccess(protectedHeader, payload)) throw unauthenticated('other-purpose');
    if (lifeOf(payload, Date.now() / 1_000) > longestLife) throw unauthenticated('too-long');
    return payload;
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof errors.JWKSTimeout) throw unreachable(error);
    // `fetch` failed, or the provider answered with something else than keys.
    if (!(error instanceof errors.JOSEError)) throw unreachable(error);
    if (error.code === 'ERR_JOSE_GENERIC') throw unreachable(error);
    throw unauthenticated(error instanceof errors.JWTExpired ? 'expired' : 'invalid');
  }
}

/** What is remembered of a token that holds. */
export const checkedBy = (payload: JWTPayload, config: Parameters<typeof loginOf>[1]): Checked => ({
  login: loginOf(payload, config),
  expires: payload.exp ?? 0,
});

/** What our claims say, of all municipalities or of one alone. Roles and municipalities that we do not know give nothing. */
export function loginOf(
  payload: JWTPayload,
  config: Pick<OidcConfig, 'rolesClaim' | 'roleMap' | 'municipalityClaim' | 'unitsClaim'>,
): Login {
  const { iss, sub, name } = payload;
  if (iss === undefined || !isSubject(sub)) throw unauthenticated('nobody');
  const [tenantWords, roles, units] = [config.municipalityClaim, config.rolesClaim, config.unitsClaim].map(
    (path) => textsOf(claimAt(payload, path)),
  ) as [string[], string[], string[]];
  const tenants = unique(tenantWords.filter((word) => tenantPattern.test(word)));
  // `1576:ke-leder` holds in 1576 alone. A word that the map has as it stands is that word.
  const saidOf = (tenant: string, words: readonly string[]) =>
    words.flatMap((word) => (word.startsWith(`${tenant}:`) ? [word.slice(tenant.length + 1)] : []));
  const isWhole = (word: string) => roleFor(config.roleMap, word).length > 0;
  const onlyIn = (tenant: string): [string, Standing][] => {
    const of = saidOf(
      tenant,
      roles.filter((word) => !isWhole(word)),
    );
    const here = {
      roles: unique(of.flatMap((word) => roleFor(config.roleMap, word))),
      units: unique(saidOf(tenant, units).filter(isUnit)),
    };
    return here.roles.length + here.units.length === 0 ? [] : [[tenant, here]];
  };
  return {
    issuer: iss,
    subject: sub,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : undefined,
    tenants,
    roles: unique(roles.flatMap((word) => roleFor(config.roleMap, word))),
    units: unique(units.filter(isUnit)),
    only: Object.fromEntries(tenants.flatMap(onlyIn)),
  };
}

/** OpenID Connect Core §2: a text of at most 255 characters. The claim's type is the provider's promise, not a check. */
const isSubject = (sub: unknown): sub is string =>
  typeof sub === 'string' && sub.trim() !== '' && sub.length <= 255;

type Refusal =
  'expired' | 'invalid' | 'nobody' | 'no-provider' | 'start-key' | 'other-purpose' | 'too-long' | 'revoked';

export const unauthenticated = (why: Refusal) =>
  new Problem(`unauthenticated.${why}`, {
    headers: { 'WWW-Authenticate': 'Bearer realm="samspor", error="invalid_token"' },
  });

const unreachable = (cause?: unknown) =>
  new Problem('identity-provider-unavailable', { cause, headers: { 'Retry-After': '5' } });

/** `realm_access.roles` reaches into a claim, unless the provider has a claim of that very name. */
function claimAt(payload: JWTPayload, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path];
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      payload,
    );
}

const textsOf = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((one): one is string => typeof one === 'string');

const roleFor = (map: Readonly<Record<string, Role>>, word: string): Role[] => {
  const role = Object.hasOwn(map, word) ? map[word] : undefined;
  return role === undefined ? [] : [role];
};

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
