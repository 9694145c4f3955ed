import { readFileSync } from 'node:fs';
import type { SecureClientSessionOptions } from 'node:http2';
import { resolve } from 'node:path';
import { parseConnectionString } from '@eventstore/db-client/dist/Client/parseConnectionString.js';

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

/** The node at this address, with what a connection string `esdb://…` says besides, read as the official client reads it. */
export function endpointAt(address: string, connectionString: string): Endpoint {
  const given = parseConnectionString(connectionString);
  const { defaultCredentials, keepAliveInterval = 10_000, keepAliveTimeout = 10_000 } = given;
  const prefersLeader = (given.nodePreference ?? 'leader') === 'leader';
  const keepAlive = { interval: keepAliveInterval, timeout: keepAliveTimeout };
  if (given.tls === false) {
    const authorization = plainAuthorization(connectionString);
    return { address, tls: undefined, authorization, keepAlive, prefersLeader };
  }
  const file = (path: string | undefined) => (path === undefined ? undefined : readFileSync(resolve(path)));
  const [ca, cert, key] = [given.tlsCAFile, given.userCertFile, given.userKeyFile].map(file);
  return {
    address,
    tls: { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) },
    authorization: defaultCredentials && basic(defaultCredentials),
    keepAlive,
    prefersLeader,
  };
}

/** What a login is sent as without TLS: over the loopback interface alone, where nobody listens; undefined elsewhere. */
export function plainAuthorization(connectionString: string): string | undefined {
  const { tls, hosts, defaultCredentials } = parseConnectionString(connectionString);
  const isLoopback = hosts.every(({ address }) => /^(127(\.\d+){3}|localhost|\[?::1\]?)$/.test(address));
  return tls === false && isLoopback && defaultCredentials ? basic(defaultCredentials) : undefined;
}

const basic = ({ username, password }: { readonly username: string; readonly password: string }) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
