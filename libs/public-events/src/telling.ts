import { dayIn, partsOf, type Recorded } from '#event-sourcing/event';
import { effective, isPassedOver, revises } from '#event-sourcing/effective';
import { familyOf, publicTypesOf, type Family, type PublicType } from './catalogue.js';
import { valuesOf } from './open-fields.js';
import { revisions, type RevisionName, revisionType } from './revisions.js';
import { assertFits } from './schemas.js';
import { seesBack, seesType, type View } from './view.js';

type Data = Readonly<Record<string, unknown>>;

/** A CloudEvent 1.0 in its JSON format, with what it says of its place among those that the grant sees of the same subject. */
export interface PublicEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** Of those of its family and subject: the first is 1, with leading zeros, so that it sorts as text. */
  readonly sequence: string;
  readonly previousid?: string;
  readonly grantversion: number;
  readonly data: Data;
}

/** A public event and where it stands: several may follow from one recorded event. */
export interface Told {
  readonly position: bigint;
  readonly ordinal: number;
  readonly event: PublicEvent;
}

/**
 * Tells one stream to a grant, event by event from the stream's first: what is told of an event, its number and the one before it follow from
 * the stream up to it and from the grant's version, and from nothing else. So they are the same by every way, in every process and for ever.
 */
export class Telling {
  private at = 0;
  private told = 0;
  private previous: string | undefined;

  constructor(private readonly view: View) {}

  /** What the grant sees of the next event of the stream, which may go on behind it. */
  next(stream: readonly Recorded[]): readonly Told[] {
    const event = stream[this.at];
    if (event === undefined) return [];
    const changes = changesIn(this.view, stream, this.at);
    this.at += 1;
    return changes.map(({ type, ordinal, data }) => {
      const id = publicId(event, ordinal);
      const { tenant = '', id: subject = '' } = partsOf(event.stream) ?? {};
      const told: PublicEvent = {
        specversion: '1.0',
        id,
        source: `urn:samspor:${tenant}`,
        type,
        subject,
        time: event.metadata.recordedAt,
        datacontenttype: 'application/json',
        sequence: String((this.told += 1)).padStart(8, '0'),
        ...(this.previous !== undefined && { previousid: this.previous }),
        grantversion: this.view.version,
        data,
      };
      this.previous = id;
      assertFits(told);
      return { position: event.position, ordinal, event: told };
    });
  }
}

/** Of the recorded event's id and the version that is told of it. */
const publicId = ({ id }: Recorded, ordinal: number) => `${id}.${ordinal}`;

interface Change {
  readonly type: string;
  readonly ordinal: number;
  readonly data: Data;
}

function changesIn(view: View, stream: readonly Recorded[], at: number): Change[] {
  const event = stream[at];
  const category = event === undefined ? '' : (partsOf(event.stream)?.category ?? '');
  const family = familyOf(category);
  if (event === undefined || family === undefined || isPassedOver(event)) return [];
  const about = revises(event) ? revisedBy(stream, event) : event;
  if (about === undefined || !seesBack(view, about)) return [];
  const types = publicTypesOf(category, about.type).filter((type) => seesType(view, type));
  if (types.length === 0) return [];
  if (about === event) {
    return types.map((type) => ({ type: type.type, ordinal: type.version, data: dataOf(view, type, event) }));
  }
  const standing = (upTo: number) => effective(stream.slice(0, upTo)).find(({ id }) => id === about.id);
  const [was, is] = [standing(at), standing(at + 1)];
  return types.flatMap((type) => {
    const reads = (one: Recorded | undefined) => one && dataOf(view, type, one);
    return revised(family, { event, about, type }, reads(was), reads(is));
  });
}

/** The event whose reading an entry changes: through corrections and annulments that are annulled, to what is neither. */
function revisedBy(stream: readonly Recorded[], event: Recorded): Recorded | undefined {
  const target = stream.find(
    ({ id, revision }) => id === event.data['corrects'] && revision < event.revision,
  );
  return target && revises(target) ? revisedBy(stream, target) : target;
}

/** Nothing where a grant sees no difference. */
function revised(
  family: Family,
  { event, about, type }: { readonly event: Recorded; readonly about: Recorded; readonly type: PublicType },
  was: Data | undefined,
  is: Data | undefined,
): Change[] {
  const name = revisionIn(was, is);
  if (name === undefined) return [];
  const data = {
    ...whose(event),
    consumerMust: revisions[name].consumerMust,
    eventId: publicId(about, type.version),
    eventType: type.type,
    ...(is && { eventData: is }),
  };
  return [{ type: revisionType(family, name), ordinal: type.version, data }];
}

function revisionIn(was: Data | undefined, is: Data | undefined): RevisionName | undefined {
  if (is === undefined) return was && 'recorded-in-error';
  if (was === undefined) return 'reinstated';
  return JSON.stringify(was) === JSON.stringify(is) ? undefined : 'corrected';
}

function dataOf(
  { plans }: View,
  { open, withPlan, occurs, consumerMust }: PublicType,
  event: Recorded,
): Data {
  const { data, metadata } = event;
  return {
    ...whose(event),
    occurredOn: dayIn(occurs === undefined ? {} : { occurs }, data) ?? metadata.occurredOn,
    ...(consumerMust && { consumerMust }),
    ...valuesOf(plans ? withPlan : open, data),
  };
}

/** Whom an event is about, and which unit recorded it. */
const whose = ({ data, metadata: { actor } }: Recorded): Data => ({
  personId: data['subjectId'],
  ...(actor.unit !== undefined && { actingUnit: actor.unit }),
});
