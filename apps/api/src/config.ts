import type { Registry } from 'prom-client';
import { readFileSync } from 'node:fs';
import type { DynamicModule } from '@nestjs/common';
import { publicUrlFrom } from '#apps/mail-config';
import { settingsIn } from '#apps/settings';
import { type Letters, lettersIn } from '#correspondence';
import { type Role, workingRoles } from '#personal-data';
import type { PersonOidcConfig } from './person-oidc.js';
import { issuerFrom, type SignInConfig, signInAddress } from './provider-addresses.js';

/** Where tokens come from and how they are read. */
export interface OidcConfig {
  readonly issuer: string;
  readonly audience: string;
  /** Signature algorithms that are accepted; nothing else is, whatever a token says of itself. */
  readonly algorithms: readonly string[];
  readonly rolesClaim: string;
  /** The provider's words for our roles; a word that is not here gives no role. */
  readonly roleMap: Readonly<Record<string, Role>>;
  readonly municipalityClaim: string;
  readonly unitsClaim: string;
  /** Seconds that a token may be given for. */
  readonly longestLife: number;
  /** What we are known by to the provider; then each token is asked about when it is checked. */
  readonly introspection?: { readonly clientId: string; readonly clientSecret: string };
  /** How browsers are signed in there; absent: they are not. */
  readonly signIn?: SignInConfig;
}

export interface ApiConfig {
  readonly oidc?: OidcConfig;
  /** Where persons sign in to what is their own; absent: they do not. */
  readonly personOidc?: PersonOidcConfig;
  /**
   * Without a provider this process issues tokens for demonstration to whoever has this key. Absent: to nobody, as on data that were once
   * served with a provider.
   */
  readonly demoKey?: string;
  /** Where this installation is reached from outside; without it, from this machine. */
  readonly publicUrl?: string;
  /** How long somebody stays signed in with a browser; 30 minutes unused and 12 hours at most when absent. */
  readonly session?: SessionLimits;
  /** What is served beside the API in the same application: the feed, where all runs in one process. */
  readonly beside?: readonly DynamicModule[];
  /** What is told of that at `/metrics`, beside the API's own. */
  readonly figures?: readonly Registry[];
  /** The letters that may be written; those that come with the program when absent. */
  readonly letters?: Letters;
  /** Letters may leave through an outbox; none does when absent. */
  readonly hasLetterOutbox?: boolean;
  /** Takes one line of log; standard output when absent. */
  readonly log?: (line: string) => void;
  /** How many searches for persons a login has in a minute; 60 when absent. */
  readonly searchesPerMinute?: number;
  /** How long a query waits for what `readAfter` names, in milliseconds; 2,000 when absent. */
  readonly readAfterWaitMs?: number;
  /** How long closing waits for requests under way, in milliseconds; 3,000 when absent. */
  readonly closeWithinMs?: number;
}

export interface SessionLimits {
  readonly idleMinutes: number;
  readonly longestMinutes: number;
}
export const usualSession: SessionLimits = { idleMinutes: 30, longestMinutes: 12 * 60 };

export const ApiConfig = Symbol('ApiConfig');

const algorithms = ['RS256', 'PS256', 'ES256'] as const;

/** The provider as the environment describes it; undefined without `OIDC_ISSUER`. */
export function oidcFromEnv(env: NodeJS.ProcessEnv): OidcConfig | undefined {
  const text = (name: string) => env[name]?.trim() || undefined;
  const issuer = text('OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  return {
    issuer: issuerFrom('OIDC_ISSUER', issuer),
    audience: text('OIDC_AUDIENCE') ?? 'samspor',
    algorithms: algorithmsFrom(text('OIDC_ALGORITHMS')),
    rolesClaim: text('OIDC_ROLES_CLAIM') ?? 'roles',
    roleMap: roleMapFrom(text('OIDC_ROLE_MAP')),
    municipalityClaim: text('OIDC_MUNICIPALITY_CLAIM') ?? 'municipality',
    unitsClaim: text('OIDC_UNITS_CLAIM') ?? 'units',
    longestLife: numberFrom(
      'OIDC_LONGEST_TOKEN',
      text('OIDC_LONGEST_TOKEN') ?? '86400',
      'seconds, such as 86400 for a day',
    ),
    ...introspectionFrom(text('OIDC_CLIENT_ID'), text('OIDC_CLIENT_SECRET_FILE')),
    ...signInFrom(env),
  };
}

