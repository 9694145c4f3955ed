import { openWindow, type Page, signIn } from '../support/chromium.js';
import { inDays } from '../support/days.js';
import { describeSome } from '../support/describe-some.js';
import { type Program, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 120_000);

const as = async (role: string) => ({ token: await program.token(role) });
const post = async (path: string, body: object, role = 'CASEWORKER') => {
  const answer = await program.request('POST', path, { ...(await as(role)), body });
  expect([path, answer.status, answer.body.detail]).toEqual([path, 201, undefined]);
  return answer.body;
};
const enquiries = async () =>
  (await program.request('GET', '/v1/enquiries?limit=100', await as('CASEWORKER'))).body.enquiries.length;
const asked = (text: string) => ({ sourceType: 'OTHER', channel: 'PHONE', receivedOn: '2026-11-02', text });

const inAWeek = inDays(7);

const note = (page: Page) => page.getByLabel(/Notat mens du snakker/);
const isKept = (page: Page) => page.getByText(/Kladd lagret kl\./).waitFor();
const focused = (page: Page) => page.evaluate<string>('document.activeElement?.textContent ?? ""');

describeSome('a form', 4, (test) => {
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

  /** Sends a new enquiry whose answer does not come, and loads the page anew. */
  async function sendInVain(page: Page, text: string) {
    await signIn(page, program);
    await page.goto(`${program.url}/ny-henvendelse`);
    await note(page).fill(text);
    await page.getByRole('radio').first().check();
    await isKept(page);
    await page.route('**/v1/enquiries', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.keyboard.press('Control+Enter');
    await page.getByText('Får ikke kontakt med Samspor').waitFor();
    await page.unroute('**/v1/enquiries');
    await page.reload();
    await eventually(async () => expect(await note(page).inputValue()).toBe(text));
  }

  test('that was sent and never answered is recorded once, also after a reload', async () => {
    const { page } = await openWindow();
    const before = await enquiries();
    await sendInVain(page, 'Oppdiktet, sendt to ganger');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/henvendelse\/[0-9a-f-]{36}/);
    expect(await enquiries()).toBe(before + 1);
  }, 90_000);

  test('that was recorded unseen says so when something else is sent', async () => {
    const { page } = await openWindow();
    const before = await enquiries();
    await sendInVain(page, 'Oppdiktet, sendt og endret');
    await note(page).fill('Noe annet');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Det du sendte før, er registrert.').waitFor();
    expect(await enquiries()).toBe(before + 1);
  }, 90_000);

  test('that cannot be kept by the browser is sent all the same', async () => {
    const { page } = await openWindow();
    await signIn(page, program);
    await page.goto(`${program.url}/ny-henvendelse`);
    await note(page).waitFor();
    await page.evaluate(
      'Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError") }',
    );
    await note(page).fill('Oppdiktet, i en full nettleser');
    await page.getByRole('radio').first().check();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/henvendelse\/[0-9a-f-]{36}/);
  }, 90_000);

  test('about one enquiry shows nothing that was written about another', async () => {
    const [one, other] = [
      await post('/v1/enquiries', asked('Oppdiktet, den ene')),
      await post('/v1/enquiries', asked('Oppdiktet, den andre')),
    ];
    const { page } = await openWindow();
    await signIn(page, program);
    const need = page.getByLabel(/^Behovet/);
    const open = async ({ enquiryId }: { enquiryId: string }) => {
      await page.goto(`${program.url}/henvendelse/${enquiryId}?steg=Cases_open_OpenCaseWithNeed`);
      await need.waitFor();
    };
    await open(one);
    await need.fill('Bare om den ene');
    await isKept(page);
    const looked = page.waitForResponse('**/v1/drafts');
    await open(other);
    await looked;
    // What is typed here is kept here: by then whatever was found would stand.
    await page.getByLabel(/^Kom inn/).fill('3.11.2026');
    await isKept(page);
    expect(await need.inputValue()).toBe('');
    await open(one);
    await eventually(async () => expect(await need.inputValue()).toBe('Bare om den ene'));
  }, 90_000);

  /** Holds the answers of an address back until they are let go. */
  async function holdBack(page: Page, address: string) {
    let letGo = () => undefined as void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(address, async (route) => {
      await held;
      await route.continue();
    });
    return letGo;
  }

  test('that is answered late takes nobody away from where they went', async () => {
    const { enquiryId } = await post('/v1/enquiries', asked('Oppdiktet, svart sent'));
    const { page, faults } = await openWindow();
    await signIn(page, program);
    await page.goto(`${program.url}/henvendelse/${enquiryId}?steg=Enquiries_close`);
    await page.getByRole('radio', { name: 'Det er ikke mer å gjøre' }).check();
    const letGo = await holdBack(page, '**/v1/enquiries/*/closing');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: 'Saker', exact: true }).click();
    await page.waitForURL(/\/saker/);
    const there = page.url();
    letGo();
    await page.getByText(/^Registrert:/).waitFor();
    await page.getByRole('tab', { name: 'Henvendelser' }).waitFor();
    expect([page.url(), faults]).toEqual([there, []]);
  }, 90_000);

  test('that is recorded in part says of what, and goes on with the rest', async () => {
    const { page, faults } = await openWindow();
    const before = await enquiries();
    await signIn(page, program);
    await page.goto(`${program.url}/ny-henvendelse`);
    await note(page).fill('Oppdiktet, registrert til dels');
    await page.getByRole('radio').first().check();
    await page.getByRole('radio', { name: 'En henvendelse som er besvart nå' }).check();
    await page.getByLabel(/^Svaret/).fill('Oppdiktet svar');
    await page.route('**/v1/enquiries/*/answers', (route) => route.abort());
    await page.keyboard.press('Control+Enter');
    await page.getByText('Del 1, del 2 og notatet er med i den').waitFor();
    await page.getByText('Får ikke kontakt med Samspor').waitFor();
    expect([await note(page).isDisabled(), await page.getByLabel(/^Svaret/).isDisabled()]).toEqual([
      true,
      false,
    ]);
    await page.unroute('**/v1/enquiries/*/answers');
    await page.reload();
    await page.getByText('Del 1, del 2 og notatet er med i den').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/henvendelse\/[0-9a-f-]{36}/);
    expect([await enquiries(), faults]).toEqual([before + 1, []]);
  }, 90_000);

  test('whose draft outlives it is not the beginning of the next', async () => {
    const { page } = await openWindow();
    const before = await enquiries();
    await signIn(page, program);
    await page.route('**/v1/drafts/*', (route) =>
      route.request().method() === 'DELETE' ? route.abort() : route.continue(),
    );
    for (const text of ['Oppdiktet, den første', 'Oppdiktet, den neste']) {
      const looked = page.waitForResponse('**/v1/drafts');
      await page.goto(`${program.url}/ny-henvendelse`);
      await looked;
      await note(page).fill(text);
      await page.getByRole('radio').first().check();
      await isKept(page);
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(/\/henvendelse\/[0-9a-f-]{36}/);
      await page.getByText(text).first().waitFor();
    }
    expect(await enquiries()).toBe(before + 2);
  }, 90_000);

  /** The correction of an enquiry that never was, half written and kept. */
  async function correcting(text: string): Promise<Page> {
    const { enquiryId, events } = await post('/v1/enquiries', asked(text));
    const { page } = await openWindow();
    await signIn(page, program);
    await page.goto(`${program.url}/historikk/henvendelse/${enquiryId}?rett=${events[0].eventId}`);
    await page.getByRole('radio', { name: 'Det har ikke skjedd' }).check();
    await page.getByLabel('Hvorfor rettes den?').fill('Ringte aldri');
    await isKept(page);
    return page;
  }

  test('of a correction that is answered when it is closed is no draft any more', async () => {
    const page = await correcting('Oppdiktet, rettet sent');
    const letGo = await holdBack(page, '**/v1/enquiries/*/corrections');
    await page.getByRole('button', { name: 'Ta ut' }).click();
    await page.getByRole('link', { name: 'Saker', exact: true }).click();
    await page.waitForURL(/\/saker/);
    const dropped = page.waitForRequest((request) => request.method() === 'DELETE');
    letGo();
    expect((await dropped).url()).toMatch(/\/v1\/drafts\/[0-9a-f-]{36}$/);
    await page.getByText('Henvendelsen er tatt ut').waitFor();
    expect(page.url()).toMatch(/\/saker/);
  }, 90_000);

  test('of a correction is kept while it is filled in', async () => {
    const page = await correcting('Oppdiktet, ført feil');
    await page.reload();
    await eventually(async () =>
      expect(await page.getByLabel('Hvorfor rettes den?').inputValue()).toBe('Ringte aldri'),
    );
    await page.getByRole('button', { name: 'Ta ut' }).click();
    await page.getByText('Henvendelsen er tatt ut').waitFor();
  }, 90_000);

  test('of a new person is kept in the middle of another', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-caseworker-2' });
    await page.goto(`${program.url}/ny-henvendelse`);
    await page.getByLabel(/^Person/).fill('Halvskrevet Prøvenes');
    await page.getByRole('button', { name: 'Legg inn en ny person' }).click();
    await page.getByLabel('Fødselsdato').fill('14.2.39');
    await isKept(page);
    await page.reload();
    await eventually(async () => expect(await page.getByLabel('Fødselsdato').inputValue()).toBe('14.2.39'));
    expect(await page.getByLabel('Etternavn').inputValue()).toBe('Prøvenes');
  }, 90_000);

  test('of somebody new shows who may be the same side by side, and takes the known one or another', async () => {
    await post('/v1/subjects', { givenName: 'Dobbeline', familyName: 'Likesen', birthDate: '1980-05-06' });
    const { page, faults } = await openWindow();
    await signIn(page, program, { sub: 'demo-caseworker-2' });
    const search = page.getByLabel(/^Person/);
    const typeAnew = async () => {
      await search.fill('Dobbeline Liksen');
      await page.getByRole('button', { name: 'Legg inn en ny person' }).click();
      await page.getByLabel('Fødselsdato').fill('6.5.80');
      await page.getByText('Kan være samme person.').waitFor();
    };
    await page.goto(`${program.url}/ny-henvendelse`);
    await typeAnew();
    await page.getByRole('button', { name: 'Sammenlign med Dobbeline Likesen, født 6. mai 1980' }).click();
    const comparison = page.getByRole('dialog', { name: 'Er dette samme person?' });
    await comparison.getByText('Likt: fødselsdato. Ulikt: navn.').waitFor();
    expect(await comparison.getByRole('row').allInnerTexts()).toEqual([
      expect.stringMatching(/Den du legger inn.*Den som er registrert/s),
      expect.stringMatching(/Navn.*Dobbeline Liksen.*Dobbeline Likesen.*Ulikt/s),
      expect.stringMatching(/Fødselsdato.*Likt/s),
    ]);
    await comparison.getByRole('button', { name: 'Ja, velg den som er registrert' }).click();
    expect(await page.locator('.chosen').innerText()).toContain('Dobbeline Likesen');

    await page.getByRole('button', { name: /^Bytt/ }).click();
    await typeAnew();
    await page.getByRole('button', { name: 'Legg inn personen' }).click();
    await comparison.getByRole('button', { name: 'Nei, det er en annen person' }).click();
    await page.locator('.chosen', { hasText: 'Dobbeline Liksen' }).waitFor();
    expect(page.url()).not.toMatch(/dobbeline/i);

    await page.getByRole('button', { name: /^Bytt/ }).click();
    await search.fill('Dobbeline');
    await page.getByRole('button', { name: 'Sammenlign de to' }).click();
    await comparison.getByRole('button', { name: 'Velg den andre' }).waitFor();
    expect(faults).toEqual([]);
  }, 90_000);

  test('of somebody new that is sent twice puts in one', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-caseworker-2' });
    await page.goto(`${program.url}/ny-henvendelse`);
    await page.getByLabel(/^Person/).fill('Dobbelttrykk Prøvenes');
    await page.getByRole('button', { name: 'Legg inn en ny person' }).click();
    await page.getByLabel('Fødselsdato').fill('7.6.81');
    let sent = 0;
    await page.route('**/v1/subjects', async (route) => {
      sent += 1;
      if (sent === 1) await page.keyboard.press('Enter');
      await route.continue();
    });
    await page.keyboard.press('Enter');
    await page.locator('.chosen', { hasText: 'Dobbelttrykk Prøvenes' }).waitFor();
    await page.getByRole('radio').first().check();
    await isKept(page);
    expect(sent).toBe(1);
  }, 90_000);

  test('of who is there is kept with whoever was added', async () => {
    await post('/v1/parties', { kind: 'STAFF', name: 'Tilstede Prøvesen' });
    const { meetingId } = await post('/v1/meetings', { kind: 'UNIT', meetsOn: inAWeek });
    const { page } = await openWindow();
    await signIn(page, program);
    await page.goto(`${program.url}/moter/${meetingId}?steg=MEETING_TO_RECORD`);
    await page.getByLabel('Legg til en som er til stede').fill('Tilstede');
    await page.getByRole('button', { name: 'Velg Tilstede Prøvesen' }).click();
    await isKept(page);
    await page.reload();
    await page.getByRole('checkbox', { name: 'Tilstede Prøvesen' }).waitFor();
    await page.getByText('Én er til stede.').waitFor();
  }, 90_000);
});

