import { v5 as uuidv5 } from 'uuid';

const namespace = '6f0c2a6e-5c0b-5d0e-9a57-2f9d6f1f7a11';

/** A uuid v5 of these parts, joined so that no two lists of parts give the same name. */
export const derivedId = (...parts: readonly (string | number)[]) =>
  uuidv5(JSON.stringify(parts.map(String)), namespace);

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
