import { codec as plainCodec } from '#apps/codec';
import type { caseEvents } from '#casework';
import type { coordinationEvents } from '#coordination';
import type { Codec } from '#event-sourcing/codec';
import { annulment, correction } from '#event-sourcing/decider';
import { partsOf, streamName, type FactOf, type Recorded } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { derivedId } from '#event-sourcing/ids';
import type { Projection, Row } from '#event-sourcing/projection';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import type { enquiryEvents } from '#enquiry';
import type { meetingEvents } from '#meeting';
import type { organisationEvents, partyEvents, unitEvents } from '#municipality';
import { refold } from '#projecting';
import type { subjectEvents } from '#subject';

export type CaseFact = FactOf<typeof caseEvents>;
export type CoordinationFact = FactOf<typeof coordinationEvents>;
export type SubjectFact = FactOf<typeof subjectEvents>;
export type PartyFact = FactOf<typeof partyEvents>;
export type MeetingFact = FactOf<typeof meetingEvents>;
export type UnitFact = FactOf<typeof unitEvents>;
type Fact =
  | CaseFact
  | CoordinationFact
  | SubjectFact
  | PartyFact
  | MeetingFact
  | UnitFact
  | FactOf<typeof enquiryEvents>
  | FactOf<typeof organisationEvents>;

const categories = { caseId: 'case', subjectId: 'subject', partyId: 'party' } as const;

/** A log of the field's own facts, in memory, and the rows that follow from it. */
export class Log {
  /** When what comes next is recorded, and by whom. */
  recordedAt = '2026-03-02T08:00:00.000Z';
  actor = { partyId: 'worker', role: 'CASEWORKER' };

  constructor(
    readonly store: EventStore = new MemoryEventStore(),
    readonly tenant = '1576',
    /** Authenticates what is recorded, where readers ask for it. */
    private readonly codec: Codec = plainCodec,
  ) {}

  /** Facts of one case. */
  inCase = (caseId: string, ...facts: readonly CaseFact[]) => this.append(categories.caseId, caseId, facts);
  /** Facts of one person's coordination. */
  inCoordination = (subjectId: string, ...facts: readonly CoordinationFact[]) =>
    this.append('coordination', subjectId, facts);
  inSubject = (subjectId: string, ...facts: readonly SubjectFact[]) =>
    this.append(categories.subjectId, subjectId, facts);
  inParty = (partyId: string, ...facts: readonly PartyFact[]) =>
    this.append(categories.partyId, partyId, facts);
  inMeeting = (meetingId: string, ...facts: readonly MeetingFact[]) =>
    this.append('meeting', meetingId, facts);
  inEnquiry = (enquiryId: string, ...facts: readonly FactOf<typeof enquiryEvents>[]) =>
    this.append('enquiry', enquiryId, facts);
  /** Facts of what a municipality tells of its unit; `topic`, such as `retention`. */
  inOrganisation = (topic: string, ...facts: readonly FactOf<typeof organisationEvents>[]) =>
    this.append('organisation', topic, facts);
  inUnit = (unit: string, ...facts: readonly UnitFact[]) => this.append('unit', unit, facts);

  /** Corrects fields of a recorded event. */
  async correct(
    target: Recorded,
    changed: Readonly<Record<string, unknown>>,
    reason = 'Tastefeil',
  ): Promise<Recorded> {
    return this.revise(
      target,
      correction(this.codec.eventsOf(target.stream), target, changed, reason) as Fact,
    );
  }

  /** Marks a recorded event as recorded in error. */
  async annul(target: Recorded, reason = 'Gjaldt en annen'): Promise<Recorded> {
    return this.revise(
      target,
      annulment(this.codec.eventsOf(target.stream), target, 'WRONG_PERSON', reason) as Fact,
    );
  }

  /** Every row of a projection, as a rebuild makes them, without the engine's own columns. */
  async rows(projection: Projection): Promise<Row[]> {
    const streams = new Set<string>();
    for await (const { stream } of this.store.readAll({})) streams.add(stream);
    const handled = [...streams].filter((stream) =>
      projection.handles.some(({ category }) => stream.startsWith(`${category}-`)),
    );
    const perStream = await Promise.all(
      handled.map(async (stream) => {
        const history = (await this.store.read(stream)).map((event) => this.codec.decode(event));
        return [...refold(projection, history).values()].map(({ row }) => row);
      }),
    );
    return perStream.flat();
  }

  private async revise(target: Recorded, fact: Fact): Promise<Recorded> {
    const parts = partsOf(target.stream);
    const [revision] = await this.append(parts?.category ?? '', parts?.id ?? '', [fact]);
    if (!revision) throw new Error('a correction was appended');
    return revision;
  }

  private async append(category: string, id: string, facts: readonly Fact[]): Promise<Recorded[]> {
    const stream = streamName(category, this.tenant, id);
    const last = await this.store.last(stream);
    const next = last === undefined ? 0n : last.revision + 1n;
    const drafts = facts.map(({ type, data }, index) => ({
      id: derivedId('test event', stream, String(next), index),
      type,
      data: data as Readonly<Record<string, unknown>>,
      metadata: {
        $correlationId: 'correlation',
        $causationId: derivedId('test command', stream, String(next)),
        municipality: this.tenant,
        actor: this.actor,
        occurredOn: this.recordedAt.slice(0, 10),
        recordedAt: this.recordedAt,
      },
    }));
    const expected = last?.revision ?? 'no_stream';
    await this.store.append(
      stream,
      expected,
      await this.codec.encode(stream, drafts, plainSealing, expected),
    );
    return (await this.store.read(stream, { from: next })).map((event) => this.codec.decode(event));
  }
}
