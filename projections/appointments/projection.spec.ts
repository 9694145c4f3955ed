import { Log, type CoordinationFact } from '../log.testing.js';
import { appointments } from './projection.js';

const subjectId = 's';
const appointed = (appointmentId: string, coordinatorId: string, more = {}): CoordinationFact => ({
  type: 'CoordinatorAppointed',
  data: {
    subjectId,
    appointmentId,
    coordinatorId,
    kind: 'ORDINARY',
    temporary: false,
    caseId: 'c',
    validFrom: '2026-03-20',
    wishFollowed: 'YES',
    ...more,
  },
});
const released = (appointmentId: string): CoordinationFact => ({
  type: 'CoordinatorReleased',
  data: { subjectId, appointmentId, releasedOn: '2026-06-01', reasonCode: 'HANDOVER' },
});
const gap: CoordinationFact = {
  type: 'CoordinatorGapDetected',
  data: { subjectId, appointmentId: 'a', kind: 'ORDINARY', since: '2026-06-01' },
};

describe('the appointments', () => {
  it('say who coordinates whom, of which unit, from when and up to when', async () => {
    const log = new Log();
    const ada = appointed('a', 'ada', { unit: 'SCHOOL' });
    await log.inCoordination(subjectId, ada, appointed('b', 'bo'), released('a'), gap);
    expect(await log.rows(appointments)).toEqual([
      {
        appointment_id: 's.a',
        subject_id: 's',
        coordinator_id: 'ada',
        unit: 'SCHOOL',
        kind: 'ORDINARY',
        temporary: false,
        valid_from: '2026-03-20',
        released_on: '2026-06-01',
      },
      {
        appointment_id: 's.b',
        subject_id: 's',
        coordinator_id: 'bo',
        unit: null,
        kind: 'ORDINARY',
        temporary: false,
        valid_from: '2026-03-20',
        released_on: null,
      },
    ]);
  });

  it('are without what was recorded in error, and hold again where that was a release', async () => {
    const log = new Log();
    const [first, , release] = await log.inCoordination(
      subjectId,
      appointed('a', 'ada'),
      appointed('b', 'bo'),
      released('b'),
    );
    if (!first || !release) throw new Error('they were recorded');
    await log.annul(release);
    await log.annul(first);
    expect(await log.rows(appointments)).toMatchObject([{ appointment_id: 's.b', released_on: null }]);
  });

  it('name another coordinator once that was corrected', async () => {
    const log = new Log();
    const [first] = await log.inCoordination(subjectId, appointed('a', 'ada'));
    if (!first) throw new Error('it was recorded');
    await log.correct(first, { coordinatorId: 'bo' });
    expect(await log.rows(appointments)).toMatchObject([{ appointment_id: 's.a', coordinator_id: 'bo' }]);
  });

  it('keep those of two persons apart that have one id, as imports of before have given them', async () => {
    const log = new Log();
    await log.inCoordination('s', appointed('a', 'ada'));
    await log.inCoordination('t', appointed('a', 'ada', { subjectId: 't' }));
    const rows = await log.rows(appointments);
    expect(new Set(rows.map((row) => row['subject_id']))).toEqual(new Set(['s', 't']));
  });
});
