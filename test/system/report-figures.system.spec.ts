import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectedOf, folderOf, given } from '../../libs/reporting/test/given.testing.js';
import { cli } from '../support/program.js';

describe('figures of a history that is told in lines, by the built program on an empty data folder', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'samspor-figures-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  const report = (...args: readonly string[]) => cli(['report', ...args], { DATA_DIR: dataDir });

  it.each(given)(
    'are those of municipality %s to the byte, and leave nothing in the folder (H11)',
    async (key) => {
      const { from, to, knownOn, sha256 } = expectedOf(key).find(({ name }) => name === 'year-2024')!;
      const asked = ['--from', folderOf(key), '--period', `${from}..${to}`, '--known-on', knownOn];
      const { code, stdout } = await report('figures', ...asked);
      expect({ code, sha256: createHash('sha256').update(stdout).digest('hex') }).toEqual({
        code: 0,
        sha256,
      });
      expect(readdirSync(dataDir)).toEqual([]);
    },
    120_000,
  );

  it('are in the codes of a register only where each has one', async () => {
    const codes = join(tmpdir(), `samspor-codes-${process.pid}.csv`);
    const head = 'register;asked;value;code;validFrom;source;confirmedBy';
    writeFileSync(codes, `${head}\nKPR;STATUS;ACTIVE;1;2020-01-01;Veileder;Testa Leder\n`);
    const asked = ['--from', folderOf('9101'), '--year', '2025', '--codes', codes, '--register', 'KPR'];
    const refused = await report('status', ...asked);
    rmSync(codes);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('Nothing is told while KPR has no code for: ');
  }, 120_000);
});
