/** Whether a list names anything twice. */
export const hasDoubles = (named: readonly string[]) => new Set(named).size < named.length;
