import Type from 'typebox';
import { macPattern } from './authenticity.js';
import { digest, id, instant, integer, localDate } from './event.js';
import { type FactFault, schemaFaults } from './fact-check.js';
import { sayFault } from './fact-sentences.js';
import { lazyValidator } from './lazy-validator.js';

const text = Type.String({ minLength: 1 });
const whole = { additionalProperties: false };

/** What stands beside every event (`Metadata`). */
const metadata = lazyValidator(() =>
  Type.Object(
    {
      $correlationId: text,
      $causationId: text,
      municipality: id().schema,
      actor: Type.Object({ partyId: text, role: text, unit: Type.Optional(text) }, whole),
      occurredOn: localDate().schema,
      recordedAt: instant().schema,
      schemaVersion: Type.Integer({ minimum: 1 }),
      basis: Type.Optional(Type.Array(Type.Object({ stream: text, revision: integer().schema }, whole))),
      bodyMac: Type.Optional(digest().schema),
      mac: Type.Optional(Type.String({ pattern: macPattern })),
    },
    whole,
  ),
);

/** What is wrong with an event's metadata in a stream of this tenant; names paths, never values. */
export function metadataFaults(given: unknown, tenant: string): readonly FactFault[] {
  if (!metadata().Check(given)) return schemaFaults(metadata(), given, 'the metadata');
  const { municipality } = given as { readonly municipality: unknown };
  return municipality === tenant ? [] : [{ path: 'municipality', fault: sayFault('of-stream') }];
}
