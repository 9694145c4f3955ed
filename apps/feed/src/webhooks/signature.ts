import { createHmac } from 'node:crypto';

export interface Signing {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly body: string;
}

/** The headers of a message by Standard Webhooks: one signature for each secret that holds, so that a receiver that knows one of them believes it. */
export function signedHeaders(
  secrets: readonly Uint8Array[],
  { id, at, body }: Signing,
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000));
  const signatures = secrets.map((secret) => {
    const mac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
    return `v1,${mac}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
