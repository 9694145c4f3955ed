import type { FastifyRequest } from 'fastify';

const forwarding =
  /^(forwarded|via|x-(forwarded|original|envoy|real|proxyuser|azure|arr)(-.*)?|.*client-ip|cf-connecting-.*|cdn-loop)$/;

/**
 * True for a request that comes straight from a program on this machine: no proxy in between, and no page of another
 * site (a rebound host name shows in Host, a foreign page in Origin).
 */
export function isDirectLoopback({ raw, headers }: Pick<FastifyRequest, 'raw' | 'headers'>): boolean {
  const { host = '', origin, 'sec-fetch-site': site } = headers;
  return (
    isLoopback(raw.socket.remoteAddress ?? '') &&
    // An address with a host in it wins over Host (RFC 9112 §3.2.2): such a request was meant for a proxy.
    raw.url?.startsWith('/') === true &&
    /^(localhost|127\.0\.0\.1)(:\d{1,5})?$/i.test(host) &&
    !Object.keys(headers).some((name) => forwarding.test(name)) &&
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
}

const isLoopback = (address: string) => /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(address);
