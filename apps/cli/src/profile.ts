import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { seedProfile, readProfile } from '#municipality/application/index';
import { attached } from './attach.js';
import { withParts } from './with-parts.js';
import { ownCommand } from '#apps/api/src/commands/own-command';

export function profileCommand(): Command {
  const adopt = new Command('adopt')
    .description("adopt a municipality's profile from a JSON file; what is adopted already stays as it is")
    .argument('<file>', 'such as libs/municipality/profiles/aure.json')
    .action((file: string) =>
      attached((parts) =>
        withParts(parts, async ({ runner }) => {
          const { municipality } = await readProfile(file);
          const { profileVersion } = await seedProfile(
            runner,
            municipality,
            file,
            ownCommand('OPERATOR', municipality, randomUUID()),
          );
          process.stdout.write(
            profileVersion === undefined
              ? `${municipality} has these settings already.\n`
              : `${municipality} has adopted version ${profileVersion} of its profile.\n`,
          );
        }),
      ),
    );
  return new Command('profile').description("a municipality's own choices").addCommand(adopt);
}
