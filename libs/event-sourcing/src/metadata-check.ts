import { macPattern } from './authenticity.js';
import { digest, id, instant, integer, localDate } from './event.js';
import { type FactFault, schemaFaults } from './fact-check.js';
import { sayFault } from './fact-sentences.js';
import * as schema from './json-schema.js';
import { lazyValidator } from './lazy-validator.js';

const text = schema.string({ minLength: 1 });

/** What stands beside every event (`Metadata`). */
const metadata = lazyValidator(() =>
  schema.object(
    {
      $correlationId: text,
      $causationId: text,
      municipality: id().schema,
      actor: schema.object({ partyId: text, role: text, unit: text }, ['unit']),
      occurredOn: localDate().schema,
      recordedAt: instant().schema,
      schemaVersion: schema.integer({ minimum: 1 }),
      basis: schema.array(schema.object({ stream: text, revision: integer().schema })),
      bodyMac: digest().schema,
      mac: schema.string({ pattern: macPattern }),
    },
    ['basis', 'bodyMac', 'mac'],
  ),
);

/** What is wrong with an event's metadata in a stream of this tenant; names paths, never values. */
export function metadataFaults(given: unknown, tenant: string): readonly FactFault[] {
  if (!metadata().Check(given)) return schemaFaults(metadata(), given, 'the metadata');
  const { municipality } = given as { readonly municipality: unknown };
  return municipality === tenant ? [] : [{ path: 'municipality', fault: sayFault('of-stream') }];
}
