import { randomUUID } from 'node:crypto';
import { documentForm } from '../api/document-form.js';
import { done, Procedure, testNumber } from '../api/procedure.js';
import type { Answer, ApiClient } from '../support/api-client.js';
import type { Planted } from './planted.js';

/** A person whose every personal field and free text is planted. */
export interface PlantedLife {
  readonly subjectId: string;
  readonly caseIds: readonly string[];
  /** One with fifty of the texts in it. */
  readonly documentId: string;
  readonly identityNumber: string;
  readonly birthDate: string;
  /** The name as it reads in the end. */
  readonly givenName: string;
  /** How many of the planted texts were recorded; what comes after them was refused. */
  readonly recorded: number;
  /** What the refused commands and the bad input were answered with. */
  readonly refusals: readonly Answer[];
}

/** Lives through everything that takes text, then tries what is refused and what is no command at all. */
export async function playPlantedLife(worker: ApiClient, planted: Planted): Promise<PlantedLife> {
  const identityNumber = planted.other(testNumber(333));
  const birthDate = planted.other('1990-01-02');
  const person = { subjectId: '', givenName: '' };
  const post = async (path: string, body: unknown) => done(await worker.post(path, body));
  const text = () => planted.text();

  const registered = await post('/v1/subjects', { givenName: text(), familyName: text(), birthDate });
  person.subjectId = registered.subjectId;
  const subject = `/v1/subjects/${person.subjectId}`;
  await post(`${subject}/identity`, { identityNumber });
  person.givenName = text();
  await post(`${subject}/corrections`, {
    eventId: registered.events[0].eventId,
    changed: { givenName: person.givenName, familyName: text() },
    reason: text(),
  });

  const first = await playCase(worker, planted, person.subjectId);
  const second = done(
    await worker.post('/v1/cases', {
      opening: 'APPLICATION',
      subjectId: person.subjectId,
      items: ['COORDINATOR'],
      receivedOn: '2026-01-06',
      channel: 'FORM',
      wish: text(),
    }),
  );
  await post(`/v1/cases/${second.caseId}/withdrawal`, {
    withdrawnOn: '2026-01-07',
    withdrawnBy: 'SUBJECT',
    reason: text(),
  });
  const { consentId, planId, appointmentId, closedEventId } = await playCoordination(worker, planted, {
    subjectId: person.subjectId,
    caseId: first.caseId,
  });

  const recorded = planted.texts.length;
  const documentId = await filed(worker, planted, first.caseId);
  const refusals = [
    ...(await refused(worker, planted, {
      ...person,
      caseId: first.caseId,
      withdrawnCaseId: second.caseId,
      consentId,
      planId,
      appointmentId,
      closedEventId,
    })),
    ...(await badInput(worker, planted, { ...person, caseId: first.caseId })),
  ];
  return {
    ...person,
    caseIds: [first.caseId, second.caseId],
    documentId,
    identityNumber,
    birthDate,
    recorded,
    refusals,
  };
}

/** A paper of the case, and one that is refused once all of it was read. */
async function filed(worker: ApiClient, planted: Planted, caseId: string): Promise<string> {
  const said = {
    recordKind: 'CASE',
    recordId: caseId,
    direction: 'IN',
    kind: 'OTHER',
    documentDate: '2026-01-08',
    title: planted.text(),
    sender: planted.text(),
    receiver: planted.text(),
  };
  const pages = Buffer.from(Array.from({ length: 50 }, () => planted.text()).join('\n'));
  const refused = await worker.post('/v1/documents', undefined, await documentForm(said, pages, 'image/png'));
  if (refused.status !== 422) throw new Error(`Taken for a picture: ${refused.status}`);
  const { documentId } = done(
    await worker.post('/v1/documents', undefined, await documentForm(said, pages, 'text/plain')),
  );
  return documentId as string;
}

