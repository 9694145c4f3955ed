import { Command, Option } from 'commander';
import { type Settings, settingsIn } from '#apps/settings';
import { eventStoreUrlFrom } from '#apps/server-config';
import { checkRights, giveRights, listOfStream, rightsFor } from '#event-sourcing/eventstoredb/index';

interface RightsOptions {
  readonly login: string;
  readonly apply?: true;
  readonly replace?: true;
  readonly stream?: string;
}

const administrator = 'EVENTSTORE_ADMIN_URL';
const password = 'SAMSPOR_EVENTSTORE_PASSWORD';
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

export function rightsCommand(): Command {
  return new Command('rights')
    .description(
      'print the rights that Samspor needs in an EventStoreDB of your own, so that nobody else can write or delete; or set them',
    )
    .option('--login <name>', "Samspor's login", 'samspor')
    .option(
      '--apply',
      `set them now, with the administrator's address in ${administrator} (or a file in ${administrator}_FILE); a login made now gets ${password}`,
    )
    .option('--replace', 'also where other rights are set: whoever has those loses them')
    .addOption(
      new Option(
        '--stream <name>',
        'print the list of rights of one stream of public events instead: "samspor subscribers account" sets it',
      ).conflicts(['apply', 'replace']),
    )
    .action(async ({ login, apply, replace, stream }: RightsOptions) => {
      if (stream !== undefined) print(writtenList(stream, login));
      else if (apply) await applyRights(login, replace ?? false, settingsIn(process.env));
      else print(writtenRights(login));
    });
}

async function applyRights(login: string, replace: boolean, setting: Settings): Promise<void> {
  const [admin, secret] = [setting(administrator), setting(password)];
  if (admin === undefined) {
    throw new Error(
      `${administrator} must hold the address of the event store as its administrator: esdb://admin:password@server:2113`,
    );
  }
  if (secret === undefined) throw new Error(`${password} must hold the password for the login "${login}"`);
  const given = await giveRights(admin, { username: login, password: secret }, { replace });
  print(
    given.login === 'made'
      ? `The login "${login}" is made, and its rights are set.`
      : `The login "${login}" was there and keeps its password; its rights are set.`,
  );
}

/** The rights as they are to stand in the event store, and where. */
export function writtenRights(login: string): string {
  const { all, settings } = rightsFor(login);
  return [
    `1. A login "${login}" in no group.`,
    '2. Metadata of the stream $all (an event of type $metadata in the stream $$$all):',
    JSON.stringify(all, null, 2),
    '3. An event of type update-default-acl in the stream $settings, whose last event counts:',
    JSON.stringify(settings, null, 2),
    '',
    `These are the rights of all streams that say nothing themselves: no other login may then read or write them, and "${login}" itself may delete none.`,
    `"samspor eventstore rights --apply" does all three, as the administrator of ${administrator}; "samspor eventstore check" tries what the login may do.`,
  ].join('\n');
}

/** Who reads a stream of its own, as the feed needs to find it. */
const writtenList = (stream: string, login: string): string =>
  [
    `Metadata of the stream ${stream} (an event of type $metadata in the stream $$${stream}):`,
    JSON.stringify(listOfStream(login)),
    'The login that is to read it is left out: the feed puts it in while the subscription is in force.',
  ].join('\n');

/** Tries the rights of the login that the environment names. True when it has what it needs and no more. */
export async function checkOwnRights(setting: Settings): Promise<boolean> {
  const url = setting('EVENTSTORE_URL');
  if (url === undefined) {
    throw new Error(
      'Give --data <folder> for the files of an embedded node, or set EVENTSTORE_URL to a server, to try the rights of its login.',
    );
  }
  const { lacks, exceeds } = await checkRights(eventStoreUrlFrom(url));
  for (const right of lacks) print(`The login lacks the right to ${right}.`);
  for (const right of exceeds) print(`The login has the right to ${right}, which Samspor does not need.`);
  const isRight = lacks.length + exceeds.length === 0;
  print(
    isRight
      ? 'The login has the rights that it needs, and no others.'
      : '"samspor eventstore rights" prints what it needs.',
  );
  return isRight;
}
