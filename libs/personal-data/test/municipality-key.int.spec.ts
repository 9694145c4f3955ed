// @long
import { chmod, copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LogFault } from '#event-sourcing';
import {
  aesKeyWrapping,
  makeKeyFile,
  openMunicipalityKey,
  UnusableKeyFile,
  WrongKey,
  type KeyWrapping,
} from '#personal-data';
import { createVaultFixture, field, sealOne, type VaultFixture } from './vault.testing.js';

let fixture: VaultFixture;
beforeEach(async () => {
  fixture = await createVaultFixture();
});
afterEach(() => fixture.close());

const opening = (file = fixture.keyFile) => fixture.open({ key: { file } });

describe("the municipality's key file", () => {
  it('is made for an empty vault, readable by its owner alone, and nothing else beside it', async () => {
    await opening();
    expect((await stat(fixture.keyFile)).mode & 0o777).toBe(0o600);
    expect(await readFile(fixture.keyFile, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(await readdir(dirname(fixture.keyFile))).toEqual(['municipality.key']);
  });

  it('is told where it cannot be made, with what to do', async () => {
    await writeFile(`${fixture.keyFile}.taken`, '');
    const making = makeKeyFile(`${fixture.keyFile}.taken/keys/key`);
    await expect(making).rejects.toThrow(UnusableKeyFile);
    await expect(making).rejects.toThrow(/cannot be made: .*Set KEY_FILE/);
  });

  it('is made once when many processes start on an empty vault', async () => {
    const vaults = await Promise.all(Array.from({ length: 8 }, () => opening()));
    const [first] = vaults;
    if (!first) throw new Error('No vault');
    const sealed = await sealOne(first);
    for (const vault of vaults) {
      expect(await vault.keys.open([sealed])).toEqual([{ status: 'open', text: field().text }]);
    }
  });

  it('is found again by the next start', async () => {
    const sealed = await sealOne(await opening());
    expect(await (await opening()).keys.open([sealed])).toEqual([{ status: 'open', text: field().text }]);
  });

  it('may be brought along to an empty vault', async () => {
    await writeFile(fixture.keyFile, 'ab'.repeat(32), { mode: 0o600 });
    await opening();
    expect(await readFile(fixture.keyFile, 'utf8')).toBe('ab'.repeat(32));
  });

  it('is not made anew when it is missing while the vault holds keys', async () => {
    await sealOne(await opening());
    await rm(fixture.keyFile);
    const refusal = await opening().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnusableKeyFile);
    expect(String(refusal)).toContain(fixture.keyFile);
    expect(String(refusal)).toMatch(/Restore that file from its own backup/);
    expect(await readdir(dirname(fixture.keyFile))).toEqual([]);
    await writeFile(fixture.keyFile, '');
  });

  it('is refused when it is the key of another vault', async () => {
    await opening();
    await copyFile(fixture.keyFile, `${fixture.keyFile}.own`);
    await writeFile(fixture.keyFile, 'cd'.repeat(32));
    await expect(opening()).rejects.toThrow(/is not the one that this vault was made with/);
    await expect(opening(`${fixture.keyFile}.own`)).resolves.toBeDefined();
  });

  it.each(['640', '604', '660', '644'])('is refused when others may read it (mode %s)', async (mode) => {
    await opening();
    await chmod(fixture.keyFile, mode);
    await expect(opening()).rejects.toThrow(new RegExp(`mode ${mode}.*chmod 600`));
  });

  it.each(['', 'ab'.repeat(31)])(
    'is made anew, in its place, where a first start was cut short after "%s"',
    async (content) => {
      await writeFile(fixture.keyFile, content, { mode: 0o600 });
      const sealed = await sealOne(await opening());
      expect(await readFile(fixture.keyFile, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
      expect((await stat(fixture.keyFile)).mode & 0o777).toBe(0o600);
      expect(await readdir(dirname(fixture.keyFile))).toEqual(['municipality.key']);
      expect(await (await opening()).keys.open([sealed])).toEqual([{ status: 'open', text: field().text }]);
    },
  );

  it.each(['', 'ab'.repeat(31)])(
    'is refused and left as it is when it holds "%s" while the vault holds keys',
    async (content) => {
      await opening();
      await writeFile(fixture.keyFile, content);
      await expect(opening()).rejects.toThrow(/64 hex digits were expected. Restore the key file/);
      expect(await readFile(fixture.keyFile, 'utf8')).toBe(content);
    },
  );

  it.each(['not a key', `${'ab'.repeat(32)}ff`])(
    'is refused and left as it is when it holds something else than a key: "%s"',
    async (content) => {
      await writeFile(fixture.keyFile, content, { mode: 0o600 });
      const refusal = await opening().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(UnusableKeyFile);
      expect(String(refusal)).toContain('64 hex digits');
      expect(String(refusal)).not.toContain(content);
      expect(await readFile(fixture.keyFile, 'utf8')).toBe(content);
    },
  );

  it('never stands in the vault', async () => {
    await sealOne(await opening());
    const { rows } = await fixture.pool.query<{ held: string }>(
      `select encode(wrapped, 'hex') as held from vault.keys union all select encode(wrapped, 'hex') from vault.lookup_secret`,
    );
    const key = (await readFile(fixture.keyFile, 'utf8')).trim();
    expect(rows).toHaveLength(2);
    for (const { held } of rows) expect(held).not.toContain(key);
  });

  it('is refused with a vault that was restored in part', async () => {
    await sealOne(await opening());
    await fixture.pool.query('delete from vault.lookup_secret');
    await expect(openMunicipalityKey({ keyFile: fixture.keyFile, vaultPool: fixture.pool })).rejects.toThrow(
      /restore the whole vault/,
    );
  });
});

describe('a key management service', () => {
  it('takes the place of the file', async () => {
    const asked = { wrap: 0, unwrap: 0 };
    const service = aesKeyWrapping(Buffer.alloc(32, 1));
    const wrapping: KeyWrapping = {
      wrap: (keys) => ((asked.wrap += 1), service.wrap(keys)),
      unwrap: (keys) => ((asked.unwrap += 1), service.unwrap(keys)),
    };
    const sealed = await sealOne(await fixture.open({ key: { wrapping } }));
    const vault = await fixture.open({ key: { wrapping } });
    expect(await vault.keys.open([sealed])).toEqual([{ status: 'open', text: field().text }]);
    // The secret for lookups, the key for events, the data key.
    expect(asked.wrap).toBe(3);
    const other = aesKeyWrapping(Buffer.alloc(32, 2));
    await expect(fixture.open({ key: { wrapping: other } })).rejects.toThrow(WrongKey);
  });

  it('unwraps a data key for its owner and class only', async () => {
    const vault = await fixture.open({ key: { wrapping: aesKeyWrapping(Buffer.alloc(32, 1)) } });
    const [good, bad] = [await sealOne(vault), await sealOne(vault, { owner: 'person-2' })];
    await fixture.pool.query(`update vault.keys set owner = 'someone-else' where owner = 'person-2'`);
    const fresh = await fixture.open({ key: { wrapping: aesKeyWrapping(Buffer.alloc(32, 1)) } });
    const refusal = await fresh.keys.open([good, bad]).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LogFault);
    expect(refusal).toMatchObject({ name: 'DamagedKey', keyId: bad.keyId });
    expect(String(refusal)).toMatch(/Restore the vault/);
    expect(await fresh.keys.open([good])).toEqual([{ status: 'open', text: field().text }]);
  });
});
