import { settingsIn } from '#apps/settings';
import { issuerFrom, type SignInConfig, signInAddress } from './provider-addresses.js';

/** Where persons sign in to what is their own: ID-porten, or another provider that makes sure of an identity number. */
export interface PersonOidcConfig {
  readonly issuer: string;
  readonly algorithms: readonly string[];
  /** The claim of an ID token that holds the identity number. */
  readonly identityClaim: string;
  /** In which of them somebody may be registered. */
  readonly municipalities: readonly string[];
  readonly signIn: SignInConfig;
}

const tenantPattern = /^[0-9a-zA-Z]{1,16}$/;

/** As the environment describes it; nothing without `PERSON_OIDC_ISSUER`. Of use only beside a provider for those who work here. */
export function personOidcFromEnv(env: NodeJS.ProcessEnv): { readonly personOidc?: PersonOidcConfig } {
  const text = settingsIn(env);
  const issuer = text('PERSON_OIDC_ISSUER');
  if (issuer === undefined) return {};
  if (text('OIDC_ISSUER') === undefined) {
    throw new Error('PERSON_OIDC_ISSUER needs OIDC_ISSUER: without one, this is a demonstration');
  }
  const needed = (name: string, what: string) => {
    const value = text(name);
    if (value !== undefined) return value;
    throw new Error(`Beside PERSON_OIDC_ISSUER, ${name} is needed: ${what}`);
  };
  const words = (value: string) => value.split(/[\s,]+/).filter(Boolean);
  const municipalities = words(
    needed('PERSON_OIDC_MUNICIPALITIES', 'the keys of those whose persons sign in'),
  );
  const unfit = municipalities.find((one) => !tenantPattern.test(one));
  if (unfit !== undefined) throw new Error(`PERSON_OIDC_MUNICIPALITIES names "${unfit}", which is no key`);
  const personOidc = {
    issuer: issuerFrom('PERSON_OIDC_ISSUER', issuer),
    algorithms: ['RS256', 'PS256', 'ES256'],
    identityClaim: text('PERSON_OIDC_IDENTITY_CLAIM') ?? 'pid',
    municipalities,
    signIn: {
      clientId: needed('PERSON_OIDC_CLIENT_ID', 'as whom Samspor is known there'),
      clientSecret: needed('PERSON_OIDC_CLIENT_SECRET', 'its secret'),
      scopes: 'openid profile',
      acrValues: words(text('PERSON_OIDC_ACR_VALUES') ?? 'idporten-loa-high'),
      publicUrl: signInAddress(needed('PUBLIC_URL', 'where the provider sends browsers back to')),
    },
  };
  return { personOidc };
}
