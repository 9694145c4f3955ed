import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnotherDocument, DocumentStore, type Keeping } from '#documents/application/index';
import { derivedId } from '#event-sourcing';
import type { Vault } from '#personal-data';
import {
  createVaultFixture,
  field,
  SealingLog,
  type VaultFixture,
} from '../../personal-data/test/vault.testing.js';

let fixture: VaultFixture;
let folder: string;
let vault: Vault;
let store: DocumentStore;
beforeAll(async () => {
  fixture = await createVaultFixture();
  vault = await fixture.open({ settlingMs: 0 });
});
beforeEach(async () => {
  await fixture.pool.query(
    `truncate vault.documents, vault.keys, vault.seats, vault.disposals, vault.kept_fields, vault.disposed_entries,
       vault.streams_naming, vault.indexed_logs`,
  );
  vault.keys.dropAll();
  folder = await mkdtemp(join(tmpdir(), 'samspor-documents-'));
  store = new DocumentStore({ folder, keys: vault.documentKeys });
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => fixture.close());

const pdf = (words = 'Testine Prøvesen trenger hjelp', length = 200_000) =>
  Buffer.concat([Buffer.from(`%PDF-1.7\n${words}\n`), randomBytes(length)]);
const one: Keeping = {
  tenant: '1576',
  documentId: derivedId('one'),
  owner: 'person-1',
  class: 'DOCUMENT',
  eventId: derivedId('event of one'),
};
const another: Keeping = { ...one, documentId: derivedId('another'), eventId: derivedId('event of another') };

const put = (content: Buffer, of = one, by = store) => by.put({ ...of, content: [content], format: 'PDF' });
async function filed(content: Buffer, of = one) {
  const kept = await put(content, of);
  await store.filed(of);
  return kept;
}

async function contentOf(of = one, by = store): Promise<Buffer | string | undefined> {
  const held = await by.open(of);
  if (held === undefined || held === 'destroyed') return held;
  const pieces: Buffer[] = [];
  for await (const piece of held.content) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Every file below the folder, by its path there. */
async function files(): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name).slice(folder.length + 1));
}
const nobodyFiled = { isFiled: async () => false, isAlone: true };

