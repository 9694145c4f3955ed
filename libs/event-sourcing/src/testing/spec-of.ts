import assert from 'node:assert/strict';
import type { Decider, Intent } from '../decider.js';
import { effective } from '../effective.js';
import { Rejection } from '../refusals.js';
import { factCheck, type FactCheck } from '../fact-check.js';
import {
  type EventDeclaration,
  type EventOf,
  type Events,
  type FactOf,
  type Field,
  type Fields,
  type Recorded,
  type Sealed,
  streamName,
} from '../event.js';

/** An intent as a test tells it; the clock has a default, `specClock`. */
export type ToldIntent<I> = I extends Intent
  ? Pick<I, 'type' | 'data'> & Partial<Pick<Intent, 'at' | 'today'>>
  : never;
/** A fact as a test tells it; `id` where a later correction names it, else `e0`, `e1`, … by its place. `command` where several came of one, `role` of who recorded it. */
export type ToldFact<E extends Events> = FactOf<E> & {
  readonly id?: string;
  readonly command?: string;
  readonly role?: string;
};

/** Facts of one type, each with what differs from the usual one, its id among it. */
export const factOf =
  <Type extends string, Data extends object>(type: Type, usual: Data) =>
  ({ id, ...differs }: Partial<Data> & { readonly id?: string } = {}) => ({
    type,
    data: { ...usual, ...differs } as Data,
    ...(id !== undefined && { id }),
  });
/** Intents of one type, each with what differs from the usual one. */
export const intentOf =
  <Type extends string, Data extends object>(type: Type, usual: Data) =>
  (differs: Partial<Data> = {}) => ({ type, data: { ...usual, ...differs } });

export const specClock = { at: '2026-03-02T09:00:00.000Z', today: '2026-03-02' } as const;

export interface Outcome<E extends Events> {
  /** Exactly these facts, in this order, and each one fit to be stored. */
  then(...facts: readonly FactOf<E>[]): void;
  thenNothing(): void;
  /** Refused with this code and, where told, because of exactly these event ids. */
  thenRejected(code: string, restsOn?: readonly string[]): void;
  /** The code of the refusal. */
  refusal(): string;
  /** The facts themselves, for tests that look further. */
  facts(): readonly FactOf<E>[];
}

/** given/when/then for one decider: `given(...facts).when(intent).then(...facts)`. */
export function specOf<S, I extends Intent, E extends Events>(decider: Decider<S, I, E>) {
  const given = (...facts: readonly ToldFact<E>[]) => ({
    when(intent: ToldIntent<I>): Outcome<E> {
      const history = recorded(decider.events, facts);
      const decide = () =>
        decider.decide({ ...specClock, ...intent } as unknown as I, stateOf(decider, history), history);
      return {
        // oxlint-disable-next-line unicorn/no-thenable -- the third word of given/when/then; nothing awaits an outcome
        then(...expected) {
          const facts = decide();
          assert.deepEqual(facts.map(plain), expected.map(plain));
          for (const { type, data } of facts) assertStorable(decider.events, type, plain(data));
        },
        thenNothing: () => assert.deepEqual(decide().map(plain), []),
        thenRejected(code, restsOn) {
          const rejection = rejectionOf(decide);
          assert.equal(rejection.code, code, rejection.message);
          if (restsOn) {
            assert.deepEqual(
              rejection.restsOn.map(({ eventId }) => eventId),
              restsOn,
            );
          }
        },
        refusal: () => rejectionOf(decide).code,
        facts: decide,
      };
    },
  });
  /**
   * Rows of `[what, given, how the intent differs, what comes of it]`: facts, or the code of a refusal without its context.
   * `rows(intent.withdraw, [['after the decision', decided, {}, 'already-decided']])`.
   */
  const rows = <Differs>(
    intent: (differs: Differs) => ToldIntent<I>,
    told: readonly (readonly [
      what: string,
      given: readonly ToldFact<E>[],
      differs: Differs,
      outcome: string | readonly FactOf<E>[],
    ])[],
  ) =>
    it.each(told)('%s', (_, facts, differs, expected) => {
      const outcome = given(...facts).when(intent(differs));
      if (typeof expected !== 'string') return outcome.then(...expected);
      assert.equal(outcome.refusal().split('/')[1], expected);
    });
  /** The state after these facts, corrections applied. */
  const stateAfter = (...facts: readonly ToldFact<E>[]) => stateOf(decider, recorded(decider.events, facts));
  return { given, rows, stateAfter };
}

