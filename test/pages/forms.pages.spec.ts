import { openWindow, type Page, signIn } from '../support/chromium.js';
import { type Program, startProgram } from '../support/program.js';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);

const focused = (page: Page) => page.evaluate<string>('document.activeElement?.textContent ?? ""');

describe('a form', () => {
  test('of the settings stands in the address, and leaves the focus where it was opened', async () => {
    const { page, faults } = await openWindow();
    await signIn(page, program, { sub: 'demo-admin' });
    await page.goto(`${program.url}/innstillinger?del=enheter`);
    await page.getByRole('button', { name: 'Opprett enhet' }).click();
    const form = page.getByRole('form', { name: 'Opprett enhet' });
    await form.waitFor();
    expect(page.url()).toContain('?del=enheter&steg=Units_establish');
    await page.reload();
    await form.getByRole('button', { name: 'Avbryt' }).click();
    await form.waitFor({ state: 'detached' });
    expect(page.url()).toMatch(/\?del=enheter$/);
    expect(await focused(page)).toBe('Opprett enhet');
    expect(faults).toEqual([]);
  }, 90_000);
});
