import { personOidcFromEnv } from './person-oidc.js';

const env = {
  OIDC_ISSUER: 'https://login.example',
  PERSON_OIDC_ISSUER: 'https://idporten.example',
  PERSON_OIDC_CLIENT_ID: 'samspor',
  PERSON_OIDC_CLIENT_SECRET: 'secret',
  PERSON_OIDC_MUNICIPALITIES: '1576, 1577',
  PUBLIC_URL: 'https://samspor.example',
};

describe('the provider for persons in the environment', () => {
  it('is absent without an issuer', () => expect(personOidcFromEnv({ OIDC_ISSUER: 'x' })).toEqual({}));

  it('is ID-porten’s way unless told: its claim, and its highest level', () =>
    expect(personOidcFromEnv(env).personOidc).toEqual({
      issuer: 'https://idporten.example',
      algorithms: ['RS256', 'PS256', 'ES256'],
      identityClaim: 'pid',
      municipalities: ['1576', '1577'],
      signIn: {
        clientId: 'samspor',
        clientSecret: 'secret',
        scopes: 'openid profile',
        acrValues: ['idporten-loa-high'],
        publicUrl: 'https://samspor.example/',
      },
    }));

  it.each([
    [{ OIDC_ISSUER: '' }, 'needs OIDC_ISSUER'],
    [{ PERSON_OIDC_ISSUER: 'http://idporten.example' }, 'https'],
    [{ PERSON_OIDC_CLIENT_ID: '' }, 'PERSON_OIDC_CLIENT_ID is needed'],
    [{ PERSON_OIDC_CLIENT_SECRET: '' }, 'PERSON_OIDC_CLIENT_SECRET is needed'],
    [{ PERSON_OIDC_MUNICIPALITIES: '' }, 'PERSON_OIDC_MUNICIPALITIES is needed'],
    [{ PERSON_OIDC_MUNICIPALITIES: 'Aure/Tustna' }, 'no key'],
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL is needed'],
    [{ PUBLIC_URL: 'http://samspor.example' }, 'https'],
  ])('%j is refused, saying what is wrong', (changed, said) =>
    expect(() => personOidcFromEnv({ ...env, ...changed })).toThrow(said),
  );
});
