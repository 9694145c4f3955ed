import { publicUrlFrom } from '#apps/mail-config';

/** How browsers are signed in at a provider. */
export interface SignInConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  /** Of these levels one is asked for, and none other taken; any where there are none. */
  readonly acrValues: readonly string[];
  /** To which the provider sends browsers back. */
  readonly publicUrl: string;
}

const isThisMachine = (hostname: string) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** The address of a provider, whose keys are fetched over TLS. */
export function issuerFrom(name: string, issuer: string): string {
  if (!URL.canParse(issuer)) {
    throw new Error(`${name} must be the address of a provider, such as https://login.example`);
  }
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !isThisMachine(hostname)) {
    throw new Error(`${name} must be an https address: keys fetched in the clear could be anyone’s`);
  }
  return issuer;
}

/** To which a provider sends browsers back. */
export function signInAddress(publicUrl: string): string {
  const address = publicUrlFrom(publicUrl);
  const { protocol, hostname, pathname } = new URL(address);
  if ((protocol !== 'https:' && !isThisMachine(hostname)) || pathname !== '/') {
    throw new Error('PUBLIC_URL must be an https address without a path where browsers sign in');
  }
  return address;
}
