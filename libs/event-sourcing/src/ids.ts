import { hash } from 'node:crypto';

const namespace = Buffer.from('6f0c2a6e5c0b5d0e9a572f9d6f1f7a11', 'hex');

/** A uuid v5 of these parts, joined so that no two lists of parts give the same name. */
export function derivedId(...parts: readonly (string | number)[]): string {
  const name = JSON.stringify(parts.map(String));
  const bytes = Buffer.allocUnsafe(namespace.length + Buffer.byteLength(name));
  namespace.copy(bytes);
  bytes.write(name, namespace.length);
  const hex = hash('sha1', bytes, 'hex');
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

/** The same request gives the same command everywhere (docs/adr/0003). */
export const commandIdOf = (request: {
  tenant: string;
  partyId: string;
  method: string;
  path: string;
  idempotencyKey: string;
}) =>
  derivedId(
    'command',
    request.tenant,
    request.partyId,
    request.method,
    request.path,
    request.idempotencyKey.toLowerCase(),
  );

/** The id of a command's n-th event. */
export const eventIdOf = (commandId: string, index: number) => derivedId('event', commandId, index);

/** An id that the server makes on behalf of a command: `madeId(commandId, 'case')`. */
export const madeId = (commandId: string, what: string) => derivedId(what, commandId);
