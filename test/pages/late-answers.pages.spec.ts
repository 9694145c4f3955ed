import { done } from '../api/procedure.js';
import { decisionOn } from '../api/scene.js';
import { openWindow, type Page, signIn } from '../support/chromium.js';
import { inDays } from '../support/days.js';
import { type Program, startProgram } from '../support/program.js';

const municipality = '1508';
let program: Program;
let caseId: string;
let subjectId: string;
let complaintId: string;

/** Somebody was refused and complained; the answer stands to be considered anew. */
beforeAll(async () => {
  program = await startProgram();
  const worker = await program.client('CASEWORKER', municipality, 'demo-caseworker');
  const post = async (path: string, body: object) => done(await worker.post(path, body));
  ({ subjectId } = await post('/v1/subjects', { givenName: 'Testine', familyName: 'Seinsen' }));
  const application = { items: ['COORDINATOR'], receivedOn: inDays(-50), channel: 'FORM', signed: true };
  ({ caseId } = await post('/v1/cases', { opening: 'APPLICATION', subjectId, ...application }));
  const refusal = decisionOn(['COORDINATOR'], 'KE', inDays(-30), 'REFUSED');
  const { decisionId } = await post(`/v1/cases/${caseId}/decision`, refusal);
  const sent = { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: inDays(-28) };
  await post(`/v1/cases/${caseId}/decision/notification`, sent);
  ({ complaintId } = await post('/v1/complaints', {
    way: 'LETTER',
    complainant: 'SUBJECT',
    matters: ['DECISION'],
    text: 'Jeg har fire forskjellige å forholde meg til.',
    caseId,
    decisionId,
    sentOn: inDays(-10),
    receivedOn: inDays(-9),
  }));
  const assessed = { outcome: 'IN_TIME', assessedOn: inDays(-8) };
  await post(`/v1/complaints/${complaintId}/timeliness`, assessed);
}, 180_000);

/** Answers at these addresses with a problem, until told otherwise. */
async function fail(page: Page, ...addresses: readonly RegExp[]) {
  for (const address of addresses) {
    await page.route(address, (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'unavailable', title: 'x', status: 503, detail: 'Oppdiktet feil.' }),
      }),
    );
  }
}

/** Holds the answers at an address back, until they are let go. */
async function hold(page: Page, address: RegExp): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

const problems = (page: Page) => page.getByRole('alert').filter({ hasText: 'Oppdiktet feil.' });

describe('what cannot be read now', () => {
  test.each([
    [
      'of a case: its complaints and its documents',
      (): string => `/sak/${caseId}`,
      [/\/v1\/complaints\?/, /\/v1\/.*documents/],
      2,
    ],
    ['of deadlines: those of complaints', (): string => '/frister', [/\/v1\/deadlines\/of-complaints/], 1],
    [
      'of the day: what cases lack, and the next meeting',
      (): string => '/min-dag',
      [/\/v1\/cases\/lacking/, /\/v1\/meetings\?/],
      2,
    ],
  ] as const)(
    'is said in its place, and not shown as if there were nothing: %s',
    async (_, path, addresses, many) => {
      const { page, faults } = await openWindow();
      await signIn(page, program, { municipality, sub: 'demo-leader' });
      await fail(page, ...addresses);
      await page.goto(program.url + path());
      await problems(page)
        .nth(many - 1)
        .waitFor();
      for (const nothing of ['Ingen har klaget i denne saken.', 'Ingen møter er planlagt.']) {
        expect(await page.getByText(nothing).count()).toBe(0);
      }
      await page.unrouteAll();
      await problems(page).first().getByRole('button', { name: 'Prøv igjen' }).click();
      await problems(page)
        .nth(many - 1)
        .waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
    },
    120_000,
  );
});

describe('what comes late', () => {
  test('of a period’s figures is waited for, and no others stand under its name meanwhile', async () => {
    const { page, faults } = await openWindow();
    await signIn(page, program, { municipality, sub: 'demo-leader' });
    await page.goto(`${program.url}/rapport?del=tall`);
    const figures = page.getByRole('region', { name: 'Hovedtall' });
    await figures.waitFor();
    const letGo = await hold(page, /\/v1\/reports\/figures\/tables/);
    await page.getByLabel('Periode', { exact: true }).selectOption({ index: 2 });
    await figures.waitFor({ state: 'detached' });
    letGo();
    await figures.waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  test('of the log of readings on paper says that it is on its way', async () => {
    const { page, faults } = await openWindow();
    await signIn(page, program, { municipality, sub: 'demo-leader' });
    await page.goto(`${program.url}/innsynslogg?person=${subjectId}`);
    const letGo = await hold(page, /\/access-log\/print/);
    const button = page.getByRole('button', { name: 'Utskrift til personen (PDF)' });
    await button.click();
    await page.locator('button[aria-busy="true"]').waitFor();
    letGo();
    await page.locator('button[aria-busy="true"]').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  }, 120_000);

  test('of a complaint’s case is waited for, before a step starts from it', async () => {
    const { page, faults } = await openWindow();
    await signIn(page, program, { municipality, sub: 'demo-caseworker-2' });
    const letGo = await hold(page, new RegExp(`/v1/cases/${caseId}(\\?|$)`));
    const complaint = page.waitForResponse(new RegExp(`/v1/complaints/${complaintId}(\\?|$)`));
    await page.goto(`${program.url}/klage/${complaintId}?steg=COMPLAINT_TO_RECONSIDER`);
    await complaint;
    await page.getByText('Henter').waitFor();
    expect(await page.locator('form.step-form').count()).toBe(0);
    letGo();
    await page.locator('form.step-form').waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  test('of a package that is looked at anew leaves what was seen where it stands', async () => {
    const other = await program.client('CASEWORKER', municipality, 'demo-caseworker-2');
    const said = {
      outcome: 'UPHELD',
      decidedBy: 'KE',
      reason: 'Vi ser det likt.',
      reconsideredOn: inDays(-5),
    };
    done(await other.post(`/v1/complaints/${complaintId}/reconsideration`, said));
    const { page, faults } = await openWindow();
    await signIn(page, program, { municipality });
    await page.goto(`${program.url}/klage/${complaintId}`);
    await page.getByRole('button', { name: 'Gjør saken klar' }).click();
    const writer = page.getByRole('region', { name: 'Gjør saken klar' });
    const entry = writer.getByRole('listitem').first();
    await entry.waitFor();
    await writer.getByLabel('Kommunens uttalelse til klagen').fill('Oppdiktet uttalelse.');
    const letGo = await hold(page, /\/packages\/preview/);
    await writer.getByRole('button', { name: 'Vis saken' }).click();
    await writer.locator('button[aria-busy="true"]').waitFor();
    expect(await entry.isVisible()).toBe(true);
    letGo();
    await writer.locator('button[aria-busy="true"]').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  }, 120_000);
});