/** How many searches for persons a login has in a minute, where the environment says so. */
export function searchesFromEnv(env: NodeJS.ProcessEnv): Pick<ApiConfig, 'searchesPerMinute'> {
  const text = env['SEARCHES_PER_MINUTE']?.trim();
  return text ? { searchesPerMinute: numberFrom('SEARCHES_PER_MINUTE', text, 'searches, such as 60') } : {};
}

/** The letters that may be written here, those of the municipality's own folder among them. Fails with everything that is wrong there. */
export function lettersFromEnv(env: NodeJS.ProcessEnv): Required<Pick<ApiConfig, 'letters'>> {
  return { letters: lettersIn(settingsIn(env)('LETTERS_DIR')) };
}

/** How browsers are signed in, where the environment says so. */
export function sessionFromEnv(env: NodeJS.ProcessEnv): Pick<ApiConfig, 'publicUrl' | 'session'> {
  const text = settingsIn(env);
  const publicUrl = text('PUBLIC_URL');
  const minutes = (name: string, usual: number) =>
    numberFrom(name, text(name) ?? String(usual), 'minutes, such as 30');
  return {
    ...(publicUrl !== undefined && { publicUrl: publicUrlFrom(publicUrl) }),
    session: {
      idleMinutes: minutes('SESSION_IDLE_MINUTES', usualSession.idleMinutes),
      longestMinutes: minutes('SESSION_MINUTES', usualSession.longestMinutes),
    },
  };
}

function numberFrom(name: string, text: string, of: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Error(`${name} is "${text}"; it must be a number of ${of}`);
}

function introspectionFrom(
  clientId: string | undefined,
  secretFile: string | undefined,
): Pick<OidcConfig, 'introspection'> {
  if (clientId === undefined && secretFile === undefined) return {};
  if (clientId === undefined || secretFile === undefined) {
    throw new Error('OIDC_CLIENT_ID and OIDC_CLIENT_SECRET_FILE belong together: set both or neither');
  }
  return { introspection: { clientId, clientSecret: readFileSync(secretFile, 'utf8').trim() } };
}

function signInFrom(env: NodeJS.ProcessEnv): Pick<OidcConfig, 'signIn'> {
  const text = settingsIn(env);
  const clientId = text('OIDC_SIGN_IN_CLIENT_ID');
  if (clientId === undefined) return {};
  const [clientSecret, publicUrl] = [text('OIDC_SIGN_IN_CLIENT_SECRET'), text('PUBLIC_URL')];
  if (clientSecret === undefined || publicUrl === undefined) {
    throw new Error(
      'Beside OIDC_SIGN_IN_CLIENT_ID, OIDC_SIGN_IN_CLIENT_SECRET has its secret, and PUBLIC_URL says where the provider sends browsers back to',
    );
  }
  const words = (name: string, usual: string) => (text(name) ?? usual).split(/\s+/).filter(Boolean);
  return {
    signIn: {
      clientId,
      clientSecret,
      scopes: words('OIDC_SCOPES', 'openid profile').join(' '),
      acrValues: words('OIDC_ACR_VALUES', ''),
      publicUrl: signInAddress(publicUrl),
    },
  };
}

function algorithmsFrom(text: string | undefined): readonly string[] {
  if (text === undefined) return algorithms;
  const named = text.split(',').map((name) => name.trim());
  for (const name of named) {
    if (!/^(RS|PS|ES)(256|384|512)$|^EdDSA$/.test(name)) {
      throw new Error(
        `OIDC_ALGORITHMS names "${name}"; only signatures with a public key are accepted, such as RS256`,
      );
    }
  }
  return named;
}

function roleMapFrom(text: string | undefined): Readonly<Record<string, Role>> {
  if (text === undefined) return Object.fromEntries(workingRoles.map((role) => [role, role]));
  let map: unknown;
  try {
    map = JSON.parse(text);
  } catch {
    throw new Error('OIDC_ROLE_MAP must be JSON, such as {"ke-saksbehandler":"CASEWORKER"}');
  }
  if (typeof map !== 'object' || map === null || Array.isArray(map)) {
    throw new Error('OIDC_ROLE_MAP must be a JSON object, such as {"ke-saksbehandler":"CASEWORKER"}');
  }
  for (const [word, role] of Object.entries(map)) {
    if (!(workingRoles as readonly unknown[]).includes(role)) {
      throw new Error(`OIDC_ROLE_MAP gives "${word}" a role that is none of ${workingRoles.join(', ')}`);
    }
  }
  return map as Record<string, Role>;
}
