import { Clock } from '#apps/clock';
import { caseEvents, openIn } from '#casework';
import { openForSubjects } from '#coordination';
import type { CommandRunner, EventStore, Standing } from '#event-sourcing';
import { placed } from '#event-sourcing/personal-fields';
import { sealedIn } from '#personal-data';

const clock = new Clock();

/** What the log has recorded about a person in one stream. */
export interface InStream {
  readonly stream: string;
  /** Under which of the person's registrations. */
  readonly subjectId: string;
  readonly entries: number;
  /** How many sealed texts, names, numbers and dates those hold. */
  readonly texts: number;
  readonly eventIds: ReadonlySet<string>;
}

/** Everything that the log has recorded about a person's registrations, stream by stream. Reads the whole log of the municipality. */
export async function recordedAbout(
  store: Pick<EventStore, 'scan'>,
  tenant: string,
  subjectIds: readonly string[],
): Promise<InStream[]> {
  const streams = new Map<
    string,
    { subjectId: string; entries: number; texts: number; eventIds: Set<string> }
  >();
  const streamPrefixes = ['subject', 'case', 'coordination', 'plan'].map(
    (category) => `${category}-${tenant}.`,
  );
  for await (const events of store.scan({ streamPrefixes })) {
    for (const event of events) {
      if (!subjectIds.some((id) => event.data.includes(id))) continue;
      const data = event.tryRead()?.data ?? {};
      const subjectId = subjectIds.find((id) => data['subjectId'] === id);
      if (subjectId === undefined) continue;
      const found = streams.get(event.stream) ?? { subjectId, entries: 0, texts: 0, eventIds: new Set() };
      found.entries += 1;
      found.texts += sealedIn(placed(data, event.stream, event.id)).length;
      found.eventIds.add(event.id);
      streams.set(event.stream, found);
    }
  }
  return [...streams].map(([stream, found]) => ({ stream, ...found }));
}

/** What of a person has begun and not ended: cases, and what their coordination has running. */
export const openOf = (runner: CommandRunner, store: Pick<EventStore, 'scan'>) => ({
  async of(tenant: string, subjectId: string) {
    const prefix = `${caseEvents.category}-${tenant}.`;
    const cases = (await recordedAbout(store, tenant, [subjectId])).filter(({ stream }) =>
      stream.startsWith(prefix),
    );
    const answers = [
      ...(await Promise.all(cases.map(({ stream }) => openIn(runner, tenant, stream.slice(prefix.length))))),
      await openForSubjects(runner, clock.dayOf(clock.now())).of(tenant, subjectId),
    ];
    return {
      standing: answers.flatMap(({ standing }): readonly Standing[] => standing),
      basis: answers.flatMap(({ basis }) => basis),
    };
  },
});
