import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LetterOutbox, OutgoingLetter } from '#casework/reactors/letter-outbox';
import { documentEvents, documentStream } from '#documents';
import { type DocumentStore, isThere, synced } from '#documents/application/index';
import type { CommandRunner } from '#event-sourcing';
import type { Keys } from '#personal-data';

interface Parts {
  readonly runner: Pick<CommandRunner, 'look'>;
  readonly keys: Pick<Keys, 'open'>;
  /** Absent: no outbox is set up, and a letter that is to go through one waits. */
  readonly letters: LettersOut | undefined;
}

/** Where letters are laid out, and what they are taken from. */
export interface LettersOut {
  readonly folder: string;
  readonly documents: Pick<DocumentStore, 'open'>;
}

/** In it stands, by its name alone, what was laid out before. */
const laid = '.laid';

/**
 * Letters as files: `<municipality>/<dispatch>.pdf`, and beside it `.json`, which says whose it is and comes last. Each is whole whenever somebody sees
 * it, and only this account reads it. What was fetched and taken away is not laid out again.
 */
export const letterOutboxIn = ({ runner, keys, letters }: Parts): LetterOutbox => ({
  async put(letter) {
    if (letters === undefined) {
      throw new Error('A letter is to go through the outbox, and LETTER_OUTBOX names no folder');
    }
    const { municipality: tenant, dispatchId, documentId } = letter;
    const at = join(letters.folder, tenant);
    const mark = join(at, laid, dispatchId);
    await mkdir(join(at, laid), { recursive: true, mode: 0o700 });
    if (await isThere(mark)) return;
    const held = await letters.documents.open({ tenant, documentId });
    if (held === 'destroyed') return;
    if (held === undefined) throw new Error(`The letter ${letter.letterId} has no document`);
    await written(join(at, `${dispatchId}.pdf`), held.content);
    const cover = { ...coverOf(letter), receiver: await receiverOf(letter, { runner, keys }) };
    await written(join(at, `${dispatchId}.json`), [Buffer.from(`${JSON.stringify(cover, null, 2)}\n`)]);
    await synced(at);
    await written(mark, []);
    await synced(join(at, laid));
  },
});

const coverOf = (letter: OutgoingLetter) => {
  const { municipality, letterId, dispatchId, matter, language, channel, dispatchedOn, recipient } = letter;
  const file = `${dispatchId}.pdf`;
  return {
    version: 1,
    municipality,
    letterId,
    dispatchId,
    file,
    matter,
    language,
    channel,
    dispatchedOn,
    recipient,
  };
};

/** By name, as the letter's document says it; null where it says nothing. */
async function receiverOf(
  { municipality, documentId }: OutgoingLetter,
  { runner, keys }: Pick<Parts, 'runner' | 'keys'>,
): Promise<string | null> {
  const reading = { events: documentEvents, initialState: undefined, evolve: () => undefined };
  const { effective } = await runner.look(reading, documentStream(municipality, documentId));
  const [filed] = effective.flatMap(({ type, data }) => (type === 'DocumentFiled' ? [data] : []));
  if (filed?.receiver === undefined) return null;
  const [opened] = await keys.open([filed.receiver]);
  return opened?.status === 'open' ? opened.text : null;
}

/** Whole, or nothing of it is left. */
async function written(path: string, content: Iterable<Buffer> | AsyncIterable<Uint8Array>) {
  const partial = `${path}.tmp`;
  const file = await open(partial, 'w', 0o600);
  try {
    try {
      for await (const bytes of content) await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    throw error;
  }
}
