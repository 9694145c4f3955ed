import { createHash, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const client = { id: 'samspor-web', secret: 'a secret: of a test' };

interface Granted {
  readonly challenge: string;
  readonly redirectUri: string;
  readonly claims: JWTPayload;
  readonly signing: { readonly key: CryptoKey; readonly alg: string; readonly kid: string };
}

export interface Letting {
  readonly claims?: JWTPayload;
  /** By which key and algorithm its ID token is signed; the published one unless told. */
  readonly signedBy?: 'own' | 'other' | 'own-rs512';
}

/** A provider on loopback where whoever is asked for comes in at once, with the claims that a test gives them. */
export class SignInProvider {
  /** What it was asked for, with each browser that was sent there. */
  readonly asked: URLSearchParams[] = [];
  /** Codes that were turned into tokens. */
  readonly taken: string[] = [];
  readonly #granted = new Map<string, Granted>();

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
    private readonly keys: Readonly<Record<NonNullable<Letting['signedBy']>, Granted['signing']>>,
  ) {}

  static async start(): Promise<SignInProvider> {
    const [own, other, rs512] = await Promise.all(
      ['RS256', 'RS256', 'RS512'].map((alg) => generateKeyPair(alg)),
    );
    if (!own || !other || !rs512) throw new Error('There are no keys');
    const jwks = {
      keys: [
        { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig', alg: 'RS256' },
        { ...(await exportJWK(rs512.publicKey)), kid: 'rs512', use: 'sig', alg: 'RS512' },
      ],
    };
    let provider: SignInProvider | undefined;
    const server = createServer((request, response) => {
      const issuer = provider?.issuer ?? '';
      const pages: Readonly<Record<string, unknown>> = {
        '/.well-known/openid-configuration': {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          end_session_endpoint: `${issuer}/end`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          id_token_signing_alg_values_supported: ['RS256', 'RS512'],
        },
        '/keys': jwks,
      };
      const answer = async () =>
        request.url === '/token'
          ? await provider?.tokens(request.headers.authorization, await text(request))
          : pages[request.url ?? ''];
      void answer().then((body) => {
        response.statusCode = body === undefined ? 400 : 200;
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify(body ?? { error: 'invalid_grant' }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    provider = new SignInProvider(issuer, server, {
      own: { key: own.privateKey, alg: 'RS256', kid: 'own' },
      other: { key: other.privateKey, alg: 'RS256', kid: 'own' },
      'own-rs512': { key: rs512.privateKey, alg: 'RS512', kid: 'rs512' },
    });
    return provider;
  }

  /** Lets in the browser that was sent to this address, and answers with the path and query that it is sent back to. */
  letIn(address: string, { claims = {}, signedBy = 'own' }: Letting = {}): string {
    const asked = this.#isAsked(address);
    const code = randomUUID();
    this.#granted.set(code, {
      challenge: asked.get('code_challenge') ?? '',
      redirectUri: asked.get('redirect_uri') ?? '',
      claims: { nonce: asked.get('nonce') ?? '', ...claims },
      signing: this.keys[signedBy],
    });
    return this.#back(asked, { code });
  }

  /** Turns it away. */
  decline(address: string, error: string): string {
    return this.#back(this.#isAsked(address), { error });
  }

  #isAsked(address: string): URLSearchParams {
    const { origin, pathname, searchParams } = new URL(address);
    if (`${origin}${pathname}` !== `${this.issuer}/authorize`) throw new Error(`Sent to ${address}`);
    this.asked.push(searchParams);
    return searchParams;
  }

  #back(asked: URLSearchParams, said: Readonly<Record<string, string>>): string {
    const back = new URL(asked.get('redirect_uri') ?? '');
    for (const [name, value] of Object.entries({ ...said, state: asked.get('state') ?? '' })) {
      back.searchParams.set(name, value);
    }
    return `${back.pathname}${back.search}`;
  }

  private async tokens(authorization: string | undefined, body: string): Promise<object | undefined> {
    const form = new URLSearchParams(body);
    const code = form.get('code') ?? '';
    const granted = this.#granted.get(code);
    this.#granted.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isOurs = loginIn(authorization).join() === [client.id, client.secret].join();
    if (!granted || !isOurs || challenge !== granted.challenge) return undefined;
    if (form.get('redirect_uri') !== granted.redirectUri) return undefined;
    this.taken.push(code);
    const { key, alg, kid } = granted.signing;
    const idToken = await new SignJWT({
      iss: this.issuer,
      aud: client.id,
      sub: 'testine',
      name: 'Testine Saksbehandler',
      roles: ['CASEWORKER'],
      municipality: ['1576'],
      ...granted.claims,
    })
      .setProtectedHeader({ alg, kid })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(key);
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: idToken };
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** Each part is encoded as in a form (RFC 6749 §2.3.1). */
const loginIn = (authorization = '') =>
  Buffer.from(authorization.replace('Basic ', ''), 'base64')
    .toString()
    .split(':')
    .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
