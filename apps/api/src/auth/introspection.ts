import type { OidcConfig } from '../config.js';

/** Asks the provider whether a token still counts (RFC 7662). Rejects when the provider does not say. */
export async function isStillActive(
  token: string,
  endpoint: URL,
  { clientId, clientSecret }: NonNullable<OidcConfig['introspection']>,
): Promise<boolean> {
  const login = [clientId, clientSecret].map(encodeURIComponent).join(':');
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(login).toString('base64')}`, accept: 'application/json' },
    body: new URLSearchParams({ token, token_type_hint: 'access_token' }),
    signal: AbortSignal.timeout(5_000),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`The provider answered ${answer.status} to introspection`);
  return ((await answer.json()) as { active?: unknown }).active === true;
}
