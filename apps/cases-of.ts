import { codec } from '#apps/codec';
import { type EventStore, partsOf } from '#event-sourcing';

/** The cases that name any of these registrations: those known by a position of the log, and those that were opened after it. */
export async function casesSince(
  store: Pick<EventStore, 'scanNew'>,
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
  const since = { streamPrefixes: ['case-'], ...(after !== undefined && { after }) };
  for await (const events of store.scanNew(since)) {
    for (const event of events) {
      const { stream, data } = codec.decode(event.read());
      const parts = partsOf(stream);
      if (parts?.tenant === tenant && registrations.includes(String(data['subjectId']))) cases.add(parts.id);
    }
  }
  return [...cases];
}
