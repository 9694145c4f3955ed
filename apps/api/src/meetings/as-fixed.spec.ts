import { codec } from '#apps/codec';
import { Log, type MeetingFact } from '../../../../projections/log.testing.js';
import { entriesOf } from '../trail/recorded-entries.js';
import { asFixed } from './as-fixed.js';

const about = { meetingId: 'm' };
const planned: MeetingFact = {
  type: 'MeetingPlanned',
  data: { ...about, kind: 'BOARD', meetsOn: '2026-02-20', invitedUnits: [], plannedOn: '2026-02-01' },
};
const fixed: MeetingFact = { type: 'AgendaFixed', data: { ...about, fixedOn: '2026-02-15' } };
const put = (caseId: string, putOn = '2026-02-05'): MeetingFact => ({
  type: 'CasePutOnAgenda',
  data: { ...about, caseId, subjectId: `of-${caseId}`, putOn },
});
const takenOff = (caseId: string): MeetingFact => ({
  type: 'CaseTakenOffAgenda',
  data: { ...about, caseId, subjectId: `of-${caseId}`, takenOffOn: '2026-02-06', reason: 'Trakk seg' },
});

describe('the trail of a meeting as its case list was fixed', () => {
  /** What is told, each as its type and its case. */
  const toldOf = async (log: Log) => {
    const history = (await log.store.read('meeting-1576.m')).map((event) => codec.decode(event));
    const all = entriesOf([[{ municipality: '1576', stream: 'meeting-1576.m' }, history]]);
    return asFixed(all).map(({ type, data: { caseId } }) => [type, caseId].join(' ').trim());
  };

  it('S6 tells nothing of a case that came off it before', async () => {
    const log = new Log();
    await log.inMeeting('m', planned, put('stays'), put('left'), takenOff('left'), fixed);
    expect(await toldOf(log)).toEqual(['MeetingPlanned', 'CasePutOnAgenda stays', 'AgendaFixed']);
  });

  it('tells of a case that came off and on again that it is on, once', async () => {
    const log = new Log();
    await log.inMeeting('m', planned, put('back'), takenOff('back'), put('back', '2026-02-07'), fixed);
    expect(await toldOf(log)).toEqual(['MeetingPlanned', 'CasePutOnAgenda back', 'AgendaFixed']);
  });

  it('tells nothing of a case that was put there by mistake, nor of what was said of that', async () => {
    const log = new Log();
    const [, wrong] = await log.inMeeting('m', planned, put('wrong'), put('stays'), fixed);
    if (!wrong) throw new Error('it was recorded');
    await log.correct(wrong, { putOn: '2026-02-04' });
    await log.annul(wrong);
    expect(await toldOf(log)).toEqual(['MeetingPlanned', 'CasePutOnAgenda stays', 'AgendaFixed']);
  });

  it('tells of a case that was taken off by mistake that it is on', async () => {
    const log = new Log();
    const [, , wrong] = await log.inMeeting('m', planned, put('stays'), takenOff('stays'));
    if (!wrong) throw new Error('it was recorded');
    await log.annul(wrong);
    await log.inMeeting('m', fixed);
    expect(await toldOf(log)).toEqual(['MeetingPlanned', 'CasePutOnAgenda stays', 'AgendaFixed']);
  });
});
