import type { ColumnType, Projection, Row } from '#event-sourcing/projection';

/** Neither PostgreSQL's text nor its jsonb holds these. */
const holdsText = (text: string) => !text.includes('\0') && text.isWellFormed();
const isText = (value: unknown) => typeof value === 'string' && holdsText(value);
const within = (bits: number) => (value: unknown) => {
  if (!/^-?\d{1,19}$/.test(String(value))) return false;
  const whole = BigInt(String(value));
  return BigInt.asIntN(bits, whole) === whole;
};
const isInstant = (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isDay = (value: unknown) =>
  isInstant(value) && new Date(String(value)).toISOString().startsWith(String(value));

const holds: Readonly<Record<ColumnType, (value: unknown) => boolean>> = {
  text: isText,
  uuid: (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
  date: isDay,
  timestamptz: isInstant,
  bigint: within(64),
  integer: within(32),
  boolean: (value) => typeof value === 'boolean',
  jsonb: (value) => holdsAll(value),
  'text[]': (value) => Array.isArray(value) && value.every(isText),
};

/** Every text in it, and every name. */
function holdsAll(value: unknown): boolean {
  if (typeof value === 'string') return holdsText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, of]) => holdsText(name) && holdsAll(of));
}

/** What of a row a column of its type cannot hold; names the column, never the value. */
export function misfit({ columns, keyColumn }: Projection, row: Row): string | undefined {
  const types: Readonly<Record<string, ColumnType>> = columns;
  for (const [column, type] of Object.entries(types)) {
    const value = row[column] ?? null;
    if (value === null && column !== keyColumn) continue;
    if (!holds[type](value)) return `what it makes of ${column} is no ${type}`;
  }
  return undefined;
}
