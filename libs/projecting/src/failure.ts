import { LogFault, StoreUnavailable } from '#event-sourcing/event-store';
import { codeOf, isConnectionError } from '#postgres';
import { UnfitEvent } from './folding.js';
import { FolderFull } from './parts.js';

/** The same work may succeed later with nothing changed: something is down, busy or full. */
export function isPassing(error: unknown): boolean {
  if (error instanceof StoreUnavailable || isConnectionError(error)) return true;
  const code = codeOf(error) ?? '';
  // Serialization, deadlock, lock timeout, cancelled; out of disk, memory or connections; a fault of the machine.
  return /^(40001|40P01|55P03|57014|53...|58...)$/.test(code);
}

/** The read-model database or its tables are gone: it has to be made again. */
export const isMissing = (error: unknown) => /^(42P01|3F000|3D000)$/.test(codeOf(error) ?? '');

/** What happened, for people. An SQL error is told by its code and place, since its text may quote a row. */
export function describeFailure(error: unknown): string {
  if ([UnfitEvent, LogFault, StoreUnavailable, FolderFull].some((kind) => error instanceof kind)) {
    return (error as Error).message;
  }
  const code = codeOf(error);
  if (code !== undefined && /^(?=.*\d)[0-9A-Z]{5}$/.test(code)) {
    const { table, column, constraint } = error as { table?: string; column?: string; constraint?: string };
    const place = [
      table && `table ${table}`,
      column && `column ${column}`,
      constraint && `constraint ${constraint}`,
    ];
    return `${whatBefell(error, code)} (SQLSTATE ${[code, ...place.filter(Boolean)].join(', ')})`;
  }
  if (isConnectionError(error)) return unconnected;
  return error instanceof Error ? `${error.name}: ${error.message}` : 'An unknown failure';
}

const unconnected = 'PostgreSQL ended or refused the connection';

function whatBefell(error: unknown, code: string): string {
  if (/^2[23]/.test(code)) return 'PostgreSQL refused a row';
  if (code === '53100') return 'PostgreSQL has no room left on its disk: make room there';
  if (isConnectionError(error)) return unconnected;
  if (code === '3D000') return 'There is no such database: "samspor db init" prints the SQL that makes it';
  if (isMissing(error)) return 'The database lacks what is to be read or written';
  return 'PostgreSQL did not do what was asked';
}
