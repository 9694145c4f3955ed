import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveAway, type ToDeliver } from './delivery.js';
import { folderDelivery } from './folder-delivery.js';
import { UnfitReceipt } from './receipt.js';

describe('a folder for the archive', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'samspor-archive-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const pieces = ['første', 'andre'].map((text) => Buffer.from(text));
  async function* whole() {
    yield* pieces;
  }
  async function* brokenOff() {
    yield* pieces;
    throw new Error('the disk of the documents is away');
  }
  const toDeliver = (content: AsyncIterable<Buffer> = whole()): ToDeliver => ({
    tenant: '1576',
    deliveryId: 'a.1',
    fileName: 'a.pdf',
    content,
    messageOf: ({ size, sha256 }) => `${size} ${sha256}`,
  });
  const opened = async () => {
    const delivery = folderDelivery(folder);
    await delivery.ready('1576');
    return delivery;
  };
  const inTenant = () => readdirSync(join(folder, '1576')).toSorted();

  it('has the file and what is said of it, for this account alone', async () => {
    await (await opened()).deliver(toDeliver());
    const at = join(folder, '1576', 'a.1');
    expect(readdirSync(at).toSorted()).toEqual(['a.pdf', 'arkivmelding.xml']);
    expect(readFileSync(join(at, 'a.pdf'))).toEqual(Buffer.concat(pieces));
    const sha256 = createHash('sha256').update(Buffer.concat(pieces)).digest('hex');
    expect(readFileSync(join(at, 'arkivmelding.xml'), 'utf8')).toBe(
      `${Buffer.concat(pieces).length} ${sha256}`,
    );
    const modes = [at, join(at, 'a.pdf'), join(at, 'arkivmelding.xml')].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600, 0o600]);
  });

  it('has a delivery whole or not at all', async () => {
    const delivery = await opened();
    await expect(delivery.deliver(toDeliver(brokenOff()))).rejects.toThrow(
      'the disk of the documents is away',
    );
    expect(inTenant()).toEqual(['receipts']);
    await delivery.deliver(toDeliver());
    expect(inTenant()).toEqual(['a.1', 'receipts']);
  });

  it('has a delivery once, however often it is handed over', async () => {
    const delivery = await opened();
    await delivery.deliver(toDeliver());
    await delivery.deliver(toDeliver(brokenOff()));
    expect(inTenant()).toEqual(['a.1', 'receipts']);
  });

  it('loses what somebody was killed over', async () => {
    await opened();
    mkdirSync(join(folder, '1576', '.a.1.tmp'));
    writeFileSync(join(folder, '1576', '.a.1.tmp', 'a.pdf'), 'halv');
    await opened();
    expect(inTenant()).toEqual(['receipts']);
  });

  it('that cannot be made says so', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(folderDelivery(file).ready('1576')).rejects.toThrow(ArchiveAway);
  });

  it('tells of receipts by their names, and of nothing else there', async () => {
    const delivery = await opened();
    for (const name of ['b.1.xml', 'a.1.xml', 'a.1.xml.part', '.c.1.xml', 'read']) {
      writeFileSync(join(folder, '1576', 'receipts', name), name);
    }
    const found = await delivery.receipts('1576');
    expect(found.map(({ deliveryId }) => deliveryId)).toEqual(['a.1', 'b.1']);
    expect(await found[0]?.read()).toBe('a.1.xml');
  });

  it('keeps a receipt, and not what it is of', async () => {
    const delivery = await opened();
    await delivery.deliver(toDeliver());
    writeFileSync(join(folder, '1576', 'receipts', 'a.1.xml'), 'ja');
    await (await delivery.receipts('1576'))[0]?.settled();
    expect(inTenant()).toEqual(['receipts']);
    expect(readFileSync(join(folder, '1576', 'receipts', 'read', 'a.1.xml'), 'utf8')).toBe('ja');
  });

  it('puts a receipt aside with why, and keeps what it is of', async () => {
    const delivery = await opened();
    await delivery.deliver(toDeliver());
    writeFileSync(join(folder, '1576', 'receipts', 'a.1.xml'), 'nei');
    await (await delivery.receipts('1576'))[0]?.putAside('It is no XML.');
    expect(inTenant()).toEqual(['a.1', 'receipts']);
    expect(readdirSync(join(folder, '1576', 'receipts', 'aside'))).toEqual(['a.1.xml', 'a.1.xml.txt']);
    expect(await delivery.receipts('1576')).toEqual([]);
  });

  it('reads no receipt without end', async () => {
    const delivery = await opened();
    writeFileSync(join(folder, '1576', 'receipts', 'a.1.xml'), Buffer.alloc(1024 * 1024 + 1));
    await expect((await delivery.receipts('1576'))[0]?.read()).rejects.toThrow(UnfitReceipt);
  });

  it('says which file it cannot read', async () => {
    const delivery = await opened();
    const at = join(folder, '1576', 'receipts', 'a.1.xml');
    writeFileSync(at, '<x/>');
    const [receipt] = await delivery.receipts('1576');
    rmSync(at);
    const failed = await receipt?.read().catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ArchiveAway);
    expect(String(failed)).toContain(`${folder}, cannot be read and written (ENOENT: 1576/receipts/a.1.xml)`);
  });

  it.each([
    ['folder', (at: string) => mkdirSync(at)],
    ['link', (at: string) => symlinkSync(import.meta.filename, at)],
  ])('takes no %s for a receipt', async (_, makeAt) => {
    const delivery = await opened();
    makeAt(join(folder, '1576', 'receipts', 'a.1.xml'));
    const [found] = await delivery.receipts('1576');
    await expect(found?.read()).rejects.toThrow(UnfitReceipt);
    await found?.putAside('It is no file.');
    expect(await delivery.receipts('1576')).toEqual([]);
  });
});
