import { Clock } from '#apps/clock';
import { declared } from '#apps/codec';
import { caseEvents, openIn } from '#casework';
import { complaintEvents, openComplaint } from '#complaint';
import { openForSubjects } from '#coordination';
import { enquiryEvents } from '#enquiry';
import { type CommandRunner, type EventStore, type Field, isRead, type Standing } from '#event-sourcing';
import { placed } from '#event-sourcing/personal-fields';
import { sealedIn, type StreamIndex } from '#personal-data';

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

/** The log, and where in it a person is named. */
export interface Searched {
  readonly store: Pick<EventStore, 'history' | 'read' | 'scan'>;
  readonly streams: Pick<StreamIndex, 'naming'>;
}

const isOfPerson = ({ personal, element, fields = {} }: Field): boolean =>
  personal?.of === 'subjectId' ||
  // A document about a person has the person’s id as its owner’s too.
  personal?.class === 'DOCUMENT' ||
  (element !== undefined && isOfPerson(element)) ||
  Object.values(fields).some(isOfPerson);
/** In whose streams something stands that a person's key has sealed, as is declared. */
const categories = declared
  .filter(({ all }) => Object.values(all).some(({ fields }) => Object.values(fields).some(isOfPerson)))
  .map(({ category }) => category);

/** Everything that the log has recorded about a person's registrations, stream by stream. Reads no other streams. */
export async function recordedAbout(
  { store, streams }: Searched,
  tenant: string,
  subjectIds: readonly string[],
): Promise<InStream[]> {
  const prefixes = categories.map((category) => `${category}-${tenant}.`);
  const found: InStream[] = [];
  for await (const { stream, events } of streams.naming(store, subjectIds)) {
    if (!prefixes.some((prefix) => stream.startsWith(prefix))) continue;
    const about = events.flatMap((event) => {
      const data = (isRead(event) ? event : event.tryRead())?.data ?? {};
      const subjectId = subjectIds.find((one) => data['subjectId'] === one);
      return subjectId === undefined ? [] : [{ id: event.id, data, subjectId }];
    });
    const [first] = about;
    if (first === undefined) continue;
    found.push({
      stream,
      subjectId: first.subjectId,
      entries: about.length,
      texts: about.flatMap(({ id, data }) => sealedIn(placed(data, stream, id))).length,
      eventIds: new Set(about.map(({ id }) => id)),
    });
  }
  return found;
}

/** The enquiries that were recorded as being about the person: their texts go with none of the person's keys. */
export async function enquiriesAbout(
  { store, streams }: Searched,
  tenant: string,
  subjectIds: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for await (const { stream } of streams.naming(store, subjectIds)) {
    if (stream.startsWith(`${enquiryEvents.category}-${tenant}.`)) found.push(stream);
  }
  return found;
}

/** What of a person has begun and not ended: cases, complaints, and what their coordination has running. */
export const openOf = (runner: CommandRunner, searched: Searched) => ({
  async of(tenant: string, subjectId: string) {
    const streams = (await recordedAbout(searched, tenant, [subjectId])).map(({ stream }) => stream);
    const idsIn = ({ category }: { readonly category: string }) => {
      const prefix = `${category}-${tenant}.`;
      return streams.flatMap((stream) => (stream.startsWith(prefix) ? [stream.slice(prefix.length)] : []));
    };
    const complaints = idsIn(complaintEvents).map(async (complaintId) => {
      const { answer: standing, basis } = await openComplaint(runner, tenant, complaintId);
      return { standing, basis };
    });
    const answers = [
      ...(await Promise.all([
        ...idsIn(caseEvents).map((caseId) => openIn(runner, tenant, caseId)),
        ...complaints,
      ])),
      await openForSubjects(runner, clock.dayOf(clock.now())).of(tenant, subjectId),
    ];
    return {
      standing: answers.flatMap(({ standing }): readonly Standing[] => standing),
      basis: answers.flatMap(({ basis }) => basis),
    };
  },
});
