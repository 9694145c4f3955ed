import { randomUUID } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { adoptProfile, readProfile } from '#municipality/application/index';
import { attached } from './attach.js';
import { withParts } from './with-parts.js';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { isRealDate } from '#apps/api/src/validation/values';

export function profileCommand(): Command {
  const adopt = new Command('adopt')
    .description("adopt a municipality's profile from a JSON file; what is adopted already stays as it is")
    .argument('<file>', 'such as libs/municipality/profiles/aure.json')
    .option('--adopted-on <day>', 'the day since which it holds, where that is not today', dayOf)
    .action((file: string, { adoptedOn }: { readonly adoptedOn?: string }) =>
      attached((parts) =>
        withParts(parts, async ({ runner }) => {
          const { municipality, settings } = await readProfile(file);
          const context = ownCommand('OPERATOR', municipality, randomUUID());
          const { profileVersion } = await adoptProfile(runner, settings, context, { adoptedOn });
          process.stdout.write(
            profileVersion === undefined
              ? `${municipality} has these settings already.\n`
              : `${municipality} has adopted version ${profileVersion} of its profile.\n`,
          );
        }),
      ),
    );
  return new Command('profile').addCommand(adopt);
}

function dayOf(text: string): string {
  if (!isRealDate(text)) throw new InvalidArgumentError('must be a day of the calendar, YYYY-MM-DD');
  return text;
}