async function playCase(worker: ApiClient, planted: Planted, subjectId: string): Promise<{ caseId: string }> {
  const steps = new Procedure(worker);
  const text = () => planted.text();
  const need = done(
    await worker.post('/v1/cases', {
      opening: 'NEED',
      subjectId,
      receivedOn: '2026-01-03',
      channel: 'PHONE',
      subjectWishes: 'YES',
      need: text(),
    }),
  );
  const at = `/v1/cases/${need.caseId}`;
  const correct = async (eventId: string, changed: object) =>
    done(await worker.post(`${at}/corrections`, { eventId, changed, reason: text() }));
  await correct(need.events[0].eventId, { need: text() });
  done(
    await worker.post(`${at}/application`, {
      items: ['INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP'],
      receivedOn: '2026-01-06',
      channel: 'FORM',
      signed: true,
      wish: text(),
    }),
  );
  const mapped = done(
    await worker.post(`${at}/mapping-completion`, {
      competenceBasis: 'PROFESSION',
      completedOn: '2026-01-14',
      summary: text(),
    }),
  );
  await correct(mapped.events[0].eventId, { summary: text() });
  const heard = { mode: 'CONVERSATION', childView: text(), weight: text(), heardOn: '2026-01-15' };
  done(await worker.post(`${at}/hearings`, heard));
  const disqualifiedId = await steps.party('Testa Inhabil');
  const disqualified = { disqualifiedId, reason: text(), disqualifiedOn: '2026-01-15' };
  done(await worker.post(`${at}/disqualifications`, disqualified));
  const meetingId = await steps.meeting(need.caseId);
  const item = (name: string, outcome: string) => ({ item: name, outcome, reason: text() });
  done(
    await worker.post(`${at}/second-readings`, {
      items: [item('INDIVIDUAL_PLAN', 'REFUSED')],
      criteria: [
        { criterion: 'LONG_TERM', met: true, reason: text() },
        { criterion: 'COORDINATED', met: true, reason: text() },
      ],
      requestedOn: '2026-01-16',
    }),
  );
  done(
    await worker.post(`${at}/decision`, {
      items: [item('INDIVIDUAL_PLAN', 'GRANTED'), item('COORDINATOR', 'PARTLY'), item('GROUP', 'REFUSED')],
      criteria: [
        { criterion: 'LONG_TERM', met: true, reason: text() },
        { criterion: 'COORDINATED', met: true, reason: text() },
      ],
      decidedBy: { body: 'KE_MEETING', meetingId, decidedOn: '2026-01-27' },
      legalBasis: 'HOL_7_1',
    }),
  );
  const notified = await steps.notification(need.caseId);
  done(
    await worker.post(`${at}/corrections`, {
      eventId: notified.events[0].eventId,
      recordedInError: { reasonCode: 'TYPING_ERROR' },
      reason: text(),
    }),
  );
  await steps.notification(need.caseId);
  return { caseId: need.caseId };
}

async function playCoordination(
  worker: ApiClient,
  planted: Planted,
  { subjectId, caseId }: { readonly subjectId: string; readonly caseId: string },
) {
  const steps = new Procedure(worker);
  const text = () => planted.text();
  const at = `/v1/subjects/${subjectId}`;
  const post = async (path: string, body: unknown) => done(await worker.post(path, body));
  const consentId = await steps.consent(subjectId);
  await post(`${at}/consents/${consentId}/withdrawal`, { withdrawnOn: '2026-01-09', reason: text() });
  await steps.consent(subjectId, '2026-01-10');
  const coordinatorId = await steps.party('Testa Koordinator');
  const appointed = await post(`${at}/coordinators`, {
    coordinatorId,
    caseId,
    validFrom: '2026-02-01',
    wishFollowed: 'NO',
    reason: text(),
  });
  await post(`${at}/corrections`, {
    eventId: appointed.events[0].eventId,
    changed: { reason: text() },
    reason: text(),
  });
  const planId = await steps.plan(subjectId, caseId);
  const { memberId } = await post(`${at}/group/members`, {
    partyId: coordinatorId,
    memberRole: 'NURSE',
    joinedOn: '2026-02-04',
  });
  await post(`${at}/group/members/${memberId}/departure`, {
    leftOn: '2026-04-01',
    reasonCode: 'OWN_WISH',
    reason: text(),
  });
  await post(`${at}/coordinators/${appointed.appointmentId}/end`, {
    releasedOn: '2026-03-01',
    reasonCode: 'LEFT_POSITION',
    reason: text(),
  });
  const close = async () =>
    post(`/v1/plans/${planId}/closure`, { closedOn: '2026-04-02', reasonCode: 'OWN_WISH', reason: text() });
  const closed = await close();
  await post(`${at}/corrections`, {
    eventId: closed.events[0].eventId,
    recordedInError: { reasonCode: 'TYPING_ERROR' },
    reason: text(),
  });
  await close();
  return {
    consentId,
    planId,
    appointmentId: String(appointed.appointmentId),
    closedEventId: String(closed.events[0].eventId),
  };
}

