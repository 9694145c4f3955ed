import type { Sealed } from '#event-sourcing/event';
import { isPlace, type SealedPlace } from '#event-sourcing/sealed-place';
import { isEnvelope } from '#event-sourcing/sealing';
import { HeldText } from './held-text.js';

/** Stands where a text was whose key is destroyed. An object, so that no text can be taken for it; in JSON `{"disposed":true}`. */
export interface Disposed {
  readonly disposed: true;
}
export const DISPOSED: Disposed = Object.freeze({ disposed: true });

export const isDisposed = (value: unknown): value is Disposed =>
  typeof value === 'object' && value !== null && (value as Partial<Disposed>).disposed === true;

/** Stands where a text was left sealed, since it can be opened for another purpose only. */
export interface Withheld {
  readonly withheld: true;
  /** It says who somebody is whose address is protected, and so is never printed. */
  readonly unprinted?: true;
  /** Somebody left it out of what goes to others, and said why. */
  readonly leftOut?: true;
}
export const WITHHELD: Withheld = Object.freeze({ withheld: true });
export const LEFT_OUT: Withheld = Object.freeze({ withheld: true, leftOut: true });
export const UNPRINTED: Withheld = Object.freeze({ withheld: true, unprinted: true });

export const isWithheld = (value: unknown): value is Withheld =>
  typeof value === 'object' && value !== null && (value as Partial<Withheld>).withheld === true;

export const isLeftOut = (value: unknown): boolean => isWithheld(value) && value.leftOut === true;

export const isUnprinted = (value: unknown): boolean => isWithheld(value) && value.unprinted === true;

/** A copy of the value in which no sealed field or held text is left. */
export const withheldIn = <T>(value: T): T => replaced(value, isClosed, () => WITHHELD) as T;

/** What `disclose` puts a text in the place of. */
export type Closed = Sealed | HeldText;

/** The same with what somebody left out in the place of each. */
export const leftOutIn = <T>(value: T): T => replaced(value, isClosed, () => LEFT_OUT) as T;

/** The same shape with every sealed field opened. */
export type Opened<T> = T extends Closed
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

const isClosed = (value: unknown): value is Closed => value instanceof HeldText || isSealed(value);

/** Every sealed field in a value, however deep. */
export const sealedIn = (value: unknown): Sealed[] => allIn(value, isSealed);

/** Every sealed field and held text in a value, however deep, in the order in which `replaceClosed` meets them. */
export const closedIn = (value: unknown): Closed[] => allIn(value, isClosed);
/** The value with every sealed field and held text replaced. */
export const replaceClosed = <T>(value: T, by: (closed: Closed) => string | Disposed): Opened<T> =>
  replaced(value, isClosed, by) as Opened<T>;

/** The same for what read models keep of sealed fields. */
export const placesIn = (value: unknown): SealedPlace[] => allIn(value, isPlace);
export const replacePlaces = <T>(value: T, by: (place: SealedPlace) => Sealed): T =>
  replaced(value, isPlace, by) as T;

function allIn<F>(value: unknown, is: (value: unknown) => value is F): F[] {
  const found: F[] = [];
  const look = (one: unknown): void => {
    if (is(one)) found.push(one);
    else if (Array.isArray(one)) for (const element of one) look(element);
    else if (isPlain(one)) for (const name of Object.keys(one)) look(one[name]);
  };
  look(value);
  return found;
}

/** Lists and plain objects are walked, and copied where something in them is; anything else is kept as it is. */
function replaced<F>(value: unknown, is: (value: unknown) => value is F, by: (found: F) => unknown): unknown {
  if (is(value)) return by(value);
  if (Array.isArray(value)) return value.map((element) => replaced(element, is, by));
  if (!isPlain(value)) return value;
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(value)) {
    const inner = value[name];
    const now = replaced(inner, is, by);
    if (now !== inner) (copy ??= { ...value })[name] = now;
  }
  return copy ?? value;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
