import { type CaseFact, type CoordinationFact, Log, type SubjectFact } from '../log.testing.js';
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
const registered: SubjectFact = {
  type: 'SubjectRegistered',
  data: { subjectId: 's', givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false },
};
const consented: CoordinationFact = {
  type: 'ConsentGiven',
  data: { subjectId: 's', consentId: 'k', scopes: ['PLAN'], givenBy: 'SUBJECT', givenOn: '2026-03-04' },
};

describe('the audit trail', () => {
  it('has a row for each stream that it is told of, which stays whatever was recorded in error', async () => {
    const log = new Log();
    const [application] = await log.inCase('c', received, assigned);
    if (!application) throw new Error('an application was recorded');
    await log.annul(application);
    await log.inSubject('s', registered);
    await log.inCoordination('s', consented);
    expect(await log.rows(auditTrail)).toEqual([
      { history: 'case-1576.c', case_id: 'c', subject_id: 's' },
      { history: 'subject-1576.s', case_id: null, subject_id: 's' },
      { history: 'coordination-1576.s', case_id: null, subject_id: 's' },
    ]);
  });
});
