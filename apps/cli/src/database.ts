import { Command } from 'commander';
import { initSql, prepareDatabase } from '#postgres';

interface InitOptions {
  readonly database: string;
  readonly login: string;
  readonly apply?: true;
}

export function databaseCommand(): Command {
  const init = new Command('init')
    .description('print the SQL that makes databases, roles and schemas, for a database administrator')
    .option('--database <name>', 'the database of the read models; the vault is <name>_vault', 'samspor')
    .option('--login <role>', 'the role that the application logs in as', 'samspor_app')
    .option(
      '--apply',
      'run it now, as the superuser of SUPERUSER_URL; a login made now gets SAMSPOR_DB_PASSWORD, one that exists keeps its own',
    )
    .action(async ({ database, login, apply }: InitOptions) => {
      if (!apply) {
        process.stdout.write(initSql({ database, login }));
        return;
      }
      const superuser = process.env['SUPERUSER_URL'];
      const password = process.env['SAMSPOR_DB_PASSWORD'];
      if (!superuser) throw new Error('SUPERUSER_URL must name the server and its superuser');
      if (!password) throw new Error("SAMSPOR_DB_PASSWORD must hold the application's password");
      await prepareDatabase(superuser, { database, login }, password);
      process.stdout.write(`The databases ${database} and ${database}_vault are ready.\n`);
    });
  return new Command('db').addCommand(init);
}
