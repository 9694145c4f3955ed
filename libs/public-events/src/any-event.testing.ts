import fc from 'fast-check';
import type { Events, Field, Fields, Recorded, Sealed } from '#event-sourcing/event';

/** What is planted in every sealed field: it must be in nothing that is told outside. */
export const planted = Array.from({ length: 50 }, (_, n) => `Plantede Ordet ${String(n).padStart(2, '0')}`);

const anId = fc.uuid();
const aDay = fc.integer({ min: 0, max: 3_000 }).map((n) => {
  const day = new Date(Date.UTC(2020, 0, 1 + n));
  return day.toISOString().slice(0, 10);
});

function valueOf(field: Field): fc.Arbitrary<unknown> {
  if (field.personal) return fc.constantFrom(...planted).map(sealed);
  if (field.fields) return dataOf(field.fields);
  if (field.element) return fc.array(valueOf(field.element), { maxLength: 3 });
  const {
    enum: codes,
    minimum = 0,
    maximum = 10,
  } = field.schema as {
    readonly enum?: readonly string[];
    readonly minimum?: number;
    readonly maximum?: number;
  };
  switch (field.kind) {
    case 'code':
      return fc.constantFrom(...(codes ?? ['KE', 'SKOLE_2', 'HELSE']));
    case 'id':
      return anId;
    case 'date':
      return aDay;
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: Math.max(minimum, -10_000), max: Math.min(maximum, 10_000) });
    case 'serial':
      return fc.constant('2026/14');
    case 'municipalityNo':
      return fc.constant('3403');
    case 'digest':
      return fc.constant('cd'.repeat(32));
    case 'instant':
      return fc.constant('2026-03-02T09:00:00.000Z');
    case 'text':
    case 'personalDate':
    case 'personalDigest':
    case 'list':
    case 'record':
      throw new Error(`A field of kind ${field.kind} is made from what it holds.`);
  }
}

const dataOf = (fields: Fields): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(
      ...Object.entries(fields).map(([name, field]) =>
        (field.isOptional ? fc.option(valueOf(field), { nil: undefined }) : valueOf(field)).map(
          (value) => [name, value] as const,
        ),
      ),
    )
    .map((held) => Object.fromEntries(held.filter(([, value]) => value !== undefined)));

const sealed = (text: string): Sealed => ({
  v: 1,
  keyId: 'key-of-somebody',
  nonce: 'bm9uY2U=',
  ciphertext: Buffer.from(text).toString('base64'),
  commitment: 'Y29tbWl0bWVudA==',
  stream: 'case-1576.a',
  eventId: 'e',
  field: 'reason',
});

/** Which event, or what of which earlier one. */
type Entry =
  | { readonly kind: 'event'; readonly type: string; readonly data: Record<string, unknown> }
  | {
      readonly kind: 'correct';
      readonly of: number;
      readonly type: string;
      readonly data: Record<string, unknown>;
    }
  | { readonly kind: 'annul'; readonly of: number; readonly data: Record<string, unknown> };

/** Histories of a category, of anything that can be stored in it, also what its rules would refuse. */
export function histories(events: Events, subjectId: string): fc.Arbitrary<readonly Recorded[]> {
  const types = Object.keys(events.declared);
  const fieldsOf = (type: string) => events.all[type]?.fields ?? {};
  const event = fc
    .constantFrom(...types)
    .chain((type) => dataOf(fieldsOf(type)).map((data): Entry => ({ kind: 'event', type, data })));
  const correction = fc
    .constantFrom(...types)
    .chain((type) =>
      fc
        .tuple(fc.nat(), dataOf(fieldsOf(`${type}Corrected`)))
        .map(([of, data]): Entry => ({ kind: 'correct', of, type, data })),
    );
  const annulment = fc
    .tuple(fc.nat(), dataOf(fieldsOf('RecordedInErrorMarked')))
    .map(([of, data]): Entry => ({ kind: 'annul', of, data }));
  const entry = fc.oneof(
    { weight: 4, arbitrary: event },
    { weight: 2, arbitrary: correction },
    { weight: 2, arbitrary: annulment },
  );
  return fc
    .array(entry, { maxLength: 12 })
    .map((entries) => entries.reduce<Recorded[]>((stream, one) => [...stream, ...recorded(stream, one)], []))
    .map((stream) => stream.map((one) => ({ ...one, data: { ...one.data, subjectId } })));

  function recorded(stream: readonly Recorded[], one: Entry): Recorded[] {
    const at = (type: string, data: Record<string, unknown>): Recorded[] => [
      {
        type,
        data,
        id: `00000000-0000-5000-8000-${String(stream.length).padStart(12, '0')}`,
        stream: `${events.category}-1576.${subjectId}`,
        revision: BigInt(stream.length),
        position: BigInt(stream.length * 100),
        metadata: {
          $correlationId: 'c',
          $causationId: 'c',
          municipality: '1576',
          actor: { partyId: 'p', role: 'CASEWORKER', unit: 'KE' },
          occurredOn: '2026-02-28',
          recordedAt: `2026-03-02T09:00:${String(stream.length).padStart(2, '0')}.000Z`,
          schemaVersion: 1,
        },
      },
    ];
    if (one.kind === 'event') return at(one.type, one.data);
    const target = stream.length === 0 ? undefined : stream[one.of % stream.length];
    if (target === undefined) return [];
    if (one.kind === 'annul') return at('RecordedInErrorMarked', { ...one.data, corrects: target.id });
    // The values that are corrected are of the target's own type.
    if (!types.includes(target.type)) return [];
    const changed = target.type === one.type ? one.data['changed'] : {};
    return at(`${target.type}Corrected`, { ...one.data, changed, corrects: target.id });
  }
}
