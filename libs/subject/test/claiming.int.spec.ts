import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { coordinationEvents, standingForSubjects } from '#coordination';
import {
  codecOf,
  type CommandContext,
  CommandRunner,
  derivedId,
  madeId,
  type NewEvent,
  Rejection,
  type Sealed,
  StaleRevision,
  TooMuchContention,
} from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { ClaimConflict, isSealed, type Vault } from '#personal-data';
import { subjectEvents, subjectStream } from '#subject';
import { createVaultFixture, type VaultFixture } from '../../personal-data/test/vault.testing.js';
import {
  ReviseSubjectEventCommand,
  ReviseSubjectEventHandler,
} from '../src/application/revise-subject-event.js';
import { LinkIdentityCommand, LinkIdentityHandler } from '../src/application/link-identity.js';
import { RegisterSubjectCommand, RegisterSubjectHandler } from '../src/application/register-subject.js';
import { subjectDecider } from '../src/domain/decide.js';
import { rounds } from '../../../test/support/rounds.js';

const tenant = '1576';
let fixture: VaultFixture;
let vault: Vault;
let processes: Vault[];
beforeAll(async () => {
  fixture = await createVaultFixture();
  processes = await Promise.all([fixture.open(), fixture.open()]);
  [vault] = processes as [Vault];
});
afterAll(() => fixture.close());