describeSome('what was just recorded', 1, (test) => {
  const fill = async (page: Page, form: string, fields: Readonly<Record<string, string>>) => {
    const within = page.getByRole('form', { name: form });
    for (const [label, text] of Object.entries(fields)) {
      await within.getByLabel(label, { exact: true }).fill(text);
    }
    return within;
  };

  test('is undone by a key, which leads to the correction of that entry and takes nothing away', async () => {
    const { enquiryId } = await post('/v1/enquiries', asked('Oppdiktet, avsluttet for tidlig'));
    const { page, faults } = await openWindow();
    await signIn(page, program);
    await page.goto(`${program.url}/henvendelse/${enquiryId}?steg=Enquiries_close`);
    await page.getByRole('radio', { name: 'Det er ikke mer å gjøre' }).check();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Angre' }).waitFor();
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: 'Rett nr. 2' }).waitFor();
    await page.getByRole('radio', { name: 'Det har ikke skjedd' }).check();
    await page.getByRole('button', { name: 'Ta ut' }).click();
    await page.getByText('Skriv hvorfor den rettes.').waitFor();
    await page.getByLabel('Hvorfor rettes den?').fill('Trykte feil');
    await page.getByRole('button', { name: 'Ta ut' }).click();
    await page.locator('s', { hasText: 'ble avsluttet' }).waitFor();
    const { body } = await program.request('GET', `/v1/enquiries/${enquiryId}`, await as('CASEWORKER'));
    expect([body.status, body.closedOn]).toEqual(['WAITING', null]);
    expect(faults).toEqual([]);
  }, 90_000);

  test('and cannot be taken back, can be put right', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-admin' });
    await page.goto(`${program.url}/innstillinger?del=enheter&steg=Units_establish`);
    const form = await fill(page, 'Opprett enhet', {
      Enhet: 'PROVEENHET',
      'På bokmål': 'prøveenheten',
      'På nynorsk': 'prøveeininga',
    });
    await form.getByRole('button', { name: 'Opprett enhet' }).click();
    await page.getByText('Det kan ikke angres. Rett det som er feil, eller legg enheten ned.').waitFor();
    await page.getByRole('button', { name: 'Rett', exact: true }).click();
    await page.waitForURL(/\/historikk\/enhet\/PROVEENHET\?hendelse=.*rett=/);
  }, 90_000);

  test('and is put right by others, says by whom', async () => {
    const { page } = await openWindow();
    await signIn(page, program);
    await page.goto(`${program.url}/tjenester?del=samarbeid&steg=Partners_register`);
    const form = await fill(page, 'Legg inn samarbeidspart', { Navn: 'Oppdiktet brukerlag' });
    await form.getByRole('radio', { name: 'Brukerorganisasjon' }).check();
    await form.getByRole('button', { name: 'Legg inn samarbeidspart' }).click();
    await page.getByText('Ble det feil, kan en leder rette det i historikken.').waitFor();
    expect(await page.getByRole('button', { name: 'Angre' }).count()).toBe(0);
  }, 90_000);
});

