import { oidcFromEnv, searchesFromEnv, sessionFromEnv } from './config.js';

const issuer = 'https://oidc.example';

describe('the provider in the environment', () => {
  it('is absent without an issuer', () => expect(oidcFromEnv({ OIDC_AUDIENCE: 'samspor' })).toBeUndefined());

  it('has our own words for roles, claims and algorithms unless told', () => {
    expect(oidcFromEnv({ OIDC_ISSUER: issuer })).toEqual({
      issuer,
      audience: 'samspor',
      algorithms: ['RS256', 'PS256', 'ES256'],
      rolesClaim: 'roles',
      roleMap: {
        CASEWORKER: 'CASEWORKER',
        LEADER: 'LEADER',
        COORDINATOR: 'COORDINATOR',
        AUDITOR: 'AUDITOR',
        ADMIN: 'ADMIN',
        SERVICE_OFFICE: 'SERVICE_OFFICE',
        UNIT_LEADER: 'UNIT_LEADER',
        BOARD_MEMBER: 'BOARD_MEMBER',
      },
      municipalityClaim: 'municipality',
      unitsClaim: 'units',
      longestLife: 86_400,
    });
  });

  it.each([
    [{ OIDC_ISSUER: 'http://oidc.example' }, 'https'],
    [{ OIDC_ISSUER: issuer, OIDC_ALGORITHMS: 'RS256,HS256' }, 'HS256'],
    [{ OIDC_ISSUER: issuer, OIDC_ALGORITHMS: 'none' }, 'none'],
    [{ OIDC_ISSUER: issuer, OIDC_ROLE_MAP: '{' }, 'JSON'],
    [{ OIDC_ISSUER: issuer, OIDC_ROLE_MAP: '["CASEWORKER"]' }, 'JSON object'],
    [{ OIDC_ISSUER: issuer, OIDC_ROLE_MAP: '{"boss":"BOSS"}' }, 'boss'],
    [{ OIDC_ISSUER: issuer, OIDC_LONGEST_TOKEN: '0' }, 'OIDC_LONGEST_TOKEN'],
    [{ OIDC_ISSUER: issuer, OIDC_LONGEST_TOKEN: '8h' }, 'number of seconds'],
    [{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'samspor' }, 'belong together'],
    [{ OIDC_ISSUER: issuer, OIDC_CLIENT_SECRET_FILE: '/secret' }, 'belong together'],
  ])('%j is refused, saying what is wrong', (env, said) => expect(() => oidcFromEnv(env)).toThrow(said));
});

describe('the searches of a login in a minute', () => {
  it('are the usual unless told', () => expect(searchesFromEnv({ SEARCHES_PER_MINUTE: ' ' })).toEqual({}));

  it('are as many as told', () =>
    expect(searchesFromEnv({ SEARCHES_PER_MINUTE: '600' })).toEqual({ searchesPerMinute: 600 }));

  it.each(['0', '-1', 'many', '1.5'])('are not %s', (text) =>
    expect(() => searchesFromEnv({ SEARCHES_PER_MINUTE: text })).toThrow('a number of searches'),
  );
});

describe('how browsers sign in', () => {
  const known = {
    OIDC_ISSUER: issuer,
    OIDC_SIGN_IN_CLIENT_ID: 'samspor-web',
    OIDC_SIGN_IN_CLIENT_SECRET: 'secret',
    PUBLIC_URL: 'https://samspor.example',
  };

  it('is not at a provider that knows no client of ours', () =>
    expect(oidcFromEnv({ OIDC_ISSUER: issuer, OIDC_ACR_VALUES: 'high' })).not.toHaveProperty('signIn'));

  it('is by what is told, with levels where there are some', () => {
    const signIn = {
      clientId: 'samspor-web',
      clientSecret: 'secret',
      scopes: 'openid profile',
      acrValues: [],
      publicUrl: 'https://samspor.example/',
    };
    expect(oidcFromEnv(known)).toMatchObject({ signIn });
    expect(
      oidcFromEnv({ ...known, OIDC_ACR_VALUES: 'high  substantial', OIDC_SCOPES: 'openid ke' }),
    ).toMatchObject({
      signIn: { ...signIn, acrValues: ['high', 'substantial'], scopes: 'openid ke' },
    });
  });

  it.each([
    [{ OIDC_SIGN_IN_CLIENT_SECRET: '' }, 'has its secret'],
    [{ PUBLIC_URL: '' }, 'sends browsers back to'],
    [{ PUBLIC_URL: 'http://samspor.example' }, 'https'],
    [{ PUBLIC_URL: 'https://samspor.example/ke' }, 'without a path'],
  ])('is refused with %j, saying what is wrong', (env, said) =>
    expect(() => oidcFromEnv({ ...known, ...env })).toThrow(said),
  );

  it('ends after half an hour and twelve hours unless told', () => {
    expect(sessionFromEnv({})).toEqual({ session: { idleMinutes: 30, longestMinutes: 720 } });
    expect(
      sessionFromEnv({
        SESSION_IDLE_MINUTES: '10',
        SESSION_MINUTES: '60',
        PUBLIC_URL: 'https://samspor.example',
      }),
    ).toEqual({
      session: { idleMinutes: 10, longestMinutes: 60 },
      publicUrl: 'https://samspor.example/',
    });
  });

  it.each(['0', '-5', '1.5', '30m'])('does not end after %s minutes', (text) =>
    expect(() => sessionFromEnv({ SESSION_IDLE_MINUTES: text })).toThrow('a number of minutes'),
  );
});
