import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { decided, fact, intent } from '../example-case.testing.js';

const { given, rows } = specOf(caseDecider);
const received = [fact.application()];
const withdrawn = [fact.application(), fact.withdrawal()];
const later = { completedOn: '2026-02-25' };

describe('completing an application', () =>
  rows(intent.completeApplication, [
    ['is recorded when its signature comes', received, {}, [fact.applicationCompletion()]],
    [
      'is recorded also after the decision',
      [...decided, fact.notification()],
      later,
      [fact.applicationCompletion(later)],
    ],
    ['needs a case', [], {}, 'no-such-case'],
    ['needs an application', [fact.need()], {}, 'no-application'],
    ['is refused after the withdrawal', withdrawn, {}, 'withdrawn'],
    ['is refused where nothing lacks', [fact.application({ signed: true })], {}, 'nothing-missing'],
    ['is refused twice', [...received, fact.applicationCompletion()], {}, 'nothing-missing'],
    ['is refused with nothing', received, { what: [] }, 'nothing-missing'],
    ['is not before it was received', received, { completedOn: '2026-02-02' }, 'date-order'],
    ['has happened', received, { completedOn: '2026-03-03' }, 'date-ahead'],
  ]));

describe('withdrawing an application', () =>
  rows(intent.withdraw, [
    ['is recorded', received, {}, [fact.withdrawal()]],
    ['needs a case', [], {}, 'no-such-case'],
    ['needs an application', [fact.need()], {}, 'no-application'],
    ['is refused twice', withdrawn, {}, 'withdrawn'],
    ['is refused after the decision', decided, {}, 'already-decided'],
    ['is not before it was received', received, { withdrawnOn: '2026-02-02' }, 'date-order'],
    ['has happened', received, { withdrawnOn: '2026-03-03' }, 'date-ahead'],
  ]));

describe('a case that is withdrawn', () =>
  it('says so without a word of mappings where something else is refused', () =>
    expect(() =>
      given(...withdrawn)
        .when(intent.completeApplication())
        .facts(),
    ).toThrow(/^The application in this case has been withdrawn\.$/)));
