import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { seedProfile, shippedProfile } from '#municipality/application/index';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { documentForm } from './document-form.js';
import { done, Procedure } from './procedure.js';

const archivedAs = '2f0c5a52-3b1c-5d5e-9c55-0a7f5f3a1576';
const archivedReceipt = `<arkivmeldingKvittering><registreringKvittering><systemID>${archivedAs}</systemID></registreringKvittering></arkivmeldingKvittering>`;

describe('the archive (F14)', () => {
  let app: TestApp;
  let worker: ApiClient;
  let admin: ApiClient;
  let caseId: string;

  beforeAll(async () => {
    app = await startTestApp({ withArchive: true });
    const commandId = '6b1d1a52-3b1c-5d5e-9c55-0a7f5f3a1576';
    const shipped = JSON.parse(readFileSync(shippedProfile('aure'), 'utf8')) as { readonly settings: object };
    const profile = join(mkdtempSync(join(tmpdir(), 'samspor-profile-')), 'profile.json');
    const settings = { ...shipped.settings, archivedWithinDays: 5 };
    writeFileSync(profile, JSON.stringify({ ...shipped, settings }));
    await seedProfile(
      app.parts.runner,
      '1576',
      pathToFileURL(profile),
      ownCommand('OPERATOR', '1576', commandId),
    );
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    admin = await ApiClient.as(app.url, 'ADMIN');
    const leader = await ApiClient.as(app.url, 'LEADER');
    const card = {
      contactFunction: 'Koordinerende enhet',
      telephone: '(telefon)',
      postalAddress: 'Postboks 1, 0000 Eksempelby',
    };
    done(await leader.post('/v1/contact-cards', card));
    const steps = new Procedure(worker);
    caseId = await steps.application(await steps.person({ givenName: 'Testine', familyName: 'Prøvesen' }));
  }, 120_000);
  afterAll(() => app?.stop());

  const inTenant = (...path: string[]) => join(app.archiveDir, '1576', ...path);
  const filed = async (more: object = {}) => {
    const said = {
      recordKind: 'CASE',
      recordId: caseId,
      direction: 'IN',
      kind: 'APPLICATION_FORM',
      documentDate: '2026-01-10',
      title: 'Søknad fra Testine',
      sender: 'Testine Prøvesen',
      ...more,
    };
    const answer = await worker.post('/v1/documents', undefined, await documentForm(said));
    return done(answer).documentId as string;
  };
  const standingOf = async (documentId: string) =>
    done(await worker.get(`/v1/documents/${documentId}`)) as Readonly<Record<string, unknown>>;
  const isAt = (documentId: string, standing: string, delivery = 1) =>
    eventually(async () =>
      expect(await standingOf(documentId)).toMatchObject({
        archiveStanding: standing,
        deliveryId: `${documentId}.${delivery}`,
      }),
    );
  /** As a program of the archive leaves it: whole at once. */
  const answered = (deliveryId: string, receipt: string) => {
    writeFileSync(inTenant('receipts', `${deliveryId}.part`), receipt);
    renameSync(inTenant('receipts', `${deliveryId}.part`), inTenant('receipts', `${deliveryId}.xml`));
  };
  interface Told {
    readonly documentId: string;
  }
  const listed = async () => {
    const { documents } = done(await admin.get('/v1/archive?limit=200')) as { documents: Told[] };
    return documents.map((one) => one.documentId);
  };
  const today = async () =>
    (done(await admin.get('/v1/archive')) as { days: Readonly<Record<string, unknown>>[] }).days[0];

  it('gets a document that came in, with what is said of it, and it is there by the receipt', async () => {
    const documentId = await filed();
    await isAt(documentId, 'SENT');
    const delivery = `${documentId}.1`;
    expect(readFileSync(inTenant(delivery, `${documentId}.pdf`), 'utf8')).toContain('%PDF');
    const xml = readFileSync(inTenant(delivery, 'arkivmelding.xml'), 'utf8');
    expect(xml).toContain('<tittel>Søknad fra Testine</tittel>');
    expect(xml).toContain('<tittel>Sak i koordinerende enhet: Testine Prøvesen</tittel>');
    expect(xml).toContain('<offentligTittel>Søknadsskjema</offentligTittel>');
    expect(await listed()).toContain(documentId);
    const before = await today();

    answered(delivery, archivedReceipt);
    await isAt(documentId, 'ARCHIVED');
    expect(await standingOf(documentId)).toMatchObject({ archivedAs });
    await eventually(async () => {
      expect(readdirSync(inTenant('receipts', 'read'))).toContain(`${delivery}.xml`);
    });
    expect(readdirSync(inTenant())).not.toContain(delivery);
    expect(await listed()).not.toContain(documentId);
    expect(await today()).toMatchObject({
      archived: Number(before?.['archived']) + 1,
      outstanding: Number(before?.['outstanding']) - 1,
    });
  });

  it('turns a document away, which waits until somebody sends it again as another delivery', async () => {
    const documentId = await filed();
    await isAt(documentId, 'SENT');
    const retry = () => admin.post(`/v1/archive/${documentId}/retries`, {});
    expect(await retry()).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('not-failed') },
    });
    answered(`${documentId}.1`, '<serverfeil/>');
    await isAt(documentId, 'FAILED');
    expect(done(await admin.get('/v1/archive?limit=200')).documents).toContainEqual(
      expect.objectContaining({ documentId, caseId, standing: 'FAILED', failure: 'ARCHIVE_FAULT' }),
    );
    done(await retry());
    await isAt(documentId, 'SENT', 4);
    // What the archive says of the first by now is of no delivery that is on its way.
    answered(`${documentId}.1`, archivedReceipt);
    await eventually(async () => {
      expect(readdirSync(inTenant('receipts', 'aside'))).toContain(`${documentId}.1.xml`);
    });
    answered(`${documentId}.4`, archivedReceipt);
    await isAt(documentId, 'ARCHIVED', 4);
  });

  it('answers something unfit, which is put aside with why and changes nothing', async () => {
    const documentId = await filed();
    await isAt(documentId, 'SENT');
    answered(`${documentId}.1`, '<arkivmeldingKvittering>');
    answered('noe.1', archivedReceipt);
    await eventually(async () => {
      const aside = readdirSync(inTenant('receipts', 'aside'));
      expect(aside).toEqual(expect.arrayContaining([`${documentId}.1.xml.txt`, 'noe.1.xml.txt']));
    });
    expect(readFileSync(inTenant('receipts', 'aside', `${documentId}.1.xml.txt`), 'utf8')).toContain('XML');
    expect(await standingOf(documentId)).toMatchObject({ archiveStanding: 'SENT' });
  });

  it('gets nothing that stays within, and no letter before it has gone out', async () => {
    const note = await filed({ direction: 'INTERNAL', kind: 'NOTE', sender: undefined });
    const letters = `/v1/cases/${caseId}/letters`;
    const texts = [{ field: 'case.expectedOn', text: '2026-04-01' }];
    const asked = { template: 'receipt', recipient: 'SUBJECT', texts };
    const { digest } = done(await worker.post(`${letters}/preview`, asked));
    const { letterId, documentId } = done(await worker.post(letters, { ...asked, digest }));
    const witness = await filed();
    await isAt(witness, 'SENT');
    expect(await standingOf(note)).toMatchObject({ archiveStanding: null });
    expect(await standingOf(documentId)).toMatchObject({ archiveStanding: null });
    done(await worker.post(`${letters}/${letterId}/dispatch`, { channel: 'LETTER' }));
    await isAt(documentId, 'SENT');
    expect(readFileSync(inTenant(`${documentId}.1`, 'arkivmelding.xml'), 'utf8')).toContain('<sendtDato>');
  });

  it('gets what was handed over and not recorded by somebody who was killed once', async () => {
    // Its answer is there already: what a killed process leaves behind.
    const documentId = await filed({ direction: 'INTERNAL', sender: undefined });
    answered(`${documentId}.1`, archivedReceipt);
    const witness = await filed();
    await isAt(witness, 'SENT');
    const [event] = (
      done(await worker.get(`/v1/cases/${caseId}/documents?limit=200`)) as {
        documents: { documentId: string; eventId: string }[];
      }
    ).documents.filter((one) => one.documentId === documentId);
    const correction = { eventId: event?.eventId, changed: { direction: 'IN' }, reason: 'Det kom inn' };
    done(await worker.post(`/v1/documents/${documentId}/corrections`, correction));
    await isAt(documentId, 'ARCHIVED');
    expect(readdirSync(inTenant())).not.toContain(`${documentId}.1`);
  });

  it('waits while its folder is away, and is told of by name', async () => {
    renameSync(inTenant(), join(app.archiveDir, 'elsewhere'));
    writeFileSync(inTenant(), '');
    const documentId = await filed();
    await eventually(async () => {
      expect(app.logged.join('\n')).toMatch(/The archive waits: The folder for the archive, .* cannot be/);
    });
    expect(await standingOf(documentId)).toMatchObject({ archiveStanding: null });
    rmSync(inTenant());
    mkdirSync(inTenant(), { mode: 0o700 });
  });
});
