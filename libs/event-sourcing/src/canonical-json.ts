/**
 * RFC 8785 canonical JSON, whole numbers only: the bytes that the log holds and that proofs are made of.
 * Refuses what has no one form: fractions, unsafe integers, undefined, lone surrogates, other objects than plain ones.
 */
export function canonical(json: unknown): string {
  try {
    return write(json);
  } catch (error) {
    throw error instanceof Fault ? new NotCanonical(error.path, error.message) : error;
  }
}

function write(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Fault('only safe whole numbers can be stored');
    return String(value);
  }
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return writeList(value);
  if (typeof value === 'object') return writeObject(value as Readonly<Record<string, unknown>>);
  throw new Fault(`${typeof value} has no JSON form`);
}

function writeList(items: readonly unknown[]): string {
  let text = '';
  for (let index = 0; index < items.length; index += 1) {
    text += (index === 0 ? '' : ',') + within(index, items[index]);
  }
  return `[${text}]`;
}

function writeObject(value: Readonly<Record<string, unknown>>): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new Fault('only plain objects have a JSON form');
  }
  let text = '';
  // The default order compares UTF-16 code units, as RFC 8785 § 3.2.3 asks.
  for (const key of Object.keys(value).sort()) {
    text += `${text === '' ? '' : ','}${within(key, key)}:${within(key, value[key])}`;
  }
  return `{${text}}`;
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new Fault('the text holds half a surrogate pair');
  return JSON.stringify(text);
}

/** Its place is put together only where there is a fault, from the inside out. */
function within(name: string | number, value: unknown): string {
  try {
    return write(value);
  } catch (error) {
    if (error instanceof Fault) error.path = `/${name}${error.path}`;
    throw error;
  }
}

class Fault extends Error {
  path = '';
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
