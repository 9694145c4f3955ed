import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { documentStream } from '#documents';
import { fileDocument } from '#documents/application/index';
import { recordsOfDocuments } from '#apps/api/src/documents/records';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { type Answer, ApiClient, demoKey } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

const pdf = (words = 'Testine Prøvesen trenger hjelp', length = 150_000) =>
  Buffer.concat([Buffer.from(`%PDF-1.7\n${words}\n`), randomBytes(length)]);

describe('documents over HTTP (F14)', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;
  let subjectId: string;
  let caseId: string;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '5001'] });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
    subjectId = await steps.person();
    caseId = await steps.application(subjectId);
  }, 120_000);
  afterAll(() => app?.stop());

  const said = (more: object = {}) => ({
    recordKind: 'CASE',
    recordId: caseId,
    direction: 'IN',
    kind: 'APPLICATION_FORM',
    documentDate: '2026-01-10',
    title: 'Søknad om koordinator',
    sender: 'Testine Prøvesen',
    ...more,
  });
  function formOf(content: Uint8Array, document: unknown, type = 'application/pdf') {
    const form = new FormData();
    form.append('document', typeof document === 'string' ? document : JSON.stringify(document));
    form.append('file', new Blob([content], { type }), 'skann.pdf');
    return form;
  }
  async function sent(
    form: FormData | string,
    headers: Record<string, string> = {},
    client = worker,
  ): Promise<Answer> {
    const response = await fetch(`${client.url}/v1/documents`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${client.token}`, ...headers },
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }
  const filed = async (content = pdf(), more: object = {}) =>
    done(await sent(formOf(content, said(more)))) as { documentId: string; readAfter: string };
  const contentOf = async (documentId: string, client = worker, query = '') => {
    const response = await fetch(`${client.url}/v1/documents/${documentId}/content${query}`, {
      headers: { authorization: `Bearer ${client.token}` },
    });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const files = () =>
    readdirSync(app.documentsDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
      .length;

  it('are filed, told of, listed by their date with numbers, and read as they came', async () => {
    const [first, second] = [pdf('eldst'), Buffer.from('Notat: ringte Testine Prøvesen.')];
    const later = await filed(first, { documentDate: '2026-01-12', restriction: 'OFFL_15' });
    const note = done(
      await sent(
        formOf(
          second,
          said({ direction: 'INTERNAL', kind: 'NOTE', documentDate: '2026-01-11', sender: undefined }),
          'text/plain',
        ),
      ),
    );
    const { body, headers } = await worker.get(
      `/v1/documents/${later.documentId}?readAfter=${note.readAfter}`,
    );
    expect(headers.get('etag')).toBe('"0"');
    expect(body).toMatchObject({
      recordKind: 'CASE',
      recordId: caseId,
      caseId,
      subjectId,
      title: 'Søknad om koordinator',
      sender: 'Testine Prøvesen',
      receiver: null,
      restriction: 'OFFL_15',
      format: 'PDF',
      mediaType: 'application/pdf',
      size: first.length,
      scan: 'NOT_SCANNED',
    });
    const listed = done(await worker.get(`/v1/cases/${caseId}/documents`));
    expect(listed.documents).toMatchObject([
      { number: 1, documentId: note.documentId, kind: 'NOTE', restriction: 'OFFL_13' },
      { number: 2, documentId: later.documentId, sender: 'Testine Prøvesen' },
    ]);
    const page = done(await worker.get(`/v1/cases/${caseId}/documents?limit=1`));
    const next = done(await worker.get(`/v1/cases/${caseId}/documents?limit=1&after=${page.next}`));
    expect(next.documents).toMatchObject([{ number: 2, documentId: later.documentId }]);
    expect(done(await worker.get(`/v1/subjects/${subjectId}/documents`)).documents).toHaveLength(2);

    const { response, bytes } = await contentOf(later.documentId);
    expect(bytes.equals(first)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(first.length),
      'content-disposition': 'attachment; filename="2026-01-12-soknadsskjema.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': 'private, no-store',
    });
    expect((await contentOf(note.documentId as string)).bytes.toString()).toBe(
      'Notat: ringte Testine Prøvesen.',
    );
    const trail = done(await worker.get(`/v1/cases/${caseId}/audit-trail?limit=200`));
    expect(trail.entries.filter(({ type }: { type: string }) => type === 'DocumentFiled')).toMatchObject([
      { sentence: expect.stringContaining('Fra «Testine Prøvesen».') },
      { sentence: expect.stringContaining('(internt, notat) datert 11. januar 2026') },
    ]);
  });

  it('are filed once, however often the same is sent, and no other under the same key', async () => {
    const content = pdf();
    const key = { 'idempotency-key': randomUUID() };
    const first = done(await sent(formOf(content, said()), key));
    const again = done(await sent(formOf(content, said()), key));
    expect(again.documentId).toBe(first.documentId);
    expect(again.events).toEqual(first.events);
    const before = files();
    for (const other of [formOf(pdf(), said()), formOf(content, said({ title: 'Noe annet' }))]) {
      expect(await sent(other, key)).toMatchObject({ status: 422, body: { type: 'key-reused' } });
    }
    expect(files()).toBe(before);
    const at = (await contentOf(first.documentId as string, worker, `?readAfter=${again.readAfter}`)).bytes;
    expect(at.equals(content)).toBe(true);
    const together = { 'idempotency-key': randomUUID() };
    const both = await Promise.all([
      sent(formOf(content, said()), together),
      sent(formOf(content, said()), together),
    ]);
    expect(new Set(both.map((one) => done(one).documentId)).size).toBe(1);
  });

  it('of a false type, too large, empty, badly said or on what is not there are refused, and nothing is kept', async () => {
    const before = files();
    const elsewhere = new Procedure(await ApiClient.as(app.url, 'CASEWORKER', '5001'));
    const theirs = await elsewhere.application(await elsewhere.person());
    const large = Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(26 * 1024 * 1024)]);
    const refused: readonly (readonly [FormData | string, number, string])[] = [
      [formOf(Buffer.from('no PDF'), said()), 422, 'unfit-document'],
      [formOf(pdf(), said(), 'image/png'), 422, 'unfit-document'],
      [formOf(pdf(), said(), 'application/zip'), 415, 'unsupported-media-type'],
      [formOf(Buffer.alloc(0), said()), 422, 'unfit-document'],
      [formOf(large, said()), 413, 'body-too-large'],
      [formOf(pdf(), said({ recordId: theirs })), 404, 'documents/no-such-record'],
      [formOf(large, said({ recordId: theirs })), 404, 'documents/no-such-record'],
      [formOf(pdf(), said({ recordKind: 'COMPLAINT' })), 404, 'documents/no-such-record'],
      [formOf(pdf(), said({ title: undefined })), 400, 'invalid-body'],
      [formOf(pdf(), said({ documentDate: '2126-01-01' })), 409, 'documents/date-ahead'],
      [formOf(pdf(), '{"recordKind":'), 400, 'malformed-json'],
      [formOf(pdf(), '{"title":"a","title":"b"}'), 400, 'malformed-json'],
    ];
    for (const [form, status, type] of refused) {
      expect(await sent(form)).toMatchObject({ status, body: { type } });
    }
    const fileFirst = new FormData();
    fileFirst.append('file', new Blob([pdf()], { type: 'application/pdf' }));
    fileFirst.append('document', JSON.stringify(said()));
    expect(await sent(fileFirst)).toMatchObject({ status: 400, body: { type: 'malformed-request' } });
    const twice = formOf(pdf(), said());
    twice.append('file', new Blob([pdf()], { type: 'application/pdf' }));
    expect(await sent(twice)).toMatchObject({ status: 400, body: { type: 'malformed-request' } });
    const json = await worker.post('/v1/documents', said());
    expect(json).toMatchObject({ status: 415, body: { type: 'unsupported-media-type' } });
    const auditor = await ApiClient.as(app.url, 'AUDITOR');
    expect(await sent(formOf(pdf(), said()), {}, auditor)).toMatchObject({ status: 403 });
    expect(files()).toBe(before);
  });

  it('whose sending breaks off leave nothing, and can be sent again', async () => {
    const before = files();
    const key = randomUUID();
    const { hostname, port } = new URL(app.url);
    const head = Buffer.from(
      [
        'POST /v1/documents HTTP/1.1',
        `Host: ${hostname}:${port}`,
        `Authorization: Bearer ${worker.token}`,
        `Idempotency-Key: ${key}`,
        'Content-Type: multipart/form-data; boundary=x',
        'Content-Length: 900000',
        '',
        '--x',
        'Content-Disposition: form-data; name="document"',
        '',
        JSON.stringify(said()),
        '--x',
        'Content-Disposition: form-data; name="file"; filename="a.pdf"',
        'Content-Type: application/pdf',
        '',
        '%PDF-1.7',
      ].join('\r\n'),
    );
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write(Buffer.concat([head, randomBytes(300_000)]));
    await eventually(() => expect(files()).toBe(before + 1));
    socket.destroy();
    await eventually(() => expect(files()).toBe(before));
    done(await sent(formOf(pdf(), said()), { 'idempotency-key': key }));
  });

  it('are moved to something else of the person, put right, and struck out', async () => {
    const { documentId } = await filed();
    const consentId = await steps.consent(subjectId);
    const moves = `/v1/documents/${documentId}/moves`;
    const onConsent = { recordKind: 'CONSENT', recordId: consentId, subjectId };
    const moved = done(await worker.post(moves, { ...onConsent, reason: 'Samtykke på samme ark' }));
    const { body } = await worker.get(`/v1/documents/${documentId}?readAfter=${moved.readAfter}`);
    expect(body).toMatchObject({ recordKind: 'CONSENT', recordId: consentId, caseId: null, subjectId });
    expect(await worker.post(moves, onConsent)).toMatchObject({
      status: 409,
      body: { type: 'documents/already-there' },
    });
    const other = await steps.application(await steps.person({ familyName: 'Annensen' }));
    expect(await worker.post(moves, { recordKind: 'CASE', recordId: other })).toMatchObject({
      status: 409,
      body: { type: 'documents/another-person' },
    });
    const corrections = `/v1/documents/${documentId}/corrections`;
    const eventId = body.eventId as string;
    done(await worker.post(corrections, { eventId, changed: { title: 'Samtykke' }, reason: 'Tastefeil' }));
    const [moving] = moved.events as { eventId: string }[];
    const struck = { recordedInError: { reasonCode: 'WRONG_PERSON' }, reason: 'Feil person' };
    for (const one of [moving?.eventId, eventId]) {
      done(await worker.post(corrections, { eventId: one, ...struck }));
    }
    await eventually(async () => expect((await worker.get(`/v1/documents/${documentId}`)).status).toBe(404));
    expect((await contentOf(documentId)).response.status).toBe(404);
  });

  it('may be filed by another part of the program, as a letter is', async () => {
    const { runner, documents: store } = app.parts;
    const content = pdf('Vedtak');
    const letter = {
      recordKind: 'CASE',
      recordId: caseId,
      direction: 'OUT',
      kind: 'DECISION_LETTER',
      documentDate: '2026-01-20',
      title: 'Vedtak om koordinator',
      receiver: 'Testine Prøvesen',
    } as const;
    const context = ownCommand('SYSTEM', '1576', randomUUID());
    const parts = { runner, store, records: recordsOfDocuments(runner) };
    const file = () => fileDocument(parts, letter, { content: [content], format: 'PDF' }, context);
    const first = await file();
    const again = await file();
    expect(again.documentId).toBe(first.documentId);
    expect(again.receipt.repeated).toBe(true);
    await eventually(async () =>
      expect((await contentOf(first.documentId)).bytes.equals(content)).toBe(true),
    );
    const [event] = await app.parts.store.read(documentStream('1576', first.documentId));
    expect(JSON.stringify(event?.data)).not.toContain(createHash('sha256').update(content).digest('hex'));
  });

  it('say so where their file is gone or they are disposed of', async () => {
    const { documentId, readAfter } = await filed();
    done(await worker.get(`/v1/documents/${documentId}?readAfter=${readAfter}`));
    await app.parts.documents.destroy({ tenant: '1576', documentId }, 'test');
    const gone = await contentOf(documentId);
    expect([gone.response.status, JSON.parse(gone.bytes.toString())]).toMatchObject([
      410,
      { type: 'document-disposed' },
    ]);
    const lost = await filed();
    await worker.get(`/v1/documents/${lost.documentId}?readAfter=${lost.readAfter}`);
    const { body } = await worker.get(`/v1/documents/${lost.documentId}`);
    const [event] = await app.parts.store.read(documentStream('1576', lost.documentId));
    const digest = JSON.stringify(event?.data['ciphertextDigest']).slice(1, -1);
    rmSync(join(app.documentsDir, digest.slice(0, 2), digest));
    expect(body.title).toBe('Søknad om koordinator');
    const missing = await contentOf(lost.documentId);
    expect([missing.response.status, JSON.parse(missing.bytes.toString())]).toMatchObject([
      500,
      { type: 'record-unreadable' },
    ]);
  });

  it('of a person are seen by whoever coordinates them, and by no other coordinator', async () => {
    const { documentId } = await filed();
    const { body } = await new ApiClient(app.url).post('/demo/token', {
      key: demoKey,
      role: 'COORDINATOR',
      municipality: '1576',
      sub: 'documents-coordinator',
    });
    const coordinator = new ApiClient(app.url, body.accessToken as string);
    for (const path of [
      `documents/${documentId}`,
      `documents/${documentId}/content`,
      `cases/${caseId}/documents`,
    ]) {
      expect((await coordinator.get(`/v1/${path}`)).status).toBe(404);
    }
  });

  it('of a complaint lie on it and in its case, and not before whoever coordinates (F14)', async () => {
    const coordinated = await steps.granted();
    const { complaintId } = done(
      await worker.post('/v1/complaints', {
        caseId: coordinated.caseId,
        way: 'LETTER',
        complainant: 'SUBJECT',
        matters: ['FOLLOW_UP'],
        text: 'Koordinatoren ringer ikke tilbake.',
      }),
    );
    const title = 'Klagen, med konvolutt';
    const on = { recordKind: 'COMPLAINT', recordId: complaintId, kind: 'COMPLAINT', title };
    const { documentId, readAfter } = await filed(pdf(), on);
    const listed = async (of: string) =>
      (await worker.get(`/v1/${of}/documents?readAfter=${readAfter}`)).body.documents;
    const expected = expect.objectContaining({ documentId, ...on });
    expect(await listed(`complaints/${complaintId}`)).toEqual([expected]);
    expect(await listed(`cases/${coordinated.caseId}`)).toContainEqual(expected);
    const nowhere = await sent(formOf(pdf(), said({ ...on, recordId: 'no-complaint' })));
    expect(nowhere.body).toMatchObject({ type: 'documents/no-such-record' });

    const login = { issuer: 'samspor-demo', subject: 'is-complained-of' };
    const partyId = await steps.staffWith(login, 'Testa Koordinator');
    await steps.coordinator(coordinated.subjectId, coordinated.caseId, partyId);
    const coordinator = await ApiClient.as(app.url, 'COORDINATOR', '1576', login.subject);
    const inCase = await eventually(async () => {
      const { status, body } = await coordinator.get(`/v1/cases/${coordinated.caseId}/documents`);
      expect(status).toBe(200);
      return body.documents as readonly { readonly documentId: string }[];
    });
    expect(inCase.map((one) => one.documentId)).not.toContain(documentId);
    expect((await coordinator.get(`/v1/documents/${documentId}`)).status).toBe(404);
    expect((await coordinator.get(`/v1/complaints/${complaintId}/documents`)).status).toBe(404);
  });
});
