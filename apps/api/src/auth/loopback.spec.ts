import { isDirectLoopback } from './loopback.js';

const from = (remoteAddress: string, headers: Readonly<Record<string, string>>, url = '/demo/token') =>
  isDirectLoopback({ raw: { url, socket: { remoteAddress } }, headers } as never);
const host = 'localhost:3000';

describe('a direct request from this machine', () => {
  it.each([
    ['127.0.0.1', { host }],
    ['::1', { host: '127.0.0.1' }],
    ['::ffff:127.0.0.1', { host: '127.0.0.1:8080' }],
    ['127.0.0.1', { host, origin: 'http://localhost:3000' }],
    ['127.0.0.1', { host, 'sec-fetch-site': 'same-origin' }],
    ['127.0.0.1', { host, 'sec-fetch-site': 'none' }],
  ])('comes from %s with %j', (address, headers) => expect(from(address, headers)).toBe(true));

  it.each([
    ['10.0.0.7', { host }],
    ['::ffff:10.0.0.7', { host }],
    ['127.0.0.1', { host: 'samspor.example' }],
    ['127.0.0.1', { host: 'localhost.example' }],
    ['127.0.0.1', { host: 'localhost@example.org' }],
    ['127.0.0.1', {}],
    ['127.0.0.1', { host, forwarded: 'for=10.0.0.7' }],
    ['127.0.0.1', { host, 'x-forwarded-host': 'samspor.example' }],
    ['127.0.0.1', { host, 'x-forwarded': 'for=10.0.0.7' }],
    ['127.0.0.1', { host, via: '1.1 proxy' }],
    ['127.0.0.1', { host, 'x-original-url': '/' }],
    ['127.0.0.1', { host, 'fastly-client-ip': '10.0.0.7' }],
    ['127.0.0.1', { host, 'sec-fetch-site': 'cross-site' }],
    ['127.0.0.1', { host, origin: 'null' }],
    ['127.0.0.1', { host, origin: 'http://localhost:4000' }],
  ])('is not one from %s with %j', (address, headers) => expect(from(address, headers)).toBe(false));

  it('is not one for the address of another host', () =>
    expect(from('127.0.0.1', { host }, 'http://samspor.example/demo/token')).toBe(false));
});
