import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let worker: ApiClient;
let leader: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  worker = await ApiClient.as(app.url, 'CASEWORKER');
  leader = await ApiClient.as(app.url, 'LEADER');
});
afterAll(() => app?.stop());

describe('the contact card', () => {
  const autumn = {
    validFrom: '2026-01-01',
    contactFunction: 'Koordinerende enhet, vakttelefonen',
    place: 'Rådhuset, 2. etasje',
    openingHours: 'Hverdager 9–15',
    telephone: '00 00 00 00',
    mailbox: 'ke@example.org',
    unit: 'SERVICE_OFFICE',
    tasks: ['CONTACT_POINT', 'APPOINTING', 'TRAINING', 'GUIDANCE'],
  };

  it('is found by the day, with its history and where the unit sits (H6, U3, A9)', async () => {
    expect((await worker.get('/v1/contact-card')).status).toBe(404);
    const { cardId } = done(await leader.post('/v1/contact-cards', autumn));
    const next = { ...autumn, validFrom: '2099-01-01', mailbox: 'ny@example.org' };
    done(await (await ApiClient.as(app.url, 'ADMIN')).post('/v1/contact-cards', next));

    const now = await worker.get('/v1/contact-card');
    expect(now).toMatchObject({ status: 200, body: { cardId, ...autumn, postalAddress: null } });
    const later = done(await worker.get('/v1/contact-card?on=2099-01-01'));
    expect(later.mailbox).toBe('ny@example.org');
    expect((await worker.get('/v1/contact-card?on=2025-12-31')).status).toBe(404);
    const { contactCards } = done(await worker.get('/v1/contact-cards'));
    expect(contactCards.map(({ validFrom }: { validFrom: string }) => validFrom)).toEqual([
      '2099-01-01',
      '2026-01-01',
    ]);
  });

  it('is published by leaders and administrators alone, and tells a way to reach the unit', async () => {
    expect((await worker.post('/v1/contact-cards', autumn)).status).toBe(403);
    const { contactFunction, validFrom } = autumn;
    expect(await leader.post('/v1/contact-cards', { contactFunction, validFrom })).toMatchObject({
      status: 409,
      body: { type: 'municipality/no-way-in' },
    });
    expect(await leader.post('/v1/contact-cards', { ...autumn, unit: 'NO_SUCH_UNIT' })).toMatchObject({
      status: 409,
      body: { type: 'municipality/unknown-code' },
    });
  });

  it('has a trail of its own, with what was put right', async () => {
    const trail = async () =>
      done(await worker.get('/v1/organisation/audit-trail?topic=contactCards', nynorsk)).entries as readonly {
        readonly eventId: string;
        readonly sentence: string;
      }[];
    const nynorsk = { headers: { 'accept-language': 'nn' } };
    const [first] = await trail();
    expect(first?.sentence).toBe(
      'Frå 1. januar 2026 når folk koordinerande eining (KOE) slik: «Koordinerende enhet, vakttelefonen», «Rådhuset, 2. etasje», ' +
        'ope «Hverdager 9–15», telefon «00 00 00 00», postkasse «ke@example.org». Plass i organisasjonen: servicekontoret. ' +
        'Oppgåver: eininga er eitt felles kontaktpunkt, oppnemner koordinatorar, gir opplæring til koordinatorar og rettleier koordinatorar.',
    );
    const wrong = { topic: 'contactCards', eventId: first?.eventId, reason: 'Nytt nummer' };
    done(
      await leader.post('/v1/organisation/corrections', { ...wrong, changed: { telephone: '11 11 11 11' } }),
    );
    expect(done(await worker.get('/v1/contact-card')).telephone).toBe('11 11 11 11');
    expect(
      (await trail()).some(({ sentence }) =>
        sentence.includes('telefon: frå «00 00 00 00» til «11 11 11 11»'),
      ),
    ).toBe(true);
  });
});

