import { decodeProtectedHeader } from 'jose';
import type { Configuration } from 'openid-client';
import type { ApiParts } from '../api-parts.js';
import { type Login, standingIn } from '../auth/login.js';
import { ownRegistrations } from '../auth/own-registrations.js';
import { loginOf } from '../auth/token-verifier.js';
import type { OidcConfig } from '../config.js';
import type { SignInConfig } from '../provider-addresses.js';
import type { PersonOidcConfig } from '../person-oidc.js';
import type { SignedIn } from './browser-sessions.js';

/** Why nobody was signed in, as the page is told. */
export type SignInFaultCode =
  | 'NO_PROVIDER'
  | 'PROVIDER_UNAVAILABLE'
  /** It took too long, was begun in another browser, or a page of another site began it. */
  | 'INTERRUPTED'
  /** The provider let nobody in. */
  | 'DECLINED'
  /** What the provider says is not what it may say. */
  | 'INVALID'
  | 'LEVEL_TOO_LOW'
  /** Without a role in any municipality. */
  | 'NO_ACCESS'
  /** A person of whom no municipality here has a registration. */
  | 'NOT_REGISTERED';

export class SignInFault extends Error {
  constructor(
    readonly code: SignInFaultCode,
    options?: ErrorOptions,
  ) {
    super(`Nobody was signed in: ${code}`, options);
    this.name = 'SignInFault';
  }
}

/** What has to be known when the provider sends a browser back. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page to which it leads. */
  readonly to: string;
  readonly until: number;
}

const longestMs = 600_000;
const retryAfterMs = 5_000;

/** Signing in at the municipality’s provider: OpenID Connect’s code flow, with PKCE, state and nonce. */
export class SignIn {
  #discovering: Promise<Configuration> | undefined;
  #failedAt = 0;

  /** `door`: absent without a provider, or without a client of our own there. */
  constructor(private readonly door: Door | undefined) {}

  get isConfigured(): boolean {
    return this.door !== undefined;
  }

  /** Where to send the browser, and what to keep meanwhile. */
  async begin(to: string): Promise<{ readonly goTo: string; readonly pending: Pending }> {
    const { signIn, callback } = this.#needed();
    const provider = await this.#provider();
    const oidc = await import('openid-client');
    const [state, nonce, verifier] = [
      oidc.randomState(),
      oidc.randomNonce(),
      oidc.randomPKCECodeVerifier(),
    ] as const;
    const asked = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: new URL(callback, signIn.publicUrl).href,
      scope: signIn.scopes,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(signIn.acrValues.length > 0 && { acr_values: signIn.acrValues.join(' ') }),
    });
    return { goTo: asked.href, pending: { state, nonce, verifier, to, until: Date.now() + longestMs } };
  }

  /** Who came back to this address. Rejects with `SignInFault`. */
  async finish(
    address: string,
    pending: Pending | undefined,
  ): Promise<{ readonly as: SignedIn; readonly idToken: string }> {
    const { algorithms, signIn, loginOf: loginIn } = this.#needed();
    const returned = new URL(address, signIn.publicUrl);
    if (pending === undefined || Date.now() >= pending.until) throw new SignInFault('INTERRUPTED');
    if (returned.searchParams.get('state') !== pending.state) throw new SignInFault('INTERRUPTED');
    const { claims, idToken } = await this.#granted(returned, pending);
    const { alg = '' } = decodeProtectedHeader(idToken);
    if (!algorithms.includes(alg)) throw new SignInFault('INVALID');
    if (!isOfLevel(claims['acr'], signIn)) throw new SignInFault('LEVEL_TOO_LOW');
    return { as: placedIn(await loginIn(claims)), idToken };
  }

  /** Where the provider ends its own session; undefined where it does not say. */
  async endUrl(idToken: string): Promise<string | undefined> {
    const { signIn } = this.#needed();
    const provider = await this.#provider();
    if (provider.serverMetadata().end_session_endpoint === undefined) return undefined;
    const { buildEndSessionUrl } = await import('openid-client');
    const back = new URL('/logg-inn', signIn.publicUrl).href;
    return buildEndSessionUrl(provider, { id_token_hint: idToken, post_logout_redirect_uri: back }).href;
  }

  async #granted(returned: URL, { state, nonce, verifier }: Pending) {
    const provider = await this.#provider();
    const oidc = await import('openid-client');
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, returned, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const [claims, idToken] = [tokens.claims(), tokens.id_token];
      if (claims === undefined || idToken === undefined) throw new SignInFault('INVALID');
      return { claims, idToken };
    } catch (cause) {
      if (cause instanceof SignInFault) throw cause;
      if (cause instanceof oidc.AuthorizationResponseError) {
        const isLevel = cause.error === 'unmet_authentication_requirements';
        throw new SignInFault(isLevel ? 'LEVEL_TOO_LOW' : 'DECLINED', { cause });
      }
      const isAway = cause instanceof TypeError || (cause as { code?: unknown }).code === 'OAUTH_TIMEOUT';
      throw new SignInFault(isAway ? 'PROVIDER_UNAVAILABLE' : 'INVALID', { cause });
    }
  }

  /** As its discovery document describes it. One that is down is not asked again by everybody. */
  async #provider(): Promise<Configuration> {
    if (this.#discovering === undefined && Date.now() - this.#failedAt < retryAfterMs) {
      throw new SignInFault('PROVIDER_UNAVAILABLE');
    }
    this.#discovering ??= discovered(this.#needed());
    try {
      return await this.#discovering;
    } catch (cause) {
      this.#discovering = undefined;
      this.#failedAt = Date.now();
      throw new SignInFault('PROVIDER_UNAVAILABLE', { cause });
    }
  }

  #needed(): Door {
    if (this.door === undefined) throw new SignInFault('NO_PROVIDER');
    return this.door;
  }
}

