import type { ApiConfig } from '../config.js';
import type { ApiRequest } from './authenticate.js';
import type { Logins } from './logins.js';
import { SearchBrake } from './search-brake.js';

const of = (subject: string) =>
  ({
    id: 'r',
    tenants: ['1576'],
    login: { issuer: 'https://provider.example', subject },
  }) as unknown as ApiRequest;

function brake(searchesPerMinute = 3) {
  const lines: string[] = [];
  const logins = { viewerOf: async () => ({ partyId: 'party-1' }) } as unknown as Logins;
  const config: ApiConfig = { searchesPerMinute, log: (line) => void lines.push(line) };
  return { it: new SearchBrake(logins, config), lines };
}
const refusal = { type: 'too-many-requests', headers: { 'Retry-After': '60' } };

describe('B13 the brake on searches for persons', () => {
  it('lets so many pass, then says who tried, by party alone', async () => {
    const { it, lines } = brake();
    for (let n = 0; n < 6; n += 1) await it.take(of('testine'), 1_000);
    expect(lines).toEqual([]);
    await expect(it.take(of('testine'), 1_000)).rejects.toMatchObject(refusal);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ level: 'warn', partyId: 'party-1', tenants: ['1576'] }),
    ]);
    expect(lines.join()).not.toContain('testine');
  });

  it('is a login’s own, and loosens with time', async () => {
    const { it } = brake();
    for (let n = 0; n < 6; n += 1) await it.take(of('testine'), 1_000);
    await it.take(of('testulf'), 1_000);
    await expect(it.take(of('testine'), 20_999)).rejects.toMatchObject(refusal);
    await it.take(of('testine'), 21_100);
    await expect(it.take(of('testine'), 21_200)).rejects.toMatchObject(refusal);
  });

  it('does not loosen by a clock that goes back and forth', async () => {
    const { it } = brake();
    for (let n = 0; n < 6; n += 1) await it.take(of('testine'), 100_000);
    await expect(it.take(of('testine'), 1_000)).rejects.toMatchObject(refusal);
    await expect(it.take(of('testine'), 1_001)).rejects.toMatchObject(refusal);
  });
});