describe('what the unit knows of others', () => {
  it('is which services there are in municipality and health region (U4, U22)', async () => {
    const service = {
      validFrom: '2026-01-01',
      level: 'HEALTH_REGION',
      kind: 'REHABILITATION',
      nameNb: 'Rehabiliteringssykehuset',
      nameNn: 'Rehabiliteringssjukehuset',
      provider: 'Helseforetaket',
      contact: 'Via fastlegen',
    };
    const { serviceId } = done(await leader.post('/v1/services', service));
    const level = 'MUNICIPALITY';
    done(await leader.post('/v1/services', { ...service, level, kind: 'HABILITATION' }));
    const region = done(await worker.get('/v1/services?level=HEALTH_REGION'));
    expect(region.services).toMatchObject([{ serviceId, ...service, withdrawnOn: null }]);
    done(await leader.post(`/v1/services/${serviceId}/withdrawal`, { withdrawnOn: '2026-03-01' }));
    const kinds = async (on: string) =>
      (done(await worker.get(`/v1/services?on=${on}`)).services as { kind: string }[]).map(
        ({ kind }) => kind,
      );
    expect(await kinds('2026-02-28')).toEqual(['REHABILITATION', 'HABILITATION']);
    expect(await kinds('2026-03-01')).toEqual(['HABILITATION']);
    expect((await worker.post('/v1/services', service)).status).toBe(403);
    expect((await leader.post('/v1/services/none/withdrawal', {})).status).toBe(404);
  });

  it('is whom it cooperates with, with a log of contacts (H10)', async () => {
    const partner = { kind: 'USER_ORGANISATION', name: 'Aure brukerutvalg', validFrom: '2026-01-01' };
    const { partnerId } = done(await worker.post('/v1/partners', partner));
    const contact = { contactOn: '2026-02-03', channel: 'IN_PERSON', matter: 'Høring om ny rutine' };
    const { contactId } = done(await worker.post(`/v1/partners/${partnerId}/contacts`, contact));
    expect(done(await worker.get('/v1/partners')).partners).toMatchObject([
      { partnerId, ...partner, contact: null, endedOn: null, lastContactOn: '2026-02-03' },
    ]);
    expect(done(await worker.get(`/v1/partners/${partnerId}/contacts`)).contacts).toEqual([
      { contactId, ...contact },
    ]);
    done(await worker.post(`/v1/partners/${partnerId}/end`, { endedOn: '2026-02-28' }));
    const late = { ...contact, contactOn: '2026-03-02' };
    expect((await worker.post(`/v1/partners/${partnerId}/contacts`, late)).body.type).toBe(
      'municipality/partner-ended',
    );
    expect((await worker.get('/v1/partners/none/contacts')).status).toBe(404);
    const headed = async (path: string) =>
      String((await worker.get(path, { headers: { accept: 'text/csv' } })).body).split('\r\n')[0];
    expect(await headed('/v1/partners')).toContain('Navn;Type;Kontakt;Fra;Avsluttet;Sist i kontakt');
    expect(await headed(`/v1/partners/${partnerId}/contacts`)).toContain('Dato;Kanal;Gjelder');
    expect(await headed('/v1/services')).toContain('Tjeneste;Type;Hvem tilbyr;Drevet av;Kontakt;Fra;');
    expect(await headed('/v1/delegations')).toContain(
      'Gjelder;Fra;Til;Gjelder fra;Til og med;Trukket tilbake;',
    );
    const { entries } = done(await worker.get('/v1/organisation/audit-trail?topic=partners'));
    expect(entries.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Enheten samarbeider fra 1. januar 2026 med «Aure brukerutvalg» (brukerorganisasjon).',
      'Det var kontakt med samarbeidsparten 3. februar 2026 (personlig oppmøte) om «Høring om ny rutine».',
      'Samarbeidet med parten ble avsluttet 28. februar 2026.',
    ]);
  });
});

describe('a delegation', () => {
  it('is recorded from role to role in a scope, with its period, and revoked (S3)', async () => {
    const delegated = {
      scope: 'APPROVE_APPLICATION',
      fromRole: 'MUNICIPAL_COUNCIL',
      toRole: 'BOARD',
      validFrom: '2026-01-01',
      validUntil: '2027-12-31',
      document: 'Delegasjonsreglementet',
    };
    const { delegationId } = done(await leader.post('/v1/delegations', delegated));
    done(await leader.post(`/v1/delegations/${delegationId}/revocation`, { revokedOn: '2026-03-01' }));
    expect(done(await worker.get('/v1/delegations')).delegations).toEqual([
      { delegationId, ...delegated, revokedOn: '2026-03-01' },
    ]);
    expect(await leader.post('/v1/delegations', { ...delegated, toRole: 'MUNICIPAL_COUNCIL' })).toMatchObject(
      {
        status: 409,
        body: { type: 'municipality/delegated-to-itself' },
      },
    );
    const { entries } = done(await worker.get('/v1/organisation/audit-trail?topic=delegations'));
    expect(entries[0].sentence).toBe(
      'Myndigheten til å godkjenne søknader er fra 1. januar 2026 til og med 31. desember 2027 delegert fra kommunestyret til tildelingsnemnda. Dokument: «Delegasjonsreglementet».',
    );
  });
});

