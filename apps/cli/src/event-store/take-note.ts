import { Command } from 'commander';
import { Clock } from '#apps/clock';
import { takeNote } from '#event-sourcing';
import { openReadModels, unborneEvents } from '#projecting';
import { projections } from '#projections/index';
import { type Attached, attached } from '../attach.js';
import { withParts } from '../with-parts.js';

interface NoteOptions {
  readonly stream: string;
  readonly by: string;
  readonly reason: string;
}

export function takeNoteCommand(): Command {
  return new Command('take-note')
    .description(
      'take note of what is wrong with a stream that is set aside, so that Samspor goes on without it',
    )
    .requiredOption('--stream <name>', 'such as case-1576.0192…')
    .requiredOption('--by <name>', 'who takes note of it')
    .requiredOption('--reason <text>', 'what happened, and why it is right to go on')
    .action(({ stream, by, reason }: NoteOptions) =>
      attached((parts) =>
        withParts(parts, async ({ store, codec: decoder, authenticity, vault }) => {
          const at = new Clock().now();
          const { keys: sealing } = vault;
          const unborne = await unborneIn(parts, stream);
          const {
            passesOver,
            isLost,
            foldedWithout = [],
          } = await takeNote({
            store,
            decoder,
            authenticity,
            sealing,
            stream,
            by,
            reason,
            at,
            unborne,
          });
          for (const { revision, id } of passesOver) {
            process.stdout.write(`Passed over from now on: ${id} at revision ${revision} of ${stream}.\n`);
          }
          for (const { projection, revision, id } of foldedWithout) {
            process.stdout.write(
              `Left out of ${projection} from now on: ${id} at revision ${revision} of ${stream}. All else is made of it as before.\n`,
            );
          }
          if (isLost) {
            process.stdout.write(
              `Noted: the history of ${stream} is not whole. Nothing is decided or shown on it; all else goes on.\n`,
            );
          }
        }),
      ),
    );
}

/** What read models say that they cannot take in of it. */
async function unborneIn({ databaseUrl }: Attached, stream: string) {
  const readModels = openReadModels(databaseUrl, projections);
  try {
    return await unborneEvents(readModels.projector, projections, stream);
  } finally {
    await readModels.close();
  }
}