/** Commands that the rules refuse. */
async function refused(
  worker: ApiClient,
  planted: Planted,
  ids: Readonly<
    Record<
      'subjectId' | 'caseId' | 'withdrawnCaseId' | 'consentId' | 'planId' | 'appointmentId' | 'closedEventId',
      string
    >
  >,
): Promise<Answer[]> {
  const person = `/v1/subjects/${ids.subjectId}`;
  const reason = () => planted.text();
  const answers = [
    await worker.post(`${person}/consents/${ids.consentId}/withdrawal`, {
      withdrawnOn: '2026-01-10',
      reason: reason(),
    }),
    await worker.post(`${person}/coordinators/${ids.appointmentId}/end`, {
      releasedOn: '2026-03-02',
      reasonCode: 'OTHER',
      personAgrees: true,
      reason: reason(),
    }),
    await worker.post(`/v1/plans/${ids.planId}/closure`, {
      closedOn: '2026-04-03',
      reasonCode: 'OTHER',
      personAgrees: true,
      reason: reason(),
    }),
    await worker.post(`/v1/cases/${ids.caseId}/mapping-completion`, {
      competenceBasis: 'TRAINING',
      summary: reason(),
    }),
    await worker.post(`/v1/cases/${ids.withdrawnCaseId}/withdrawal`, {
      withdrawnBy: 'SUBJECT',
      reason: reason(),
    }),
    await worker.post(`${person}/corrections`, {
      eventId: ids.closedEventId,
      changed: { reason: reason() },
      reason: reason(),
    }),
    await worker.post('/v1/subjects', {
      givenName: reason(),
      familyName: reason(),
      birthDate: '2099-01-02',
    }),
  ];
  expectStatuses(answers, [409, 422]);
  return answers;
}

/** What is no command at all, each with planted text in it. */
async function badInput(
  worker: ApiClient,
  planted: Planted,
  { subjectId, caseId }: { readonly subjectId: string; readonly caseId: string },
): Promise<Answer[]> {
  const text = (length?: number) => planted.text(length);
  const named = { givenName: 'Testine', familyName: 'Prøvesen' };
  const key = randomUUID();
  const raw = (content: string) => worker.post('/v1/subjects', undefined, { raw: content });
  const answers = [
    await raw(`{"givenName": "${text()}", `),
    await raw(JSON.stringify(text())),
    await worker.post('/v1/subjects', { ...named, [text()]: text() }),
    await worker.post('/v1/subjects', { ...named, givenName: [text()] }),
    await worker.post('/v1/subjects', { ...named, givenName: text(5_000) }),
    await worker.post('/v1/subjects', { ...named, birthDate: text() }),
    await worker.post('/v1/subjects', { ...named, identityNumber: text() }),
    await worker.post('/v1/subjects', { ...named, familyName: text(10_000_000) }),
    await worker.post('/v1/subjects', { ...named, familyName: text() }, { headers: { 'if-match': text() } }),
    await worker.post(
      `/v1/subjects/${subjectId}/identity`,
      { identityNumber: '02819033333' },
      { headers: { 'idempotency-key': text() } },
    ),
    await worker.post(`/v1/cases/${randomUUID()}/withdrawal`, { withdrawnBy: 'SUBJECT', reason: text() }),
    await worker.post(`/v1/cases/${caseId}/decision`, { items: text(), criteria: [{ reason: text() }] }),
    await worker.post('/v1/person-searches', { name: text(), unknown: text() }),
    await worker.post(`/v1/cases/${caseId}/corrections`, {
      eventId: randomUUID(),
      changed: { wish: text() },
      reason: text(),
    }),
    await worker.send('POST', '/v1/subjects', undefined, {
      raw: JSON.stringify({ ...named, givenName: text() }),
      headers: { authorization: 'Bearer none' },
    }),
    await worker.post('/v1/subjects', undefined, {
      raw: `<name>${text()}</name>`,
      headers: { 'content-type': 'application/xml' },
    }),
    await worker.post(`/v1/cases/${caseId}/decision/notification`, undefined, {
      raw: JSON.stringify({ recipients: [text()], channel: 'LETTER' }),
    }),
  ];
  await worker.post('/v1/subjects', named, { headers: { 'idempotency-key': key } });
  answers.push(
    await worker.post(
      '/v1/subjects',
      { ...named, givenName: text() },
      { headers: { 'idempotency-key': key } },
    ),
  );
  expectStatuses(answers, [400, 401, 404, 409, 412, 413, 415, 422]);
  return answers;
}

function expectStatuses(answers: readonly Answer[], allowed: readonly number[]): void {
  const others = answers.flatMap(({ status }, index) =>
    allowed.includes(status) ? [] : [{ index, status }],
  );
  if (others.length > 0) throw new Error(`Not refused as expected: ${JSON.stringify(others)}`);
}
