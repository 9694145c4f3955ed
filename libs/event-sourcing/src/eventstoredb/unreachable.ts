import { connect } from 'node:tls';
import type { Address, Host } from './address.js';
import { tlsFiles } from './tls-files.js';

const patienceMs = 1_000;

/**
 * Why the server at an address is not reached, in words that name the part of the address to change. Where the libraries' own texts tell of
 * a discovery that failed, or of a connection that ended, and not why, a server that never answered yet is tried once more, for a second
 * at most.
 */
export async function whyUnreachable(
  error: unknown,
  address: Address,
  hasAnswered: boolean,
): Promise<string> {
  const said = saidBy(error);
  return told(said, address) ?? (hasAnswered ? said : await tried(said, address));
}

/** Errors of several attempts have no message, only a code. */
function saidBy(error: unknown): string {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const said = [code, message].filter((one) => typeof one === 'string' && one !== '');
  return said.length === 0 ? 'for an unknown reason' : said.join(': ');
}

async function tried(said: string, address: Address): Promise<string> {
  const [host] = address.hosts;
  const failure = await handshake(host, address);
  if (failure === 'spoken' && !address.tls) {
    return `${named(host)} speaks TLS: take tls=false out of the address`;
  }
  if (failure === 'spoken' || failure === undefined) return said;
  return address.tls || isBeforeTls(failure) ? (told(failure, address) ?? said) : said;
}

const isBeforeTls = (failure: string) => /ENOTFOUND|ECONNREFUSED/.test(failure);

/** What comes of beginning to speak TLS; undefined when nothing does in time. */
function handshake({ address, port }: Host, { tls, ...files }: Address): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({
      host: address,
      port,
      ALPNProtocols: ['h2'],
      // Without TLS in the address only whether it is spoken counts.
      ...(tls ? tlsFiles(files) : { rejectUnauthorized: false }),
    });
    const end = (outcome: string | undefined) => {
      socket.destroy();
      resolve(outcome);
    };
    socket.setTimeout(patienceMs, () => end(undefined));
    socket.on('secureConnect', () => end('spoken'));
    socket.on('error', (error: NodeJS.ErrnoException) => end(saidBy(error)));
  });
}

function told(said: string, { hosts, tlsCAFile }: Address): string | undefined {
  const servers = hosts.map(named).join(', ');
  if (/wrong version number|packet length too long|EPROTO/i.test(said)) {
    return `${servers} does not speak TLS: write tls=false in the address, if it is meant to go without`;
  }
  if (/altnames|ALTNAME_INVALID/i.test(said)) {
    return `the certificate of ${servers} is for another name: write the name in the address that stands in the certificate`;
  }
  if (/certificate (?:has expired|is not yet valid)|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/i.test(said)) {
    return `the certificate of ${servers} is out of date: renew it there, or set the clocks right`;
  }
  if (/self.signed certificate|unable to (?:get|verify)|UNABLE_TO_|SELF_SIGNED/i.test(said)) {
    return tlsCAFile === undefined
      ? `nobody vouches for the certificate of ${servers}: write tlsCAFile=/path/to/ca.crt in the address, with the file of the authority that made it`
      : `the certificate of ${servers} is from another authority than the one in tlsCAFile: name the file of that one in the address`;
  }
  if (/name resolution failed|ENOTFOUND|EAI_AGAIN/i.test(said)) {
    return `no machine is found by the name of ${servers}: correct the server in the address`;
  }
  if (/ECONNREFUSED/.test(said)) {
    return `nothing answers at ${servers}: start it, or correct server and port in the address`;
  }
  return undefined;
}

const named = ({ address, port }: Host) => `${address}:${port}`;
