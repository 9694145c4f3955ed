import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { seedDemonstration } from '#apps/standalone/src/seed';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { documentForm } from './document-form.js';
import { decisionOn, delegated, Scene } from './scene.js';
import { done } from './procedure.js';

type Fields = Readonly<Record<string, unknown>>;
interface Entry {
  readonly entry: string;
  readonly gap: string | null;
  readonly documents: readonly { readonly file: string; readonly number: string }[];
}
const wanted = ['COORDINATOR'] as const;

/** What poppler, where it is installed, reads in a PDF. */
function read(pdf: Uint8Array, program: string, ...options: string[]): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    const file = join(folder, 'saken.pdf');
    writeFileSync(file, pdf);
    const last = program === 'pdftotext' ? ['-'] : [];
    return execFileSync(program, [...options, file, ...last], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    process.stderr.write(`poppler is not installed here: ${program} is not asked what is in the package.\n`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('A package for the county governor', () => {
  let app: TestApp;
  let alesund: Scene;
  let another: ApiClient;

  beforeAll(async () => {
    app = await startTestApp({ tenants: [] });
    await seedDemonstration(app.parts.runner);
    alesund = await Scene.in(app.url, '1508');
    another = await ApiClient.as(app.url, 'CASEWORKER', '1508', 'somebody-else');
    await delegated(app.url, '1508', 'DECIDE', 'KE');
  }, 120_000);
  afterAll(() => app?.stop());

  const at = (complaintId: string) => `/v1/complaints/${complaintId}/packages`;
  async function file(scene: Scene, said: Fields, content = Buffer.from('%PDF-1.7\nTestine Prøvesen')) {
    const whole = { direction: 'IN', documentDate: '2026-01-06', title: 'Skannet', ...said };
    const sending = await documentForm(whole, content);
    return done(await scene.worker.post('/v1/documents', undefined, sending));
  }
  async function refused(scene: Scene) {
    const subjectId = await scene.person();
    await scene.consent(subjectId);
    const caseId = await scene.applied(subjectId, wanted);
    const on = { recordKind: 'CASE', recordId: caseId };
    await file(scene, { ...on, kind: 'APPLICATION_FORM', sender: 'Hemmelig Nabo' });
    const decision = decisionOn(wanted, 'KE', '2026-01-20', 'REFUSED');
    const { decisionId } = await scene.post(`/v1/cases/${caseId}/decision`, decision);
    const sent = { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: '2026-01-21' };
    const notified = await scene.post(`/v1/cases/${caseId}/decision/notification`, sent);
    return { subjectId, caseId, decisionId, readAfter: notified.readAfter as string };
  }
  /** A complaint that was reconsidered: what is to be forwarded. */
  async function upheld(scene: Scene = alesund, by: ApiClient = another, fields: Fields = {}) {
    const of = await refused(scene);
    const { complaintId } = await scene.post('/v1/complaints', {
      way: 'LETTER',
      complainant: 'SUBJECT',
      matters: ['DECISION'],
      text: 'Jeg trenger noen som holder i trådene.',
      caseId: of.caseId,
      decisionId: of.decisionId,
      sentOn: '2026-02-09',
      receivedOn: '2026-02-10',
      ...fields,
    });
    const path = `/v1/complaints/${complaintId}`;
    await scene.post(`${path}/timeliness`, { outcome: 'IN_TIME', assessedOn: '2026-02-11' });
    const again = {
      outcome: 'UPHELD',
      decidedBy: 'KE',
      reason: 'Vi ser det likt.',
      reconsideredOn: '2026-02-13',
    };
    const { readAfter } = done(await by.post(`${path}/reconsideration`, again));
    await file(scene, {
      recordKind: 'COMPLAINT',
      recordId: complaintId,
      kind: 'COMPLAINT',
      documentDate: '2026-02-09',
    });
    return { ...of, complaintId: complaintId as string, readAfter: readAfter as string };
  }
  const explanations = [
    { entry: 'MAPPING', text: 'Behovet var kjent fra en tidligere sak.' },
    { entry: 'LETTER', text: 'Brevet ble sendt fra et annet system.' },
  ];
  const look = async (complaintId: string, readAfter: string, body: Fields = {}, by = alesund.worker) =>
    done(await by.post(`${at(complaintId)}/preview?readAfter=${readAfter}`, body));
  async function unzipped(complaintId: string, packageId: string, by = alesund.worker) {
    const response = await fetch(`${app.url}${at(complaintId)}/${packageId}`, {
      headers: { authorization: `Bearer ${by.token}` },
    });
    expect(response.headers.get('content-type')).toBe('application/zip');
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { bytes, files: unzipSync(bytes) };
  }

  it('says what lacks, is closed once that is explained, and is the same bytes each time (F14)', async () => {
    const { complaintId, readAfter } = await upheld();
    const bare = await look(complaintId, readAfter);
    const gaps = (bare.index as Entry[]).filter(({ gap }) => gap !== null).map(({ gap }) => gap);
    expect(gaps).toEqual(['NO_MAPPING', 'NO_LETTER']);
    const early = await alesund.worker.post(at(complaintId), { digest: bare.digest });
    expect(early).toMatchObject({ status: 409, body: { type: 'package-unexplained' } });

    const body = { explanations, statement: 'Vi står ved avgjørelsen.\n\nSe kriteriene.' };
    const seen = await look(complaintId, readAfter, body);
    expect(seen.isComplete).toBe(true);
    expect((await look(complaintId, readAfter, body)).pdf).toBe(seen.pdf);
    const stale = await alesund.worker.post(at(complaintId), { ...body, digest: bare.digest });
    expect(stale).toMatchObject({ status: 412, body: { type: 'stale-revision' } });
    const key = { headers: { 'idempotency-key': randomUUID() } };
    const close = { ...body, digest: seen.digest };
    const closed = done(await alesund.worker.post(at(complaintId), close, key));
    expect(done(await alesund.worker.post(at(complaintId), close, key))).toEqual(closed);
    const complaint = await alesund.get(`/v1/complaints/${complaintId}`, closed);
    expect(complaint.packages).toMatchObject([
      { packageId: closed.packageId, documentId: closed.documentId },
    ]);

    const { bytes, files } = await unzipped(complaintId, closed.packageId);
    expect(Object.keys(files)).toEqual([
      '00-saken.pdf',
      '01-01-2026-01-06-soknadsskjema.pdf',
      '09-01-2026-02-09-klage.pdf',
    ]);
    expect(Buffer.from(files['00-saken.pdf'] ?? []).toString('base64')).toBe(seen.pdf);
    expect(strFromU8(files['01-01-2026-01-06-soknadsskjema.pdf'] as Uint8Array)).toContain('Testine');
    const again = await unzipped(complaintId, closed.packageId, another);
    expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);

    // What was closed stays what it was, whatever is recorded later.
    await alesund.post(`/v1/complaints/${complaintId}/forwarding`, {
      channel: 'LETTER',
      forwardedOn: '2026-02-16',
    });
    const after = await unzipped(complaintId, closed.packageId);
    expect(Buffer.from(after.bytes).equals(bytes)).toBe(true);
  });

  it('is a tagged PDF that says word for word what the text says, with the trail in words', async () => {
    const { complaintId, readAfter } = await upheld();
    const seen = await look(complaintId, readAfter, { explanations });
    const pdf = Buffer.from(seen.pdf as string, 'base64');
    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>2<.*pdfaid:conformance>A</s);
    expect(pdf.toString('latin1')).toContain('/Outlines');
    for (const told of [
      'Klage mottatt',
      'Jeg trenger noen som holder i trådene.',
      'sendt 9. februar 2026',
      'har delegert til',
      'Kommunens forklaring: Behovet var kjent fra en tidligere sak.',
      'pbrl § 7-5',
      'Det er ikke startet noen individuell plan.',
      'slik de gjaldt 20. januar 2026',
      'Det loven ga rett til 20. januar 2026:',
      'helse- og omsorgstjenesteloven § 7-2',
      'Lover og forskrifter som kommunen viste til og som gjaldt 20. januar 2026:',
      'Ordlyden i bestemmelsene er ikke gjengitt.',
    ]) {
      expect(seen.text).toContain(told);
    }
    const structure = read(pdf, 'pdfinfo', '-struct');
    for (const tag of structure === undefined ? [] : ['H1', 'H2', 'L ', 'LI', 'LBody', 'Table', 'TH']) {
      expect(structure).toContain(`  ${tag}`);
    }
    const printed = read(pdf, 'pdftotext', '-nopgbrk', '-raw');
    if (printed === undefined) return;
    const told = new Set(wordsOf(printed));
    expect(wordsOf(seen.text as string).filter((word) => word.length < 12 && !told.has(word))).toEqual([]);
  });

  it('differs for another reader by who reads alone', async () => {
    const { complaintId, readAfter } = await upheld();
    const lines = async (by: ApiClient) =>
      ((await look(complaintId, readAfter, {}, by)).text as string).split('\n');
    const [one, other] = [await lines(alesund.worker), await lines(another)];
    const differing = one.filter((line, at) => line !== other[at]);
    expect(differing.every((line) => line.startsWith('Laget av:'))).toBe(true);
    expect(one).toHaveLength(other.length);
  });

  it('leaves out names, texts and documents, each with its ground', async () => {
    const { complaintId, readAfter, subjectId } = await upheld();
    const seen = await look(complaintId, readAfter);
    const [form] = (seen.index as Entry[]).flatMap(({ documents }) => documents) as unknown as {
      documentId: string;
    }[];
    const text = (seen.texts as { field: string; title: string; eventId: string }[]).find(
      ({ title, field }) => title === 'Klage vurdert på nytt' && field === 'reason',
    );
    const [name] = seen.names as { partyId: string; name: string }[];
    expect(seen.text).toContain('Hemmelig Nabo');
    const omissions = [
      { kind: 'TEXT', what: text?.eventId, field: 'reason', ground: 'THIRD_PERSON' },
      { kind: 'DOCUMENT', what: form?.documentId, ground: 'OTHER', reason: 'Gjelder naboen.' },
      { kind: 'NAME', what: name?.partyId, ground: 'DANGER' },
    ];
    const without = await look(complaintId, readAfter, { omissions });
    expect(without.text).not.toContain('Hemmelig Nabo');
    expect(without.text).not.toContain('Vi ser det likt.');
    expect(without.text).toContain('Begrunnelse: [utelatt]');
    expect(without.text).toContain('En tekst i «Klage vurdert på nytt» 13. februar 2026: taushetsplikt');
    expect(without.text).toContain('søknadsskjema, inngående: annen grunn: Gjelder naboen.');
    const filesIn = (index: Entry[]) => index.flatMap(({ documents }) => documents).length;
    expect(filesIn(without.index)).toBe(filesIn(seen.index) - 1);
    const unknown = { omissions: [{ kind: 'NAME', what: subjectId.slice(0, 5), ground: 'DANGER' }] };
    const strange = await alesund.worker.post(`${at(complaintId)}/preview`, unknown);
    expect(strange).toMatchObject({ status: 400, body: { errors: [{ path: 'omissions[0].what' }] } });
  });

  it('is rehearsed of a case that nobody has complained of, and nothing is recorded', async () => {
    const { caseId, readAfter } = await refused(alesund);
    const path = `/v1/cases/${caseId}/package-rehearsal`;
    const seen = done(await alesund.worker.post(`${path}?readAfter=${readAfter}`, {}));
    const entry = (which: string) => (seen.index as Entry[]).find((one) => one.entry === which);
    expect(entry('COMPLAINT')).toMatchObject({ gap: null, notNeeded: 'NO_COMPLAINT' });
    expect(entry('LETTER')).toMatchObject({ gap: 'NO_LETTER' });
    expect(seen.title).toContain('Øvelse');
    expect(done(await alesund.worker.post(path, {})).pdf).toBe(seen.pdf);
    const nynorsk = done(await alesund.worker.post(path, { language: 'NN' }));
    expect(nynorsk.text).toContain('Ingen har klaga: dette er ei øving.');
  });

  it('is in nynorsk where the municipality writes it, and nobody else’s', async () => {
    const stranda = await Scene.in(app.url, '1525', 'BOARD');
    const subjectId = await stranda.person();
    const said = { way: 'EMAIL', complainant: 'SUBJECT', matters: ['MISSING_ANSWER'], text: 'Ingen svarar.' };
    const { complaintId } = await stranda.post('/v1/complaints', { ...said, subjectId });
    const again = { outcome: 'UPHELD', decidedBy: 'BOARD', reason: 'Det kom ingen søknad.' };
    const { readAfter } = await stranda.post(`/v1/complaints/${complaintId}/reconsideration`, again);
    const lacking = ['APPLICATION', 'CONSENT', 'MAPPING', 'DECISION'];
    const body = { explanations: lacking.map((entry) => ({ entry, text: 'Personen har inga sak.' })) };
    const seen = await look(complaintId, readAfter, body, stranda.worker);
    expect(seen.text).toContain('Forklaringa frå kommunen: Personen har inga sak.');
    expect(seen.isComplete).toBe(true);
    const closed = done(await stranda.worker.post(at(complaintId), { ...body, digest: seen.digest }));
    const strange = await alesund.worker.get(`${at(complaintId)}/${closed.packageId}`);
    expect(strange.status).toBe(404);
    expect((await alesund.worker.post(`${at(complaintId)}/preview`, {})).status).toBe(404);
    const coordinator = await ApiClient.as(app.url, 'COORDINATOR', '1525');
    expect((await coordinator.post(`${at(complaintId)}/preview`, {})).status).toBe(403);
  });
});
