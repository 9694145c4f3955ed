import { openWindow, signIn } from '../support/chromium.js';
import { type Program, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';

describe('the page of who has read what', () => {
  let program: Program;
  let subjectId: string;
  beforeAll(async () => {
    program = await startProgram();
    const worker = await program.client('CASEWORKER');
    const { body, status } = await worker.post('/v1/subjects', {
      givenName: 'Testine',
      familyName: 'Prøvesen',
    });
    expect(status).toBe(201);
    ({ subjectId } = body);
    expect(await worker.get(`/v1/subjects/${subjectId}?readAfter=${body.readAfter}`)).toMatchObject({
      status: 200,
    });
  }, 180_000);

  it('tells a leader on the way from the person who has read, and that the leader has, and gives the person a paper', async () => {
    const { page, faults } = await openWindow();
    await signIn(page, program, { sub: 'demo-leader' });
    await page.goto(`${program.url}/person/${subjectId}`);
    await page.getByRole('link', { name: 'Hvem har lest' }).click();
    await page.getByText('Om Prøvesen, Testine').or(page.getByText('Om Testine Prøvesen')).waitFor();
    const rows = page.locator('tbody tr');
    await eventually(async () => {
      const told = (await rows.allTextContents()).join('\n');
      expect(told).toMatch(/Saksbehandler/);
      expect(told).toMatch(/Leder/);
      expect(told).toMatch(/Opplysninger om en person/);
    });
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Utskrift til personen (PDF)' }).click(),
    ]);
    expect(paper.suggestedFilename()).toMatch(/^innsynslogg-\d{4}-\d\d-\d\d\.pdf$/);
    await eventually(() => expect(faults).toEqual([]));
  }, 120_000);

  it('is not for a caseworker', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-caseworker' });
    await page.goto(`${program.url}/person/${subjectId}`);
    await page.getByRole('link', { name: 'Historikk' }).first().waitFor();
    expect(await page.getByRole('link', { name: /Innsynslogg|Hvem har lest/ }).count()).toBe(0);
  }, 120_000);
});
