import { mkdirSync } from 'node:fs';
import { done } from '../api/procedure.js';
import { decisionOn } from '../api/scene.js';
import { openWindow, type Page, signIn } from '../support/chromium.js';
import { Clerk } from '../support/clerk.js';
import { inDays } from '../support/days.js';
import { type Program, startProgram } from '../support/program.js';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);

const asWritten = (day: string) => day.split('-').map(Number).toReversed().join('.');
const on = (days: number) => asWritten(inDays(days));

/** Somebody who was refused by a letter that went out a while ago. */
async function refused(municipality: string) {
  const worker = await program.client('CASEWORKER', municipality, 'demo-caseworker');
  const post = async (path: string, body: object) => done(await worker.post(path, body));
  const { subjectId } = await post('/v1/subjects', { givenName: 'Testine', familyName: 'Klagesen' });
  const { caseId, caseNumber } = await post('/v1/cases', {
    opening: 'APPLICATION',
    subjectId,
    items: ['COORDINATOR'],
    receivedOn: inDays(-50),
    channel: 'FORM',
    signed: true,
  });
  await post(`/v1/cases/${caseId}/decision`, decisionOn(['COORDINATOR'], 'KE', inDays(-30), 'REFUSED'));
  const sent = { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: inDays(-28) };
  await post(`/v1/cases/${caseId}/decision/notification`, sent);
  const leader = await program.client('LEADER', municipality, 'demo-leader');
  const card = {
    contactFunction: 'Koordinerende enhet',
    telephone: '(telefon)',
    postalAddress: 'Postboks 1',
  };
  done(await leader.post('/v1/contact-cards', card));
  return { subjectId, caseId, caseNumber };
}

async function changeTo(page: Page, sub: string, municipality: string) {
  await page.getByRole('link', { name: /^Byt+ person eller kommune$/ }).click();
  await page.locator('select').selectOption(municipality);
  await page.locator(`input[value="${sub}"]`).check();
  await page.locator('button[type=submit]').click();
  await page.locator('header.top').waitFor();
}

describe('a complaint, by what stands on the screen', () => {
  test('goes from the case’s page to what the county governor decides, and to what is done about it (inv. 11)', async () => {
    const { caseId, caseNumber } = await refused('1508');
    const { page, faults } = await openWindow();
    await signIn(page, program, { municipality: '1508' });
    const clerk = new Clerk(page);
    await page.goto(`${program.url}/sak/${caseId}`);
    await clerk.reads('Ingen har klaget i denne saken.');
    await clerk.step('Registrer en klage', [
      ['Klagen', 'Jeg har fire forskjellige å forholde meg til.'],
      ['Hvem som klager', 'Personen selv'],
      ['Hvordan den kom', 'Brev'],
      ['Kom inn', on(-9)],
      ['Sendt eller postlagt dato', on(-10)],
    ]);
    await page.waitForURL('**/klage/*');
    await clerk.reads('ikke vurdert om den kom i tide');
    await page.getByRole('link', { name: `Sak ${caseNumber}` }).waitFor();
    await pictured(page, 'received-nb');
    // The rules say by when, and how that day came about; nobody is dismissed by them.
    await clerk.reads('fristen er fire uker fra den dagen');
    await clerk.reads(/Endret eller sendt til statsforvalteren/);
    await clerk.press(/^Gjør det nå/);
    await pictured(page, 'assess-nb');
    await clerk.record('Vurder om klagen kom i tide', [['Utfall', 'I tide']]);
    await clerk.reads('Nå skal kommunen vurdere saken på nytt');

    // What is written about the complaint stands with it.
    await page.getByRole('button', { name: 'Skriv brev om klagen' }).click();
    await page.getByLabel('Hvilket brev?').selectOption({ label: 'Klagen er mottatt' });
    await page.getByRole('button', { name: 'Vis brevet' }).click();
    await clerk.reads('Dette er nøyaktig det som sendes');
    await pictured(page, 'letter-nb');
    await clerk.reads('Dette mangler før brevet kan utstedes');
    await page.getByRole('button', { name: 'Avbryt' }).click();

    // Whoever decided alone does not reconsider it: somebody else finds it in the inbox.
    await changeTo(page, 'demo-leader', '1508');
    await page.goto(`${program.url}/min-dag?liste=alle`);
    const waiting = page.getByRole('listitem').filter({ hasText: 'har ventet på en ny vurdering' });
    await waiting.getByRole('link').last().click();
    await page.waitForURL('**/klage/*?steg=COMPLAINT_TO_RECONSIDER');
    await clerk.record('Registrer den nye vurderingen', [
      ['Utfall', 'Opprettholdt'],
      ['Begrunnelse', 'Vi ser det på samme måte.'],
    ]);
    await clerk.reads('Da skal klagen sendes til statsforvalteren');
    await closePackage(page, clerk);
    await clerk.step('Send klagen til statsforvalteren', [
      ['Kopi sendt klageren dato', 'i dag'],
      ['Kommunens uttalelse', 'Tjenestene er samordnet fra før.'],
    ]);
    await clerk.reads('hos statsforvalteren');

    await clerk.step('Registrer at statsforvalteren ber om mer', [
      ['Hva statsforvalteren ber om', 'Send planen slik den var.'],
      ['Svarfrist', on(14)],
    ]);
    await clerk.reads('venter på svar');
    await clerk.reads('Svar til statsforvalteren');
    await pictured(page, 'asked-more-nb');
    const complaint = page.url();
    await clerk.follow('Frister');
    await clerk.reads(/og satte fristen for å svare til/);
    await pictured(page, 'board-nb');
    await page.goto(complaint);
    await clerk.step('Registrer svaret til statsforvalteren', [['Svaret', 'Det finnes ingen plan.']]);
    await clerk.step('Registrer statsforvalterens avgjørelse', [
      ['Utfall', 'Delvis medhold'],
      ['Avgjort dato', 'i dag'],
      ['Kom til kommunen dato', 'i dag'],
      ['Frist for å følge opp', on(30)],
    ]);
    await clerk.reads('delvis medhold');
    await clerk.reads('Statsforvalteren har satt fristen.');
    await clerk.step('Registrer at avgjørelsen er fulgt opp', [['Hva som ble gjort', 'Ny koordinator.']]);
    await clerk.reads('Ingenting venter hos kommunen nå.');
    await pictured(page, 'complied-nb');

    await clerk.follow('Klager');
    const row = page.getByRole('row').filter({ hasText: 'Klagesen' });
    await row.getByText('Avgjort av statsforvalteren').waitFor();
    await pictured(page, 'list-nb');
    await row.getByRole('link').click();
    await clerk.follow('Hele historikken');
    await clerk.reads('Statsforvalteren avgjorde klagen');
    await page.getByRole('link', { name: 'Klagen', exact: true }).click();
    await page.waitForURL('**/klage/*');
    expect(faults).toEqual([]);
  }, 240_000);

  test('er òg munnleg, om noko som ingen svara på, og blir trekt (nynorsk)', async () => {
    const worker = await program.client('CASEWORKER', '1525', 'demo-caseworker');
    const { subjectId } = done(
      await worker.post('/v1/subjects', { givenName: 'Testine', familyName: 'Ventesen' }),
    );
    done(await worker.post('/v1/parties', { kind: 'STAFF', name: 'Nils Skrivesen', unit: 'KE' }));
    const { page, faults } = await openWindow();
    await signIn(page, program, { municipality: '1525' });
    const clerk = new Clerk(page);
    await page.goto(`${program.url}/person/${subjectId}`);
    await clerk.reads('Ingen har klaga i saka til denne personen.');
    await clerk.step('Registrer ei klage', [
      ['Kva klaga gjeld', 'Manglande svar'],
      ['Klaga', 'Vi har ikkje høyrt noko på eit halvt år.'],
      ['Kven som klagar', 'Pårørande'],
      ['Korleis ho kom', 'Munnleg'],
      ['Kven som skreiv ho ned', 'Nils Skrivesen'],
      ['Kom først til, når det var ein annan stad', 'Statsforvaltaren'],
      ['Kom dit dato', on(-3)],
    ]);
    await page.waitForURL('**/klage/*');
    await clerk.reads('ikkje går nokon klagefrist');
    await clerk.reads('Den dagen tel.');
    await pictured(page, 'received-nn');
    await clerk.step('Trekk klaga', [['Grunngiving', 'Ho har fått svar no.']]);
    await clerk.reads(/^Klaga vart/);
    await clerk.reads('Ingenting ventar hos kommunen no.');
    await page.getByRole('link', { name: 'Sida til personen' }).click();
    await page.getByText('Trekt', { exact: true }).waitFor();
    expect(faults).toEqual([]);
  }, 180_000);
});