test('a form that is opened anew rests on what one recorded oneself meanwhile', async () => {
  const { enquiryId } = await post('/v1/enquiries', asked('Oppdiktet, rettet underveis'));
  const answer = { answer: 'Oppdiktet svar', answeredOn: '2026-11-03', channel: 'PHONE' };
  await post(`/v1/enquiries/${enquiryId}/answers`, answer);
  const { page, faults } = await openWindow();
  await signIn(page, program);
  await page.goto(`${program.url}/henvendelse/${enquiryId}?steg=Enquiries_close`);
  await page.getByRole('form').waitFor();
  await page.getByRole('link', { name: 'Hele historikken' }).click();
  await page.getByRole('button', { name: 'Rett nr. 2' }).click();
  await page.getByRole('radio', { name: 'Det har ikke skjedd' }).check();
  await page.getByLabel('Hvorfor rettes den?').fill('Svarte aldri');
  await page.getByRole('button', { name: 'Ta ut' }).click();
  await page.getByText('Den gamle linjen står overstrøket.').waitFor();
  await page.goBack();
  await page.waitForURL(/steg=Enquiries_close/);
  await page.getByRole('radio', { name: 'Det er ikke mer å gjøre' }).check();
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^Registrert:/).waitFor();
  expect(faults).toEqual([]);
}, 90_000);

