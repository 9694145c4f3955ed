import { jwtVerify, SignJWT } from 'jose';

/** Who follows, as a token says. */
export interface Machine {
  readonly tenant: string;
  readonly subscriptionId: string;
}

const issuer = 'urn:samspor:feed';
const audience = 'samspor-feed';
/** A token is fetched anew after these: what a secret opens is asked again. */
export const tokenSeconds = 600;

/** Short-lived tokens of subscribers, good in every process of the feed. Whether the subscription holds is asked with each request. */
export class Tokens {
  constructor(private readonly key: Uint8Array) {}

  issue({ tenant, subscriptionId }: Machine): Promise<string> {
    return new SignJWT({ tenant })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(subscriptionId)
      .setIssuedAt()
      .setExpirationTime(`${tokenSeconds}s`)
      .sign(this.key);
  }

  /** Undefined for what is no token of ours, or has run out. */
  async read(token: string): Promise<Machine | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        issuer,
        audience,
        algorithms: ['HS256'],
        requiredClaims: ['sub', 'exp'],
      });
      const { tenant, sub } = payload;
      return typeof tenant === 'string' && sub !== undefined ? { tenant, subscriptionId: sub } : undefined;
    } catch {
      return undefined;
    }
  }
}
