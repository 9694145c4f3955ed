import { Command } from 'commander';
import { derivedId } from '#event-sourcing';
import { DisposePersonalDataCommand, DisposePersonalDataHandler } from '#subject/application/index';
import { attached } from './attach.js';
import { withParts } from './with-parts.js';
import { ownCommand } from '#apps/api/src/commands/own-command';

const classes = ['PERSON', 'CASE', 'COORDINATION'] as const;

interface DisposeOptions {
  readonly municipality: string;
  readonly subject: string;
  readonly legalBasis: string;
  readonly retentionClass: string;
  readonly confirmedBy: string;
}

export function disposeCommand(): Command {
  return new Command('dispose')
    .requiredOption('--municipality <tenant>', "the person's municipality")
    .requiredOption('--subject <subjectId>', 'the person')
    .requiredOption('--legal-basis <code>', 'such as ARKIVLOVA')
    .requiredOption('--retention-class <code>', 'such as KE_CASE')
    .requiredOption(
      '--confirmed-by <partyId>',
      'who confirmed that the time has come, as registered in the municipality',
    )
    .action((options: DisposeOptions) =>
      attached((parts) =>
        withParts(parts, async ({ runner, vault }) => {
          const { municipality, subject: subjectId, ...given } = options;
          // One disposal a person: asking again repeats it, and finishes one that was cut short.
          const context = ownCommand('OPERATOR', municipality, derivedId('dispose', municipality, subjectId));
          const { receipt } = await new DisposePersonalDataHandler(runner, vault.disposals).execute(
            new DisposePersonalDataCommand({ subjectId, classes, ...given }, context),
          );
          const done =
            receipt.repeated || receipt.events.length === 0 ? 'were disposed of already' : 'are disposed of';
          process.stdout.write(`The personal data of ${subjectId} ${done}.\n`);
        }),
      ),
    );
}
