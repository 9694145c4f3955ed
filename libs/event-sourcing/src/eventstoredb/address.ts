/** A server's name and port. */
export interface Host {
  readonly address: string;
  readonly port: number;
}

/** What a connection string says, in the words of the official client. */
export interface Address {
  /** The one name is looked up in DNS, and is that of a whole cluster. */
  readonly discover: boolean;
  readonly hosts: readonly [Host, ...Host[]];
  readonly login?: { readonly username: string; readonly password: string };
  readonly tls: boolean;
  readonly tlsCAFile?: string;
  readonly userCertFile?: string;
  readonly userKeyFile?: string;
  readonly nodePreference?: 'leader' | 'follower' | 'read_only_replica' | 'random';
  readonly connectionName?: string;
  readonly maxDiscoverAttempts?: number;
  readonly discoveryInterval?: number;
  readonly gossipTimeout?: number;
  readonly defaultDeadline?: number;
  readonly keepAliveInterval?: number;
  readonly keepAliveTimeout?: number;
}

/** A connection string that cannot be meant so. The sentence says which part, and what to write instead; never a value, which may be a password. */
export class BadAddress extends Error {
  constructor(wrong: string, instead: string) {
    super(`The address of the event store ${wrong}: ${instead}.`);
    this.name = 'BadAddress';
  }
}

const schemes = /^(?:esdb|kurrentdb|kurrent)(\+discover)?:\/\//;
const encoded = 'write @ as %40, / as %2F, ? as %3F and % as %25 in login, password and values';

