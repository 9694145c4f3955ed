import { authorityOfCaseStep, caseEvents } from '#casework';
import { authorityOfCoordinationStep, coordinationEvents } from '#coordination';
import { type CommandRunner, type EventStore, readingOf, standingOf } from '#event-sourcing';
import { dayIn, type Events } from '#event-sourcing/event';
import type { ActsOnDelegations } from '#municipality/application/index';
import type { ActsOn, AuthorityRole } from '#vocabulary';

interface Acting {
  readonly events: Events;
  /** On whose authority, and in what, a step of a type is taken. */
  readonly authorityOf: (type: string) => ActsOn | undefined;
}
const acting: readonly Acting[] = [
  { events: caseEvents, authorityOf: authorityOfCaseStep },
  { events: coordinationEvents, authorityOf: authorityOfCoordinationStep },
];

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
    for (const one of acting) {
      const streams = await streamsNaming(parts.store, one, tenant, delegationId);
      for (let at = 0; at < streams.length; at += atOnce) {
        const some = streams.slice(at, at + atOnce);
        acts.push(
          ...(await Promise.all(some.map((stream) => actsIn(parts.runner, one, stream, delegationId)))),
        );
      }
    }
    return acts.flat();
  },
});

async function streamsNaming(
  store: Parts['store'],
  { events: { category, declared }, authorityOf }: Acting,
  tenant: string,
  delegationId: string,
): Promise<readonly string[]> {
  const names = Object.keys(declared).filter((type) => authorityOf(type) !== undefined);
  const streams = new Set<string>();
  for await (const some of store.scan({ streamPrefixes: [`${category}-${tenant}.`] })) {
    for (const event of some) {
      const isNamed = () => event.tryRead()?.data['delegationId'] === delegationId;
      if (names.includes(event.type) && isNamed()) streams.add(event.stream);
    }
  }
  return [...streams];
}

async function actsIn(
  runner: Parts['runner'],
  { events, authorityOf }: Acting,
  stream: string,
  delegationId: string,
) {
  const { effective } = await runner.look(readingOf(events), stream);
  return effective.flatMap((event) => {
    const { data, type, metadata } = event;
    const actsOn = authorityOf(type);
    if (actsOn === undefined || data['delegationId'] !== delegationId) return [];
    return {
      ...standingOf(event),
      ...actsOn,
      delegationId,
      fromRole: data['delegatedBy'] as AuthorityRole,
      day: dayIn(events.all[type], data) ?? metadata.occurredOn,
    };
  });
}
