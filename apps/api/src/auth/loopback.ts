import type { FastifyRequest } from 'fastify';

const forwarding = /^(forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip)$/;

/**
 * True for a request that comes straight from a program on this machine: no proxy in between, and no page of another
 * site (a rebound host name shows in Host, a foreign page in Origin).
 */
export function isDirectLoopback({ raw, headers }: Pick<FastifyRequest, 'raw' | 'headers'>): boolean {
  const { host = '', origin } = headers;
  return (
    isLoopback(raw.socket.remoteAddress ?? '') &&
    /^(localhost|127\.0\.0\.1)(:\d{1,5})?$/i.test(host) &&
    !Object.keys(headers).some((name) => forwarding.test(name)) &&
    (origin === undefined || origin === `http://${host}`)
  );
}

const isLoopback = (address: string) => /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(address);