describeSome('a form that stands open while a colleague records', 1, (test) => {
  const colleague = async (path: string, body: object) => {
    const token = await program.token('CASEWORKER', '1576', 'demo-caseworker-2');
    expect((await program.request('POST', path, { token, body })).status).toBe(201);
  };

  test('about a person is not recorded before their change is seen', async () => {
    const { subjectId } = await post('/v1/subjects', { givenName: 'Samtidig', familyName: 'Prøvesen' });
    const { page, faults } = await openWindow();
    await signIn(page, program);
    await page.goto(`${program.url}/person/${subjectId}?steg=Subjects_setContact`);
    const form = page.locator('form.step-form');
    await form.getByLabel(/^Telefon/).fill('00 00 01 42');
    await colleague(`/v1/subjects/${subjectId}/names`, { givenName: 'Samtidig', familyName: 'Omdøptsen' });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Hent det nye, og behold det jeg har skrevet' }).click();
    await page.getByText('Noe er skrevet inn etter at du åpnet skjemaet.').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Omdøptsen' }).first().waitFor();
    await page.getByRole('button', { name: 'Jeg har sett det' }).click();
    expect(await form.getByLabel(/^Telefon/).inputValue()).toBe('00 00 01 42');
    await form.getByLabel(/^Telefon/).press('Control+Enter');
    await page.getByText(/^Registrert:/).waitFor();
    expect(faults).toEqual([]);
  }, 90_000);

  test('about a meeting tells by itself', async () => {
    const { meetingId } = await post('/v1/meetings', { kind: 'UNIT', meetsOn: inAWeek });
    const { page } = await openWindow();
    await signIn(page, program);
    await page.goto(`${program.url}/moter/${meetingId}?steg=CANCEL`);
    await page.locator('form.step-form').waitFor();
    await colleague(`/v1/meetings/${meetingId}/moves`, {
      meetsOn: inAWeek,
      startsAt: '10:00',
      reason: 'Oppdiktet grunn',
    });
    await page.getByText('Noe er skrevet inn etter at du åpnet skjemaet.').waitFor();
    await page.locator('.open-step').getByRole('listitem').waitFor();
  }, 90_000);

  test('about a unit of the settings is not recorded before their change is seen, whatever the clock here says', async () => {
    const unit = { unit: 'SAMTIDIG', nb: 'samtidigheten', nn: 'samtida' };
    await post('/v1/units', unit, 'ADMIN');
    const { page } = await openWindow();
    await page.clock.setFixedTime(Date.now() + 600_000);
    await signIn(page, program, { sub: 'demo-admin' });
    await page.goto(`${program.url}/innstillinger?del=enheter&steg=Units_rename.SAMTIDIG`);
    const form = page.locator('form.step-form');
    await form.getByLabel('På bokmål').fill('mitt navn');
    await post('/v1/units/SAMTIDIG/names', { nb: 'deres navn', nn: 'namnet deira' }, 'ADMIN');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Hent det nye, og behold det jeg har skrevet' }).click();
    await page.getByText('Noe er skrevet inn etter at du åpnet skjemaet.').waitFor();
    await page.locator('.open-step').getByRole('listitem').filter({ hasText: 'deres navn' }).waitFor();
    expect(await form.getByLabel('På bokmål').inputValue()).toBe('mitt navn');
  }, 90_000);

  test('about the contact card is not published before their card is seen', async () => {
    const card = { contactFunction: 'Oppdiktet vakt', telephone: '00 00 00 00', validFrom: '2026-01-01' };
    await post('/v1/contact-cards', card, 'ADMIN');
    const { page } = await openWindow();
    await signIn(page, program, { sub: 'demo-admin' });
    await page.goto(`${program.url}/innstillinger?del=kontaktkort&steg=ContactCards_publish`);
    const form = page.locator('form.step-form');
    await form.getByLabel(/^Telefon/).fill('00 00 00 01');
    await post('/v1/contact-cards', { ...card, contactFunction: 'Kollegaens vakt' }, 'ADMIN');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Hent det nye, og behold det jeg har skrevet' }).click();
    await page.locator('.open-step').getByRole('listitem').filter({ hasText: 'Kollegaens vakt' }).waitFor();
    expect(await form.getByLabel(/^Telefon/).inputValue()).toBe('00 00 00 01');
  }, 90_000);
});

