import { randomUUID } from 'node:crypto';
import { annotated } from '#event-sourcing';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { subjectOf } from '#subject';
import {
  confirmDisposal,
  confirmEntryDisposal,
  requestDisposal,
  requestEntryDisposal,
} from '#subject/application/index';
import { inTheWay } from '../refusal.js';
import type { Parts } from '../with-parts.js';
import { enquiriesAbout, type InStream, openOf, recordedAbout, type Searched } from './recorded.js';
import { tell } from './tell.js';

const classes = ['PERSON', 'CASE', 'COORDINATION', 'CRISIS_PLAN', 'DOCUMENT'] as const;

interface About {
  readonly municipality: string;
  readonly subject: string;
  readonly entry?: string | undefined;
}
type Request = About & {
  readonly legalBasis: string;
  readonly retentionClass: string;
  readonly requestedBy: string;
};
type Confirmation = About & { readonly confirmedBy: string };

export async function showPerson(parts: Parts, { municipality, subject, entry }: About): Promise<void> {
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
  for (const stream of await enquiriesAbout(searched(parts), municipality, registrations)) {
    tell(
      `  ${stream}: an enquiry about the person, whose texts are its own and go by themselves (--enquiry)`,
    );
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

export async function requestOfPerson(parts: Parts, options: Request): Promise<void> {
  const { municipality, subject: subjectId, entry, legalBasis, retentionClass, requestedBy } = options;
  const { runner, store, codec } = parts;
  const context = ownCommand('OPERATOR', municipality, randomUUID());
  await showPerson(parts, options);
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

export async function confirmOfPerson(parts: Parts, options: Confirmation): Promise<void> {
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
