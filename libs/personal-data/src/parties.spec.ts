import type { Pool } from '#postgres';
import { Exclusive } from './exclusive.js';
import { Lookups } from './lookups.js';
import { Parties } from './parties.js';

const login = { tenant: '1576', issuer: 'https://login.example', subject: 'testulf' };

/** A vault in memory in which one login is bound, until it is forgotten. */
function vaultOf(partyId: string) {
  let bound: string | undefined = partyId;
  let held: Promise<void> | undefined;
  const asked = { times: 0 };
  const query = async () => {
    asked.times += 1;
    const rows = bound === undefined ? [] : [{ party_id: bound }];
    await held;
    return { rows };
  };
  const pool = { query } as unknown as Pool;
  const parties = new Parties(pool, new Lookups(Buffer.alloc(32)), new Exclusive(pool));
  /** Holds up answers from now on, until the returned function is called. */
  const hold = () => {
    let goOn = () => {};
    held = new Promise((resolve) => (goOn = resolve));
    return goOn;
  };
  return { parties, asked, hold, forget: () => (bound = undefined) };
}

describe("a login's party", () => {
  it('is asked of the vault once', async () => {
    const { parties, asked } = vaultOf('party-1');
    expect([await parties.known(login), await parties.known(login)]).toEqual(['party-1', 'party-1']);
    expect(asked.times).toBe(1);
  });

  it('is not kept when logins were forgotten while the vault was asked', async () => {
    const { parties, hold, forget } = vaultOf('party-1');
    const goOn = hold();
    const asked = parties.known(login);
    forget();
    parties.dropCached();
    goOn();
    expect(await asked).toBe('party-1');
    expect(await parties.known(login)).toBeUndefined();
  });
});
