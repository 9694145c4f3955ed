import { noMeetings } from '#casework/application/meetings.testing';
import { numbersInMemory } from '#casework/application/numbers.testing';
import fc from 'fast-check';
import { caseEvents, caseStream } from '#casework';
import { ReviseCaseEventCommand, ReviseCaseEventHandler } from '#casework/application/revise-case-event';
import { RecordCaseStepCommand, RecordCaseStepHandler } from '#casework/application/record-case-step';
import {
  codecOf,
  type CommandContext,
  CommandRunner,
  derivedId,
  type EventStore,
  InvalidFact,
  madeId,
  Rejection,
  type Receipt,
  type Recorded,
  TooMuchContention,
} from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { municipalityEvents, partyEvents, unitEvents } from '#municipality';
import { seedProfile, shippedProfile } from '#municipality/application/seed-profile';
import { RegisterPartyCommand, RegisterPartyHandler } from '#municipality/application/register-party';
import { subjectEvents, subjectStream } from '#subject';
import { subjectDecider } from '#subject/domain/decide';
import { plainKeys } from '../src/application/log.testing.js';
import { coordinationEvents, coordinationStream, restingOnCases } from '../src/index.js';
import {
  ReviseCoordinationEventCommand,
  ReviseCoordinationEventHandler,
} from '../src/application/revise-coordination-event.js';
import {
  RecordCoordinationStepCommand,
  RecordCoordinationStepHandler,
  type ToldStep,
} from '../src/application/record-coordination-step.js';
import type { ToldType } from '../src/domain/events.js';
import { basisCheck } from '../src/reactors/basis-check.js';
import { coordinatorGap } from '../src/reactors/coordinator-gap.js';

export const tenant = '1508';
export const subjectId = 'subject-1';
export const today = '2026-03-02';
export const stream = coordinationStream(tenant, subjectId);
export const codec = codecOf([
  caseEvents,
  coordinationEvents,
  municipalityEvents,
  partyEvents,
  subjectEvents,
  unitEvents,
]);
const clock = { at: () => `${today}T10:00:00.000Z`, today: () => today };
export const contextOf = (key: string): CommandContext => ({
  commandId: derivedId('life', key),
  correlationId: key,
  municipality: tenant,
  actor: { partyId: 'party-1', role: 'CASEWORKER' },
  at: `${today}T09:00:00.000Z`,
  today,
});
export const caseIds = ['a', 'b'].map((key) => madeId(contextOf(key).commandId, 'case'));

export type Wish = (of: { runner: CommandRunner; store: EventStore; context: CommandContext }) => Promise<{
  readonly receipt: Receipt;
}>;
/** The event at this place of a stream, round about; an id that is none where the stream is empty. */
export async function eventAt(
  store: EventStore,
  of: string,
  at: number,
): Promise<Pick<Recorded, 'id' | 'data'>> {
  const events = await store.read(of);
  const found = events[at % Math.max(events.length, 1)];
  return found ? codec.decode(found) : { id: 'none', data: {} };
}
export async function idAt(store: EventStore, type: string, field: string, at: number): Promise<string> {
  const events = (await store.read(stream)).filter((event) => event.type === type);
  const found = events[at % Math.max(events.length, 1)];
  return found ? String(codec.decode(found).data[field]) : 'none';
}

export const day = fc.nat(11).map((n) => new Date(Date.UTC(2026, 0, 5 + 5 * n)).toISOString().slice(0, 10));
export const whichCase = fc.nat(1);
export const at = fc.nat(15);
const answers = fc.constantFrom('GRANTED' as const, 'REFUSED' as const);
export const itemsOf = (outcome: 'GRANTED' | 'REFUSED') =>
  (['INDIVIDUAL_PLAN', 'COORDINATOR'] as const).map((item) => ({ item, outcome, reason: 'Begrunnelse.' }));
export const why = { reasonCode: 'TYPING_ERROR', reason: 'Feil tast.' } as const;
export const caseAt = (n: number) => caseIds[n] ?? '';

