/**
 * RFC 8785 canonical JSON, whole numbers only: the bytes that the log holds and that proofs are made of.
 * Refuses what has no one form: fractions, unsafe integers, undefined, lone surrogates, other objects than plain ones.
 */
export const canonical = (json: unknown): string => write(json, '');

function write(value: unknown, path: string): string {
  if (typeof value === 'string') return quoted(value, path);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NotCanonical(path, 'only safe whole numbers can be stored');
    return String(value);
  }
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => write(item, `${path}/${index}`)).join(',')}]`;
  }
  if (typeof value === 'object') return writeObject(value, path);
  throw new NotCanonical(path, `${typeof value} has no JSON form`);
}

function writeObject(value: object, path: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotCanonical(path, 'only plain objects have a JSON form');
  }
  // The default order compares UTF-16 code units, as RFC 8785 § 3.2.3 asks.
  const members = Object.keys(value)
    .toSorted()
    .map((key) => {
      const at = `${path}/${key}`;
      return `${quoted(key, at)}:${write((value as Record<string, unknown>)[key], at)}`;
    });
  return `{${members.join(',')}}`;
}

function quoted(text: string, path: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new NotCanonical(path, 'the text holds half a surrogate pair');
  return JSON.stringify(text);
}

/** Names the path (a JSON pointer), never the value. */
export class NotCanonical extends Error {
  constructor(
    readonly path: string,
    readonly fault: string,
  ) {
    super(`No canonical JSON at ${path === '' ? 'the top' : path}: ${fault}.`);
    this.name = 'NotCanonical';
  }
}
