import { readdirSync, readFileSync } from 'node:fs';
import { codec, declared } from '#apps/codec';
import {
  derivedId,
  type EventDeclaration,
  type Events,
  type Field,
  type Fields,
  type StoredEvent,
  streamName,
} from '#event-sourcing';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';

const folder = new URL('./', import.meta.url);

/** One example of an event as it was once stored, and the shape that it was declared with. Never changed once it is committed. */
export interface Golden {
  readonly stored: Omit<StoredEvent, 'revision' | 'position'>;
  /** What decoding it with today's declarations gives; the one part that follows a new version. */
  readonly decoded: Readonly<Record<string, unknown>>;
  readonly shape: Shape;
}

/** By path, such as `items[].reason?`: kind, owner and class of personal fields, codes. */
export type Shape = Readonly<Record<string, string>>;

export interface Declared {
  readonly events: Events;
  readonly type: string;
  readonly declaration: EventDeclaration;
}

export const everyDeclared: readonly Declared[] = declared.flatMap((events) =>
  Object.entries(events.all).map(([type, declaration]) => ({ events, type, declaration })),
);

/** `RecordedInErrorMarked` is declared in every category; every other name is one event's. */
export const fileOf = ({ events, type }: Declared, version: number) =>
  `${type === 'RecordedInErrorMarked' ? `${events.category}.` : ''}${type}.v${version}.json`;

export const goldenFiles = (): string[] => readdirSync(folder).filter((file) => file.endsWith('.json'));
export const goldenUrl = (file: string) => new URL(file, folder);
export const readGolden = (file: string) => JSON.parse(readFileSync(goldenUrl(file), 'utf8')) as Golden;

/** The golden file of a declaration's present version, sealed without keys: the text stands in base64. */
export async function exampleOf({ events, type, declaration }: Declared): Promise<Golden> {
  const data = exampleData(declaration.fields, type);
  const id = derivedId('golden', events.category, type, declaration.version);
  const stream = streamName(events.category, '1576', 'profile');
  const draft = {
    id,
    type,
    data,
    metadata: {
      $correlationId: derivedId('correlation'),
      $causationId: derivedId('command'),
      municipality: '1576',
      actor: { partyId: derivedId('party'), role: 'CASEWORKER', unit: 'KE' },
      occurredOn: '2026-02-28',
      recordedAt: '2026-03-02T09:00:00.000Z',
      basis: [{ stream: 'case-1576.a', revision: 4 }],
      bodyMac: 'ab'.repeat(32),
    },
  };
  const [encoded] = await codec.encode(stream, [draft], plainSealing);
  if (!encoded) throw new Error(`${type} was not encoded.`);
  const stored = { ...encoded, stream };
  return { stored, decoded: decode(stored), shape: shapeOf(declaration.fields) };
}

export const decode = (stored: Golden['stored']) =>
  codec.decode({ ...stored, revision: 0n, position: 0n }).data;

export function shapeOf(fields: Fields, prefix = ''): Shape {
  return Object.assign(
    {},
    ...Object.entries(fields).map(([name, field]) =>
      shapeOfField(field, `${prefix}${name}${field.isOptional ? '?' : ''}`),
    ),
  ) as Shape;
}

function shapeOfField(field: Field, path: string): Shape {
  if (field.fields) return shapeOf(field.fields, `${path}.`);
  if (field.element) return shapeOfField(field.element, `${path}[]`);
  const { kind, personal } = field;
  if (personal) return { [path]: `${kind} of ${personal.of}, ${personal.class}` };
  return { [path]: [kind, ...codesOf(field)].join(' ') };
}

/** The codes that a field may hold, in alphabetical order. */
export const codesOf = ({ schema }: Field): string[] =>
  'enum' in schema ? (schema.enum as string[]).toSorted() : [];

/** Every field filled, the optional ones too. */
const exampleData = (fields: Fields, about: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, exampleValue(field, `${about}.${name}`)]),
  );

function exampleValue(field: Field, about: string): unknown {
  if (field.fields) return exampleData(field.fields, about);
  if (field.element) return [exampleValue(field.element, `${about}.0`)];
  const examples: Partial<Record<Field['kind'], unknown>> = {
    code: codesOf(field)[0] ?? 'KE',
    id: derivedId('golden', about),
    date: '2026-02-28',
    personalDate: '2012-02-29',
    instant: '2026-03-02T09:00:00.000Z',
    serial: '2026/14',
    municipalityNo: '3403',
    number: Math.min(2012, (field.schema as { readonly maximum?: number }).maximum ?? 2012),
    boolean: true,
    digest: 'cd'.repeat(32),
    personalDigest: 'cd'.repeat(32),
    text: 'Testine Ærlig'.slice(0, field.personal?.max),
  };
  return examples[field.kind];
}
