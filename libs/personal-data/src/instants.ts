/** A moment as the database takes it, by its milliseconds since 1970. */
export const instant = (ms: number): string => new Date(ms).toISOString();

/** The same of a column, read as milliseconds. */
export const msOf = (column: string): string => `round(extract(epoch from ${column}) * 1000)::float8`;
