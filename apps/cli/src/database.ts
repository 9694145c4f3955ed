import { Command } from 'commander';
import { settingsIn } from '#apps/settings';
import { initSql, type Logins, loginsOf, prepareDatabase } from '#postgres';

interface InitOptions {
  readonly database: string;
  readonly login: string;
  readonly apply?: true;
}

const passwords: Logins = {
  writer: 'SAMSPOR_DB_PASSWORD',
  reader: 'SAMSPOR_DB_READER_PASSWORD',
  vault: 'SAMSPOR_DB_VAULT_PASSWORD',
};

export function databaseCommand(): Command {
  const init = new Command('init')
    .description('print the SQL that makes databases, roles and schemas, for a database administrator')
    .option('--database <name>', 'the database of the read models; the vault is <name>_vault', 'samspor')
    .option(
      '--login <role>',
      'the login that writes read models; <role>_reader reads them, <role>_vault reads the vault',
      'samspor_app',
    )
    .option(
      '--apply',
      `run it now, as the superuser of SUPERUSER_URL; logins made now get ${Object.values(passwords).join(', ')}, those that exist keep their own`,
    )
    .action(async ({ database, login, apply }: InitOptions) => {
      if (!apply) {
        process.stdout.write(initSql({ database, login }));
        return;
      }
      const setting = settingsIn(process.env);
      const superuser = setting('SUPERUSER_URL');
      if (!superuser) throw new Error('SUPERUSER_URL must name the server and its superuser');
      const logins = loginsOf(login);
      const passwordOf = (kind: keyof Logins) => {
        const password = setting(passwords[kind]);
        if (password) return password;
        throw new Error(`${passwords[kind]} must hold the password for the login "${logins[kind]}"`);
      };
      const given = {
        writer: passwordOf('writer'),
        reader: passwordOf('reader'),
        vault: passwordOf('vault'),
      };
      await prepareDatabase(superuser, { database, login }, given);
      process.stdout.write(`The databases ${database} and ${database}_vault are ready.\n`);
    });
  return new Command('db').addCommand(init);
}
