import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { staffCommand } from './command.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'samspor-import-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is told on the error output, and the exit code; no event store is reached. */
async function run(...lists: readonly string[]) {
  const told: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((line) => told.push(String(line)) > 0);
  const before = process.exitCode;
  try {
    await staffCommand().parseAsync(['import', '--municipality', '1576', ...lists], { from: 'user' });
    return { told: told.join(''), exitCode: process.exitCode };
  } finally {
    process.exitCode = before;
    write.mockRestore();
  }
}
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('samspor staff import', () => {
  it('names every fault of both lists with row and column before it opens anything, and none of what stands there', async () => {
    const units = file('enheter.csv', 'Kode;Navn\nmuseum;museet\n');
    const staff = file('ansatte.csv', 'Ansattnr;Navn;Enhet;Fra;Sko\n1;;KE;31.02.2026;44\n');
    expect(await run('--units', units, '--staff', staff)).toEqual({
      told: [
        'ansatte.csv: column E is not read',
        'enheter.csv, row 2, column A (Kode): is no code: capital letters A–Z, digits and _, such as HOME_CARE.',
        'ansatte.csv, row 2, column B (Navn): is empty.',
        'ansatte.csv, row 2, column D (Fra): is no day of the calendar: write 2026-01-31 or 31.01.2026.',
        '3 faults. Nothing was changed.',
        '',
      ].join('\n'),
      exitCode: 1,
    });
  });

  it.each([
    ['no list', () => [], 'Name a list'],
    [
      'a list that is not there',
      () => ['--units', join(folder, 'none.csv')],
      'none.csv: it cannot be opened.',
    ],
    ['an empty list', () => ['--staff', file('empty.csv', '')], 'empty.csv: it is empty.'],
  ])('refuses %s', async (_, lists, why) => expect(run(...lists())).rejects.toThrow(why));
});