describe('a delegation that somebody acted on', () => {
  it('is revoked from after that, and not corrected to hold no more on that day, until it is taken back (S3)', async () => {
    const steps = new Procedure(worker);
    const delegation = {
      scope: 'APPOINT_COORDINATOR',
      fromRole: 'MUNICIPAL_DIRECTOR',
      toRole: 'KE',
      validFrom: '2026-01-01',
    };
    const { delegationId, events } = done(await leader.post('/v1/delegations', delegation));
    const { subjectId, caseId } = await steps.granted();
    const coordinatorId = await steps.party('Testa Oppnevnt');
    const appointed = { coordinatorId, caseId, validFrom: '2026-02-10', wishFollowed: 'YES' };
    const { events: acts } = done(await worker.post(`/v1/subjects/${subjectId}/coordinators`, appointed));
    const revoke = (revokedOn: string) =>
      leader.post(`/v1/delegations/${delegationId}/revocation`, { revokedOn });
    const correct = (eventId: string, changed: object) =>
      leader.post('/v1/organisation/corrections', {
        topic: 'delegations',
        eventId,
        changed,
        reason: 'Feil dag',
      });
    for (const day of ['2026-01-01', '2026-02-10']) {
      const { status, body } = await revoke(day);
      expect([status, body.type]).toEqual([409, 'municipality/acted-on']);
    }
    const ended = await correct(events[0].eventId, { validUntil: '2026-02-09' });
    expect([ended.status, ended.body.type]).toEqual([409, 'municipality/rests-on']);
    const revoked = done(await revoke('2026-02-11'));
    const moved = await correct(revoked.events[0].eventId, { revokedOn: '2026-02-10' });
    expect([moved.status, moved.body.type]).toEqual([409, 'municipality/rests-on']);
    done(
      await worker.post(`/v1/subjects/${subjectId}/corrections`, {
        eventId: acts[0].eventId,
        recordedInError: { reasonCode: 'NEVER_HAPPENED' },
        reason: 'Feilført',
      }),
    );
    done(await correct(revoked.events[0].eventId, { revokedOn: '2026-01-01' }));
  });
});

describe('for how long is kept what nobody has to do anything more about', () => {
  const period = { retentionClass: 'KE_ENQUIRY', months: 24, validFrom: '2026-01-01' };

  it('is the municipality’s to decide, and tells from when an enquiry is due for disposal', async () => {
    const steps = new Procedure(worker);
    const enquiryId = await steps.enquiry({ receivedOn: '2026-01-31' });
    const shown = async (after: string) =>
      done(await worker.get(`/v1/enquiries/${enquiryId}?readAfter=${after}`));
    const decided = done(
      await leader.post('/v1/retention-periods', { ...period, document: 'Bevarings- og kassasjonsplanen' }),
    );
    expect(await shown(decided.readAfter)).toMatchObject({
      retentionClass: 'KE_ENQUIRY',
      disposeFrom: null,
      disposedOn: null,
    });
    const closing = { closedOn: '2026-01-31', reasonCode: 'SETTLED' };
    const { readAfter } = done(await worker.post(`/v1/enquiries/${enquiryId}/closing`, closing));
    expect((await shown(readAfter)).disposeFrom).toBe('2028-01-31');
    const kept = done(
      await leader.post('/v1/retention-periods', { retentionClass: 'KE_ENQUIRY', validFrom: '2026-02-01' }),
    );
    expect((await shown(kept.readAfter)).disposeFrom).toBeNull();
    expect(done(await worker.get('/v1/retention-periods')).retentionPeriods).toEqual([
      { retentionClass: 'KE_ENQUIRY', months: null, validFrom: '2026-02-01', document: null },
      { ...period, document: 'Bevarings- og kassasjonsplanen' },
    ]);
    const { entries } = done(await worker.get('/v1/organisation/audit-trail?topic=retention'));
    expect(entries.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Fra 1. januar 2026 oppbevares dette i 24 måneder etter at ingen har mer å gjøre med det: henvendelse som ikke ble en sak. Dokument: «Bevarings- og kassasjonsplanen».',
      'Fra 1. februar 2026 oppbevares dette for godt: henvendelse som ikke ble en sak.',
    ]);
  });

  it('is decided by leaders and administrators alone, of a class that there is, in whole months', async () => {
    expect((await worker.post('/v1/retention-periods', period)).status).toBe(403);
    for (const wrong of [
      { retentionClass: 'K10' },
      { months: 0 },
      { months: 1.5 },
      { validFrom: '2026-02-30' },
    ]) {
      expect((await leader.post('/v1/retention-periods', { ...period, ...wrong })).status).toBe(400);
    }
    const elsewhere = await ApiClient.as(app.url, 'LEADER', '9999');
    expect((await elsewhere.get('/v1/retention-periods')).status).toBe(403);
  });
});

