import { randomUUID } from 'node:crypto';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let worker: ApiClient;
let steps: Procedure;

beforeAll(async () => {
  app = await startTestApp();
  worker = await ApiClient.as(app.url, 'CASEWORKER');
  steps = new Procedure(worker);
  const leader = await ApiClient.as(app.url, 'LEADER');
  done(
    await leader.post('/v1/contact-cards', {
      contactFunction: 'Koordinerende enhet',
      telephone: '(telefon)',
      postalAddress: 'Postboks 1, 0000 Eksempelby',
    }),
  );
});
afterAll(() => app?.stop());

const facts = 'Vi har snakket med deg.\n\n#eval("1") og <b>dette</b> bygger på Šárá Ŋáŋŋas ord.';
const texts = [
  { field: 'decision.facts', text: facts },
  { field: 'appointment.expectedOn', text: '2026-04-01' },
];
const letter = { template: 'decision', recipient: 'SUBJECT', copyTo: ['COORDINATOR'], texts };
const preview = async (caseId: string, differs: object = {}) =>
  done(await worker.post(`/v1/cases/${caseId}/letters/preview`, { ...letter, ...differs }));
const caseOf = async (caseId: string, readAfter: string) =>
  done(await worker.get(`/v1/cases/${caseId}?readAfter=${readAfter}`));

async function decidedCase(): Promise<string> {
  const subjectId = await steps.person();
  await steps.consent(subjectId);
  const caseId = await steps.application(subjectId);
  const mapper = await steps.party('Mappo Prøve');
  await steps.mapping(caseId, mapper);
  const { readAfter } = await steps.decision(caseId, await steps.meeting(caseId));
  await caseOf(caseId, readAfter);
  return caseId;
}

