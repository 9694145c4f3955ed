import { codec as plainCodec } from '#apps/codec';
import { authentic, Authenticity } from '#event-sourcing';
import { openVault } from '#personal-data';
import { history, type HistoryOptions, type Part } from './history.js';
import { sealed, type SealedEntry } from './sealed.js';

/** A part of a history, and the vault whose keys seal it. */
export interface Telling {
  readonly options: HistoryOptions;
  readonly part: Part;
  readonly vaultDatabaseUrl: string;
  readonly keyFile: string;
}

/** A chapter, ready to be appended. */
export interface SealedChapter {
  readonly lives: number;
  readonly until: string;
  readonly entries: readonly SealedEntry[];
}

/** Tells, claims and seals. That the vault belongs to the log was seen before. */
export async function* telling({
  options,
  part,
  vaultDatabaseUrl,
  keyFile,
}: Telling): AsyncGenerator<SealedChapter, void> {
  const nothing = {
    read: () => Promise.resolve([]),
    history: () => Promise.resolve({ events: [] }),
    scan: () => ({ [Symbol.asyncIterator]: () => ({ next: endOfLog }) }),
  };
  const vault = await openVault({ connectionString: vaultDatabaseUrl, key: { file: keyFile }, log: nothing });
  // It signs, and reads nothing that was signed by others.
  const codec = authentic(plainCodec, new Authenticity(vault.eventKeys));
  try {
    for await (const { claims, numbers, entries, lives, until } of history(options, part)) {
      await vault.identityClaims.claimAll(claims);
      const [taken] = await vault.caseNumbers.takeOver(numbers);
      if (taken) {
        throw new Error(
          `The case number ${taken.caseNumber} is another case's. Something else stands there already: a history is generated into an empty log.`,
        );
      }
      yield { lives, until, entries: await sealed(entries, codec, vault.keys) };
    }
  } finally {
    await vault.close();
  }
}

const endOfLog = () => Promise.resolve({ done: true as const, value: undefined });
