import type { UnreadEvent } from '#event-sourcing';
import { Adopted } from './adopted.js';

const adoption = (tenant: string, position: bigint) => ({
  stream: `municipality-${tenant}.profile`,
  type: 'MunicipalityProfileAdopted',
  position,
});

function adoptedIn(log: ReturnType<typeof adoption>[]) {
  const asked: string[] = [];
  const clock = { now: 0 };
  const reading = (how: string) =>
    async function* read({ after = -1n }: { readonly after?: bigint }) {
      asked.push(`${how} after ${after}`);
      yield log.filter(({ position }) => position > after) as unknown as UnreadEvent[];
    };
  const store = {
    end: async () => log.at(-1)?.position,
    scan: reading('scan'),
    scanNew: reading('scanNew'),
  };
  return { it: new Adopted(store, () => clock.now), asked, clock };
}

describe('the municipalities that have adopted a profile', () => {
  it('are read once for many who ask at once, and from there on what is new after a while', async () => {
    const log = [adoption('1576', 1n)];
    const { it, asked, clock } = adoptedIn(log);
    const both = await Promise.all([it.tenants(), it.tenants()]);
    expect(both.map((tenants) => [...tenants])).toEqual([['1576'], ['1576']]);
    log.push(adoption('1525', 2n));
    expect([...(await it.tenants())]).toEqual(['1576']);
    clock.now = 10_000;
    expect([...(await it.tenants())]).toEqual(['1576', '1525']);
    expect(asked).toEqual(['scan after -1', 'scanNew after 1']);
  });

  it('are asked for anew right after the log was away', async () => {
    let isAway = true;
    const store = {
      end: () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(1n)),
      async *scan() {
        yield [adoption('1576', 1n)] as unknown as UnreadEvent[];
      },
      async *scanNew() {},
    };
    const it = new Adopted(store, () => 0);
    await expect(it.tenants()).rejects.toThrow('away');
    isAway = false;
    expect([...(await it.tenants())]).toEqual(['1576']);
  });
});
