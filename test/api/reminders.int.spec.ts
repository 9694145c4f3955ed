import { mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MailConfig, mailFromEnv } from '#apps/mail-config';
import { postOf } from '#apps/projector/src/reminders/post';
import { startReminders } from '#apps/projector/src/reminders/reminders';
import { remindIn } from '#apps/projector/src/reminders/tenant-reminders';
import { readerPool } from '#postgres';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

const publicUrl = 'https://samspor.example.no/';
const never = new AbortController().signal;

describe('Whoever leaves a task untouched', () => {
  let app: TestApp;
  let mail: MailServer;
  let reader: ReturnType<typeof readerPool>;
  let worker: ApiClient;
  let admin: ApiClient;
  let steps: Procedure;
  let folder: string;
  const stops: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '1508'] });
    stops.push(() => app.stop());
    mail = await startMailServer();
    stops.push(() => mail.stop());
    folder = await mkdtemp(join(tmpdir(), 'samspor-outbox-'));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    reader = readerPool({
      connectionString: app.database.readerUrl,
      applicationName: 'samspor reminders',
      max: 4,
      onIdleError: () => {},
    });
    stops.push(() => reader.end());
    admin = await ApiClient.as(app.url, 'ADMIN');
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(async () => {
    for (const stop of stops.toReversed()) await stop();
  });
  beforeEach(() => {
    mail.isSilent = false;
    mail.breaksOff = false;
    mail.refuses = () => undefined;
  });

  const atServer = () =>
    mailFromEnv({
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      PUBLIC_URL: publicUrl,
      MAIL_FROM: 'Samspor <samspor@example.no>',
    }) as MailConfig;
  const inFolder = () => mailFromEnv({}, { publicUrl, dataDir: folder }) as MailConfig;
  const partsFor = (config: MailConfig, patienceMs?: number) => ({
    runner: app.parts.runner,
    vault: app.parts.vault,
    reader,
    config,
    post: postOf(config, patienceMs),
  });
  const remindOn = (day: string, config = atServer(), today = () => day) =>
    remindIn({ ...partsFor(config), today }, '1576', day, never);
  /** A process of its own, on this day at noon unless told. */
  const processOn = (day: string, time = '12:00', patienceMs?: number) =>
    startReminders({
      ...partsFor(atServer(), patienceMs),
      store: app.parts.store,
      pool: reader,
      clock: { at: () => `${day}T10:00:00.000Z`, today: () => day, time: () => time },
      upToDate: Promise.resolve(),
      log: () => {},
      lookEveryMs: 20,
      againMs: 20,
    });

  let serial = 0;
  /** Somebody with a mapping to do since January, and the address at which they are told. */
  async function slow(email = `testa${++serial}@example.no`, there = { admin, worker, steps }) {
    const { admin, worker, steps } = there;
    const partyId = await steps.party('Testa Treg');
    done(await admin.post(`/v1/parties/${partyId}/contact`, { email }));
    const caseId = await steps.application(await steps.person());
    const assigned = { assigneeId: partyId, assignedOn: '2026-01-07' };
    const { readAfter } = done(await worker.post(`/v1/cases/${caseId}/mapping-assignments`, assigned));
    done(await worker.get(`/v1/tasks?limit=1&readAfter=${readAfter}`));
    return { email, partyId, caseId };
  }
  const toldTo = (email: string) => mail.received.filter(({ to }) => to === email);

  it('is told by e-mail that something waits, and where, and nothing else', async () => {
    const { email } = await slow();
    expect(await remindOn('2031-06-09')).toMatchObject({ refused: 0 });
    const [message, ...others] = toldTo(email);
    expect(others).toEqual([]);
    const [head = '', ...body] = (message?.text ?? '').split('\r\n\r\n');
    expect(head).toContain('From: Samspor <samspor@example.no>');
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect(body.join('\n\n').trim().replaceAll('=C3=A5', 'å').replaceAll('=\r\n', '')).toBe(
      `Noe venter på deg i Samspor. Logg inn for å se hva det er:\n\n${publicUrl}\n\nMeldingen er sendt automatisk og kan ikke besvares.`,
    );
  });

  it('is told once a day at most, by 32 at once, and again after as long', async () => {
    const { email } = await slow();
    await Promise.all(Array.from({ length: 32 }, () => remindOn('2031-06-10')));
    expect(toldTo(email)).toHaveLength(1);
    await remindOn('2031-06-11');
    expect(toldTo(email)).toHaveLength(1);
    await remindOn('2031-06-12');
    expect(toldTo(email)).toHaveLength(2);
  });

  it('is told once after a week in which nobody ran, and not again by a process that was killed meanwhile', async () => {
    const { email, partyId } = await slow();
    const reminder = { tenant: '1576', partyId, day: '2031-06-16' };
    // Killed between its claim and its message.
    expect(await app.parts.vault.reminders.claim(reminder)).toBe(true);
    await remindOn('2031-06-16');
    expect(toldTo(email)).toHaveLength(0);
    await remindOn('2031-06-23');
    expect(toldTo(email)).toHaveLength(1);
  });

  it('is not told once the work is done', async () => {
    const { email, partyId, caseId } = await slow();
    // What is assigned already is done.
    const { tasks } = done(await worker.get('/v1/tasks?kind=MAPPING_TO_DO&limit=200'));
    expect(tasks.map((task: { caseId: string }) => task.caseId)).toContain(caseId);
    const { readAfter } = await steps.mapping(caseId, partyId);
    done(await worker.get(`/v1/tasks?limit=1&readAfter=${readAfter}`));
    await remindOn('2031-06-25');
    expect(toldTo(email)).toHaveLength(0);
  });

  it.each(['hvem som helst', 'a@example.no\r\nBcc: b@example.no', '"Testa" <a@example.no>'])(
    'is told nothing at what is no address: %j',
    async (email) => {
      const { partyId } = await slow();
      const { status } = await admin.post(`/v1/parties/${partyId}/contact`, { email });
      const before = mail.received.length;
      await remindOn('2031-06-26');
      if (status === 201) expect(mail.received.slice(before).map(({ to }) => to)).not.toContain(email);
      expect(
        mail.received.slice(before).some(({ to }) => to === 'b@example.no' || to === 'a@example.no'),
      ).toBe(false);
    },
  );

  it('is told though another address is refused, for good or for now; the latter is tried again', async () => {
    const [gone, busy, fine] = [await slow(), await slow(), await slow()];
    mail.refuses = (address) =>
      address === gone.email ? '550 no such user' : address === busy.email ? '450 later' : undefined;
    await expect(remindOn('2031-07-01')).rejects.toThrow(/refuses an address \(450\)$/);
    expect(toldTo(fine.email)).toHaveLength(1);
    mail.refuses = () => undefined;
    await remindOn('2031-07-01');
    expect([gone, busy, fine].map(({ email }) => toldTo(email).length)).toEqual([0, 1, 1]);
  });

  it('is counted where the address is refused, also while others are tried again, and by a process that starts anew', async () => {
    const [gone, busy] = [await slow(), await slow()];
    mail.refuses = (address) =>
      address === gone.email ? '550 no such user' : address === busy.email ? '450 later' : undefined;
    const refused = /^The mail server is not known to have taken one message of today/;
    const first = processOn('2031-07-02');
    try {
      await eventually(() => expect(first.status().message).toMatch(/refuses an address \(450\)$/));
      mail.refuses = (address) => (address === gone.email ? '550 no such user' : undefined);
      await eventually(() => expect(first.status().message).toMatch(refused));
    } finally {
      await first.stop();
    }
    const second = processOn('2031-07-02');
    try {
      await eventually(() => expect(second.status().message).toMatch(refused));
    } finally {
      await second.stop();
      mail.refuses = () => undefined;
    }
    expect(toldTo(busy.email)).toHaveLength(1);
  });

  it('is not told on behalf of a day that has passed meanwhile', async () => {
    const { email } = await slow();
    await remindOn('2031-07-04', atServer(), () => '2031-07-05');
    expect(toldTo(email)).toHaveLength(0);
  });

  it('is told though an address of another municipality is refused for now', async () => {
    const other = await ApiClient.as(app.url, 'CASEWORKER', '1508');
    const there = {
      admin: await ApiClient.as(app.url, 'ADMIN', '1508'),
      worker: other,
      steps: new Procedure(other),
    };
    const [busy, elsewhere] = [await slow(), await slow(undefined, there)];
    mail.refuses = (address) => (address === busy.email ? '450 later' : undefined);
    const process = processOn('2031-07-03');
    try {
      await eventually(() => expect(toldTo(elsewhere.email)).toHaveLength(1));
      await eventually(() => expect(process.status().message).toMatch(/refuses an address \(450\)$/));
      mail.refuses = () => undefined;
      await eventually(() => expect(process.status().message).toBeUndefined());
    } finally {
      await process.stop();
    }
    expect([busy, elsewhere].map(({ email }) => toldTo(email).length)).toEqual([1, 1]);
  });

  it('is not told twice where the server broke off while it took the message; the others are', async () => {
    const [one, other] = [await slow(), await slow()];
    mail.breaksOff = true;
    await expect(remindOn('2031-07-07')).rejects.toThrow('The mail server broke off while it took a message');
    mail.breaksOff = false;
    await remindOn('2031-07-07');
    expect([one, other].map(({ email }) => toldTo(email).length)).toEqual([1, 1]);
  });

  it('finds a message in a folder where there is no server, whole, for the account alone', async () => {
    const { email } = await slow();
    await remindOn('2031-07-10', inFolder());
    const files = await readdir(join(folder, 'outbox'));
    expect(files.every((name) => /^[-0-9a-f]{36}\.eml$/.test(name))).toBe(true);
    const texts = await Promise.all(files.map((name) => readFile(join(folder, 'outbox', name), 'utf8')));
    expect(texts.filter((text) => text.includes(`To: ${email}`))).toHaveLength(1);
    const { mode } = await stat(join(folder, 'outbox', files[0] ?? ''));
    expect(mode & 0o777).toBe(0o600);
    const before = files.length;
    await remindOn('2031-07-10', inFolder());
    expect(await readdir(join(folder, 'outbox'))).toHaveLength(before);
    // So that it does not grow for ever: what nobody has fetched for a month goes, and nothing that is another's.
    const [old = ''] = files;
    const another = join(folder, 'outbox', 'notes.eml');
    await writeFile(another, '');
    for (const path of [join(folder, 'outbox', old), another]) await utimes(path, 0, 0);
    await postOf(inFolder()).ready();
    expect((await readdir(join(folder, 'outbox'))).toSorted()).toEqual(
      [...files.filter((name) => name !== old), 'notes.eml'].toSorted(),
    );
  });

  it('is told by one of two processes, on a working day and not by night', async () => {
    const { email } = await slow();
    const saturday = processOn('2031-07-12');
    await eventually(() => expect(saturday.status()).toMatchObject({ state: 'RUNNING' }));
    await saturday.stop();
    const night = processOn('2031-07-14', '06:59');
    await eventually(() => expect(night.status()).toMatchObject({ state: 'RUNNING' }));
    await night.stop();
    const two = [processOn('2031-07-14'), processOn('2031-07-14')];
    try {
      await eventually(() => expect(toldTo(email)).toHaveLength(1));
      expect(two.map((one) => one.status().state).toSorted()).toEqual(['RUNNING', 'STANDBY']);
    } finally {
      await Promise.all(two.map((one) => one.stop()));
    }
    expect(toldTo(email)).toHaveLength(1);
  });

  it('is told later where the mail server does not answer; meanwhile the status says so, and nothing else waits', async () => {
    const { email } = await slow();
    const away = await startMailServer();
    await away.stop();
    const refused = { ...atServer(), server: { host: '127.0.0.1', port: away.port, secure: false } };
    await expect(remindOn('2031-07-21', refused)).rejects.toThrow(
      /^The mail server 127\.0\.0\.1:\d+ does not answer \(E[A-Z]+\)$/,
    );

    mail.isSilent = true;
    const process = processOn('2031-07-21', '12:00', 2_000);
    try {
      await eventually(() =>
        expect(process.status()).toMatchObject({
          state: 'RUNNING',
          isImpaired: true,
          message: `The mail server 127.0.0.1:${mail.port} does not answer (ETIMEDOUT)`,
        }),
      );
      expect((await worker.get('/v1/tasks?limit=1')).status).toBe(200);
      mail.isSilent = false;
      await eventually(() => expect(process.status().message).toBeUndefined());
    } finally {
      await process.stop();
    }
    expect(toldTo(email)).toHaveLength(1);
  });
});
