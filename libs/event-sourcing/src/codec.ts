import { checkDeclarations } from './declaration-check.js';
import {
  type EventDeclaration,
  type Events,
  type Metadata,
  partsOf,
  type PersonalOptions,
  type Recorded,
} from './event.js';
import {
  type ExpectedRevision,
  type JsonObject,
  LogFault,
  type NewEvent,
  type StoredEvent,
  UnreadEvent,
} from './event-store.js';
import { type FactCheck, factCheck, InvalidFact } from './fact-check.js';
import { sayFault } from './fact-sentences.js';
import { lazyValidator } from './lazy-validator.js';
import { metadataFaults } from './metadata-check.js';
import { mapPersonal, type PersonalPlan, placed, planOf } from './personal-fields.js';
import type { Envelope, PlainField, Sealing } from './sealing.js';
import { decodedSchema } from './stored-schema.js';
import type { Decoder } from './stream-history.js';

/** A fact on its way into the log. The codec adds the schema's version to the metadata. */
export interface Draft {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Omit<Metadata, 'schemaVersion'>;
}

/** Between facts and the log: checks and seals on the way in, lifts old versions and checks on the way out. */
export interface Codec extends Decoder {
  /** The declarations of a stream's category; fails for a stream that has none. */
  eventsOf(stream: string): Events;
  /** Fails with `InvalidFact` before anything is sealed. All personal fields are sealed in one call, keys committed first. */
  encode(
    stream: string,
    drafts: readonly Draft[],
    sealing: Sealing,
    /** Where they will be appended. */
    expected: ExpectedRevision,
  ): Promise<NewEvent[]>;
  /** Fails with `LogFault` for what the declarations do not know: stop, do not skip. */
  decode(event: StoredEvent | UnreadEvent): Recorded;
}

/** The codec by itself: it neither signs nor asks who wrote an event (`authentic`). */
export interface PlainCodec extends Codec {
  encode(stream: string, drafts: readonly Draft[], sealing: Sealing): Promise<NewEvent[]>;
}

interface Compiled {
  readonly declaration: EventDeclaration;
  readonly check: FactCheck;
  readonly isDecodedShape: (data: unknown) => boolean;
  readonly personal: PersonalPlan | undefined;
}

