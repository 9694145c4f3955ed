import { readFileSync } from 'node:fs';
import { openWindow, signIn } from '../support/chromium.js';
import { inDays } from '../support/days.js';
import { type Program, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';

describe('the page of reports', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ args: ['--demo'] });
    await program.played();
  }, 180_000);

  it('is written, locked, approved and printed as the forum sees it, with who is behind a number for the unit alone (H11, S4)', async () => {
    const { page, faults } = await openWindow();
    await signIn(page, program, { sub: 'demo-leader' });
    await page.goto(`${program.url}/rapport`);
    await page.getByRole('button', { name: 'Begynn en rapport' }).click();
    const lastYear = String(Number(inDays(0).slice(0, 4)) - 1);
    await page.getByRole('combobox', { name: 'Periode' }).selectOption({ label: lastYear });
    await page.getByRole('form').getByRole('button', { name: 'Begynn rapporten' }).click();
    await page.getByRole('heading', { level: 1, name: /^Rapport, / }).waitFor();
    await page.getByText('De er ikke låst').waitFor();

    await page.getByRole('button', { name: /^Skriv ?: Utfordringer/ }).click();
    await page.getByRole('form', { name: 'Utfordringer' }).locator('textarea').fill('Mange venter lenge.');
    await page.getByRole('button', { name: 'Registrer teksten' }).click();
    await page.getByRole('article', { name: 'Utfordringer' }).getByText('Mange venter lenge.').waitFor();

    for (const step of ['Lås tallene', 'Godkjenn rapporten', 'Legg fram rapporten']) {
      await page.getByRole('button', { name: step }).click();
      await page.getByRole('form').getByRole('button', { name: step }).click();
      await page.getByRole('form').waitFor({ state: 'detached' });
    }
    await page.getByText('og endrer seg ikke').waitFor();
    expect(
      await page
        .getByRole('article')
        .getByRole('button', { name: /^Skriv/ })
        .count(),
    ).toBe(0);

    await page.getByRole('switch', { name: 'Vis enhetens egne tall' }).check();
    await page.getByRole('heading', { name: 'Endret siden tallene ble tatt ut' }).waitFor();
    // What is printed leaves the unit: its own numbers are left out, the forum's stand.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { name: 'Hvem venter' }).filter({ visible: true }).count()).toBe(
      1,
    );
    expect(await page.getByText('Hvem er bak tallet').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByText('Mange venter lenge.').filter({ visible: true }).count()).toBe(1);
    await page.emulateMedia({ media: 'screen' });

    await page.goto(`${program.url}/rapport?del=tall`);
    await page.getByRole('button', { name: /^Hvem er bak tallet ?: Venter på avgjørelse/ }).click();
    const behind = page.getByRole('dialog');
    await behind.getByRole('link').first().waitFor();
    const figure = page.getByRole('article', { name: 'Venter på avgjørelse' });
    const told = await figure.locator('.figure-total strong').textContent();
    expect(await behind.locator('tbody tr').count()).toBe(Number(told));
    await eventually(() => expect(faults).toEqual([]));
  }, 180_000);

  it('says what national registers ask, in the codes of the municipality’s own table, or what the table lacks (S4)', async () => {
    const { page, faults } = await openWindow();
    await signIn(page, program, { sub: 'demo-leader' });
    await page.goto(`${program.url}/rapport?del=status`);
    await page.getByRole('heading', { name: 'Se på disse først' }).waitFor();
    const table = (lines: readonly string[]) => ({
      name: 'koder.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `\uFEFF${['register;asked;value;code;validFrom;source;confirmedBy', ...lines].join('\r\n')}\r\n`,
      ),
    });
    const all = [
      ...['ACTIVE', 'PAUSED', 'IN_PREPARATION', 'DECLINED', 'NONE'].map((value) => `STATUS;${value}`),
      ...['CHILD', 'ORDINARY', 'NO'].map((value) => `COORDINATOR;${value}`),
      ...['0-17', '18-66', '67+', 'UNKNOWN'].map((value) => `AGE3;${value}`),
    ].map((line, n) => `KPR;${line};${n};2020-01-01;Veileder;Testa Leder`);
    const chosen = page.getByLabel('Kodetabellen, en CSV-fil');
    await chosen.setInputFiles(table(['KPR;STATUS;SLEEPING;9;2020-01-01;V;T']));
    await page
      .getByRole('alert', { name: 'Tabellen kan ikke brukes' })
      .getByText(/^Linje 2: STATUS/)
      .waitFor();
    await chosen.setInputFiles(table(all));
    const downloaded = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Last ned fila' }).click();
    const file = await downloaded;
    expect(file.suggestedFilename()).toMatch(/^KPR-\d{4}\.csv$/);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^person;STATUS;COORDINATOR;AGE3\n/);
    await eventually(() => expect(faults).toEqual([]));
  }, 120_000);

  it('speaks nynorsk, and each chart has a table that says the same, also where the page is narrow', async () => {
    const { page, faults } = await openWindow({ width: 320 });
    await signIn(page, program, { sub: 'demo-leader', municipality: '1525' });
    await page.goto(`${program.url}/rapport?del=tall`);
    await page.getByRole('heading', { name: 'Kven ventar' }).waitFor();
    const charts = page.locator('figure.chart');
    for (const chart of await charts.all()) {
      const bars = await chart.locator('.chart-number').allTextContents();
      const cells = await chart.locator('tbody tr td:nth-of-type(1)').allTextContents();
      if (bars.length > 0) expect(cells).toEqual(bars);
      expect(await chart.locator('caption').count()).toBe(1);
    }
    expect(await charts.count()).toBeGreaterThan(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await eventually(() => expect(faults).toEqual([]));
  }, 120_000);
});