describe('a letter that goes out, by what stands on the screen', () => {
  test('may go by the ways that there are: by no e-mail, and through no outbox where none is set up (F24)', async () => {
    const { caseId } = await refused('1508');
    const worker = await program.client('CASEWORKER', '1508', 'demo-caseworker');
    const at = `/v1/cases/${caseId}/letters`;
    const letter = {
      template: 'receipt',
      recipient: 'SUBJECT',
      texts: [{ field: 'case.expectedOn', text: inDays(20) }],
    };
    const { digest } = done(await worker.post(`${at}/preview`, letter));
    done(await worker.post(at, { ...letter, digest }));
    const { page, faults } = await openWindow();
    await signIn(page, program, { municipality: '1508' });
    await page.goto(`${program.url}/sak/${caseId}`);
    await page.getByRole('button', { name: 'Send brevet' }).click();
    const form = page.getByRole('form', { name: 'Send brevet' });
    const ways = form.getByRole('combobox', { name: 'Måte' }).locator('option');
    expect((await ways.allTextContents()).toSorted()).toEqual(
      ['Velg', 'Brev', 'Digital post', 'Personlig oppmøte', 'Via servicekontoret'].toSorted(),
    );
    expect(await form.getByText('Legges i utboksen for utskrift').count()).toBe(0);
    const clerk = new Clerk(page);
    await clerk.record('Send brevet');
    await clerk.reads(/Sendt .+, brev/);
    expect(faults).toEqual([]);
  }, 120_000);
});

/** What lacks is explained, the package looked at and closed, and fetched. */
async function closePackage(page: Page, clerk: Clerk): Promise<void> {
  await page.getByRole('button', { name: 'Gjør saken klar' }).click();
  await clerk.reads('Brevet om avgjørelsen er ikke arkivert.');
  await pictured(page, 'package-lacking-nb');
  for (const field of await page.getByLabel(/^Hvorfor det mangler/).all()) {
    await field.fill('Det ligger i et annet system.');
  }
  await page.getByLabel('Kommunens uttalelse til klagen').fill('Vi står ved avgjørelsen.');
  await page.getByRole('button', { name: 'Vis saken' }).click();
  await clerk.reads('Dette er nøyaktig det statsforvalteren får.');
  await pictured(page, 'package-ready-nb');
  await page.getByRole('button', { name: 'Lukk saken' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Last ned saken (ZIP)' }).click();
  expect((await coming).suggestedFilename()).toBe('saken-til-statsforvalteren.zip');
  await pictured(page, 'package-closed-nb');
}

/** Where somebody wants to look at them (PICTURES names the folder). */
async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
