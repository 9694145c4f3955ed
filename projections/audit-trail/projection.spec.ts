import { Log, type CaseFact } from '../log.testing.js';
import { auditTrail } from './projection.js';

const about = { caseId: 'c', subjectId: 's' };
const received: CaseFact = {
  type: 'ApplicationReceived',
  data: {
    ...about,
    items: ['COORDINATOR'],
    receivedOn: '2026-03-02',
    channel: 'FORM',
    written: true,
    signed: true,
    applicantRole: 'SUBJECT',
    wish: 'Helst en hun kjenner',
  },
};
const assigned: CaseFact = {
  type: 'MappingAssigned',
  data: { ...about, assignmentId: 'm', assigneeId: 'worker', assignedOn: '2026-03-03' },
};

describe('the audit trail', () => {
  it('has a row for every recorded event, with who, in which role and when', async () => {
    const log = new Log();
    await log.inCase('c', received, assigned);
    const rows = await log.rows(auditTrail);
    expect(rows).toMatchObject([
      {
        type: 'ApplicationReceived',
        case_id: 'c',
        subject_id: 's',
        actor_id: 'worker',
        actor_role: 'CASEWORKER',
        occurred_on: '2026-03-02',
        recorded_at: '2026-03-02T08:00:00.000Z',
        annulled_by: null,
        corrected_by: [],
      },
      { type: 'MappingAssigned' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Helst en');
  });

  it('keeps what was wrong, with who corrected or struck it out, when and why', async () => {
    const log = new Log();
    const [application, assignment] = await log.inCase('c', received, assigned);
    if (!application || !assignment) throw new Error('two events were recorded');
    log.recordedAt = '2026-03-05T10:00:00.000Z';
    log.actor = { partyId: 'leader', role: 'LEADER' };
    const correction = await log.correct(application, { receivedOn: '2026-02-27' });
    const annulment = await log.annul(assignment);
    expect(await log.rows(auditTrail)).toMatchObject([
      {
        type: 'ApplicationReceived',
        data: { receivedOn: '2026-03-02' },
        corrected_by: [
          {
            eventId: correction.id,
            at: '2026-03-05T10:00:00.000Z',
            actorId: 'leader',
            actorRole: 'LEADER',
            actorUnit: null,
            changed: { receivedOn: '2026-02-27' },
            reason: { v: 1, eventId: correction.id, field: 'reason' },
          },
        ],
      },
      {
        type: 'MappingAssigned',
        annulled_by: { eventId: annulment.id, reasonCode: 'WRONG_PERSON', reason: { v: 1 } },
      },
      {
        type: 'ApplicationReceivedCorrected',
        corrects: application.id,
        actor_id: 'leader',
        actor_role: 'LEADER',
      },
      { type: 'RecordedInErrorMarked', corrects: assignment.id },
    ]);
  });

  it('lifts the line again when the annulment itself was wrong', async () => {
    const log = new Log();
    const [application] = await log.inCase('c', received);
    if (!application) throw new Error('an application was recorded');
    const annulment = await log.annul(application);
    await log.annul(annulment);
    const [first, second] = await log.rows(auditTrail);
    expect(first).toMatchObject({ annulled_by: null });
    expect(second).toMatchObject({
      type: 'RecordedInErrorMarked',
      annulled_by: { reasonCode: 'WRONG_PERSON' },
    });
  });
});
