import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Procedure } from '../api/procedure.js';
import { ApiClient } from '../support/api-client.js';
import { openWindow, type Page, signIn } from '../support/chromium.js';
import { newFolder, type Program, startProgram } from '../support/program.js';
import { someOf } from '../support/rounds.js';
import { eventually } from '../support/wait.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
async function faultsOf(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run(document.querySelector('[aria-labelledby=filed-documents]'), { runOnly: { type: 'tag', values: ${JSON.stringify(rules)} } })
       .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
  );
}

describe('the documents of a case (F14)', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram();
  }, 180_000);

  const words = {
    nb: ['1576', 'Arkiver et dokument', 'søknadsskjema', 'Personen, uten noen sak', 'Dokumentets dato'],
    nn: ['1525', 'Arkiver eit dokument', 'søknadsskjema', 'Personen, utan noka sak', 'Datoen på dokumentet'],
  } as const;
  it.each(someOf(['nb', 'nn'] as const, 1, 0))(
    'are filed from the page, fetched again as they came, and moved, without a fault of access (%s)',
    async (language) => {
      const [municipality, file, kind, person, date] = words[language];
      const content = `Søknad ${language}: Testine Prøvesen ønsker en koordinator.`;
      const path = join(newFolder(), 'skann.txt');
      writeFileSync(path, content);
      for (const width of [1280, 320]) {
        const { page, faults } = await openWindow({ width });
        await signIn(page, program, { municipality });
        const steps = new Procedure(
          new ApiClient(program.url, await program.token('CASEWORKER', municipality)),
        );
        const caseId = await steps.application(await steps.person());
        await page.goto(`${program.url}/sak/${caseId}`);
        const section = page.locator('[aria-labelledby=filed-documents]');
        const title = `Søknad om koordinator ${width}`;
        await section.getByRole('button', { name: file }).press('Enter');
        const form = section.getByRole('form', { name: file });
        await form.getByRole('button', { name: 'Arkiver', exact: true }).press('Enter');
        await form.getByText(language === 'nb' ? 'Velg en fil.' : 'Vel ei fil.').waitFor();
        await form.locator('input[type=file]').setInputFiles(path);
        await form.getByLabel('Tittel').fill(title);
        await form
          .getByLabel(language === 'nb' ? 'Hva det er' : 'Kva det er')
          .selectOption('APPLICATION_FORM');
        await form.getByLabel(date).fill('2.1');
        await form.getByLabel(language === 'nb' ? 'Fra' : 'Frå', { exact: true }).fill('Testine Prøvesen');
        expect(await faultsOf(page)).toEqual([]);
        await pictured(page, `${language}-${width}-form`);
        await form.getByRole('button', { name: 'Arkiver', exact: true }).press('Enter');
        const line = section.getByRole('listitem').filter({ hasText: title });
        await line.getByText(kind).waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await pictured(page, `${language}-${width}-list`);
        const fetching = page.waitForEvent('download');
        await line.getByRole('button', { name: title }).first().press('Enter');
        const fetched = await fetching;
        expect(fetched.suggestedFilename()).toMatch(/-soknadsskjema\.txt$/);
        expect(readFileSync(await fetched.path(), 'utf8')).toBe(content);
        await line.getByRole('button', { name: /^Flytt/ }).press('Enter');
        const moving = line.getByRole('form');
        await moving.getByRole('combobox').selectOption({ label: person });
        expect(await faultsOf(page)).toEqual([]);
        await pictured(page, `${language}-${width}-move`);
        await moving.getByRole('button', { name: 'Flytt', exact: true }).press('Enter');
        await eventually(async () => expect(await line.count()).toBe(0));
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await eventually(() => expect(faults).toEqual([]));
      }
    },
    180_000,
  );
});

/** Where somebody wants to look at them (PICTURES names the folder). */
async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  const section = page.locator('[aria-labelledby=filed-documents]');
  await section.screenshot({ path: join(folder, `${name}.png`) });
}
