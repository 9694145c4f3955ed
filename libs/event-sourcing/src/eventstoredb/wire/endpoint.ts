import type { SecureClientSessionOptions } from 'node:http2';
import type { Address } from '../address.js';
import { tlsFiles } from '../tls-files.js';

/** Where a node of the event store answers, and as whom we ask. */
export interface Endpoint {
  /** `host:port` */
  readonly address: string;
  readonly tls: Pick<SecureClientSessionOptions, 'ca' | 'cert' | 'key'> | undefined;
  readonly authorization: string | undefined;
  /** Milliseconds between two pings of a connection, and how long the answer may take; negative: none. */
  readonly keepAlive: { readonly interval: number; readonly timeout: number };
  /** Of a cluster, the node that leads is to answer: no other was asked for. */
  readonly prefersLeader: boolean;
}

/** The node at `host:port`, with what a connection string says besides. */
export function endpointAt(node: string, address: Address): Endpoint {
  const { login, keepAliveInterval = 10_000, keepAliveTimeout = 10_000, nodePreference = 'leader' } = address;
  return {
    address: node,
    tls: address.tls ? tlsFiles(address) : undefined,
    authorization: address.tls ? login && basic(login) : plainAuthorization(address),
    keepAlive: { interval: keepAliveInterval, timeout: keepAliveTimeout },
    prefersLeader: nodePreference === 'leader',
  };
}

/** What a login is sent as without TLS: over the loopback interface alone, where nobody listens; undefined elsewhere. */
export function plainAuthorization({ tls, hosts, login }: Address): string | undefined {
  const isLoopback = hosts.every(({ address }) => /^(127(\.\d+){3}|localhost)$/.test(address));
  return !tls && isLoopback && login ? basic(login) : undefined;
}

const basic = ({ username, password }: { readonly username: string; readonly password: string }) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