/** Where persons sign in to what is their own. */
export class PersonSignIn extends SignIn {}

type Claims = Parameters<typeof loginOf>[0];

/** A provider, where it sends browsers back to, and how whoever it lets in is known here. */
interface Door extends Pick<OidcConfig, 'issuer' | 'algorithms'> {
  readonly signIn: SignInConfig;
  readonly callback: string;
  readonly loginOf: (claims: Claims) => Login | Promise<Login>;
}

/** For whoever works here: roles, municipalities and units are what the provider says. */
export const doorOfStaff = (config: OidcConfig | undefined): Door | undefined =>
  config?.signIn && {
    ...config,
    signIn: config.signIn,
    callback: '/sign-in/callback',
    loginOf: (claims) => loginIn(claims, config),
  };

/** For a person: the identity number that the provider has made sure of leads to the registrations that are theirs, and is kept nowhere. */
export const doorOfPersons = (
  config: PersonOidcConfig | undefined,
  parts: Pick<ApiParts, 'runner' | 'vault'>,
): Door | undefined =>
  config && {
    ...config,
    callback: '/sign-in/person/callback',
    loginOf: async ({ iss, sub, [config.identityClaim]: number }) => {
      if (iss === undefined || sub === undefined) throw new SignInFault('INVALID');
      if (typeof number !== 'string' || !/^\d{11}$/.test(number)) throw new SignInFault('INVALID');
      const own = await ownRegistrations(parts, config.municipalities, number);
      if (Object.keys(own).length === 0) throw new SignInFault('NOT_REGISTERED');
      const tenants = Object.keys(own);
      return {
        issuer: iss,
        subject: sub,
        name: undefined,
        tenants,
        roles: ['SUBJECT'],
        units: [],
        only: {},
        own,
      };
    },
  };

const isOfLevel = (acr: unknown, { acrValues }: SignInConfig) =>
  acrValues.length === 0 || acrValues.some((level) => level === acr);

async function discovered({ issuer, signIn: { clientId, clientSecret } }: Door) {
  const oidc = await import('openid-client');
  const server = new URL(issuer);
  return oidc.discovery(server, clientId, {}, oidc.ClientSecretBasic(clientSecret), {
    timeout: 5,
    execute: [
      // The signature of an ID token is checked also where it comes from the provider itself.
      oidc.enableNonRepudiationChecks,
      ...(server.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
    ],
  });
}

function loginIn(claims: Claims, config: OidcConfig): Login {
  try {
    return loginOf(claims, config);
  } catch (cause) {
    throw new SignInFault('INVALID', { cause });
  }
}

/** In the first municipality in which the login has a role. */
function placedIn(login: Login): SignedIn {
  const municipality = login.tenants.find((tenant) => standingIn(login, tenant).roles.length > 0);
  if (municipality === undefined) throw new SignInFault('NO_ACCESS');
  return { login, municipality };
}
