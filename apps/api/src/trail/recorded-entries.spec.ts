import { codec } from '#apps/codec';
import { type CaseFact, Log } from '../../../../projections/log.testing.js';
import { entriesOf } from './recorded-entries.js';

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
describe('the entries of a stream', () => {
  const entriesIn = async (log: Log) => {
    const history = (await log.store.read('case-1576.c')).map((event) => codec.decode(event));
    return entriesOf([[{ municipality: '1576', stream: 'case-1576.c' }, history]]);
  };

  it('are all that was recorded, with who, in which role and when', async () => {
    const log = new Log();
    await log.inCase('c', received, assigned);
    const entries = await entriesIn(log);
    expect(entries).toMatchObject([
      {
        type: 'ApplicationReceived',
        ownerId: 's',
        actorId: 'worker',
        actorRole: 'CASEWORKER',
        occurredOn: '2026-03-02',
        recordedAt: '2026-03-02T08:00:00.000Z',
        annulledBy: null,
        correctedBy: [],
      },
      { type: 'MappingAssigned' },
    ]);
    expect(entries[0]?.data['wish']).toMatchObject({ v: 1, field: 'wish' });
  });

  it('keeps what was wrong, with who corrected or struck it out, when and why', async () => {
    const log = new Log();
    const [application, assignment] = await log.inCase('c', received, assigned);
    if (!application || !assignment) throw new Error('two events were recorded');
    log.recordedAt = '2026-03-05T10:00:00.000Z';
    log.actor = { partyId: 'leader', role: 'LEADER' };
    const correction = await log.correct(application, { receivedOn: '2026-02-27' });
    const annulment = await log.annul(assignment);
    expect(await entriesIn(log)).toMatchObject([
      {
        type: 'ApplicationReceived',
        data: { receivedOn: '2026-03-02' },
        correctedBy: [
          {
            eventId: correction.id,
            at: '2026-03-05T10:00:00.000Z',
            actorId: 'leader',
            actorRole: 'LEADER',
            actorUnit: null,
            changed: { receivedOn: '2026-02-27' },
            was: { receivedOn: '2026-03-02' },
            reason: { v: 1, eventId: correction.id, field: 'reason' },
          },
        ],
      },
      {
        type: 'MappingAssigned',
        annulledBy: { eventId: annulment.id, reasonCode: 'WRONG_PERSON', reason: { v: 1 } },
      },
      {
        type: 'ApplicationReceivedCorrected',
        corrects: application.id,
        was: { receivedOn: '2026-03-02' },
        actorId: 'leader',
        actorRole: 'LEADER',
      },
      { type: 'RecordedInErrorMarked', corrects: assignment.id },
    ]);
  });

  it('E1 stand by the day on which they happened as it reads now, then as they were recorded', async () => {
    const log = new Log();
    const again = (assignmentId: string): CaseFact => ({
      type: 'MappingAssigned',
      data: { ...about, assignmentId, assigneeId: 'worker', assignedOn: '2026-03-01' },
    });
    const [application, first] = await log.inCase('c', received, assigned, again('n'), again('o'));
    if (!application || !first) throw new Error('they were recorded');
    const told = async () =>
      (await entriesIn(log)).map(({ occurredOn, data }) => [
        occurredOn,
        data['assignmentId'] ?? 'application',
      ]);
    expect(await told()).toEqual([
      ['2026-03-01', 'n'],
      ['2026-03-01', 'o'],
      ['2026-03-02', 'application'],
      ['2026-03-03', 'm'],
    ]);
    await log.correct(first, { assignedOn: '2026-02-28' });
    expect((await told()).slice(0, 2)).toEqual([
      ['2026-02-28', 'm'],
      ['2026-03-01', 'n'],
    ]);
  });

  it('E1 say of each correction what stood there until then, whatever was corrected before', async () => {
    const log = new Log();
    const [application] = await log.inCase('c', received);
    if (!application) throw new Error('an application was recorded');
    await log.correct(application, { receivedOn: '2026-02-27', channel: 'LETTER' });
    const wrong = await log.correct(application, { receivedOn: '2026-02-26' });
    await log.annul(wrong);
    await log.correct(application, { receivedOn: '2026-02-25', wish: null });
    const entries = await entriesIn(log);
    const corrected = entries.find(({ type }) => type === 'ApplicationReceived');
    expect(corrected?.correctedBy.map(({ was }) => was)).toMatchObject([
      { receivedOn: '2026-03-02', channel: 'FORM' },
      { receivedOn: '2026-02-27', wish: { field: 'wish' } },
    ]);
    expect(entries.flatMap(({ was }) => (was ? [was['receivedOn']] : []))).toEqual([
      '2026-03-02',
      '2026-02-27',
      '2026-02-27',
    ]);
  });

  it('lifts the line again when the annulment itself was wrong', async () => {
    const log = new Log();
    const [application] = await log.inCase('c', received);
    if (!application) throw new Error('an application was recorded');
    const annulment = await log.annul(application);
    await log.annul(annulment);
    const [first, second] = await entriesIn(log);
    expect(first).toMatchObject({ annulledBy: null });
    expect(second).toMatchObject({
      type: 'RecordedInErrorMarked',
      annulledBy: { reasonCode: 'WRONG_PERSON' },
    });
  });
});
