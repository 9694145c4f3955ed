import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import { annotated } from '#event-sourcing';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { subjectOf } from '#subject';
import {
  confirmDisposal,
  confirmEntryDisposal,
  requestDisposal,
  requestEntryDisposal,
} from '#subject/application/index';
import { attached } from '../attach.js';
import { inTheWay } from '../refusal.js';
import { type Parts, withParts } from '../with-parts.js';
import { type InStream, openOf, recordedAbout, type Searched } from './recorded.js';

const classes = ['PERSON', 'CASE', 'COORDINATION'] as const;
/** How long a disposal waits for backups and queries of the vault that began before it. */
const patienceMs = 60_000;

interface About {
  readonly municipality: string;
  readonly subject: string;
  readonly entry?: string;
}
type Request = About & {
  readonly legalBasis: string;
  readonly retentionClass: string;
  readonly requestedBy: string;
};
type Confirmation = About & { readonly confirmedBy: string };

export function disposeCommand(): Command {
  return new Command('dispose')
    .addCommand(
      about('show', 'show what would go, and what is open and in the way').action((options: About) =>
        onParts((parts) => show(parts, options)),
      ),
    )
    .addCommand(
      about('request', 'record that somebody asks for it')
        .requiredOption('--legal-basis <code>', 'such as ARKIVLOVA')
        .option('--retention-class <code>', 'such as KE_CASE', 'KE_CASE')
        .requiredOption('--requested-by <partyId>', 'who asks for it, as registered by their own login')
        .action((options: Request) => onParts((parts) => request(parts, options))),
    )
    .addCommand(
      about('confirm', 'record that another person confirms it, and destroy the keys')
        .requiredOption(
          '--confirmed-by <partyId>',
          'who confirms it: another person, who had logged in before it was asked for',
        )
        .action((options: Confirmation) => onParts((parts) => confirm(parts, options))),
    )
    .addCommand(
      new Command('finish')
        .description(
          'finish what a disposal had to leave: keys that a process might use still, and files of the vault',
        )
        .action(() => onParts(finish)),
    );
}

const about = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .requiredOption('--municipality <tenant>', "the person's municipality")
    .requiredOption('--subject <subjectId>', 'the person')
    .option(
      '--entry <eventId>',
      'only the texts of this entry, which is marked as recorded in error, and of what was said of it',
    );

const onParts = (work: (parts: Parts) => Promise<void>) =>
  attached((addresses) => withParts(addresses, work));

const tell = (line: string) => void process.stdout.write(`${line}\n`);

async function show(parts: Parts, { municipality, subject, entry }: About): Promise<void> {
  const { runner } = parts;
  const registrations = await registrationsOf(parts, { municipality, subject });
  const recorded = await recordedAbout(searched(parts), municipality, registrations);
  if (entry !== undefined) {
    tell(await aboutEntry(parts, streamWith(recorded, entry).stream, entry));
    return;
  }
  tell('This goes; codes, days and the year of birth stay:');
  for (const { stream, entries, texts } of recorded) {
    tell(`  ${stream}: ${texts} texts in ${entries} entries`);
  }
  const open = openOf(runner, searched(parts));
  const answers = await Promise.all(registrations.map((id) => open.of(municipality, id)));
  const standing = answers.flatMap((answer) => answer.standing);
  tell(standing.length === 0 ? 'Nothing is open.' : inTheWay(standing));
}

/** What would go of one entry, or what comes before that. */
export async function aboutEntry(
  { store, codec }: Pick<Parts, 'store' | 'codec'>,
  stream: string,
  entry: string,
): Promise<string> {
  const history = (await store.read(stream)).map((event) => codec.decode(event));
  const isStruckOut = annotated(history).some(
    ({ event, annulledBy }) => event.id === entry && annulledBy !== undefined,
  );
  return isStruckOut
    ? `The texts of the entry ${entry} in ${stream} go, and of what was said of it.`
    : `The entry ${entry} in ${stream} stands. Mark it as recorded in error first: only then can its texts go.`;
}

async function request(parts: Parts, options: Request): Promise<void> {
  const { municipality, subject: subjectId, entry, legalBasis, retentionClass, requestedBy } = options;
  const { runner, store, codec } = parts;
  const context = ownCommand('OPERATOR', municipality, randomUUID());
  await show(parts, options);
  const receipt =
    entry === undefined
      ? await requestDisposal(
          { runner, open: openOf(runner, searched(parts)) },
          { subjectId, classes, legalBasis, retentionClass, requestedBy },
          context,
        )
      : await requestEntryDisposal(
          { runner, store, codec },
          {
            ...(await entryOf(parts, options, entry)),
            legalBasis,
            requestedBy,
          },
          context,
        );
  tell(
    receipt.events.length === 0
      ? 'That was disposed of already.'
      : 'It is asked for. Nothing is gone yet: another person confirms it with "samspor dispose confirm".',
  );
}

async function confirm(parts: Parts, options: Confirmation): Promise<void> {
  const { municipality, subject: subjectId, entry, confirmedBy } = options;
  const { runner, store, codec, vault } = parts;
  const context = ownCommand('OPERATOR', municipality, randomUUID());
  const { repeated } =
    entry === undefined
      ? await confirmDisposal(
          { runner, open: openOf(runner, searched(parts)), disposals: vault.disposals },
          { subjectId, confirmedBy },
          context,
        )
      : await confirmEntryDisposal(
          { runner, store, codec, entries: vault.entryDisposals },
          { ...(await entryOf(parts, options, entry)), confirmedBy },
          context,
        );
  const what = entry === undefined ? `The personal data of ${subjectId}` : `The texts of ${entry}`;
  tell(`${what} ${repeated ? 'were disposed of already' : 'are disposed of'}.`);
  await finish(parts);
}

/** Destroys what a process may have used until now, and takes it out of the vault's files. */
async function finish({ vault, store }: Parts): Promise<void> {
  for (let left = await vault.entryDisposals.finish(store); left > 0;) {
    tell(
      `Their key is destroyed in ${Math.ceil(left / 1000)} seconds, when no process holds it any more. This may be broken off: ` +
        `"samspor dispose finish" and every start go on with it.`,
    );
    await delay(left);
    left = await vault.entryDisposals.finish(store);
  }
  const erased = await vault.erasure.finish({ patienceMs });
  tell(
    erased.isGone
      ? "No file of the vault's server holds a destroyed key."
      : `The vault's server still holds destroyed keys in its files. ${erased.because}`,
  );
  if (!erased.isGone) process.exitCode = 1;
}

const searched = ({ store, vault: { streams } }: Parts): Searched => ({ store, streams });

const registrationsOf = async ({ runner }: Parts, { municipality, subject }: About) =>
  (await subjectOf(runner, municipality, subject)).registrations;

/** The entry with where it is, and under which of the person's registrations. */
async function entryOf(parts: Parts, about: About, entry: string) {
  const registrations = await registrationsOf(parts, about);
  const recorded = await recordedAbout(searched(parts), about.municipality, registrations);
  const { subjectId, stream: entryStream } = streamWith(recorded, entry);
  return { subjectId, entryStream, entry };
}

function streamWith(recorded: readonly InStream[], entry: string): InStream {
  const found = recorded.find(({ eventIds }) => eventIds.has(entry));
  if (!found) throw new Error(`Nothing with the id ${entry} is recorded about that person.`);
  return found;
}
