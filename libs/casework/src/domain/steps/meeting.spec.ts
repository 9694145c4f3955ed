import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { decided, fact, intent, prepared } from '../example-case.testing.js';

const { given, rows } = specOf(caseDecider);
const declined = [fact.need({ subjectWishes: 'NO' })];
const another = { meetingId: 'meeting-2' };
const notified = [...decided, fact.notification()];

describe('convening a KE meeting', () => {
  const ahead = { meetsOn: '2026-05-01' };
  const later = { ...another, convenedOn: '2026-03-01', meetsOn: '2026-03-02' };
  rows(intent.convene, [
    ['is recorded for a need (U15)', [fact.need()], {}, [fact.meeting()]],
    ['is recorded for an application', [fact.application()], {}, [fact.meeting()]],
    ['may be for a day to come', [fact.need()], ahead, [fact.meeting(ahead)]],
    ['is refused with another date', prepared, { meetsOn: '2026-02-21' }, 'meeting-already-convened'],
    ['is refused with other units', prepared, { invitedUnits: ['SCHOOL'] }, 'meeting-already-convened'],
    ['is not after the meeting', [fact.need()], { meetsOn: '2026-02-12' }, 'date-order'],
    ['needs a case', [], another, 'no-such-case'],
    [
      'is refused when the person does not want the need followed up (U6)',
      declined,
      another,
      'need-declined',
    ],
    ['is refused after the withdrawal', [fact.application(), fact.withdrawal()], another, 'withdrawn'],
    ['D7 may be typed in after the decision', decided, another, [fact.meeting(another)]],
    ['may be after the decision, to amend it', decided, later, [fact.meeting(later)]],
    ['may be after it was answered', notified, later, [fact.meeting(later)]],
    ['is refused after the closing', [...notified, fact.closing()], later, 'case-closed'],
  ]);

  it('changes nothing where it is convened for the case already', () =>
    given(...prepared)
      .when(intent.convene({ convenedOn: '2026-02-14', invitedUnits: ['HOME_CARE', 'SCHOOL'] }))
      .thenNothing());
});
