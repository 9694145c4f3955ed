import { Networks } from './networks.js';

const everywhere = new Networks();

describe('where messages may go', () => {
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '0:0:0:0:0:ffff:0a00:0001',
    '::ffff:127.0.0.1',
    '64:ff9b::10.0.0.1',
    '2002:0a00:0001::',
    'fd00::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    'localhost',
    '',
  ])('is not %j', (address) => {
    expect(everywhere.lets(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '193.0.0.1', '::ffff:8.8.8.8', '2a00:1450:400f::1'])(
    'is %s',
    (address) => {
      expect(everywhere.lets(address)).toBe(true);
      expect(everywhere.isNamed(address)).toBe(false);
    },
  );

  it('is a network that the municipality names', () => {
    const named = new Networks(['10.20.0.0/16', 'fd12::/48', '192.168.7.7']);
    const tried = [
      '10.20.3.4',
      '::ffff:10.20.3.4',
      'fd12::9',
      '192.168.7.7',
      '10.21.0.1',
      '192.168.7.8',
      'fd13::9',
    ];
    expect(tried.map((one) => named.lets(one))).toEqual([true, true, true, true, false, false, false]);
  });

  it.each(['10.0.0.0/33', 'localhost', '10.0.0.0/8/8x', '10.0.0.0/-1'])(
    'takes no %s for a network',
    (network) => {
      expect(() => new Networks([network])).toThrow('is no network');
    },
  );
});