describeSome('a form offers only what can be right', 1, (test) => {
  test('the sections that give a right to the item on the day, and for a group none', async () => {
    const { page, faults } = await openWindow();
    await signIn(page, program);
    const { subjectId } = await post('/v1/subjects', { givenName: 'Hjemmel', familyName: 'Prøvesen' });
    const { caseId } = await post('/v1/cases', {
      opening: 'APPLICATION',
      subjectId,
      items: ['COORDINATOR', 'GROUP'],
      channel: 'FORM',
      receivedOn: '2026-01-06',
      signed: true,
    });
    await page.goto(`${program.url}/sak/${caseId}?steg=Cases_decide`);
    const form = page.locator('form.step-form');
    const bases = async (row: string) => {
      const options = form.getByRole('group', { name: row, exact: true }).getByRole('option');
      return (await options.allTextContents()).filter((text) => text.includes('§'));
    };
    await eventually(async () =>
      expect(await bases('Brukerkoordinator')).toEqual([
        'Helse- og omsorgstjenesteloven § 7-2',
        'Helse- og omsorgstjenesteloven §§ 7-1 og 7-2',
        'Pasient- og brukerrettighetsloven § 2-5 b',
      ]),
    );
    expect(await bases('Ansvarsgruppe')).toEqual([]);
    await form.getByLabel('Avgjort dato').fill('1.2.2020');
    await eventually(async () => expect(await bases('Brukerkoordinator')).toHaveLength(2));
    expect(faults).toEqual([]);
  }, 90_000);

  test('what the municipality offers, and a unit beside what it lacks', async () => {
    const { page } = await openWindow();
    await signIn(page, program, { municipality: '3403' });
    const client = await program.client('CASEWORKER', '3403');
    const named = { givenName: 'Tilbud', familyName: 'Prøvesen' };
    const { subjectId } = (await client.post('/v1/subjects', named)).body as { subjectId: string };
    await page.goto(`${program.url}/person/${subjectId}?steg=Proposals_propose`);
    const form = page.locator('form.step-form');
    await form.getByLabel('Enhet', { exact: true }).selectOption('SCHOOL');
    await form.getByText('Skolen har ingen leder i registeret over enheter').waitFor();
    const need = {
      opening: 'NEED',
      subjectId,
      receivedOn: '2026-01-12',
      channel: 'PHONE',
      subjectWishes: 'YES',
    };
    const { caseId } = (await client.post('/v1/cases', need)).body as { caseId: string };
    await page.goto(`${program.url}/sak/${caseId}?steg=Cases_application`);
    const items = form.getByRole('group', { name: 'Hva det gjelder' }).getByRole('checkbox');
    await items.first().waitFor();
    expect(await items.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value')))).toEqual([
      'INDIVIDUAL_PLAN',
      'COORDINATOR',
      'CHILD_COORDINATOR',
    ]);
  }, 90_000);
});

