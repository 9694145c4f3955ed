import { codec } from '#apps/codec';
import { type EventStore, partsOf, StoreUnavailable } from '#event-sourcing';

/** The cases that name any of these registrations: those known by a position of the log, and those that were opened after it. */
export async function casesSince(
  store: Pick<EventStore, 'subscribe'>,
  {
    tenant,
    registrations,
    known,
    after,
  }: {
    readonly tenant: string;
    readonly registrations: readonly string[];
    readonly known: readonly string[];
    readonly after: bigint | undefined;
  },
): Promise<string[]> {
  const cases = new Set(known);
  const { signal } = new AbortController();
  const since = { streamPrefixes: ['case-'], signal, ...(after !== undefined && { after }) };
  for await (const batch of store.subscribe(since)) {
    for (const delivery of batch) {
      if (delivery.kind === 'caughtUp') return [...cases];
      if (delivery.kind !== 'event') continue;
      const { stream, data } = codec.decode(delivery.event.read());
      const parts = partsOf(stream);
      if (parts?.tenant === tenant && registrations.includes(String(data['subjectId']))) cases.add(parts.id);
    }
  }
  throw new StoreUnavailable('The subscription to the log ended before its cases were read.');
}
