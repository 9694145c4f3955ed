import { createHash, timingSafeEqual } from 'node:crypto';
import { type CryptoKey, generateKeyPair, type JWTPayload, type JWTVerifyGetKey, SignJWT } from 'jose';
import { type Role, viewerRoles } from '#personal-data';
import type { Login, TokenVerifier } from './login.js';
import { CheckedTokens } from './checked-tokens.js';
import { demoIssuedBy, demoNameOf } from './demo-people.js';
import { checkedBy, loginOf, verifiedPayload } from './token-verifier.js';

const about = { issuer: demoIssuedBy, audience: 'samspor', algorithms: ['ES256'], longestLife: 8 * 3600 };
const claims = {
  rolesClaim: 'roles',
  roleMap: Object.fromEntries(viewerRoles.map((role) => [role, role])),
  municipalityClaim: 'municipality',
  unitsClaim: 'units',
};

/** As what somebody plays in a municipality. */
interface DemoPlace {
  readonly role: Role;
  readonly municipality: string;
}
export interface DemoLogin extends DemoPlace {
  readonly sub?: string | undefined;
  readonly unit?: string | undefined;
  readonly others?: readonly DemoPlace[] | undefined;
  /** The registration of the person who looks, with the role SUBJECT. */
  readonly subjectId?: string | undefined;
}

/** Issues and verifies demonstration tokens. Its key lives in this process only: a restart makes every token void. */
export class DemoIssuer implements TokenVerifier {
  readonly #checked = new CheckedTokens(() => this.key);

  private constructor(
    private readonly startKey: string,
    private readonly privateKey: CryptoKey,
    private readonly key: JWTVerifyGetKey,
  ) {}

  /** Issues for whoever has the start key. */
  static async start(startKey: string): Promise<DemoIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    return new DemoIssuer(startKey, privateKey, () => publicKey);
  }

  /** Tells nothing by the time it takes. */
  isStartKey(key: string): boolean {
    const [one, other] = [key, this.startKey].map((text) => createHash('sha256').update(text).digest());
    return one !== undefined && other !== undefined && timingSafeEqual(one, other);
  }

  /** A token for eight hours: for one municipality, or for several with a role in each. */
  issue(login: DemoLogin): Promise<string> {
    return new SignJWT(payloadOf(login))
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuedAt()
      .setExpirationTime('8h')
      .sign(this.privateKey);
  }

  /** The login that such a token would be of. */
  static loginOf(login: DemoLogin): Login {
    return playedIn(payloadOf(login));
  }

  verify(token: string): Promise<Login> {
    return this.#checked.loginOf(token, async () => {
      const payload = await verifiedPayload(token, this.key, about);
      return { ...checkedBy(payload, claims), login: playedIn(payload) };
    });
  }
}

/** What a token of this issuer says; whose own page it opens is said by none of another. */
function playedIn(payload: JWTPayload): Login {
  const login = loginOf(payload, claims);
  const own = payload['own'] as Login['own'];
  return own === undefined ? login : { ...login, own };
}

function payloadOf(login: DemoLogin): JWTPayload {
  const { role, municipality, sub, others = [], subjectId } = login;
  const unit = login.unit ?? (role === 'SUBJECT' ? undefined : 'KE');
  const places = [{ role, municipality }, ...others];
  return {
    iss: about.issuer,
    aud: about.audience,
    sub: sub ?? `demo-${role.toLowerCase()}`,
    name: demoNameOf({ sub, role }),
    roles: places.map((one) => `${one.municipality}:${one.role}`),
    municipality: places.map((one) => one.municipality),
    units: unit === undefined ? [] : [unit],
    ...(subjectId !== undefined && { own: { [municipality]: subjectId } }),
  };
}
