import { Command } from 'commander';
import { Clock } from '#apps/clock';
import { takeNote } from '#event-sourcing';
import { attached } from '../attach.js';
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
          const { passesOver, isLost } = await takeNote({
            store,
            decoder,
            authenticity,
            sealing,
            stream,
            by,
            reason,
            at,
          });
          for (const { revision, id } of passesOver) {
            process.stdout.write(`Passed over from now on: ${id} at revision ${revision} of ${stream}.\n`);
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