/** Records a step of the person's coordination; what is told of it may follow from what was recorded before. */
export const recording =
  <Type extends ToldType>(
    step: Type,
    told: ToldStep<Type> | ((store: EventStore) => Promise<ToldStep<Type>>),
  ): Wish =>
  async ({ runner, store, context }) => {
    const said = typeof told === 'function' ? await told(store) : told;
    return new RecordCoordinationStepHandler(runner, plainKeys).execute(
      new RecordCoordinationStepCommand(step, said, context),
    );
  };

const consenting = recording('ConsentGiven', {
  subjectId,
  scopes: ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'],
  givenBy: 'SUBJECT',
  givenOn: '2026-01-01',
});
const deciding =
  (n: number, outcome: 'GRANTED' | 'REFUSED', decidedOn: string): Wish =>
  ({ runner, context }) =>
    new RecordCaseStepHandler(runner, numbersInMemory(), noMeetings).execute(
      new RecordCaseStepCommand(
        'DecisionMade',
        {
          caseId: caseAt(n),
          items: itemsOf(outcome),
          criteria: (['LONG_TERM', 'COORDINATED'] as const).map((criterion) => ({
            criterion,
            met: outcome === 'GRANTED',
            reason: 'Begrunnelse.',
          })),
          decidedBy: 'KE',
          decidedOn,
          legalBasis: 'HOL_7_1',
        },
        context,
      ),
    );

