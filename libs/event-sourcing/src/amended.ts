/** The same list with a change to those that it is about. */
export const amended = <T>(all: readonly T[], is: (one: T) => boolean, change: Partial<T>): T[] =>
  all.map((one) => (is(one) ? { ...one, ...change } : one));