describe('the letters of a case', () => {
  it('are made of templates that say what they ask for (F23)', async () => {
    const { templates } = done(await worker.get('/v1/letter-templates'));
    expect(templates).toContainEqual(
      expect.objectContaining({
        template: 'decision',
        matter: 'DECISION',
        recipients: ['SUBJECT', 'GUARDIAN', 'REPRESENTATIVE'],
        texts: expect.arrayContaining([expect.objectContaining({ field: 'decision.facts' })]),
      }),
    );
  });

  it('say to one parent nothing of how the other is reached, or where the child is', async () => {
    const caseId = await decidedCase();
    const { subject } = done(await worker.get(`/v1/cases/${caseId}`));
    const at = `/v1/subjects/${subject.subjectId as string}`;
    done(await worker.post(`${at}/contact`, { address: 'Hemmeliggata 7', telephone: '99 99 99 90' }));
    const parent = async (n: number) => {
      const partyId = await steps.party(`Forelder ${n} Prøvesen`);
      const reached = { telephone: `99 99 99 9${n}`, email: `forelder${n}@eksempel.example` };
      done(await worker.post(`${at}/relations`, { partyId, kind: 'PARENT', ...reached }));
      return { partyId, name: `Forelder ${n} Prøvesen`, reached: Object.values(reached) };
    };
    const [one, other] = [await parent(1), await parent(2)];
    const secret = [...one.reached, ...other.reached, 'Hemmeliggata 7', '99 99 99 90'];
    for (const [to, not] of [
      [one, other],
      [other, one],
    ]) {
      const differs = { recipient: 'GUARDIAN', recipientId: to?.partyId, copyTo: ['COORDINATOR'] };
      const text = JSON.stringify(await preview(caseId, differs));
      expect(text).toContain(to?.name);
      expect([...secret, not?.name].filter((told) => text.includes(String(told)))).toEqual([]);
    }
  });

  it('go to where the person said that post goes, unless the writer says another place or the address is protected (F24)', async () => {
    const told = { template: 'receipt', texts: [{ field: 'case.expectedOn', text: '2026-04-01' }] };
    const written = async (subjectId: string, differs: object) => {
      const caseId = await steps.application(subjectId);
      const body = { ...told, recipient: 'SUBJECT', ...differs };
      return done(await worker.post(`/v1/cases/${caseId}/letters/preview`, body)).text as string;
    };
    const living = async (differs: object) => {
      const { subjectId } = done(
        await worker.post('/v1/subjects', { givenName: 'Testine', familyName: 'Adressesen', ...differs }),
      );
      const address = 'Hemmeliggata 7\n0000 Eksempelby';
      done(await worker.post(`/v1/subjects/${subjectId}/contact`, { address }));
      return subjectId as string;
    };
    const open = await living({});
    expect(await written(open, {})).toContain('Testine Adressesen\nHemmeliggata 7\n0000 Eksempelby\n');
    const elsewhere = { field: 'recipient.address', text: 'Postboks 2\n0000 Eksempelby' };
    const other = await written(open, { texts: [...told.texts, elsewhere] });
    expect(other).toContain('Testine Adressesen\nPostboks 2\n');
    expect(other).not.toContain('Hemmeliggata');
    const guardian = { recipient: 'GUARDIAN', recipientId: await steps.party('Verge Prøvesen') };
    expect(await written(open, guardian)).not.toContain('Hemmeliggata');
    const hidden = await living({ protectedAddress: true });
    for (const differs of [{}, { texts: [...told.texts, elsewhere] }, guardian]) {
      expect(await written(hidden, differs)).not.toMatch(/Hemmeliggata|Postboks 2/);
    }
  });

  it('wait for the caseworker when one beside the answer comes back, until it is sent again', async () => {
    const subjectId = await steps.person();
    const caseId = await steps.application(subjectId);
    const expected = [{ field: 'case.expectedOn', text: '2026-04-01' }];
    const receipt = { template: 'receipt', recipient: 'SUBJECT', texts: expected };
    const { digest } = done(await worker.post(`/v1/cases/${caseId}/letters/preview`, receipt));
    const { letterId } = done(await worker.post(`/v1/cases/${caseId}/letters`, { ...receipt, digest }));
    const out = `/v1/cases/${caseId}/letters/${letterId}/dispatch`;
    const waiting = async (readAfter: string) => {
      const asked = `kind=LETTER_TO_SEND_AGAIN&subjectId=${subjectId}&readAfter=${readAfter}`;
      return done(await worker.get(`/v1/tasks?${asked}`)).tasks;
    };
    // No outbox is set up here: nothing would ever fetch it.
    expect(await worker.post(out, { channel: 'LETTER', throughOutbox: true })).toMatchObject({
      status: 409,
      body: { type: 'no-outbox' },
    });
    const sent = done(await worker.post(out, { channel: 'LETTER' }));
    const added = {
      eventId: sent.events[0].eventId,
      changed: { throughOutbox: true },
      reason: 'Det var slik',
    };
    expect(await worker.post(`/v1/cases/${caseId}/corrections`, added)).toMatchObject({
      status: 409,
      body: { type: 'no-outbox' },
    });
    expect(await waiting(sent.readAfter)).toEqual([]);
    const back = done(await worker.post(`${out}/${sent.dispatchId}/return`, { cause: 'MOVED' }));
    expect(await waiting(back.readAfter)).toMatchObject([
      {
        kind: 'LETTER_TO_SEND_AGAIN',
        caseId,
        eventId: back.events[0].eventId,
        label: { nb: 'et brev kom i retur', nn: 'eit brev kom i retur' },
        why: { nn: expect.stringMatching(/^Eit brev kom i retur .+\. Mottakaren har ikkje fått det\.$/) },
        step: { method: 'POST', path: out },
      },
    ]);
    const again = done(await worker.post(out, { channel: 'DIGITAL_POST' }));
    expect(await waiting(again.readAfter)).toEqual([]);
  });

  it('are seen as they will be sent, issued as they were seen, sent, returned and sent again (inv. 8, inv. 9)', async () => {
    const caseId = await decidedCase();
    const seen = await preview(caseId);
    expect(seen.missing).toEqual([]);
    expect(seen.checklist.every(({ isThere }: { readonly isThere: boolean }) => isThere)).toBe(true);
    expect(seen.checklist).toContainEqual(expect.objectContaining({ element: 'COMPLAINT_PBRL' }));
    expect(seen.text).toContain('Du har fire uker på deg');
    expect(seen.text).toContain('#eval("1") og <b>dette</b> bygger på Šárá Ŋáŋŋas ord.');
    expect(seen.html).toContain('&lt;b&gt;dette&lt;/b&gt;');
    expect((await preview(caseId)).digest).toBe(seen.digest);

    const stale = await worker.post(`/v1/cases/${caseId}/letters`, { ...letter, digest: 'ab'.repeat(32) });
    expect(stale).toMatchObject({ status: 412, body: { type: 'stale-revision' } });

    const key = { headers: { 'idempotency-key': randomUUID() } };
    const issue = { ...letter, digest: seen.digest };
    const issued = done(await worker.post(`/v1/cases/${caseId}/letters`, issue, key));
    expect(done(await worker.post(`/v1/cases/${caseId}/letters`, issue, key))).toEqual(issued);
    const { letterId, documentId } = issued;
    expect(await caseOf(caseId, issued.readAfter)).toMatchObject({
      status: 'DECIDED_NOT_NOTIFIED',
      letters: [
        { letterId, documentId, matter: 'DECISION', language: 'NB', copyTo: ['COORDINATOR'], dispatches: [] },
      ],
    });

    const response = await fetch(
      `${app.url}/v1/documents/${documentId}/content?readAfter=${issued.readAfter}`,
      { headers: { authorization: `Bearer ${worker.token}` } },
    );
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe(seen.pdf);
    expect(done(await worker.get(`/v1/cases/${caseId}/documents`)).documents).toMatchObject([
      { documentId, direction: 'OUT', kind: 'DECISION_LETTER', title: expect.stringContaining('Svar på') },
    ]);

    const out = `/v1/cases/${caseId}/letters/${letterId}/dispatch`;
    expect(await worker.post(out, { channel: 'EMAIL' })).toMatchObject({
      status: 409,
      body: { type: 'casework/not-by-letter' },
    });
    const first = done(await worker.post(out, { channel: 'LETTER' }));
    expect(await caseOf(caseId, first.readAfter)).toMatchObject({
      status: 'NOTIFIED',
      letters: [{ dispatches: [{ dispatchId: first.dispatchId, channel: 'LETTER', returnedOn: null }] }],
      dispatches: [{ dispatchId: first.dispatchId }],
    });
    expect(await worker.post(out, { channel: 'LETTER' })).toMatchObject({
      status: 409,
      body: { type: 'casework/letter-under-way' },
    });

    const back = done(await worker.post(`${out}/${first.dispatchId}/return`, { cause: 'MOVED' }));
    expect(await caseOf(caseId, back.readAfter)).toMatchObject({ status: 'DECIDED_NOT_NOTIFIED' });
    const second = done(await worker.post(out, { channel: 'IN_PERSON' }));
    const arrived = done(await worker.post(`${out}/${second.dispatchId}/delivery`, { proof: 'HANDED_OVER' }));
    expect(await caseOf(caseId, arrived.readAfter)).toMatchObject({
      status: 'NOTIFIED',
      letters: [{ dispatches: [{ returnCause: 'MOVED' }, { proof: 'HANDED_OVER' }] }],
    });
  });

  it('cannot be issued while something is missing, and say what (inv. 9)', async () => {
    const caseId = await decidedCase();
    const seen = await preview(caseId, { texts: [] });
    expect(seen.missing).toEqual([
      expect.objectContaining({ field: 'decision.facts', from: 'writer' }),
      expect.objectContaining({ field: 'appointment.expectedOn', from: 'writer' }),
    ]);
    expect(
      await worker.post(`/v1/cases/${caseId}/letters`, { ...letter, texts: [], digest: seen.digest }),
    ).toMatchObject({ status: 409, body: { type: 'letter-incomplete' } });
  });

  it('exist in nynorsk, and say what they cannot print', async () => {
    const caseId = await decidedCase();
    expect((await preview(caseId, { language: 'NN' })).text).toContain('Du har fire veker på deg');
    const emoji = await preview(caseId, { texts: [{ field: 'decision.facts', text: 'Bra 😀' }, texts[1]] });
    expect(emoji).toMatchObject({ unprintable: ['😀'], text: expect.stringContaining('Bra □') });
  });

  it('refuse what no template knows, and cases of others', async () => {
    const caseId = await decidedCase();
    const faults = async (differs: object) =>
      (await worker.post(`/v1/cases/${caseId}/letters/preview`, { ...letter, ...differs })).body.errors;
    expect(await faults({ template: 'poem' })).toMatchObject([{ path: 'template' }]);
    expect(await faults({ recipient: 'NEXT_OF_KIN' })).toMatchObject([{ path: 'recipient' }]);
    expect(await faults({ texts: [{ field: 'case.number', text: '1' }] })).toMatchObject([
      { path: 'texts[0].field' },
    ]);
    expect(await faults({ texts: [{ field: 'appointment.expectedOn', text: 'i morgen' }] })).toMatchObject([
      { path: 'texts[0].text' },
    ]);
    expect(await worker.post('/v1/cases/nobody/letters/preview', letter)).toMatchObject({ status: 404 });
    expect(
      await worker.post('/v1/cases/nobody/letters', { ...letter, digest: 'ab'.repeat(32) }),
    ).toMatchObject({
      status: 404,
    });
  });

  it('about a complaint say what is recorded of it, and lie on it (F14)', async () => {
    const caseId = await decidedCase();
    const told = { way: 'LETTER', complainant: 'SUBJECT', matters: ['WISH'], text: 'Det ble en annen.' };
    const post = async (path: string, body: object) => done(await worker.post(path, body));
    const { complaintId } = await post('/v1/complaints', { ...told, caseId, receivedOn: '2026-02-10' });
    const { readAfter } = await post(`/v1/complaints/${complaintId}/reconsideration`, {
      outcome: 'UPHELD',
      decidedBy: 'KE_MEETING',
      reason: 'Den du ønsket, har ikke tid.',
    });
    done(await worker.get(`/v1/complaints/${complaintId}?readAfter=${readAfter}`));
    const about = { template: 'complaint-forwarded', recipient: 'SUBJECT', copyTo: [], complaintId };
    const texts = [{ field: 'complaint.commentBy', text: '2026-04-01' }];
    const seen = await preview(caseId, { ...about, texts });
    expect(seen.text).toContain('Vi har ikke endret svaret. Den du ønsket, har ikke tid.');
    expect(seen.missing).toEqual([]);
    const received = await preview(caseId, { ...about, template: 'complaint-received', texts: [] });
    expect(received.text).toContain('Vi fikk klagen 10. februar 2026.');
    expect(received.text).toContain('Du klager på: at ønsket ikke ble fulgt');
    const issued = await post(`/v1/cases/${caseId}/letters`, { ...about, texts, digest: seen.digest });
    const path = `/v1/complaints/${complaintId}/documents?readAfter=${issued.readAfter}`;
    const { documents } = done(await worker.get(path));
    expect(documents).toMatchObject([{ documentId: issued.documentId, kind: 'COMPLAINT_ANSWER' }]);
    const elsewhere = await decidedCase();
    const asked = { ...letter, ...about, texts };
    expect((await worker.post(`/v1/cases/${elsewhere}/letters/preview`, asked)).status).toBe(404);
  }, 60_000);

  it('are handed out as forms of nobody as well: referral, consent and plan (F23)', async () => {
    const { templates } = done(await worker.get('/v1/letter-templates'));
    const forms = templates.filter(({ isForm }: { readonly isForm: boolean }) => isForm);
    expect(forms.map(({ template }: { readonly template: string }) => template).toSorted()).toEqual([
      'consent',
      'plan',
      'referral',
    ]);
    for (const { template, version } of forms) {
      const nb = done(await worker.get(`/v1/letter-templates/${template}/blank`));
      const nn = done(await worker.get(`/v1/letter-templates/${template}/blank?language=NN`));
      expect(nb).toMatchObject({ template, version, language: 'NB', unprintable: [] });
      expect(nb.text).toContain('________________');
      expect(nb.text).toContain('(telefon)');
      expect(nn.language).toBe('NN');
      expect(nn.text).not.toBe(nb.text);
      expect(Buffer.from(nb.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect((await worker.get('/v1/letter-templates/decision/blank')).status).toBe(404);
    expect((await worker.get('/v1/letter-templates/poem/blank')).status).toBe(404);
    expect((await worker.get('/v1/letter-templates/plan/blank?language=EN')).status).toBe(400);
  });

  it('and are filled in with what the case knows, what is left being filled in by hand (F23)', async () => {
    const caseId = await decidedCase();
    const asked = { recipient: 'SUBJECT', copyTo: [], texts: [] };
    const { subject } = done(await worker.get(`/v1/cases/${caseId}`));
    const person = `${subject.givenName} ${subject.familyName}`;
    for (const template of ['referral', 'consent', 'plan']) {
      const seen = await preview(caseId, { ...asked, template });
      expect(seen.text).toContain(`: ${person}`);
      expect(seen).toMatchObject({ missing: [] });
    }
  });

  it('of an allocation tells the person and the coordinator when it is dispatched, without a further entry (F24)', async () => {
    const { subjectId, caseId } = await steps.granted();
    const coordinatorId = await steps.party('Testa Koordinator');
    await steps.coordinator(subjectId, caseId, coordinatorId);
    const allocation = {
      template: 'allocation',
      recipient: 'SUBJECT',
      copyTo: ['COORDINATOR'],
      texts: [
        { field: 'appointment.phone', text: '(telefon)' },
        { field: 'appointment.contactBy', text: '2026-04-01' },
      ],
    };
    const seen = await eventually(async () => {
      const now = await preview(caseId, allocation);
      expect(now.missing).toEqual([]);
      return now;
    });
    expect(seen.text).toContain('Testa Koordinator');
    expect(seen.text).toContain('Kopi til: brukerkoordinator');
    const path = `/v1/cases/${caseId}/letters`;
    const issued = done(await worker.post(path, { ...allocation, digest: seen.digest }));
    const sent = done(await worker.post(`${path}/${issued.letterId}/dispatch`, { channel: 'LETTER' }));
    const told = async () =>
      done(await worker.get(`/v1/subjects/${subjectId}/coordination`)).appointments[0].toldOn;
    await eventually(async () => expect(await told()).toEqual(expect.stringMatching(/^2026-/)));
    const back = `${path}/${issued.letterId}/dispatch/${sent.dispatchId}/return`;
    done(await worker.post(back, { cause: 'MOVED' }));
  }, 60_000);
});
