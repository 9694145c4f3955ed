import { sayFault } from '../problems/fault-sentences.js';
import { instant, integer, list, object, orNull, text } from '../reading/shape.js';
import { Code, NullableField, OpaqueId, OptionalField, rule } from '../validation/decorators.js';

const mostBytes = 64 * 1024;

const saved = { revision: integer(), savedAt: instant() };
const draft = { id: text(), form: text('A code'), about: orNull(text('The id of whom or what it is about')) };

export const savedAnswer = object(saved);
export const draftsAnswer = object({ drafts: list(object({ ...draft, ...saved })) });
export const draftAnswer = object({
  ...draft,
  text: { type: 'object', additionalProperties: true, description: 'As the browser wrote it' },
  ...saved,
});

const isSmallObject = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Buffer.byteLength(JSON.stringify(value)) <= mostBytes;

export class DraftBody {
  @Code(undefined, 'What it is a draft of, as the browser calls it')
  form!: string;

  @NullableField()
  @OpaqueId('Of whom or what it is about; the draft goes when that is disposed of')
  about?: string | null;

  @rule(
    'draftText',
    sayFault('small-object', { most: String(mostBytes / 1024) }),
    isSmallObject,
    { type: 'object', additionalProperties: true },
    'The fields as they stand, at most 64 kB',
  )
  text!: object;

  @OptionalField()
  @rule(
    'revision',
    sayFault('revision'),
    (v) => Number.isInteger(v) && Number(v) >= 0,
    { type: 'integer', minimum: 0 },
    'The one that was read or written last, 0 for none: 412 where another stands there. Left out, it is saved over whatever stands there',
  )
  revision?: number;
}