/** Numbers made for tests, of people born on 17 May 1990; each call a new one. */
let serial = 0;
function newNumber(): string {
  for (;;) {
    const nine = `178590${String(serial++ % 500).padStart(3, '0')}`;
    const first = digit(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = digit(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return `${nine}${first}${second}`;
  }
}
const digit = (text: string, weights: readonly number[]) =>
  (11 - (weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11)) % 11;

/** A log that takes up to 4 ms for everything, each time another. */
class JitteryStore extends MemoryEventStore {
  private readonly jitter = () => delay(Math.random() * 4);

  override async append(stream: string, expected: bigint | 'no_stream', events: readonly NewEvent[]) {
    await this.jitter();
    const appended = await super.append(stream, expected, events);
    await this.jitter();
    return appended;
  }

  override async read(stream: string, options?: { from?: bigint; max?: number }) {
    await this.jitter();
    const events = await super.read(stream, options);
    await this.jitter();
    return events;
  }
}

function municipality() {
  const store = new JitteryStore();
  const codec = codecOf([coordinationEvents, subjectEvents]);
  const workers = processes.map((one) => {
    const runner = new CommandRunner(store, codec, one.keys);
    return [runner, one.keys, one.identityClaims, one.disposals] as const;
  });
  const worker = (process: number) => workers[process % workers.length] ?? fail();
  const run = serial;
  const contextOf = (key: string, more: Partial<CommandContext> = {}): CommandContext => ({
    commandId: derivedId('claiming', run, key),
    correlationId: key,
    municipality: tenant,
    actor: { partyId: 'party-1', role: 'CASEWORKER' },
    at: '2026-03-02T09:00:00.000Z',
    today: '2026-03-02',
    ...more,
  });
  const [runner] = worker(0);
  const look = (subjectId: string) => runner.look(subjectDecider, subjectStream(tenant, subjectId));
  const opened = async (events: readonly { readonly data: object }[]) => {
    const fields = events.flatMap(({ data }) => {
      const { identityNumber, changed } = data as Readonly<Record<string, Sealed | undefined>>;
      return [identityNumber, (changed as { identityNumber?: unknown } | undefined)?.identityNumber];
    });
    const open = await vault.keys.open(fields.filter(isSealed));
    return open.map((field) => (field.status === 'open' ? field.text : ''));
  };
  return {
    contextOf,
    claims: vault.identityClaims,
    look,
    everOf: async (subjectId: string) => opened((await look(subjectId)).history),
    heldBy: async (subjectId: string) => opened((await look(subjectId)).effective),
    bodyOf,
    register: (key: string, identityNumber?: string, process = 0) => {
      const context = contextOf(key, { body: bodyOf(identityNumber) });
      return new RegisterSubjectHandler(...worker(process)).execute(
        new RegisterSubjectCommand({ ...person, identityNumber }, context),
      );
    },
    link: (
      key: string,
      subjectId: string,
      identityNumber: string,
      process = 0,
      more: Partial<CommandContext> = {},
    ) => {
      const [one, keys, claims] = worker(process);
      const command = new LinkIdentityCommand({ subjectId, identityNumber }, contextOf(key, more));
      return new LinkIdentityHandler(one, keys, claims).execute(command);
    },
    correct: (key: string, subjectId: string, eventId: string, identityNumber: string, process = 0) => {
      const [one, keys, claims] = worker(process);
      const data = { subjectId, eventId, changed: { identityNumber }, reason: 'Feil.' };
      return new ReviseSubjectEventHandler(one, keys, claims, standingForSubjects(one)).execute(
        new ReviseSubjectEventCommand(data, contextOf(key)),
      );
    },
    annul: (key: string, subjectId: string, eventId: string, process = 0) => {
      const [one, keys, claims] = worker(process);
      const data = { subjectId, eventId, reasonCode: 'TYPING_ERROR', reason: 'Feil.' } as const;
      return new ReviseSubjectEventHandler(one, keys, claims, standingForSubjects(one)).execute(
        new ReviseSubjectEventCommand(data, contextOf(key)),
      );
    },
  };
}
const person = { givenName: 'Testine', familyName: 'Prøvesen' };
const bodyOf = (identityNumber?: string) => JSON.stringify({ ...person, identityNumber });
const fail = (): never => {
  throw new Error('There is none');
};

function refusedOnly(error: unknown): undefined {
  const expected = [Rejection, StaleRevision, TooMuchContention];
  if (expected.some((kind) => error instanceof kind)) return undefined;
  throw error;
}

/** What two processes ask at once, of two persons without a number at first, one with the first number, and of two numbers. */
const asked = fc.record({
  what: fc.constantFrom('register', 'link', 'link unseen', 'correct', 'annul', 'link and die'),
  person: fc.nat(2),
  number: fc.nat(1),
  process: fc.nat(1),
});

describe('A number that many ask for at once', () => {
  it('is one person’s, who is answered, whatever is registered, linked, corrected, annulled and cut short', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 3, maxLength: 8 }), async (steps) => {
        const { register, link, correct, annul, claims, contextOf, look, everOf, heldBy } = municipality();
        const numbers = [newNumber(), newNumber()];
        const persons = [
          (await register('p0')).subjectId,
          (await register('p1')).subjectId,
          (await register('p2', numbers[0])).subjectId,
        ];
        const answers = await Promise.all(
          steps.map(async ({ what, person, number, process }, n) => {
            const key = `step ${n}`;
            const subjectId = persons[person] ?? fail();
            const identityNumber = numbers[number] ?? fail();
            const act = async () => {
              switch (what) {
                case 'register':
                  return { identityNumber, ...(await register(key, identityNumber, process)) };
                case 'link':
                  return void (await link(key, subjectId, identityNumber, process));
                case 'link unseen':
                  return void (await link(key, subjectId, identityNumber, process, { ifMatch: 7n }));
                case 'link and die': {
                  const { commandId } = contextOf(key);
                  const question = { tenant, identityNumber };
                  return void (await claims.exclusively(question, () =>
                    claims.claim({ ...question, subjectId, commandId }),
                  ));
                }
                case 'annul':
                case 'correct': {
                  const events = (await look(subjectId)).history;
                  const { id } = events[n % events.length] ?? fail();
                  if (what === 'annul') return void (await annul(key, subjectId, id, process));
                  return void (await correct(key, subjectId, id, identityNumber, process));
                }
              }
            };
            return act().catch(refusedOnly);
          }),
        );

        const registered = answers.flatMap((answer) => answer ?? []);
        for (const { identityNumber, subjectId } of registered) {
          expect(await everOf(subjectId)).toContain(identityNumber);
        }
        const everybody = [...new Set([...persons, ...registered.map(({ subjectId }) => subjectId)])];
        const held = await Promise.all(
          everybody.map(async (subjectId) => ({ subjectId, numbers: await heldBy(subjectId) })),
        );
        for (const [n, identityNumber] of numbers.entries()) {
          const holders = held.filter((one) => one.numbers.includes(identityNumber));
          expect(holders.length).toBeLessThanOrEqual(1);
          const again = await register(`again ${n}`, identityNumber);
          if (holders[0]) expect(again).toMatchObject({ subjectId: holders[0].subjectId, isNew: false });
          else expect(again.isNew).toBe(true);
        }
      }),
      { numRuns: rounds(150) },
    );
  });
});

