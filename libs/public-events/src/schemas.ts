import { id, localDate, objectSchema } from '#event-sourcing/event';
import { type JsonSchema, object, string } from '#event-sourcing/json-schema';
import { lazyValidator } from '#event-sourcing/lazy-validator';
import { families, publicTypes, type PublicType } from './catalogue.js';
import { openSchema } from './open-fields.js';
import { revisionNames, revisions, revisionType } from './revisions.js';

/** What is sent of one type: what it says, in three languages, and the JSON Schema of its `data`. */
export interface Described {
  readonly type: string;
  readonly says: readonly [en: string, nb: string, nn: string];
  readonly data: JsonSchema;
}

const anId = id().schema;
const unit: JsonSchema = {
  ...string({ pattern: '^[A-Z][A-Z0-9_]{0,59}$' }),
  description: 'The unit that recorded it.',
};
const whose = { personId: { ...anId, description: 'An opaque id.' }, actingUnit: unit };

function dataSchema({ fields, consumerMust }: PublicType): JsonSchema {
  const { properties, required } = objectSchema(fields, openSchema);
  const own = {
    ...whose,
    occurredOn: { ...localDate().schema, description: 'The local date on which it happened.' },
    ...(consumerMust && { consumerMust: { const: consumerMust } }),
  };
  const clash = Object.keys(own).filter((name) => Object.hasOwn(properties, name));
  if (clash.length > 0) throw new Error(`A public event shows ${clash.join()} twice`);
  const optional = Object.keys(properties).filter((name) => !(required as string[]).includes(name));
  return object({ ...own, ...properties }, ['actingUnit', ...optional]);
}

const revisionSchema = (consumerMust: string, hasData: boolean): JsonSchema =>
  object(
    {
      ...whose,
      consumerMust: { const: consumerMust },
      eventId: { ...string({ minLength: 1, maxLength: 100 }), description: 'The `id` of the earlier event.' },
      eventType: string({ pattern: '^no\\.samspor\\.[a-z.-]+\\.v\\d+$' }),
      ...(hasData && {
        eventData: { type: 'object', description: '`data` of the earlier event as it reads now.' },
      }),
    },
    ['actingUnit'],
  );

/** Every type that is ever sent. */
export const described: readonly Described[] = [
  ...publicTypes.map((one) => ({ type: one.type, says: one.says, data: dataSchema(one) })),
  ...families.flatMap((family) =>
    revisionNames.map((name) => ({
      type: revisionType(family, name),
      says: revisions[name].says,
      data: revisionSchema(revisions[name].consumerMust, name !== 'recorded-in-error'),
    })),
  ),
];

/** The JSON Schema of a whole event of the type, as it is sent. */
export const eventSchema = ({ type, data, says: [description] }: Described): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: type,
  description,
  ...object(
    {
      specversion: { const: '1.0' },
      id: string({ minLength: 1, maxLength: 100 }),
      source: string({ pattern: '^urn:samspor:[0-9a-zA-Z]+$' }),
      type: { const: type },
      subject: anId,
      time: string({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' }),
      datacontenttype: { const: 'application/json' },
      sequence: string({ pattern: '^\\d{8}$' }),
      previousid: string({ minLength: 1, maxLength: 100 }),
      grantversion: { type: 'integer', minimum: 1 },
      data,
    },
    ['previousid'],
  ),
});

const validators = new Map(
  described.map((one) => [
    one.type,
    { event: lazyValidator(() => eventSchema(one)), data: lazyValidator(() => one.data) },
  ]),
);

/** Fails for what is not as its schema says: it is not sent. No value is repeated. */
export function assertFits(event: {
  readonly type: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}): void {
  const { eventType, eventData } = event.data;
  const isFit =
    validators.get(event.type)?.event().Check(event) === true &&
    (eventData === undefined || validators.get(String(eventType))?.data().Check(eventData) === true);
  if (!isFit) throw new Error(`The public event ${event.id} does not fit the schema of ${event.type}`);
}
