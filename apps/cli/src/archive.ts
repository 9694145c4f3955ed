import { Clock } from '#apps/clock';
import { recordArchiveStep } from '#documents/application/index';
import { derivedId } from '#event-sourcing';
import type { Viewer } from '#personal-data';
import { readerPool } from '#postgres';
import { type ArchiveAfter, archiveDays, unarchived } from '#projections/documents/archive.queries';
import { Command } from 'commander';
import { attached } from './attach.js';
import { by, of, type Of, onParts, say } from './subscribers-parts.js';

/** How documents come into a municipality's archive, for an operator at the machine. */
export function archiveCommand(): Command {
  return new Command('archive')
    .addCommand(
      of('status', 'tell how the archive has done, and what is not there').action(({ municipality }: Of) =>
        attached(async ({ databaseUrl }) => {
          const reader = readerPool({
            connectionString: databaseUrl,
            applicationName: 'samspor archive status',
            max: 1,
          });
          try {
            await status(reader, municipality);
          } finally {
            await reader.end();
          }
        }),
      ),
    )
    .addCommand(
      of('retry', 'send a document again that did not come into the archive')
        .requiredOption('--document <id>', 'which, as status has it')
        .action(({ municipality, document }: Of & { readonly document: string }) =>
          onParts(async ({ runner }) => {
            const context = by(municipality);
            const said = { retriedOn: context.today };
            await recordArchiveStep(runner, document, { step: 'ArchivingRetried', said }, context);
            say('ArchivingRetried is recorded.');
          }),
        ),
    );
}

async function status(reader: Parameters<typeof unarchived>[0], municipality: string): Promise<void> {
  const partyId = derivedId('operator', municipality);
  const viewer: Viewer = { tenants: [municipality], partyId, roles: ['ADMIN'], units: [] };
  const clock = new Clock();
  const days = await archiveDays(reader, viewer, { today: clock.dayOf(clock.now()), days: 14 });
  for (const { day, sent, archived, outstanding } of days) {
    say(`${day}  sent ${sent}  archived ${archived}  sent but not archived ${outstanding}`);
  }
  for (let after: ArchiveAfter | undefined; ;) {
    const page = await unarchived(reader, viewer, { after, limit: 200 });
    for (const { documentId, standing, sentOn, failure } of page.rows) {
      const how = [standing ?? 'NOT_SENT', failure, sentOn && `sent on ${sentOn}`].filter(Boolean);
      say(`${documentId}  ${how.join('  ')}`);
    }
    if (page.next === undefined) return;
    after = page.next;
  }
}