test('the history of a case shows it as of a day, and what changed between two', async () => {
  const { subjectId } = await post('/v1/subjects', { givenName: 'Testine', familyName: 'Dagprøve' });
  const opened = { opening: 'APPLICATION', subjectId, items: ['COORDINATOR'], channel: 'FORM', signed: true };
  const { caseId } = await post('/v1/cases', { ...opened, receivedOn: inDays(-20) });
  const { partyId: assigneeId } = await post('/v1/parties', { kind: 'STAFF', name: 'Kart Leggersen' });
  await post(`/v1/cases/${caseId}/mapping-assignments`, { assigneeId, assignedOn: inDays(-10) });
  const { page, faults } = await openWindow();
  await signIn(page, program);
  await page.goto(`${program.url}/historikk/sak/${caseId}?dag=${inDays(-15)}`);
  const then = page.locator('.case-then');
  await then.getByText('Søknad mottatt', { exact: true }).first().waitFor();
  expect(await then.innerText()).not.toContain('Kart Leggersen');
  await page.goto(`${program.url}/historikk/sak/${caseId}?dag=${inDays(-5)}`);
  await then.getByText('Kart Leggersen').waitFor();
  await page.getByRole('button', { name: 'Vis endringene' }).click();
  const changed = page.locator('.changed-fields > div', { hasText: 'Den som skal kartlegge' });
  await changed.getByText('Kart Leggersen').waitFor();
  expect(page.url()).toContain(`endretFra=${inDays(-20)}&endretTil=${inDays(0)}`);
  await changed.getByRole('button', { name: /^Kartlegging tildelt/ }).click();
  await page.locator('.entry.pointed-at').waitFor();
  expect(faults).toEqual([]);
}, 90_000);
