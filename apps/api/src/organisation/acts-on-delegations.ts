import { caseEvents } from '#casework';
import { coordinationEvents } from '#coordination';
import { type CommandRunner, type EventStore, standingOf } from '#event-sourcing';
import { dayIn, type Events } from '#event-sourcing/event';
import type { ActsOnDelegations } from '#municipality/application/index';

const acting: readonly Events[] = [caseEvents, coordinationEvents];

/** So many streams are read at once. */
const atOnce = 20;

interface Parts {
  readonly store: Pick<EventStore, 'scan'>;
  readonly runner: Pick<CommandRunner, 'look'>;
}

/** What stands of what was done on a delegation: found by going through the log, as a delegation is seldom revoked. */
export const actsOnDelegations = (parts: Parts): ActsOnDelegations => ({
  async of(tenant, delegationId) {
    const acts = [];
    for (const events of acting) {
      const streams = await streamsNaming(parts.store, events, tenant, delegationId);
      for (let at = 0; at < streams.length; at += atOnce) {
        const some = streams.slice(at, at + atOnce);
        acts.push(
          ...(await Promise.all(some.map((stream) => actsIn(parts.runner, events, stream, delegationId)))),
        );
      }
    }
    return acts.flat();
  },
});

async function streamsNaming(
  store: Parts['store'],
  { category, declared }: Events,
  tenant: string,
  delegationId: string,
): Promise<readonly string[]> {
  const names = Object.entries(declared).flatMap(([type, { fields }]) =>
    'delegationId' in fields ? [type] : [],
  );
  const streams = new Set<string>();
  for await (const some of store.scan({ streamPrefixes: [`${category}-${tenant}.`] })) {
    for (const event of some) {
      const isNamed = () => event.tryRead()?.data['delegationId'] === delegationId;
      if (names.includes(event.type) && isNamed()) streams.add(event.stream);
    }
  }
  return [...streams];
}

async function actsIn(runner: Parts['runner'], events: Events, stream: string, delegationId: string) {
  const reading = { events, initialState: undefined, evolve: () => undefined };
  const { effective } = await runner.look(reading, stream);
  return effective
    .filter(({ data }) => data['delegationId'] === delegationId)
    .map((event) => ({
      ...standingOf(event),
      delegationId,
      day: dayIn(events.all[event.type], event.data) ?? event.metadata.occurredOn,
    }));
}
