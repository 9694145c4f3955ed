import { Zip, ZipPassThrough } from 'fflate';

/** A file in an archive: its content is opened when its turn comes. */
export interface ArchivedFile {
  readonly name: string;
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

/** What a ZIP without ZIP64 can say of a place in it, less what the archive itself takes. */
const mostBytes = 2 ** 32 - 2 ** 24;
const mostFiles = 65_535;
/** Whether files of these sizes go into one archive: a larger one would be wrong, and nobody could open it. */
export const fitsArchive = (sizes: readonly number[]): boolean =>
  sizes.length <= mostFiles && sizes.reduce((sum, one) => sum + one, 0) <= mostBytes;

/**
 * A ZIP of files as they are, in their order and all of one day: the same bytes for the same files. Each piece is made when the one before is on its
 * way, so that no more than a piece is held. Only what `fitsArchive`.
 */
export async function* archived(files: readonly ArchivedFile[], day: string): AsyncGenerator<Uint8Array> {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  let made: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    made.push(piece);
  });
  const taken = () => {
    const pieces = made;
    made = [];
    return pieces;
  };
  for (const { name, open } of files) {
    const file = new ZipPassThrough(name);
    // A ZIP has times without a zone: noon there is noon here.
    file.mtime = new Date(year, month - 1, date, 12);
    zip.add(file);
    for await (const bytes of await open()) {
      file.push(bytes);
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