export const wishes: fc.Arbitrary<Wish> = fc.oneof(
  fc.tuple(whichCase, answers, day).map(([n, outcome, on]) => deciding(n, outcome, on)),
  fc.constant(consenting),
  at.map((n) =>
    recording('ConsentWithdrawn', async (store) => ({
      subjectId,
      consentId: await idAt(store, 'ConsentGiven', 'consentId', n),
    })),
  ),
  fc.tuple(at, day).map(([n, validUntil]) =>
    recording('ConsentNarrowed', async (store) => ({
      subjectId,
      consentId: await idAt(store, 'ConsentGiven', 'consentId', n),
      validUntil,
    })),
  ),
  {
    weight: 3,
    arbitrary: fc
      .tuple(whichCase, day, fc.boolean(), fc.option(at))
      .map(([n, validFrom, temporary, before]) =>
        recording('CoordinatorAppointed', async (store) => ({
          subjectId,
          coordinatorId: 'party-2',
          caseId: caseAt(n),
          validFrom,
          temporary,
          succeeds:
            before === null ? undefined : await idAt(store, 'CoordinatorAppointed', 'appointmentId', before),
          wishFollowed: 'YES' as const,
        })),
      ),
  },
  fc.tuple(at, day).map(([n, releasedOn]) =>
    recording('CoordinatorReleased', async (store) => ({
      subjectId,
      appointmentId: await idAt(store, 'CoordinatorAppointed', 'appointmentId', n),
      releasedOn,
      reasonCode: 'HANDOVER' as const,
    })),
  ),
  {
    weight: 3,
    arbitrary: fc
      .tuple(whichCase, day)
      .map(([n, startedOn]) =>
        recording('PlanStarted', { subjectId, caseId: caseAt(n), startedOn, withSubject: true }),
      ),
  },
  fc.tuple(fc.integer({ min: 1, max: 3 }), day).map(([n, closedOn]) =>
    recording('PlanClosed', {
      planId: `${subjectId}.${n}`,
      closedOn,
      reasonCode: 'NEED_CEASED',
      personAgrees: true,
    }),
  ),
  day.map((joinedOn) =>
    recording('MemberJoinedGroup', { subjectId, partyId: 'party-2', memberRole: 'TEACHER', joinedOn }),
  ),
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        whichCase,
        at,
        fc.oneof(
          day.map((decidedOn) => ({ decidedOn })),
          day.map((receivedOn) => ({ receivedOn })),
          answers.map((outcome) => ({ items: itemsOf(outcome) })),
        ),
      )
      .map(([n, place, changed]): Wish => async ({ runner, store, context }) => {
        const { id: eventId } = await eventAt(store, caseStream(tenant, caseAt(n)), place);
        return new ReviseCaseEventHandler(runner, restingOnCases(runner), noMeetings).execute(
          new ReviseCaseEventCommand({ caseId: caseAt(n), eventId, changed, reason: 'Feil tast.' }, context),
        );
      }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(whichCase, at).map(([n, place]): Wish => async ({ runner, store, context }) => {
      const { id: eventId } = await eventAt(store, caseStream(tenant, caseAt(n)), place);
      return new ReviseCaseEventHandler(runner, restingOnCases(runner), noMeetings).execute(
        new ReviseCaseEventCommand({ caseId: caseAt(n), eventId, ...why }, context),
      );
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        at,
        fc.constantFrom('validFrom', 'startedOn', 'joinedOn', 'closedOn', 'releasedOn', 'givenOn'),
        day,
      )
      .map(([place, field, on]): Wish => async ({ runner, store, context }) => {
        const { id: eventId } = await eventAt(store, stream, place);
        return new ReviseCoordinationEventHandler(runner, plainKeys).execute(
          new ReviseCoordinationEventCommand(
            { subjectId, eventId, changed: { [field]: on }, reason: 'Feil dag.' },
            context,
          ),
        );
      }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(at, fc.option(whichCase))
      .map(([place, n]): Wish => async ({ runner, store, context }) => {
        const { id: eventId } = await eventAt(store, stream, place);
        const changed = { caseId: n === null ? null : caseAt(n) };
        return new ReviseCoordinationEventHandler(runner, plainKeys).execute(
          new ReviseCoordinationEventCommand({ subjectId, eventId, changed, reason: 'Feil sak.' }, context),
        );
      }),
  },
  {
    weight: 3,
    arbitrary: at.map((place): Wish => async ({ runner, store, context }) => {
      const { id: eventId } = await eventAt(store, stream, place);
      return new ReviseCoordinationEventHandler(runner, plainKeys).execute(
        new ReviseCoordinationEventCommand({ subjectId, eventId, ...why }, context),
      );
    }),
  },
);

/** A person with two granted cases and a consent, and three processes that share the log. */
export async function begun() {
  const store = new MemoryEventStore();
  const processes = [0, 1, 2].map(() => new CommandRunner(store, codec, plainSealing));
  const runner = new CommandRunner(store, codec, plainSealing);
  await seedProfile(runner, tenant, shippedProfile('alesund'), contextOf('profile'));
  await new RegisterPartyHandler(runner).execute(
    new RegisterPartyCommand(
      { partyId: 'party-2', kind: 'STAFF', name: 'Testolf Prøve' },
      contextOf('party'),
    ),
  );
  await runner.run(
    subjectDecider,
    subjectStream(tenant, subjectId),
    {
      type: 'RegisterSubject',
      data: { subjectId, givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false },
    },
    contextOf('subject'),
  );
  for (const [n, key] of ['a', 'b'].entries()) {
    await new RecordCaseStepHandler(runner, numbersInMemory(), noMeetings).execute(
      new RecordCaseStepCommand(
        'ApplicationReceived',
        {
          subjectId,
          items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
          receivedOn: '2026-01-05',
          channel: 'FORM',
          written: true,
          signed: true,
          applicantRole: 'SUBJECT',
        },
        contextOf(key),
      ),
    );
    await deciding(n, 'GRANTED', '2026-01-10')({ runner, store, context: contextOf(`granted ${key}`) });
  }
  await consenting({ runner, store, context: contextOf('consent') });
  return { store, processes, runner };
}

/** The ids of what a command recorded; nothing where it was refused. */
export async function outcomeOf(answer: Promise<{ readonly receipt: Receipt }>): Promise<readonly string[]> {
  try {
    return (await answer).receipt.events.map(({ id }) => id);
  } catch (error) {
    if ([Rejection, InvalidFact, TooMuchContention].some((refusal) => error instanceof refusal)) return [];
    throw error;
  }
}

/** Shows the reactors what is new in the log, their own events too. */
export async function reacted(store: MemoryEventStore, runner: CommandRunner, from: number): Promise<number> {
  let next = from;
  for (; next < store.all.length; next += 1) {
    const stored = store.all[next];
    if (!stored) break;
    for (const reactor of [coordinatorGap, basisCheck]) {
      const follows = reactor.streamPrefixes.some((prefix) => stored.stream.startsWith(prefix));
      if (follows) await reactor.react(codec.decode(stored), runner, clock);
    }
  }
  return next;
}
