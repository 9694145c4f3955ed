import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterOutboxIn, type LettersOut } from './letter-outbox.js';

type Parts = Parameters<typeof letterOutboxIn>[0];

const letter = {
  municipality: '1576',
  letterId: 'letter-1',
  dispatchId: 'dispatch-1',
  matter: 'RECEIPT',
  language: 'NB',
  recipient: 'SUBJECT',
  documentId: 'document-1',
  channel: 'LETTER',
  dispatchedOn: '2026-02-03',
} as const;
const pdf = Buffer.from('%PDF-1.7 …');
const filed = { type: 'DocumentFiled', data: { receiver: 'sealed' } };

describe('the outbox of letters', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'samspor-outbox-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const outbox = (open: () => unknown, letters?: 'none') =>
    letterOutboxIn({
      runner: { look: () => Promise.resolve({ effective: [filed] }) },
      keys: { open: () => Promise.resolve([{ status: 'open', text: 'Testine Brevesen' }]) },
      letters:
        letters === 'none'
          ? undefined
          : { folder, documents: { open } as unknown as LettersOut['documents'] },
    } as unknown as Parts);
  const held = (content: AsyncIterable<Buffer>) => () => Promise.resolve({ content });
  async function* whole() {
    yield await Promise.resolve(pdf);
  }
  async function* broken() {
    yield await Promise.resolve(pdf.subarray(0, 4));
    throw new Error('its file is not what was kept');
  }
  const lying = () => {
    const at = join(folder, '1576');
    return readdirSync(at).filter((name) => name !== '.laid' && !name.endsWith('.tmp'));
  };

  it('holds the letter, and whose it is', async () => {
    await outbox(held(whole())).put(letter);
    expect(lying()).toEqual(['dispatch-1.json', 'dispatch-1.pdf']);
    expect(readFileSync(join(folder, '1576', 'dispatch-1.pdf'))).toEqual(pdf);
    const cover = JSON.parse(readFileSync(join(folder, '1576', 'dispatch-1.json'), 'utf8'));
    const { documentId: _, ...told } = letter;
    expect(cover).toEqual({ version: 1, ...told, file: 'dispatch-1.pdf', receiver: 'Testine Brevesen' });
  });

  it('is given a letter once, also when it was fetched since', async () => {
    await outbox(held(whole())).put(letter);
    for (const name of lying()) rmSync(join(folder, '1576', name));
    await outbox(held(whole())).put(letter);
    expect(lying()).toEqual([]);
  });

  it('keeps nothing of a letter that broke off, and takes it whole the next time', async () => {
    await expect(outbox(held(broken())).put(letter)).rejects.toThrow('not what was kept');
    expect(readdirSync(join(folder, '1576'))).toEqual(['.laid']);
    await outbox(held(whole())).put(letter);
    expect(readFileSync(join(folder, '1576', 'dispatch-1.pdf'))).toEqual(pdf);
  });

  it('completes what a kill left half done', async () => {
    await outbox(held(whole())).put(letter);
    rmSync(join(folder, '1576', '.laid', 'dispatch-1'));
    rmSync(join(folder, '1576', 'dispatch-1.json'));
    writeFileSync(join(folder, '1576', 'dispatch-1.json.tmp'), '{"ver');
    await outbox(held(whole())).put(letter);
    expect(lying()).toEqual(['dispatch-1.json', 'dispatch-1.pdf']);
  });

  it('lays out nothing whose key is destroyed', async () => {
    await outbox(() => Promise.resolve('destroyed')).put(letter);
    expect(lying()).toEqual([]);
  });

  it('lets a letter wait where none is set up', async () => {
    await expect(outbox(held(whole()), 'none').put(letter)).rejects.toThrow('LETTER_OUTBOX');
  });
});
