import { randomUUID } from 'node:crypto';
import { type Answer, ApiClient } from '../support/api-client.js';

/** Takes what a step answered, and fails with the problem where it was refused. */
export function done({ status, body }: Answer) {
  if (status !== 200 && status !== 201) throw new Error(`Refused with ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** A number with control digits that fit, of the kind made for tests (month raised by 80), born on 2 January 1990. */
export function testNumber(serial: number): string {
  const weigh = (digits: string, weights: readonly number[]) =>
    (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)) % 11;
  for (let individual = serial; individual < 500; individual += 1) {
    const nine = `028190${String(individual).padStart(3, '0')}`;
    const first = weigh(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = weigh(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return `${nine}${first}${second}`;
  }
  throw new Error('No number is left');
}

/** Aure's procedure, step by step, as a case worker sends it. */
export class Procedure {
  constructor(private readonly worker: ApiClient) {}

  async party(name: string): Promise<string> {
    return done(await this.worker.post('/v1/parties', { kind: 'STAFF', name, unit: 'HOME_CARE' })).partyId;
  }

  /** Somebody registered before the first login, which an administrator then binds. */
  async staffWith(login: { readonly issuer: string; readonly subject: string }, name: string) {
    const partyId = await this.party(name);
    const admin = await ApiClient.as(this.worker.url, 'ADMIN');
    done(await admin.post(`/v1/parties/${partyId}/logins`, login));
    return partyId;
  }

  async person(fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const named = { givenName: 'Testine', familyName: 'Prøvesen', ...fields };
    return done(await this.worker.post('/v1/subjects', named)).subjectId;
  }

  async enquiry(fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const told = { channel: 'PHONE', sourceType: 'NEXT_OF_KIN', text: 'Hvem kan hjelpe oss?', ...fields };
    return done(await this.worker.post('/v1/enquiries', told)).enquiryId;
  }

  async consent(subjectId: string, givenOn = '2026-01-05'): Promise<string> {
    const scopes = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'];
    const given = { scopes, givenBy: 'SUBJECT', givenOn };
    return done(await this.worker.post(`/v1/subjects/${subjectId}/consents`, given)).consentId;
  }

  async application(subjectId: string, fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return done(
      await this.worker.post('/v1/cases', {
        opening: 'APPLICATION',
        subjectId,
        items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
        receivedOn: '2026-01-06',
        channel: 'FORM',
        signed: true,
        ...fields,
      }),
    ).caseId;
  }

  async mapping(caseId: string, assigneeId: string) {
    const { assignmentId } = done(
      await this.worker.post(`/v1/cases/${caseId}/mapping-assignments`, {
        assigneeId,
        assignedOn: '2026-01-07',
        dueOn: '2026-01-20',
      }),
    );
    return done(
      await this.worker.post(`/v1/cases/${caseId}/mapping-completion`, {
        assignmentId,
        performerId: assigneeId,
        competenceBasis: 'PROFESSION',
        completedOn: '2026-01-14',
        summary: 'Trenger hjelp fra flere tjenester.',
      }),
    );
  }

  async meeting(caseId: string, further: readonly string[] = []): Promise<string> {
    const called = {
      meetsOn: '2026-01-27',
      convenedOn: '2026-01-15',
      invitedUnits: ['SCHOOL'],
      caseIds: further,
    };
    return done(await this.worker.post(`/v1/cases/${caseId}/meetings`, called)).meetingId;
  }

  async decision(caseId: string, meetingId: string, items = ['INDIVIDUAL_PLAN', 'COORDINATOR']) {
    return done(
      await this.worker.post(`/v1/cases/${caseId}/decision`, {
        items: items.map((item) => ({ item, outcome: 'GRANTED' })),
        criteria: [
          { criterion: 'LONG_TERM', met: true, reason: 'Behovet varer.' },
          { criterion: 'COORDINATED', met: true, reason: 'Tre tjenester.' },
        ],
        decidedBy: { body: 'KE_MEETING', meetingId, decidedOn: '2026-01-27' },
        legalBasis: 'HOL_7_1',
      }),
    );
  }

  async notification(caseId: string) {
    const sent = { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: '2026-01-29' };
    return done(await this.worker.post(`/v1/cases/${caseId}/decision/notification`, sent));
  }

  /** A person with consent and a granted case. */
  async granted(fields: Readonly<Record<string, unknown>> = {}): Promise<{
    readonly subjectId: string;
    readonly caseId: string;
    readonly readAfter: string;
  }> {
    const subjectId = await this.person({ familyName: `Prøvesen ${randomUUID().slice(0, 6)}`, ...fields });
    await this.consent(subjectId);
    const caseId = await this.application(subjectId);
    const { readAfter } = await this.decision(caseId, await this.meeting(caseId));
    return { subjectId, caseId, readAfter };
  }

  async coordinator(
    subjectId: string,
    caseId: string,
    coordinatorId: string,
    validFrom = '2026-02-01',
  ): Promise<string> {
    const appointed = {
      coordinatorId,
      caseId,
      validFrom,
      wishFollowed: 'YES',
      unit: 'HOME_CARE',
    };
    return done(await this.worker.post(`/v1/subjects/${subjectId}/coordinators`, appointed)).appointmentId;
  }

  async plan(subjectId: string, caseId: string): Promise<string> {
    const started = { caseId, startedOn: '2026-02-03', withSubject: true };
    return done(await this.worker.post(`/v1/subjects/${subjectId}/plans`, started)).planId;
  }
}