describe('a document that is put (F14)', () => {
  it('is a file by the hash of its ciphertext, and nothing of it can be read there', async () => {
    const content = pdf();
    const kept = await filed(content);
    const path = `${kept.ciphertextSha256.slice(0, 2)}/${kept.ciphertextSha256}`;
    expect(await files()).toEqual([path]);
    const file = await readFile(join(folder, path));
    expect(createHash('sha256').update(file).digest('hex')).toBe(kept.ciphertextSha256);
    expect(file.includes('Testine')).toBe(false);
    expect((await stat(join(folder, path))).mode & 0o777).toBe(0o600);
    expect(kept).toMatchObject({ size: content.length, documentId: one.documentId });
    expect(kept.contentSha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect((await contentOf()) as Buffer).toEqual(content);
  });

  it('can be read by another process, and is the same when it is put again', async () => {
    const content = pdf();
    const kept = await filed(content);
    const elsewhere = new DocumentStore({ folder, keys: (await fixture.open()).documentKeys });
    expect(await contentOf(one, elsewhere)).toEqual(content);
    expect(await put(content, one, elsewhere)).toEqual(kept);
    expect(await files()).toHaveLength(1);
  });

  it('is no other once it is filed, and until then the one that was put last', async () => {
    const [first, second, third] = [pdf('first'), pdf('second'), pdf('third')];
    await put(first);
    await filed(second);
    expect(await contentOf()).toEqual(second);
    await expect(put(third)).rejects.toThrow(AnotherDocument);
    expect(await files()).toHaveLength(1);
    expect(await contentOf()).toEqual(second);
  });

  it('put by two at once is kept once', async () => {
    const content = pdf();
    const [a, b] = await Promise.all([put(content), put(content)]);
    expect(a).toEqual(b);
    expect(await files()).toHaveLength(1);
    expect(await contentOf()).toEqual(content);
  });

  it('is refused, and nothing of it left, where it is not what it is said to be, empty, too large or broken off', async () => {
    async function* large() {
      yield Buffer.from('%PDF-1.7');
      for (let mega = 0; mega < 26; mega += 1) yield Buffer.alloc(1024 * 1024);
    }
    async function* brokenOff() {
      yield pdf();
      throw new Error('The connection is gone');
    }
    const refused = (content: AsyncIterable<Uint8Array> | Uint8Array[]) =>
      store.put({ ...one, content, format: 'PDF' });
    await expect(refused([Buffer.from('no PDF')])).rejects.toMatchObject({ fault: 'other-format' });
    await expect(refused([])).rejects.toMatchObject({ fault: 'empty' });
    await expect(refused(large())).rejects.toMatchObject({ fault: 'too-large' });
    await expect(refused(brokenOff())).rejects.toThrow('The connection is gone');
    expect(await files()).toEqual([]);
    expect(await contentOf()).toBeUndefined();
  });

  it('does not open where its file was changed, cut or taken away', async () => {
    const kept = await filed(pdf());
    const at = join(folder, kept.ciphertextSha256.slice(0, 2), kept.ciphertextSha256);
    const file = await readFile(at);
    const last = file.length - 1;
    await writeFile(at, Buffer.concat([file.subarray(0, last), Buffer.of((file[last] ?? 0) ^ 1)]));
    await expect(contentOf()).rejects.toThrow('is not what was kept');
    await rm(at);
    await expect(contentOf()).rejects.toThrow('is not there');
  });
});

describe('a document that was cut short', () => {
  it('leaves nothing: what was half written goes at the next start', async () => {
    await writeFile(join(folder, 'incoming', 'half'), 'half');
    await store.clean(nobodyFiled);
    expect(await files()).toEqual([]);
  });

  it('is left alone where somebody else may be writing it', async () => {
    await writeFile(join(folder, 'incoming', 'half'), 'half');
    await store.clean({ ...nobodyFiled, isAlone: false });
    expect(await files()).toHaveLength(1);
  });

  it('between its key and its name is not there, and put anew is', async () => {
    const content = pdf();
    const kept = await put(content);
    await rm(join(folder, kept.ciphertextSha256.slice(0, 2), kept.ciphertextSha256));
    await filed(content);
    expect(await contentOf()).toEqual(content);
  });

  it('before its event is destroyed after a day, and stays where the log has the event', async () => {
    await put(pdf());
    const stays = pdf();
    await put(stays, another);
    await fixture.pool.query(`update vault.documents set kept_at = kept_at - interval '25 hours'`);
    await store.clean({
      isAlone: true,
      isFiled: async ({ eventId, names }) => eventId === another.eventId && names[0] === another.owner,
    });
    expect(await contentOf()).toBe('destroyed');
    expect(await contentOf(another)).toEqual(stays);
    expect(await files()).toHaveLength(1);
  });
});

describe('the disposal of documents (F14)', () => {
  const disposal = {
    tenant: '1576',
    owner: 'person-1',
    classes: ['DOCUMENT'],
    disposalEventId: 'd',
  } as const;

  it('goes with whose they are: keys, then files', async () => {
    await filed(pdf());
    const others = pdf();
    await filed(others, { ...another, owner: 'person-2' });
    await vault.disposals.destroy(disposal);
    expect(await contentOf()).toBe('destroyed');
    expect(await store.removeDestroyed()).toBe(0);
    expect(await files()).toHaveLength(1);
    expect(await contentOf({ ...another, owner: 'person-2' })).toEqual(others);
    const { rows } = await fixture.pool.query('select sealed from vault.documents where owner = $1', [
      'person-1',
    ]);
    expect(rows).toEqual([{ sealed: null }]);
    await expect(put(pdf(), { ...one, documentId: derivedId('later') })).rejects.toMatchObject({
      code: 'personal-data/disposed',
    });
  });

  it('takes a file that a backup brought back', async () => {
    const kept = await filed(pdf());
    const at = join(folder, kept.ciphertextSha256.slice(0, 2), kept.ciphertextSha256);
    const file = await readFile(at);
    await store.destroy(one, 'd');
    expect(await files()).toEqual([]);
    await writeFile(at, file);
    await store.clean(nobodyFiled);
    expect(await files()).toEqual([]);
  });

  it('tells of files that the vault has no key of, and leaves them', async () => {
    await filed(pdf());
    await fixture.pool.query('truncate vault.documents');
    expect(await store.clean(nobodyFiled)).toBe(1);
    expect(await files()).toHaveLength(1);
  });

  it('of one entry takes the document that it filed, and leaves the others of the person', async () => {
    const log = await SealingLog.made();
    const [wrong, right] = [pdf('wrong'), pdf('right')];
    await filed(wrong);
    await filed(right, another);
    const title = await log.record(vault, field({ class: 'DOCUMENT', eventId: one.eventId }));
    await vault.entryDisposals.dispose({ fields: [title], disposalEventId: 'd' });
    expect(await contentOf()).toBe('destroyed');
    expect(await contentOf(another)).toEqual(right);
    await vault.entryDisposals.finish(log);
    const { rows } = await fixture.pool.query('select from vault.keys where key_id = $1', [title.keyId]);
    expect(rows).toEqual([]);
    expect(await contentOf(another)).toEqual(right);
    expect(
      await contentOf(another, new DocumentStore({ folder, keys: (await fixture.open()).documentKeys })),
    ).toEqual(right);
  });
});
