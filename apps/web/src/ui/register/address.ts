/** What of an address is understood as one of these. */
export const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value);

/** Those of these that a text names, parted by full stops, in their own order. */
export function someOf<T extends string>(known: readonly T[], text: unknown): readonly T[] {
  const named = typeof text === 'string' ? text.split('.') : [];
  return known.filter((one) => named.includes(one));
}

const matching =
  (pattern: RegExp) =>
  (value: unknown): string | undefined =>
    typeof value === 'string' && pattern.test(value) ? value : undefined;

export const dayIn = matching(/^\d{4}-\d\d-\d\d$/);
export const idIn = matching(/^[0-9a-zA-Z][0-9a-zA-Z.-]{0,79}$/);
export const codeIn = matching(/^[A-Z][A-Z0-9_]{0,59}$/);

type Told<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what is not told, so that it stands in no address. */
export const onlyTold = <T extends object>(all: T): Told<T> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Told<T>;

/** The address of a list with what is asked for there. */
export function addressOf(path: string, query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, `${value as string | boolean}`]),
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}
