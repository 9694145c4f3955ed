import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { oidcFromEnv } from '../config.js';
import { Problem } from '../problems/problem.js';
import { loginOf, OidcVerifier } from './token-verifier.js';

const claims = { rolesClaim: 'roles', roleMap: {}, municipalityClaim: 'municipality', unitsClaim: 'units' };
const of = (sub: unknown) => loginOf({ iss: 'https://provider.example', sub: sub as string }, claims);

describe('the sub of a token', () => {
  it.each(['testine', 'Ø', 'a'.repeat(255)])('may be %s', (sub) => expect(of(sub).subject).toBe(sub));

  it.each([undefined, null, '', ' ', 0, true, [], ['testine'], { a: 1 }, 'a'.repeat(256)])(
    'may not be %j',
    (sub) => expect(() => of(sub)).toThrow(Problem),
  );
});

describe('a token that was checked', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is refused when its key is the provider’s no more', async () => {
    const [first, second] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
    const jwkOf = async (kid: string, { publicKey }: typeof first) => ({
      ...(await exportJWK(publicKey)),
      kid,
    });
    let keys = [await jwkOf('first', first)];
    const asked: (string | undefined)[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url);
      response.end(
        JSON.stringify(url === '/keys' ? { keys } : { issuer: address(), jwks_uri: `${address()}/keys` }),
      );
    });
    const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const config = oidcFromEnv({ OIDC_ISSUER: address() });
      if (config === undefined) throw new Error('there is an issuer');
      const verifier = new OidcVerifier(config);
      const token = await new SignJWT({ municipality: '1576' })
        .setProtectedHeader({ alg: 'ES256', kid: 'first' })
        .setIssuer(address())
        .setAudience('samspor')
        .setSubject('testine')
        .setExpirationTime('8h')
        .sign(first.privateKey);
      expect(await verifier.verify(token)).toMatchObject({ subject: 'testine' });
      expect(await verifier.verify(token)).toMatchObject({ subject: 'testine' });

      keys = [await jwkOf('second', second)];
      // The provider's keys are fetched again after ten minutes, whoever comes.
      const now = Date.now();
      jest.spyOn(Date, 'now').mockReturnValue(now + 601_000);
      await expect(verifier.verify(token)).rejects.toMatchObject({ type: 'unauthenticated' });
      expect(asked.filter((url) => url === '/keys')).toHaveLength(2);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
