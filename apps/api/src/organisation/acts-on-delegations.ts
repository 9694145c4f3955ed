import { caseEvents } from '#casework';
import { coordinationEvents } from '#coordination';
import { dayIn, type Events } from '#event-sourcing/event';
import { standingOf } from '#event-sourcing';
import type { ActsOnDelegations } from '#municipality/application/index';
import type { ApiParts } from '../api-parts.js';

const acting: readonly Events[] = [caseEvents, coordinationEvents];

/** What stands of what was done on a delegation: found by going through the log, as a delegation is seldom revoked. */
export const actsOnDelegations = ({
  store,
  runner,
}: Pick<ApiParts, 'store' | 'runner'>): ActsOnDelegations => ({
  async of(tenant, delegationId) {
    const acts = await Promise.all(
      acting.map(async (events) => {
        const names = Object.entries(events.declared).flatMap(([type, { fields }]) =>
          'delegationId' in fields ? [type] : [],
        );
        const streams = new Set<string>();
        for await (const some of store.scan({ streamPrefixes: [`${events.category}-${tenant}.`] })) {
          for (const event of some) {
            const isNamed = () => event.tryRead()?.data['delegationId'] === delegationId;
            if (names.includes(event.type) && isNamed()) streams.add(event.stream);
          }
        }
        const reading = { events, initialState: undefined, evolve: () => undefined };
        const looks = await Promise.all([...streams].map((stream) => runner.look(reading, stream)));
        return looks.flatMap(({ effective }) =>
          effective
            .filter(({ data }) => data['delegationId'] === delegationId)
            .map((event) => ({
              ...standingOf(event),
              delegationId,
              day: dayIn(events.all[event.type], event.data) ?? event.metadata.occurredOn,
            })),
        );
      }),
    );
    return acts.flat();
  },
});