describe('A claim that nothing was recorded for', () => {
  it('is given up when the record had changed since it was read', async () => {
    const { register, link, claims } = municipality();
    const identityNumber = newNumber();
    const { subjectId } = await register('a');
    await expect(link('b', subjectId, identityNumber, 0, { ifMatch: 7n })).rejects.toThrow(StaleRevision);
    expect(await claims.find({ tenant, identityNumber })).toBeUndefined();
    const other = await register('c', identityNumber);
    expect(other.isNew).toBe(true);
    expect(other.subjectId).not.toBe(subjectId);
  });

  it('leads nobody to the person whom it was for when its command died, and gives way', async () => {
    const { register, link, claims, contextOf } = municipality();
    const identityNumber = newNumber();
    const { subjectId } = await register('a');
    await claims.claim({ tenant, identityNumber, subjectId, commandId: contextOf('died').commandId });
    const other = await register('b', identityNumber);
    expect(other.isNew).toBe(true);
    await expect(link('died', subjectId, identityNumber)).rejects.toMatchObject({
      code: 'subject/identity-known',
    });
    expect(await register('c', identityNumber)).toMatchObject({ subjectId: other.subjectId, isNew: false });
  });

  it('of a registration that died gives way to who is linked to the number', async () => {
    const { register, link, claims, contextOf } = municipality();
    const identityNumber = newNumber();
    const { subjectId } = await register('a');
    const { commandId } = contextOf('died');
    await claims.claim({
      tenant,
      identityNumber,
      subjectId: madeId(commandId, 'subject'),
      commandId,
    });
    await link('b', subjectId, identityNumber);
    expect(await register('c', identityNumber)).toMatchObject({ subjectId, isNew: false });
  });
});

describe('A registration that another request completed', () => {
  const died = async (body?: string) => {
    const it = municipality();
    const identityNumber = newNumber();
    const { commandId } = it.contextOf('died');
    const subjectId = madeId(commandId, 'subject');
    const bodyMac = await vault.keys.bodyMac(
      { tenant, owner: subjectId, class: 'PERSON' },
      body ?? it.bodyOf(identityNumber),
    );
    await it.claims.claim({ tenant, identityNumber, subjectId, commandId, bodyMac });
    await expect(it.register('next', identityNumber)).resolves.toMatchObject({ subjectId, isNew: true });
    return { ...it, identityNumber, subjectId };
  };

  it('is answered when it comes again', async () => {
    const { register, identityNumber, subjectId } = await died();
    expect(await register('died', identityNumber)).toMatchObject({ subjectId, isNew: false });
  });

  it('is refused with another number, and with another body', async () => {
    const { register, claims } = await died();
    const another = newNumber();
    await expect(register('died', another)).rejects.toThrow(ClaimConflict);
    expect(await claims.find({ tenant, identityNumber: another })).toBeUndefined();
    const other = await died('{}');
    await expect(other.register('died', other.identityNumber)).rejects.toThrow(ClaimConflict);
  });
});
