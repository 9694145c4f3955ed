import { randomUUID } from 'node:crypto';
import { memberRoles } from '#coordination';
import { done, Procedure, testNumber } from '../api/procedure.js';
import type { Answer, ApiClient } from '../support/api-client.js';

/** A command with the key under which it may be repeated. */
export interface Sent {
  readonly key: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Commands of one number register one person. */
  readonly identityNumber?: string;
}

/** What a burst is about: persons and a case that everybody works on at once. */
export interface Stage {
  readonly subjects: readonly string[];
  readonly subjectId: string;
  readonly caseId: string;
  readonly receivedEventId: string;
  readonly appointmentId: string;
  readonly partyId: string;
}

/** Prepares people and a granted case, with a coordinator to be released and a plan to be started. */
export async function prepareStage(worker: ApiClient): Promise<Stage> {
  const steps = new Procedure(worker);
  const partyId = await steps.party('Testa Koordinator');
  const subjects = await Promise.all(Array.from({ length: 8 }, () => steps.person()));
  const subjectId = await steps.person();
  await steps.consent(subjectId);
  const { caseId, events } = done(
    await worker.post('/v1/cases', {
      opening: 'APPLICATION',
      subjectId,
      items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
      receivedOn: '2026-01-06',
      channel: 'FORM',
      signed: true,
      wish: 'Vil ha én å forholde seg til.',
    }),
  );
  await steps.decision(caseId, await steps.meeting(caseId));
  const appointmentId = await steps.coordinator(subjectId, caseId, partyId);
  return { subjects, subjectId, caseId, receivedEventId: events[0].eventId, appointmentId, partyId };
}

const times = (count: number, make: (index: number) => Omit<Sent, 'key'>): Sent[] =>
  Array.from({ length: count }, (_, index) => ({ key: randomUUID(), ...make(index) }));

/** Two hundred commands: many streams of one event, and two streams that a third of them meet in. */
export function burstOn(
  { subjects, subjectId, caseId, receivedEventId, appointmentId, partyId }: Stage,
  round: number,
): Sent[] {
  const person = `/v1/subjects/${subjectId}`;
  return [
    ...times(50, (index) => ({
      path: '/v1/subjects',
      body: { givenName: 'Testine', familyName: `Prøvesen ${round} ${index}`, birthDate: '1990-01-02' },
    })),
    ...times(30, (index) => {
      const identityNumber = numbers[(round * 10 + (index % 10)) % numbers.length];
      const body = { givenName: 'Testulf', familyName: `Prøvesen ${round}`, identityNumber };
      return { path: '/v1/subjects', body, ...(identityNumber !== undefined && { identityNumber }) };
    }),
    ...times(40, (index) => ({
      path: '/v1/cases',
      body: {
        opening: 'NEED',
        subjectId: subjects[index % subjects.length],
        receivedOn: '2026-01-05',
        channel: 'PHONE',
        subjectWishes: 'YES',
        need: `Behov nummer ${index}.`,
      },
    })),
    ...times(20, (index) => ({
      path: `${person}/consents`,
      // None says what another says already: each that begins later holds longer.
      body: {
        scopes: ['SHARE'],
        givenBy: 'SUBJECT',
        givenOn: day(index),
        validUntil: `2026-12-${String(10 + index).padStart(2, '0')}`,
      },
    })),
    ...times(10, () => ({
      path: `${person}/plans`,
      body: { caseId, startedOn: '2026-02-03', withSubject: true },
    })),
    ...times(5, () => ({
      path: `${person}/coordinators/${appointmentId}/end`,
      body: { releasedOn: '2026-03-01', reasonCode: 'LEFT_POSITION', reason: 'Ny stilling.' },
    })),
    ...times(15, (index) => ({
      path: `${person}/group/members`,
      body: {
        partyId,
        memberRole: memberRoles.codes[index % memberRoles.codes.length],
        joinedOn: '2026-02-04',
      },
    })),
    ...times(20, (index) => ({
      path: `/v1/cases/${caseId}/corrections`,
      body: {
        eventId: receivedEventId,
        changed: { receivedOn: day(index % 5) },
        reason: `Stempel ${index}.`,
      },
    })),
    ...times(10, (index) => ({
      path: `/v1/cases/${caseId}/decision/notification`,
      body: { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: `2026-01-${String(28 + (index % 3))}` },
    })),
  ];
}

const day = (index: number) => `2026-01-${String(1 + (index % 20)).padStart(2, '0')}`;
/** Numbers with fitting control digits, each once. */
const numbers = [...new Set(Array.from({ length: 499 }, (_, serial) => serial).map(numberFrom))].flatMap(
  (number) => (number === undefined ? [] : [number]),
);

function numberFrom(serial: number): string | undefined {
  try {
    return testNumber(serial);
  } catch {
    return undefined;
  }
}

/** Undefined: no answer came, and whether the command was recorded is unknown. */
export async function send(worker: ApiClient, { key, path, body }: Sent): Promise<Answer | undefined> {
  try {
    const answer = await worker.post(path, body, { headers: { 'idempotency-key': key } });
    return answer.status === 503 ? undefined : answer;
  } catch {
    return undefined;
  }
}
