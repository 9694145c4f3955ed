import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWindow, signIn } from '../support/chromium.js';
import { newFolder, type Program, startProgram } from '../support/program.js';
import { someOf } from '../support/rounds.js';
import { eventually } from '../support/wait.js';

describe('the page of imports', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram();
  }, 180_000);

  const municipalities = [
    [
      '1576',
      /ingen dato i kalenderen/,
      'Ta inn én rad',
      'Fullført',
      'Ta tilbake',
      'Tatt tilbake',
      /^Importen ble tatt tilbake/,
    ],
    [
      '1525',
      /ingen dato i kalenderen/,
      'Ta inn éi rad',
      'Fullført',
      'Ta tilbake',
      'Teken tilbake',
      /^Importen vart teken tilbake/,
    ],
  ] as const;
  it.each(someOf(municipalities, 1, 0))(
    'rehearses a file with a verdict a row, takes it in, takes it back and tells all of it (%s)',
    async (municipality, fault, take, done, back, gone, told) => {
      const path = join(newFolder(), 'ark.csv');
      const rows = [
        'Født;Navn;IP startet;Samtykke',
        '2.3.1991;Frisk Radsen;1.2.2021;1.1.2021',
        '2.3.1992;Ola Prøve;30.2.2021;1.1.2021',
      ];
      writeFileSync(path, rows.join('\n'));
      const { page, faults } = await openWindow();
      await signIn(page, program, { municipality });
      await page.goto(`${program.url}/import`);
      await page.locator('input[type=file]').setInputFiles(path);
      await page.getByText(fault).waitFor();
      await page.getByRole('button', { name: take }).click();
      const row = page.getByRole('row', { name: /ark\.csv/ });
      await row.getByText(done).waitFor();
      await row.getByRole('button', { name: back }).click();
      await page.locator('form textarea').fill('Feil ark');
      await page.locator('form button[type=submit]').click();
      await row.getByText(gone).waitFor();
      // In no list any more, and all of it in the trail.
      await row.getByRole('link', { name: 'Historikk' }).click();
      await page.getByText(told).waitFor();
      await page
        .getByText(/2\. mars 1991|Frisk Radsen|ark\.csv/)
        .first()
        .waitFor();
      await eventually(() => expect(faults).toEqual([]));
    },
    120_000,
  );
});
