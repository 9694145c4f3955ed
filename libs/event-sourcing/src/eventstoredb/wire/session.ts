import { type ClientHttp2Session, connect } from 'node:http2';
import type { Endpoint } from './endpoint.js';

/** A connection of our own, over which the server may send so many bytes ahead of what was read. One that fell silent ends with an error. */
export function openSession({ address, tls, keepAlive }: Endpoint, window: number): ClientHttp2Session {
  const session = connect(`${tls ? 'https' : 'http'}://${address}`, {
    settings: { initialWindowSize: window, enablePush: false },
    ...tls,
  });
  // Told to its calls, where it has any.
  session.on('error', () => undefined);
  session.on('connect', () => {
    if (!session.destroyed) session.setLocalWindowSize(window);
  });
  session.on('close', pinging(session, keepAlive));
  return session;
}

/** Silence is noticed by a ping that has no answer. */
function pinging(session: ClientHttp2Session, { interval, timeout }: Endpoint['keepAlive']): () => void {
  if (interval < 0) return () => undefined;
  const timer = setInterval(() => {
    if (session.destroyed || session.connecting) return;
    const late = setTimeout(
      () => session.destroy(new Error(`The event store did not answer a ping within ${timeout} ms.`)),
      timeout < 0 ? 2 ** 31 - 1 : timeout,
    );
    session.ping(() => clearTimeout(late));
  }, interval);
  return () => clearInterval(timer);
}

/** A connection that outlives its calls, for those that come often and bring little. Made anew when it has ended, or for another node. */
export class KeptSession {
  private kept: { readonly address: string; readonly session: ClientHttp2Session } | undefined;

  to(endpoint: Endpoint, window: number): ClientHttp2Session {
    const { address } = endpoint;
    if (this.kept?.address === address && !this.kept.session.closed && !this.kept.session.destroyed) {
      return this.kept.session;
    }
    this.close();
    this.kept = { address, session: openSession(endpoint, window) };
    return this.kept.session;
  }

  /** Ends when the calls under way have. */
  close(): void {
    this.kept?.session.close();
    this.kept = undefined;
  }
}
