import { Unzip, UnzipInflate } from 'fflate';
import { say } from '../faults.js';
import { UnreadableFile } from '../grid.js';

/** Of everything that is read in the file, unpacked. A workbook of the most rows has a fourth of it. */
const mostUnpacked = 400 * 1024 * 1024;
/** So much is given to the unpacking at a time, which makes at most a thousandfold of it. */
const piece = 16 * 1024;

/** The XML of an archive by its path, unpacked within a bound before anything looks at it. Pictures and the like are passed over. */
export function unpacked(bytes: Buffer, most = mostUnpacked): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let size = 0;
  const unzip = new Unzip((file) => {
    if (!/\.(xml|rels)$/.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      size += chunk.length;
      if (size > most) throw new UnreadableFile(say('larger-unpacked'));
      chunks.push(chunk);
      if (isLast) parts.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(say('damaged'), { cause: error });
  }
  return parts;
}
