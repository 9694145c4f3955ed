import type { CommandContext, Recording } from './command-runner.js';
import type { Decider, Intent } from './decider.js';
import { events, id, personal, v1 } from './event.js';
import { InvalidFact } from './fact-check.js';
import { Rehearsal } from './rehearsal.js';

const doors = events(
  { category: 'door', owner: 'doorId', class: 'CASE' },
  { DoorNamed: v1({ doorId: id(), name: personal.text({ of: 'doorId', class: 'CASE', max: 5 }) }) },
);
type Naming = Intent<'NameDoor', { readonly doorId: string; readonly name: string }>;
const decider: Decider<{ readonly names: number }, Naming, typeof doors> = {
  events: doors,
  initialState: { names: 0 },
  evolve: ({ names }) => ({ names: names + 1 }),
  decide: ({ data }, { names }) => (names < 2 ? [{ type: 'DoorNamed', data }] : []),
};
const context = (commandId: string): CommandContext => ({
  commandId,
  correlationId: commandId,
  municipality: '1576',
  actor: { partyId: 'party-1', role: 'OPERATOR' },
  at: '2026-03-02T09:00:00.000Z',
  today: '2026-03-02',
});
const stream = 'door-1576.d';
/** Nothing is recorded anywhere. */
const log = {
  look: async () => ({
    state: decider.initialState,
    revision: undefined,
    basis: [{ stream, revision: -1 }],
    effective: [],
    history: [],
  }),
} as unknown as Pick<Recording, 'look'>;
const ids = ['b1', 'b2', 'b3'].map((end) => `5b1d1a52-3b1c-4d5e-9c55-0a7f5f3a15${end}`);

describe('a rehearsal', () => {
  const name = (rehearsal: Rehearsal, at: number, told = 'Ada') =>
    rehearsal.run(
      decider,
      stream,
      { type: 'NameDoor', data: { doorId: 'd', name: told } },
      context(ids[at] ?? ''),
    );

  it('decides on what it has decided itself, and records nothing', async () => {
    const rehearsal = new Rehearsal(log);
    const [first, second, third] = [
      await name(rehearsal, 0),
      await name(rehearsal, 1),
      await name(rehearsal, 2),
    ];
    expect([first, second, third].map(({ events: own, revision }) => [own.length, revision])).toEqual([
      [1, 0n],
      [1, 1n],
      [0, 1n],
    ]);
    const { state, effective } = await rehearsal.look(decider, stream);
    expect([state, effective.map(({ data }) => data.name)]).toEqual([{ names: 2 }, ['Ada', 'Ada']]);
    expect((await new Rehearsal(log).look(decider, stream)).state).toEqual({ names: 0 });
  });

  it('refuses what could not be recorded', async () =>
    expect(name(new Rehearsal(log), 0, 'Far too long')).rejects.toThrow(InvalidFact));
});
