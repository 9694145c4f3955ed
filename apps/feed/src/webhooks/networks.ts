import { BlockList, isIP } from 'node:net';

/** What no receiver on the internet has, IPv4 in IPv6's clothes among it by what it is: loopback, private, link-local, shared, test, multicast and translated addresses (RFC 6890, IANA's registries). */
const special: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(network) ?? [];
    const family = isIP(address);
    const most = family === 4 ? 32 : 128;
    const length = Number(bits ?? most);
    if (family === 0 || length > most) throw new Error(`"${network}" is no network`);
    list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

/** In one form; an IPv4 address in IPv6's clothes as what it is, and what is no address as nothing. */
function plain(address: string): string {
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : '';
  const bracketed = `http://[${address}]`;
  const one = URL.canParse(bracketed) ? new URL(bracketed).hostname.slice(1, -1) : '';
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(one);
  if (hex === null) return one;
  const [high, low] = [Number.parseInt(hex[1] ?? '', 16), Number.parseInt(hex[2] ?? '', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Where messages may go: everywhere on the internet, and to the networks that the municipality names beside it. */
export class Networks {
  readonly #special = listOf(special);
  readonly #allowed: BlockList;

  /** `10.20.0.0/16`, `fd12::/48`, or single addresses. */
  constructor(allowed: readonly string[] = []) {
    this.#allowed = listOf(allowed);
  }

  /** One that the municipality named: its own network, where http is not in the open either. */
  isNamed(address: string): boolean {
    return isIn(this.#allowed, address);
  }

  lets(address: string): boolean {
    return this.isNamed(address) || (plain(address) !== '' && !isIn(this.#special, address));
  }
}

function isIn(list: BlockList, address: string): boolean {
  const one = plain(address);
  return one !== '' && list.check(one, isIP(one) === 6 ? 'ipv6' : 'ipv4');
}
