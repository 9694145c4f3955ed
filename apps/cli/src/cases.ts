import { Command } from 'commander';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { numberCases, takeOverNumbers } from '#casework/application/index';
import { attached } from './attach.js';
import { withParts } from './with-parts.js';

export function casesCommand(): Command {
  const number = new Command('number')
    .description('give a number to every case that lacks one, in the order in which they were opened')
    .option('--municipality <tenant>', 'only the cases of this municipality')
    .action(({ municipality }: { readonly municipality?: string }) =>
      attached((addresses) =>
        withParts(addresses, async ({ runner, store, codec, logId, vault }) => {
          const { caseNumbers: numbers } = vault;
          await takeOverNumbers({ store, codec, logId, numbers });
          const contextOf = (tenant: string, commandId: string) => ownCommand('OPERATOR', tenant, commandId);
          let given = 0;
          for await (const { tenant, caseId, caseNumber } of numberCases(
            { runner, store, numbers },
            contextOf,
            municipality,
          )) {
            given += 1;
            process.stdout.write(`${tenant} ${caseId}: ${caseNumber}\n`);
          }
          process.stdout.write(
            given === 0 ? 'Every case has a number.\n' : `${given} cases were given a number.\n`,
          );
        }),
      ),
    );
  return new Command('cases').addCommand(number);
}
