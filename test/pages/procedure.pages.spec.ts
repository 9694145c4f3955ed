import { openWindow, type Page, signIn } from '../support/chromium.js';
import { type Program, startProgram } from '../support/program.js';
import { someOf } from '../support/rounds.js';

let program: Program;
beforeAll(async () => {
  program = await startProgram({ args: ['--demo'] });
  await program.played();
}, 180_000);

/** The form of a command, opened where one stands. */
const form = (page: Page, name: string) => page.getByRole('form', { name });
const within = (page: Page, name: string, group: string) =>
  form(page, name).getByRole('group', { name: group, exact: true });

const texts = [
  ['script', '<script>document.title="hacket"</script><img src=x onerror=alert(1)>'],
  ['letters from right to left', 'שלום عربي abc'],
  ['no width', 'Te\u200Bst\u200D\uFEFF'],
  ['four thousand letters', 'Lang'.repeat(1000)],
] as const;

describe('a caseworker of Aure', () => {
  test('goes from what waits to its case, writes the decision there, and sends the answer', async () => {
    const { page, faults } = await openWindow();
    await signIn(page, program);
    await page.goto(`${program.url}/min-dag?liste=alle`);
    await page.getByRole('link', { name: 'Skriv avgjørelsen' }).click();
    const deciding = form(page, 'Registrer avgjørelsen');
    await deciding.waitFor();
    const items = ['Individuell plan', 'Brukerkoordinator', 'Ansvarsgruppe'];
    for (const item of items) {
      const group = within(page, 'Registrer avgjørelsen', item);
      await group.getByRole('radio', { name: 'Innvilget', exact: true }).check();
    }
    for (const condition of ['Langvarig behov', 'Behov for koordinerte tjenester']) {
      const group = within(page, 'Registrer avgjørelsen', condition);
      await group.getByRole('radio', { name: 'Ja' }).check();
      await group.getByRole('textbox').fill('Oppdiktet: flere tjenester over lang tid.');
    }
    await deciding.getByLabel('Hjemmel').last().selectOption({ index: 1 });
    await deciding.getByRole('button', { name: 'Registrer avgjørelsen' }).click();
    await page
      .getByText(/^Registrert/)
      .first()
      .waitFor();
    await page.getByText('Svaret er', { exact: false }).first().waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  test('of another municipality sees nothing of it', async () => {
    const { page } = await openWindow();
    const token = await program.token('CASEWORKER');
    const { body } = await program.request('GET', '/v1/cases?limit=1', { token });
    const [{ caseId, subject }] = body.cases;
    await signIn(page, program, { municipality: '3403' });
    await page.goto(`${program.url}/sak/${caseId}`);
    await page.getByRole('alert').waitFor();
    expect(await page.content()).not.toContain(subject.familyName);
  }, 90_000);

  test.each(someOf(texts, 1, 0))(
    'reads a text of %s as the text that it is',
    async (_what, text) => {
      const { page, faults } = await openWindow({ width: 320 });
      const token = await program.token('CASEWORKER');
      const asked = { sourceType: 'OTHER', channel: 'PHONE', receivedOn: '2026-11-02', text };
      const { body, status } = await program.request('POST', '/v1/enquiries', { token, body: asked });
      expect(status).toBe(201);
      await signIn(page, program);
      await page.goto(`${program.url}/henvendelse/${body.enquiryId}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText(text.slice(0, 12), { exact: false }).first().waitFor();
      expect(await page.title()).not.toBe('hacket');
      expect(
        await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        ),
      ).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
    },
    90_000,
  );
});
