import { codec } from '#apps/codec';
import { Clock } from '#apps/clock';
import { CommandRunner, type Recorded } from '#event-sourcing';
import { annulment } from '#event-sourcing/decider';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { municipalityEvents, municipalityStream } from '#municipality';
import { seedProfile, shippedProfile } from '#municipality/application/index';
import type { ApiParts } from '../api-parts.js';
import { OpenPages } from './open-pages.js';

const contextOf = (municipality: string, commandId: string) => ({
  commandId: `${commandId} ${municipality}`,
  correlationId: 'test',
  municipality,
  actor: { partyId: 'samspor', role: 'SYSTEM' },
  at: '2026-03-02T09:00:00.000Z',
  today: '2026-03-02',
});

/** Three municipalities that have adopted a profile; of some it cannot be read. */
async function pagesOf(...unreadable: readonly string[]) {
  const store = new MemoryEventStore();
  const runner = new CommandRunner(store, codec, plainSealing);
  for (const tenant of ['1508', '1525', '1576']) {
    await seedProfile(runner, tenant, shippedProfile('aure'), contextOf(tenant, 'seed'));
  }
  const look = (async (...[decider, stream]: Parameters<typeof runner.look>) => {
    if (unreadable.some((tenant) => stream.includes(tenant))) throw new Error('away');
    return runner.look(decider, stream);
  }) as typeof runner.look;
  const disclose = (...[, , , read]: readonly [unknown, unknown, unknown, () => unknown]) => read();
  const parts = { store, runner: { look }, vault: { disclosure: { disclose } } } as unknown as ApiParts;
  const annul = (tenant: string) => {
    const annulling = {
      events: municipalityEvents,
      initialState: undefined,
      evolve: () => undefined,
      decide: (_: unknown, __: unknown, [adopted]: readonly Recorded[]) =>
        adopted ? [annulment(municipalityEvents, adopted, 'OTHER', 'Feil kommune.')] : [],
    };
    const stream = municipalityStream(tenant);
    return runner.run(annulling, stream, { type: 'Annul', data: {} }, contextOf(tenant, 'annul'));
  };
  return { pages: new OpenPages(parts, new Clock()), annul };
}

describe('the municipalities that have a page for everybody', () => {
  it('are named without one whose profile was annulled, and without one that cannot be read', async () => {
    const { pages, annul } = await pagesOf('1508');
    await annul('1525');
    expect((await pages.all()).map(({ municipality }) => municipality)).toEqual(['1576']);
  });

  it('are not said to be none while none can be read', async () => {
    const { pages, annul } = await pagesOf('1508', '1576');
    await annul('1525');
    await expect(pages.all()).rejects.toThrow('away');
  });
});
