import { Log } from '../../../../projections/log.testing.js';
import { recordedAbout, type Searched } from './recorded.js';

describe('what is recorded about a person', () => {
  it('stands in meetings too, where the case was treated, and of those only what is the person’s', async () => {
    const log = new Log();
    await log.inSubject('one', {
      type: 'SubjectRegistered',
      data: { subjectId: 'one', givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false },
    });
    const of = (subjectId: string) => ({ meetingId: 'm', caseId: `case-of-${subjectId}`, subjectId });
    const off = { takenOffOn: '2026-02-06', reason: 'Trakk seg' };
    await log.inMeeting(
      'm',
      {
        type: 'MeetingPlanned',
        data: {
          meetingId: 'm',
          kind: 'UNIT',
          meetsOn: '2026-02-20',
          invitedUnits: [],
          plannedOn: '2026-02-01',
        },
      },
      { type: 'CasePutOnAgenda', data: { ...of('one'), putOn: '2026-02-05' } },
      { type: 'CasePutOnAgenda', data: { ...of('another'), putOn: '2026-02-05' } },
      { type: 'CaseTakenOffAgenda', data: { ...of('one'), ...off } },
      { type: 'CaseTakenOffAgenda', data: { ...of('another'), ...off } },
    );
    const streams: Searched['streams'] = {
      async *naming(store) {
        for (const stream of ['enquiry-1576.e', 'meeting-1576.m', 'subject-1576.one']) {
          yield { stream, events: (await store.history(stream)).events };
        }
      },
    };
    const found = await recordedAbout({ store: log.store, streams }, '1576', ['one']);
    expect(found).toMatchObject([
      { stream: 'meeting-1576.m', subjectId: 'one', entries: 2, texts: 1 },
      { stream: 'subject-1576.one', subjectId: 'one', entries: 1, texts: 2 },
    ]);
  });
});
