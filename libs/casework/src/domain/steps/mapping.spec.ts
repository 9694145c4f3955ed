import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { decided, fact, intent } from '../example-case.testing.js';

const { given, rows } = specOf(caseDecider);
const need = [fact.need()];
const asked = [fact.need(), fact.assignment()];
const done = [...asked, fact.completion()];
const notified = [...decided, fact.notification()];
const declined = [fact.need({ subjectWishes: 'NO' })];
const withdrawn = [fact.application(), fact.withdrawal()];
/** Told on 1 February, received on the 3rd. */
const told = fact.need({ notifiedOn: '2026-02-01' });
const received = fact.application();

describe('assigning a mapping', () => {
  const anew = { assignmentId: 'assignment-2' };
  const other = { ...anew, assigneeId: 'party-3' };
  const later = { ...anew, dueOn: '2026-03-01' };
  const on = (assignedOn: string) => ({ assignedOn, dueOn: undefined });
  const assigned = (assignedOn: string) => [fact.assignment(on(assignedOn))];
  rows(intent.assign, [
    ['is recorded on a reported need, before any application (U14)', need, {}, [fact.assignment()]],
    ['is recorded after the application', [received], {}, [fact.assignment()]],
    ['is recorded when somebody else takes over', asked, other, [fact.assignment(other)]],
    ['is recorded again once the earlier one is done', done, anew, [fact.assignment(anew)]],
    ['is refused to the same person with the same due date', asked, anew, 'mapping-already-assigned'],
    ['is recorded to the same person with another due date', asked, later, [fact.assignment(later)]],
    ['is due no earlier than that', need, { dueOn: '2026-02-03' }, 'date-order'],
    ['may be due in the future', need, { dueOn: '2026-05-01' }, [fact.assignment({ dueOn: '2026-05-01' })]],
    ['is not before the need was told', [told], on('2026-01-31'), 'date-order'],
    ['may be on the day the need was told', [told], on('2026-02-01'), assigned('2026-02-01')],
    ['is not before the application was received', [received], on('2026-02-02'), 'date-order'],
    ['may be before an application that joined', [told, received], on('2026-02-02'), assigned('2026-02-02')],
    ['may be typed in after the decision', decided, on('2026-02-20'), assigned('2026-02-20')],
    ['is not after the decision', decided, on('2026-02-21'), 'already-decided'],
    ['may be typed in after the answer', notified, on('2026-02-20'), assigned('2026-02-20')],
    ['is not after the decision, once it was answered', notified, on('2026-02-21'), 'already-decided'],
    ['needs a case', [], {}, 'no-such-case'],
    ['is refused when the person does not want the need followed up (U6)', declined, {}, 'need-declined'],
    ['is refused after the withdrawal', withdrawn, on('2026-02-26'), 'withdrawn'],
    ['names somebody who is registered', need, { partyIsKnown: false }, 'unknown-party'],
  ]);

  it('may be from the day an older application came that joined the need later', () => {
    const older = fact.application({ receivedOn: '2026-01-20' });
    given(told, older)
      .when(intent.assign(on('2026-01-21')))
      .then(...assigned('2026-01-21'));
  });
});

describe('completing a mapping', () => {
  const replaced = [...asked, fact.assignment({ assignmentId: 'assignment-2' })];
  const unasked = (completedOn = '2026-02-12') => ({ assignmentId: undefined, completedOn });
  const completed = (completedOn?: string) => [fact.completion(unasked(completedOn))];
  const later = { receivedOn: '2026-02-28' };
  const mapperOut = fact.disqualification({ disqualifiedId: 'party-2', disqualifiedOn: '2026-02-11' });
  rows(intent.complete, [
    [
      'D6 is nobody close to the person, whatever the competence',
      [fact.application()],
      { assignmentId: undefined, competenceBasis: 'PROFESSION', kin: ['party-2'] },
      'kin',
    ],
  ]);
  rows(intent.assign, [
    ['D6 is not given to anybody close to the person', [fact.application()], { kin: ['party-2'] }, 'kin'],
  ]);
  rows(intent.complete, [
    [
      'is no more that of one who is disqualified',
      [...asked, mapperOut],
      { performerId: 'party-9' },
      'assignment-not-open',
    ],
    ['is not done by one who is disqualified', [...asked, mapperOut], unasked(), 'disqualified'],
    [
      'was done by one who was disqualified later',
      [...asked, fact.disqualification({ disqualifiedId: 'party-2', disqualifiedOn: '2026-02-13' })],
      unasked(),
      completed(),
    ],
    ['is recorded of the one who was asked', asked, {}, [fact.completion()]],
    [
      'is recorded without assignment by competent staff, before the application arrived (U13)',
      [fact.application(later)],
      unasked(),
      completed(),
    ],
    ['is recorded also after somebody unasked did one', [...asked, ...completed()], {}, [fact.completion()]],
    [
      'is recorded of a need’s open mapping after the application',
      [...asked, received],
      {},
      [fact.completion()],
    ],
    ['needs one that was assigned', need, {}, 'assignment-not-open'],
    ['is refused twice', done, {}, 'assignment-not-open'],
    ['is refused when another has replaced it', replaced, {}, 'assignment-not-open'],
    ['is not before it was assigned', asked, { completedOn: '2026-02-03' }, 'date-order'],
    ['D7 may be before the unit was told (U13)', [told], unasked('2026-01-31'), completed('2026-01-31')],
    ['may be on the day the need was told', [told], unasked('2026-02-01'), completed('2026-02-01')],
    ['may be typed in after the decision', decided, unasked('2026-02-20'), completed('2026-02-20')],
    ['is not after the decision', decided, unasked('2026-02-21'), 'already-decided'],
    ['may be typed in after the answer', notified, unasked('2026-02-20'), completed('2026-02-20')],
    ['is not after the decision, once it was answered', notified, unasked('2026-02-21'), 'already-decided'],
    ['needs a case', [], unasked(), 'no-such-case'],
    ['is refused when the person does not want the need followed up (U6)', declined, {}, 'need-declined'],
    ['names somebody who is registered', need, { partyIsKnown: false }, 'unknown-party'],
  ]);

  describe('after the withdrawal', () => {
    const facts = [fact.application(), fact.assignment(), fact.withdrawal({ withdrawnOn: '2026-02-10' })];
    const on = { completedOn: '2026-02-10' };
    rows(intent.complete, [
      ['is typed in for a day until it', facts, on, [fact.completion(on)]],
      ['is refused for a day after it', facts, { completedOn: '2026-02-11' }, 'withdrawn'],
    ]);
  });

  it('says what can still be recorded, where it is refused after the decision', () =>
    expect(() =>
      given(...decided)
        .when(intent.complete(unasked('2026-02-21')))
        .facts(),
    ).toThrow('This case has been decided. What was mapped until that day can still be recorded.'));
});