/** Checks names, owners and upcaster chains of all declarations, and fails with every fault at once. */
export function codecOf(declarations: readonly Events[]): PlainCodec {
  checkDeclarations(declarations);
  const categories = new Map(declarations.map((events) => [events.category, categoryOf(events)]));

  const categoryAt = (stream: string) => {
    const parts = partsOf(stream);
    const category = parts && categories.get(parts.category);
    if (!category) throw new LogFault(`The stream ${stream} belongs to no declared category.`);
    return { events: category.events, types: category.types, tenant: parts.tenant };
  };

  return {
    eventsOf: (stream) => categoryAt(stream).events,

    async encode(stream, drafts, sealing) {
      const { events, tenant, types } = categoryAt(stream);
      const plain: PlainField[] = [];
      const collect = (eventId: string, data: Readonly<Record<string, unknown>>) => {
        return (text: unknown, field: string, { of, class: recordClass }: PersonalOptions) => {
          plain.push({
            tenant,
            owner: String(data[of]),
            class: recordClass,
            stream,
            eventId,
            field,
            text: String(text),
          });
          return new Placeholder(plain.length - 1);
        };
      };
      const prepared = drafts.map(({ id, type, data, metadata }) => {
        const compiled = types.get(type);
        if (!compiled) {
          throw new InvalidFact(type, [
            { path: 'the type', fault: sayFault('type', { category: events.category }) },
          ]);
        }
        const given = withoutUndefined(data) as Readonly<Record<string, unknown>>;
        const faults = compiled.check(given);
        if (faults.length > 0) throw new InvalidFact(type, faults);
        const { personal, declaration } = compiled;
        const beside = withoutUndefined({ ...metadata, schemaVersion: declaration.version }) as JsonObject;
        const faultsBeside = metadataFaults(beside, tenant);
        if (faultsBeside.length > 0) throw new InvalidFact(type, faultsBeside);
        return {
          id,
          type,
          personal,
          data: personal ? mapPersonal(personal, given, collect(id, given)) : given,
          metadata: beside,
        };
      });
      const envelopes = plain.length > 0 ? await sealing.seal(plain) : [];
      const place = (held: unknown) => envelopeAt(envelopes, held);
      return prepared.map(({ id, type, personal, data, metadata }) => ({
        id,
        type,
        data: (personal ? mapPersonal(personal, data, place) : data) as JsonObject,
        metadata,
      }));
    },

    decode(event) {
      const stored = event instanceof UnreadEvent ? event.read() : event;
      const { stream, revision, position, id, type, data, metadata } = stored;
      const at = `${type} (${id}) at revision ${revision} of ${stream}`;
      const { types, tenant } = categoryAt(stream);
      const compiled = types.get(type);
      if (!compiled) {
        throw new LogFault(`${at} is of a type that this release does not know; a newer release wrote it.`);
      }
      // Before the upcasts: an envelope opens with the path that it was sealed at, which they may change.
      const sealed = placed(data, stream, id) as Readonly<Record<string, unknown>>;
      const lifted = lift(compiled.declaration, sealed, metadata['schemaVersion'], at);
      const [fault] = metadataFaults(metadata, tenant);
      if (fault) throw new LogFault(`${at} has metadata of which ${fault.path} ${fault.fault.en}.`);
      if (!compiled.isDecodedShape(lifted)) throw new LogFault(`${at} does not have its declared shape.`);
      return {
        type,
        data: lifted,
        id,
        stream,
        revision,
        position,
        metadata: metadata as unknown as Metadata,
      };
    },
  };
}

/** Stands where an envelope comes. */
class Placeholder {
  constructor(readonly index: number) {}
}

function envelopeAt(envelopes: readonly Envelope[], held: unknown): Envelope {
  const envelope = held instanceof Placeholder ? envelopes[held.index] : undefined;
  if (!envelope) throw new Error('The vault answered with fewer envelopes than it was given fields.');
  return envelope;
}

function categoryOf(events: Events): { events: Events; types: ReadonlyMap<string, Compiled> } {
  const types = new Map(
    Object.entries(events.all).map(([type, declaration]) => {
      const decoded = lazyValidator(() => decodedSchema(declaration));
      const compiled: Compiled = {
        declaration,
        check: factCheck(declaration),
        isDecodedShape: (data) => decoded().Check(data),
        personal: planOf(declaration.fields),
      };
      return [type, compiled];
    }),
  );
  return { events, types };
}

function lift(
  { version, upcasts }: EventDeclaration,
  data: Readonly<Record<string, unknown>>,
  stored: unknown,
  at: string,
): Readonly<Record<string, unknown>> {
  if (stored === version) return data;
  if (typeof stored !== 'number' || !Number.isInteger(stored) || stored < 1) {
    throw new LogFault(`${at} does not say which version it has.`);
  }
  if (stored > version) {
    throw new LogFault(
      `${at} has version ${stored}; this release knows ${version}. A newer release wrote it.`,
    );
  }
  let lifted = data;
  for (let from = stored; from < version; from += 1) lifted = upcasts[from]?.(lifted) ?? lifted;
  return lifted;
}

/** The same value where nothing of it is undefined. */
function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(withoutUndefined);
    return items.some((item, index) => item !== value[index]) ? items : (value as unknown);
  }
  const given = value as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(given)) {
    const held = withoutUndefined(given[name]);
    if (held === given[name] && held !== undefined) continue;
    copy ??= { ...given };
    if (held === undefined) delete copy[name];
    else copy[name] = held;
  }
  return copy ?? value;
}
