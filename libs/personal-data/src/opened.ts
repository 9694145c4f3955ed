import type { Sealed } from '#event-sourcing/event';
import { isEnvelope } from '#event-sourcing/sealing';

/** Stands where a text was whose key is destroyed. An object, so that no text can be taken for it; in JSON `{"disposed":true}`. */
export interface Disposed {
  readonly disposed: true;
}
export const DISPOSED: Disposed = Object.freeze({ disposed: true });

export const isDisposed = (value: unknown): value is Disposed =>
  typeof value === 'object' && value !== null && (value as Partial<Disposed>).disposed === true;

/** The same shape with every sealed field opened. */
export type Opened<T> = T extends Sealed
  ? string | Disposed
  : T extends Date | Uint8Array
    ? T
    : T extends object
      ? { [K in keyof T]: Opened<T[K]> }
      : T;

/** True for a whole sealed field: the envelope with the place that it opens at. */
export function isSealed(value: unknown): value is Sealed {
  if (!isEnvelope(value)) return false;
  const place = value as Partial<Sealed>;
  return placeParts.every((part) => typeof place[part] === 'string');
}
const placeParts = ['stream', 'eventId', 'field'] as const;

/** Every sealed field in a value, however deep, in the order in which `replaceSealed` meets them. */
export function sealedIn(value: unknown): Sealed[] {
  const found: Sealed[] = [];
  walk(value, (sealed) => found.push(sealed));
  return found;
}

/** A copy of the value with every sealed field replaced. Lists and plain objects are walked; anything else is kept as it is. */
export function replaceSealed<T>(value: T, by: (sealed: Sealed) => string | Disposed): Opened<T> {
  return walk(value, by) as Opened<T>;
}

function walk(value: unknown, replace: (sealed: Sealed) => unknown): unknown {
  if (isSealed(value)) return replace(value);
  if (Array.isArray(value)) return value.map((element) => walk(element, replace));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, replace)]));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
