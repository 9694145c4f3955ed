/** Stands where something has no end. */
export const never = '9999-12-31';

export const latest = (days: readonly string[]) => days.toSorted().at(-1) ?? null;
