/** Which registrations went into which others. */
export type Mergers = ReadonlyMap<string, string>;

/** As whom a party goes on, however often that one was merged again. */
export function survivorIn(merged: Mergers, id: string): string {
  const passed = new Set<string>();
  let survivor = id;
  for (let next = merged.get(id); next !== undefined && !passed.has(next); next = merged.get(next)) {
    passed.add(next);
    survivor = next;
  }
  return survivor;
}

/** Every registration that went into this one. */
export const formerIdsOf = (merged: Mergers, id: string): string[] =>
  [...merged.keys()].filter((other) => other !== id && survivorIn(merged, other) === id);