/** Facts as they would be read back: ids, stream and revision given, personal fields as fake `Sealed`. */
export function recorded<E extends Events>(
  events: E,
  facts: readonly ToldFact<E>[],
  tenant = '1576',
): Recorded[] {
  return facts.map(({ type, data, id, command, role = 'CASEWORKER' }, index) => {
    const eventId = id ?? `e${index}`;
    const given = plain(data) as Record<string, unknown>;
    const declaration = assertStorable(events, type, given);
    const stream = streamName(events.category, tenant, String(given[events.owner]));
    const occurredOn = declaration.occurs === undefined ? undefined : given[declaration.occurs];
    return {
      type,
      id: eventId,
      stream,
      revision: BigInt(index),
      position: BigInt(index * 100 + 1),
      data: sealedFields(declaration.fields, given, stream, eventId),
      metadata: {
        $correlationId: `correlation-${index}`,
        $causationId: command ?? `command-${index}`,
        municipality: tenant,
        actor: { partyId: 'party-1', role },
        occurredOn: typeof occurredOn === 'string' ? occurredOn : specClock.today,
        recordedAt: specClock.at,
        schemaVersion: declaration.version,
      },
    };
  });
}

const checks = new WeakMap<EventDeclaration, FactCheck>();

/** A test that tells of what could never be recorded proves nothing. */
function assertStorable(events: Events, type: string, data: unknown): EventDeclaration {
  const declaration = events.all[type];
  assert.ok(declaration, `${type} is no event of the category ${events.category}`);
  const check = checks.get(declaration) ?? factCheck(declaration);
  checks.set(declaration, check);
  assert.deepEqual(check(data), [], `${type} could not be recorded`);
  return declaration;
}

/** What a personal field looks like in tests that have no vault: the text stands in `ciphertext`, readable. */
export const fakeSealed = (text: string, stream: string, eventId: string, field: string): Sealed => ({
  v: 1,
  keyId: 'test-key',
  nonce: '',
  ciphertext: text,
  commitment: '',
  stream,
  eventId,
  field,
});

function stateOf<S, I extends Intent, E extends Events>(
  decider: Decider<S, I, E>,
  history: readonly Recorded[],
): S {
  return effective(history).reduce<S>(
    (state, event) => decider.evolve(state, event as EventOf<E>),
    decider.initialState,
  );
}

function rejectionOf(decide: () => unknown): Rejection {
  try {
    decide();
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
  throw new assert.AssertionError({ message: 'Expected a rejection, but the decision was taken.' });
}

function sealedFields(
  fields: Fields,
  data: Readonly<Record<string, unknown>>,
  stream: string,
  eventId: string,
  path = '',
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const field = fields[name];
      return [name, field ? sealedField(field, value, stream, eventId, path + name) : value];
    }),
  );
}

function sealedField(field: Field, value: unknown, stream: string, eventId: string, path: string): unknown {
  if (field.personal && typeof value === 'string') return fakeSealed(value, stream, eventId, path);
  const { element } = field;
  if (element && Array.isArray(value)) {
    return value.map((item, index) => sealedField(element, item, stream, eventId, `${path}.${index}`));
  }
  if (field.fields && typeof value === 'object' && value !== null) {
    return sealedFields(field.fields, value as Record<string, unknown>, stream, eventId, `${path}.`);
  }
  return value;
}

/** Without the keys that hold undefined: they are not stored. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .map(([key, held]) => [key, plain(held)]),
  );
}
