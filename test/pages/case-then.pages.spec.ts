import { join } from 'node:path';
import { done, Procedure } from '../api/procedure.js';
import { openWindow, type Page, signIn } from '../support/chromium.js';
import { type Program, startProgram } from '../support/program.js';
import { someOf } from '../support/rounds.js';
import { eventually } from '../support/wait.js';

const words = {
  nb: {
    municipality: '1576',
    asOf: 'Slik saken sto',
    happened: 'Du ser det som hadde skjedd til og med 20. januar 2026',
    ready: /^(Saken var klageklar\. )?Hadde det kommet en klage 20\. januar 2026, ville statsforvalteren/,
    written: 'det som var skrevet inn',
    filed: ['Ingenting var arkivert på saken.', 'Ingen hadde klaget i saken.'],
    notYet: 'Saken hadde ikke begynt den dagen',
    today: 'Vis saken slik den er i dag',
  },
  nn: {
    municipality: '1525',
    asOf: 'Slik saka stod',
    happened: 'Du ser det som hadde hendt til og med 20. januar 2026',
    ready: /^(Saka var klageklar\. )?Hadde det kome ei klage 20\. januar 2026, ville statsforvaltaren/,
    written: 'det som var skrive inn',
    filed: ['Ingenting var arkivert på saka.', 'Ingen hadde klaga i saka.'],
    notYet: 'Saka hadde ikkje byrja den dagen',
    today: 'Vis saka slik ho er i dag',
  },
} as const;

describe('a case as of a day, on its page', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram();
  }, 180_000);
  afterAll(() => program?.kill());

  it.each(someOf(['nb', 'nn'] as const, 1, 0))(
    'is shown as it stood, says so, and offers nothing to do (%s)',
    async (language) => {
      const { municipality, asOf, happened, ready, written, filed, notYet, today } = words[language];
      const worker = await program.client('CASEWORKER', municipality);
      const steps = new Procedure(worker);
      const caseId = await steps.application(await steps.person(), { receivedOn: '2026-01-10' });
      const assigneeId = await steps.party('Kart Legger');
      const { readAfter } = done(
        await worker.post(`/v1/cases/${caseId}/mapping-assignments`, {
          assigneeId,
          assignedOn: '2026-01-15',
        }),
      );
      done(await worker.get(`/v1/cases/${caseId}?readAfter=${readAfter}`));

      const { page, faults } = await openWindow({ width: 1280 });
      await signIn(page, program, { municipality });
      await page.goto(`${program.url}/sak/${caseId}`);
      await page.getByRole('link', { name: asOf }).press('Enter');
      await page.waitForURL(/dag=\d{4}-\d\d-\d\d/);

      await page.goto(`${program.url}/sak/${caseId}?dag=2026-01-20`);
      await page.getByRole('status').filter({ hasText: happened }).waitFor();
      await page.getByText('Kart Legger').first().waitFor();
      await pictured(page, language);
      const sections = page.locator('main section.case-section');
      expect(await sections.count()).toBeGreaterThan(2);
      expect(await sections.getByRole('button').count()).toBe(0);
      expect(await page.locator('.next').count()).toBe(0);
      expect(await page.getByRole('heading', { name: /^Dokumentasjon/ }).count()).toBe(0);
      const readiness = page.getByRole('region', { name: 'Klageklar' });
      await readiness.getByText(ready).waitFor();
      expect(await readiness.getByText('i dag').count()).toBe(0);
      for (const text of filed) await page.getByText(text).waitFor();

      // By what was written in by then, there was no case yet.
      await page.getByLabel(written).press('Space');
      await page.getByText(notYet).waitFor();
      await page.getByRole('link', { name: today }).press('Enter');
      await page.locator('.next').waitFor();
      await eventually(() => expect(faults).toEqual([]));
    },
    120_000,
  );

  /** To be looked at, where a folder is named for it. */
  async function pictured(page: Page, name: string) {
    const folder = process.env['PICTURES'];
    if (folder) await page.screenshot({ path: join(folder, `case-then-${name}.png`), fullPage: true });
  }
});
