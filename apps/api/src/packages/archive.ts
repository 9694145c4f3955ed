import { Zip, ZipPassThrough } from 'fflate';

/** A file in an archive: its content is opened when its turn comes. */
export interface ArchivedFile {
  readonly name: string;
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

/**
 * A ZIP of files as they are, in their order and all of one day: the same bytes for the same files. Each piece is made when the one before is on its
 * way, so that no more than a piece is held. Without ZIP64: at most 4 GB.
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