/** Reads `esdb://login:password@server:2113?tls=false`, `kurrentdb://…` and `kurrent://…`; fails with `BadAddress`. */
export function addressIn(connectionString: string): Address {
  const text = connectionString.trim();
  const scheme = schemes.exec(text);
  if (scheme === null) {
    throw new BadAddress(
      'begins with none of esdb://, kurrentdb:// and kurrent://',
      'write esdb://server:2113, or esdb+discover://name:2113 for the name of a cluster in DNS',
    );
  }
  const rest = text.slice(scheme[0].length);
  const [authority = ''] = /^[^/?]*/.exec(rest) ?? [];
  const behind = rest.slice(authority.length);
  const parts = authority.split('@');
  if (behind.includes('@') || parts.length > 2) throw new BadAddress('has an @ too many', encoded);
  const query = /^\/*(?:\?(.*))?$/.exec(behind);
  if (query === null) {
    throw new BadAddress('has a path behind its servers', 'leave it out; parameters follow a ?');
  }
  const discover = scheme[1] !== undefined;
  const hosts = hostsIn(parts.at(-1) ?? '');
  if (discover && hosts.length > 1) {
    throw new BadAddress('names several servers to be looked up', 'write one, or take +discover away');
  }
  return consistent({
    discover,
    hosts,
    ...(parts.length === 2 && { login: loginIn(parts[0] ?? '') }),
    tls: true,
    ...parametersIn(query[1] ?? ''),
  });
}

function loginIn(text: string): NonNullable<Address['login']> {
  const at = text.indexOf(':');
  const [username, password] = [text.slice(0, at), text.slice(at + 1)].map((part) => decoded(part));
  if (at < 0 || !password) {
    throw new BadAddress('has a login without a password', 'write login:password@ before the server');
  }
  if (!username) {
    throw new BadAddress('has a password without a login', 'write login:password@ before the server');
  }
  return { username, password };
}

function hostsIn(text: string): Address['hosts'] {
  const [first, ...more] = text.split(',').map(hostIn);
  if (first === undefined) throw noServer();
  return [first, ...more];
}

const noServer = () => new BadAddress('names no server', 'write its name and port, esdb://server:2113');

function hostIn(text: string): Host {
  if (text === '') throw noServer();
  if (text.startsWith('[')) throw new BadAddress('has a server in digits of IPv6', 'write its name');
  const [, address, port = '2113'] = /^([\p{L}\p{N}._-]+)(?::(\d{1,5}))?$/u.exec(text) ?? [];
  if (address === undefined || Number(port) < 1 || Number(port) > 65_535) {
    throw new BadAddress(
      'has a server that is not written as a name and a port from 1 to 65535',
      'write server:2113, and a comma before the next',
    );
  }
  return { address, port: Number(port) };
}

type Parameters = Omit<Address, 'discover' | 'hosts' | 'login'>;
type Reading = (name: string, value: string) => unknown;

const text: Reading = (_, value) => value;
const truth: Reading = (name, value) => {
  if (value === 'true' || value === 'false') return value === 'true';
  throw new BadAddress(
    `has ${name} with another value than true or false`,
    `write ${name}=true or ${name}=false`,
  );
};
/** What the official client takes and nothing can be chosen of. */
const only =
  (fixed: string, why: string): Reading =>
  (name, value) => {
    if (value === fixed) return undefined;
    throw new BadAddress(`has ${name} with another value than ${fixed}`, why);
  };
const wholeFrom =
  (least: number): Reading =>
  (name, value) => {
    if (/^-?\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
    throw new BadAddress(
      `has ${name} with what is no whole number from ${least} up`,
      `write ${name}=10000, in milliseconds`,
    );
  };
const preference: Reading = (name, value) => {
  const found = ['leader', 'follower', 'read_only_replica', 'random'].find(
    (one) => flat(one) === flat(value),
  );
  if (found !== undefined) return found;
  throw new BadAddress(`has ${name} with what is none`, 'write leader, follower, readOnlyReplica or random');
};

const readings: Readonly<Record<string, Reading>> = {
  tls: truth,
  tlsCAFile: text,
  userCertFile: text,
  userKeyFile: text,
  tlsVerifyCert: only('true', 'a certificate is always checked: name the file of its authority in tlsCAFile'),
  nodePreference: preference,
  connectionName: text,
  maxDiscoverAttempts: wholeFrom(1),
  discoveryInterval: wholeFrom(1),
  gossipTimeout: wholeFrom(1),
  defaultDeadline: wholeFrom(1),
  keepAliveInterval: wholeFrom(-1),
  keepAliveTimeout: wholeFrom(-1),
  throwOnAppendFailure: only('true', 'Samspor must be told of a failure: take it away'),
};

/** Names are the same in any case, with dashes and underscores or without, as the official client has it. */
const flat = (name: string) => name.toLowerCase().replace(/[_-]/g, '');
const names: ReadonlyMap<string, string> = new Map(Object.keys(readings).map((name) => [flat(name), name]));

function parametersIn(query: string): Partial<Parameters> {
  const found: Record<string, unknown> = {};
  for (const pair of query.split('&').filter((one) => one !== '')) {
    const at = pair.indexOf('=');
    const given = at < 0 ? pair : pair.slice(0, at);
    const name = names.get(flat(given));
    if (name === undefined) {
      const which = at > 0 && /^[\w-]{1,30}$/.test(given) ? ` ${given}` : '';
      throw new BadAddress(
        `has a parameter${which} that is not known`,
        `known are ${[...names.values()].join(', ')}`,
      );
    }
    const value = at < 0 ? '' : decoded(pair.slice(at + 1)).trim();
    if (value === '') throw new BadAddress(`has ${name} without a value`, `write ${name}=… or leave it out`);
    if (name in found) throw new BadAddress(`has ${name} twice`, 'write it once');
    const read = readings[name]?.(name, value);
    if (read !== undefined) found[name] = read;
  }
  return found;
}

function consistent(address: Address): Address {
  const { tls, tlsCAFile, userCertFile, userKeyFile } = address;
  if (!tls && (tlsCAFile ?? userCertFile ?? userKeyFile) !== undefined) {
    throw new BadAddress('names files for TLS and says tls=false', 'take one of the two away');
  }
  if ((userCertFile === undefined) !== (userKeyFile === undefined)) {
    throw new BadAddress('names one of userCertFile and userKeyFile', 'write both or neither');
  }
  return address;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new BadAddress('has a % that encodes nothing', encoded);
  }
}
