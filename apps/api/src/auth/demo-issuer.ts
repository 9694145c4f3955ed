import { createHash, timingSafeEqual } from 'node:crypto';
import { type CryptoKey, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose';
import { type Role, viewerRoles } from '#personal-data';
import type { Login, TokenVerifier } from './login.js';
import { CheckedTokens } from './checked-tokens.js';
import { checkedBy, verifiedPayload } from './token-verifier.js';

const about = { issuer: 'samspor-demo', audience: 'samspor', algorithms: ['ES256'], longestLife: 8 * 3600 };
const claims = {
  rolesClaim: 'roles',
  roleMap: Object.fromEntries(viewerRoles.map((role) => [role, role])),
  municipalityClaim: 'municipality',
  unitsClaim: 'units',
};

/** Invented, and obviously so. */
const names: Readonly<Record<Role, string>> = {
  CASEWORKER: 'Testine Saksbehandler',
  LEADER: 'Testulf Leder',
  COORDINATOR: 'Testa Koordinator',
  AUDITOR: 'Testmund Revisor',
  ADMIN: 'Testfrid Administrator',
  SERVICE_OFFICE: 'Testrid Servicekontor',
  UNIT_LEADER: 'Testleif Enhetsleder',
  BOARD_MEMBER: 'Testgunn Nemndmedlem',
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
  issue({ role, municipality, sub, unit = 'KE', others = [] }: DemoLogin): Promise<string> {
    const places = [{ role, municipality }, ...others];
    const roles = places.map((one) => `${one.municipality}:${one.role}`);
    const municipalities = places.map((one) => one.municipality);
    return new SignJWT({ roles, municipality: municipalities, name: names[role], units: [unit] })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(about.issuer)
      .setAudience(about.audience)
      .setSubject(sub ?? `demo-${role.toLowerCase()}`)
      .setIssuedAt()
      .setExpirationTime('8h')
      .sign(this.privateKey);
  }

  verify(token: string): Promise<Login> {
    return this.#checked.loginOf(token, async () =>
      checkedBy(await verifiedPayload(token, this.key, about), claims),
    );
  }
}