describe('an enquiry', () => {
  let office: ApiClient;
  let steps: Procedure;
  beforeAll(async () => {
    office = await ApiClient.as(app.url, 'SERVICE_OFFICE', '1576', 'the-counter');
    steps = new Procedure(worker);
  });
  const asked = {
    receivedOn: '2026-02-02',
    channel: 'PHONE',
    sourceType: 'NEXT_OF_KIN',
    text: 'Hvem kan hjelpe oss med å samordne?',
    callerName: 'Testine Ringesen',
    callback: '00 00 00 00',
  };
  const waiting = async (enquiryId: string, { readAfter }: { readonly readAfter: string }, query = '') => {
    const { tasks } = done(
      await worker.get(`/v1/tasks?kind=ENQUIRY_TO_ANSWER&readAfter=${readAfter}${query}`),
    );
    return (
      tasks as { enquiryId: string; step: { path: string }; subject: unknown; why: { nn: string } }[]
    ).filter((task) => task.enquiryId === enquiryId);
  };

  const opened = async () => {
    const subjectId = await steps.person();
    return { subjectId, caseId: await steps.application(subjectId, { receivedOn: '2026-02-05' }) };
  };

  it('is received from anyone, waits in the inbox, and leaves it when it is answered (H7, U5, S1, H13)', async () => {
    const received = done(await worker.post('/v1/enquiries', asked));
    const { enquiryId } = received;
    const path = `/v1/enquiries/${enquiryId}`;
    expect(await waiting(enquiryId, received)).toMatchObject([
      {
        subject: null,
        step: { path: `${path}/answers` },
        why: { nn: 'Nokon vende seg hit 2. februar 2026. Det er ikkje svart på førespurnaden.' },
      },
    ]);
    const passed = done(
      await worker.post(`${path}/passings-on`, { passedOn: '2026-02-03', unit: 'HOME_CARE' }),
    );
    expect(await waiting(enquiryId, passed, '&unit=HOME_CARE')).toHaveLength(1);
    expect(await waiting(enquiryId, passed, '&unit=SCHOOL')).toEqual([]);
    const answer = { answeredOn: '2026-02-04', channel: 'PHONE', answer: 'Vi ringer tilbake.' };
    const answered = done(await worker.post(`${path}/answers`, answer));
    expect(await waiting(enquiryId, answered)).toEqual([]);
    expect(await worker.get(`${path}?readAfter=${answered.readAfter}`)).toMatchObject({
      status: 200,
      body: {
        status: 'ANSWERED',
        ...asked,
        unit: 'HOME_CARE',
        answer: answer.answer,
        caseIds: [],
        subject: null,
      },
    });
    const { entries } = done(await worker.get(`${path}/audit-trail`));
    expect(entries.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Henvendelse kom 2. februar 2026 (telefon) fra en pårørende, «Testine Ringesen»: «Hvem kan hjelpe oss med å samordne?» Kan nås: «00 00 00 00».',
      'Henvendelsen ble 3. februar 2026 sendt videre til hjemmetjenesten.',
      'Henvendelsen ble besvart 4. februar 2026 (telefon). Svaret: «Vi ringer tilbake.»',
    ]);
  });

  it('goes on in a case, which is opened by its own command', async () => {
    const { subjectId, caseId } = await opened();
    const { enquiryId } = done(await worker.post('/v1/enquiries', { ...asked, subjectId }));
    const path = `/v1/enquiries/${enquiryId}`;
    const became = done(await worker.post(`${path}/cases`, { caseId }));
    expect(await waiting(enquiryId, became)).toEqual([]);
    expect(done(await worker.get(path))).toMatchObject({ status: 'BECAME_CASE', caseIds: [caseId] });
    expect((await worker.post(`${path}/cases`, { caseId: 'none' })).body.type).toBe('enquiry/no-such-case');
    expect(done(await worker.get(`/v1/enquiries?subjectId=${subjectId}`)).enquiries).toMatchObject([
      { enquiryId },
    ]);
  });

  it('stands on the page of its case and in its trail, as far as access goes, and shows its case (H7)', async () => {
    const { subjectId, caseId } = await opened();
    const counter = await ApiClient.as(app.url, 'SERVICE_OFFICE', '1576', 'another-counter');
    const own = done(await counter.post('/v1/enquiries', { ...asked, subjectId }));
    const path = `/v1/enquiries/${own.enquiryId}`;
    const answer = { answeredOn: '2026-02-03', channel: 'EMAIL', answer: 'Søk, så hjelper vi.' };
    done(await counter.post(`${path}/answers`, answer));
    const became = done(await worker.post(`${path}/cases`, { caseId, becameOn: '2026-02-05' }));
    const page = done(await worker.get(`/v1/cases/${caseId}?readAfter=${became.readAfter}`));
    expect(page.enquiries).toMatchObject([
      {
        enquiryId: own.enquiryId,
        status: 'BECAME_CASE',
        receivedOn: asked.receivedOn,
        channel: 'PHONE',
        sourceType: 'NEXT_OF_KIN',
        text: asked.text,
        callerName: asked.callerName,
        answeredOn: '2026-02-03',
        answerChannel: 'EMAIL',
        answer: answer.answer,
        becameOn: '2026-02-05',
      },
    ]);
    const shown = { caseId, becameOn: '2026-02-05', caseNumber: page.caseNumber, status: page.status };
    expect(done(await worker.get(path)).cases).toEqual([shown]);
    expect(done(await counter.get(path))).toMatchObject({ cases: null, caseIds: [caseId] });

    const auditor = await ApiClient.as(app.url, 'AUDITOR');
    for (const reader of [worker, auditor]) {
      const { entries } = done(await reader.get(`/v1/cases/${caseId}/audit-trail`));
      const told = (entries as { of: string; type: string; case: unknown }[]).filter(
        ({ of }) => of === 'enquiry',
      );
      expect(told.map(({ type }) => type)).toEqual([
        'EnquiryReceived',
        'EnquiryAnswered',
        'EnquiryBecameCase',
      ]);
    }
    const { entries: ofPerson } = done(await auditor.get(`/v1/subjects/${subjectId}/trail`));
    expect(ofPerson.map(({ type }: { type: string }) => type)).toContain('EnquiryReceived');
  });

  it('is told to no coordinator, and leaves the page of a case in which it goes on by mistake', async () => {
    const login = { issuer: 'samspor-demo', subject: 'enquiry-coordinator' };
    const { subjectId, caseId } = await steps.granted();
    await steps.coordinator(subjectId, caseId, await steps.staffWith(login, 'Testa Koordinator'));
    const { enquiryId } = done(await worker.post('/v1/enquiries', asked));
    const became = done(await worker.post(`/v1/enquiries/${enquiryId}/cases`, { caseId }));
    const coordinator = await ApiClient.as(app.url, 'COORDINATOR', '1576', login.subject);
    const page = done(await coordinator.get(`/v1/cases/${caseId}?readAfter=${became.readAfter}`));
    expect(page.enquiries).toBeNull();
    const { entries } = done(await coordinator.get(`/v1/cases/${caseId}/audit-trail`));
    expect(entries.map(({ of }: { of: string }) => of)).not.toContain('enquiry');

    const recordedInError = { reasonCode: 'WRONG_CASE' };
    const wrong = { eventId: became.events[0].eventId, recordedInError, reason: 'En annen sak' };
    const mended = done(await worker.post(`/v1/enquiries/${enquiryId}/corrections`, wrong));
    expect(done(await worker.get(`/v1/cases/${caseId}?readAfter=${mended.readAfter}`)).enquiries).toEqual([]);
    expect(done(await worker.get(`/v1/enquiries/${enquiryId}`))).toMatchObject({ cases: [], caseIds: [] });
  });

  it('is registered and referred to the contact card by the service office, which sees its own (U11)', async () => {
    const { enquiryId: foreign } = done(await worker.post('/v1/enquiries', asked));
    const own = done(
      await office.post('/v1/enquiries', { ...asked, channel: 'IN_PERSON', sourceType: 'USER' }),
    );
    const path = `/v1/enquiries/${own.enquiryId}`;
    const referred = done(await office.post(`${path}/referrals`, {}));
    const { cardId } = done(await office.get('/v1/contact-card'));
    expect(done(await office.get(`${path}?readAfter=${referred.readAfter}`))).toMatchObject({
      status: 'REFERRED',
      cardId,
    });
    const { enquiries } = done(await office.get('/v1/enquiries'));
    expect(enquiries.map(({ enquiryId }: { enquiryId: string }) => enquiryId)).toEqual([own.enquiryId]);
    expect((await office.get(`/v1/enquiries/${foreign}`)).status).toBe(404);
    expect((await office.get(`/v1/enquiries/${foreign}/audit-trail`)).status).toBe(404);
    expect((await office.post(`/v1/enquiries/${foreign}/closing`, { reasonCode: 'SETTLED' })).status).toBe(
      404,
    );
    expect((await office.post(`${path}/cases`, { caseId: 'none' })).status).toBe(403);
    expect((await office.post(`${path}/referrals`, { cardId: 'none' })).body.type).toBe(
      'enquiry/no-such-contact-card',
    );
  });

  it('is put right, and closed without any case', async () => {
    const { enquiryId, events } = done(await worker.post('/v1/enquiries', asked));
    const path = `/v1/enquiries/${enquiryId}`;
    const wrong = { eventId: events[0].eventId, reason: 'Feil nummer', changed: { callback: '11 11 11 11' } };
    done(await worker.post(`${path}/corrections`, wrong));
    const closed = done(
      await worker.post(`${path}/closing`, { closedOn: '2026-02-05', reasonCode: 'NOT_REACHED' }),
    );
    expect(done(await worker.get(`${path}?readAfter=${closed.readAfter}`))).toMatchObject({
      status: 'CLOSED',
      callback: '11 11 11 11',
      closureReasonCode: 'NOT_REACHED',
    });
    const list = await worker.get('/v1/enquiries', { headers: { accept: 'text/csv' } });
    const [head, ...lines] = String(list.body).trim().split('\r\n');
    expect(head).toContain('Mottatt;Kanal;Fra;Status;Person;Enhet;Venter siden;');
    expect(lines.join()).toContain(';2026-02-05;"den som henvendte seg, ble ikke nådd";');
    const late = { answeredOn: '2026-02-06', channel: 'EMAIL' };
    expect((await worker.post(`${path}/answers`, late)).body.type).toBe('enquiry/enquiry-closed');
    expect((await worker.post('/v1/enquiries', { ...asked, subjectId: 'none' })).status).toBe(404);
  });
});

describe('an enquiry by a message from another system', () => {
  it('is received once, however often it is told, and its answer informs of rights (U12)', async () => {
    const message = { channel: 'E_MESSAGE', messageReference: 'GP-2026-1' };
    const steps = new Procedure(worker);
    const first = await steps.enquiry(message);
    const told = { ...message, sourceType: 'OUTSIDE_SERVICE', text: 'Samme melding, skrevet på nytt' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => worker.post('/v1/enquiries', told)));
    for (const { status, body } of answers) {
      expect([status, body.enquiryId, body.events]).toEqual([200, first, []]);
    }
    expect(await steps.enquiry({ ...message, messageReference: 'GP-2026-2' })).not.toBe(first);
    const answer = { channel: 'PHONE', informedOf: ['PLAN', 'COMPLAINT'] };
    const { readAfter } = done(await worker.post(`/v1/enquiries/${first}/answers`, answer));
    expect(done(await worker.get(`/v1/enquiries/${first}?readAfter=${readAfter}`))).toMatchObject({
      informedOf: ['PLAN', 'COMPLAINT'],
    });
  });
});
