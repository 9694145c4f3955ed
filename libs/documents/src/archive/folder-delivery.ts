import { createHash } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isThere, synced } from '../store/on-disk.js';
import { ArchiveAway, type ArchiveDelivery, type FoundReceipt, type ToDeliver } from './delivery.js';
import { mostReceiptBytes, UnfitReceipt } from './receipt.js';

export const messageFile = 'arkivmelding.xml';
const receiptName = /^([0-9a-z][0-9a-z.-]{0,79})\.xml$/;
const unfinished = /^\.[0-9a-z][0-9a-z.-]{0,79}\.tmp$/;

/**
 * Hands over in a folder: `<municipality>/<delivery id>` with the message and the file, whole whenever somebody sees it, for this account alone. The
 * archive answers with `<municipality>/receipts/<delivery id>.xml`. One process writes at a time.
 */
export const folderDelivery = (folder: string): ArchiveDelivery => {
  const of = (tenant: string) => join(folder, tenant);
  const receiptsOf = (tenant: string) => join(of(tenant), 'receipts');
  const away = (error: unknown) => {
    const { code, path = folder } = error as NodeJS.ErrnoException;
    return code === undefined
      ? error
      : new ArchiveAway(
          `The folder for the archive, ${folder}, cannot be read and written (${code}${path === folder ? '' : `: ${relative(folder, path)}`})`,
          { cause: error },
        );
  };
  const tried = <T>(work: Promise<T>) =>
    work.catch((error: unknown) => {
      throw away(error);
    });

  async function deliver({ tenant, deliveryId, fileName, content, messageOf }: ToDeliver): Promise<void> {
    const [written, whole] = [join(of(tenant), `.${deliveryId}.tmp`), join(of(tenant), deliveryId)];
    if (await isThere(whole)) return;
    await tried(rm(written, { recursive: true, force: true }));
    try {
      await tried(mkdir(written, { mode: 0o700 }));
      const file = await fileOf(join(written, fileName), content, tried);
      await tried(fileOf(join(written, messageFile), [Buffer.from(messageOf(file))]));
      await tried(synced(written));
      await tried(rename(written, whole));
      await tried(synced(of(tenant)));
    } catch (error) {
      await rm(written, { recursive: true, force: true }).catch(() => {});
      throw error;
    }
  }

  const receiptAt = (tenant: string, name: string, deliveryId: string): FoundReceipt => {
    const at = join(receiptsOf(tenant), name);
    const into = async (where: string) => {
      await mkdir(join(receiptsOf(tenant), where), { recursive: true, mode: 0o700 });
      await rename(at, join(receiptsOf(tenant), where, name));
    };
    return {
      deliveryId,
      async read() {
        const found = await tried(lstat(at));
        // Reading a pipe may never end, and a link may lead anywhere.
        if (!found.isFile()) throw new UnfitReceipt('It is no file.');
        if (found.size > mostReceiptBytes) throw new UnfitReceipt('It is longer than 1 MB.');
        return tried(readFile(at, 'utf8'));
      },
      async settled() {
        await tried(rm(join(of(tenant), deliveryId), { recursive: true, force: true }));
        await tried(into('read'));
      },
      async putAside(why) {
        await tried(into('aside'));
        await tried(fileOf(join(receiptsOf(tenant), 'aside', `${name}.txt`), [Buffer.from(`${why}\n`)]));
      },
    };
  };

  return {
    async ready(tenant) {
      await tried(mkdir(receiptsOf(tenant), { recursive: true, mode: 0o700 }));
      for (const name of await tried(readdir(of(tenant)))) {
        if (unfinished.test(name)) await tried(rm(join(of(tenant), name), { recursive: true, force: true }));
      }
    },
    deliver,
    async receipts(tenant) {
      const names = await tried(readdir(receiptsOf(tenant)));
      return names.toSorted().flatMap((name) => {
        const deliveryId = receiptName.exec(name)?.[1];
        return deliveryId === undefined ? [] : receiptAt(tenant, name, deliveryId);
      });
    },
  };
};

type Tried = <T>(work: Promise<T>) => Promise<T>;
const asIs: Tried = (work) => work;

/** On disk when this resolves. What comes from the content fails as it is, what comes from the disk as `tried` has it. */
async function fileOf(
  path: string,
  content: AsyncIterable<Buffer> | Iterable<Buffer>,
  tried: Tried = asIs,
): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await tried(open(path, 'w', 0o600));
  try {
    for await (const piece of content) {
      hash.update(piece);
      size += piece.length;
      await tried(file.writeFile(piece));
    }
    await tried(file.sync());
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
}
