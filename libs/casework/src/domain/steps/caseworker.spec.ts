import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { corrected, decided, fact, intent } from '../example-case.testing.js';

const { given, rows, stateAfter } = specOf(caseDecider);
const received = fact.application();
const assigned = [received, fact.caseworker()];
const other = { caseworkerId: 'party-4' };

describe('the caseworker of a case', () => {
  rows(intent.assignCaseworker, [
    ['is assigned to a need', [fact.need()], {}, [fact.caseworker()]],
    ['is assigned to an application', [received], {}, [fact.caseworker()]],
    ['is assigned to what is decided', decided, {}, [fact.caseworker()]],
    [
      'hands over to another',
      assigned,
      { ...other, assignedOn: '2026-02-09' },
      [fact.caseworker({ ...other, assignedOn: '2026-02-09' })],
    ],
    [
      'is stood in for',
      assigned,
      { ...other, standsIn: true },
      [fact.caseworker({ ...other, standsIn: true })],
    ],
    [
      'may have been another before',
      assigned,
      { ...other, assignedOn: '2026-02-04' },
      [fact.caseworker({ ...other, assignedOn: '2026-02-04' })],
    ],
    ['is the same as before', assigned, { assignedOn: '2026-02-09' }, []],
    ['is registered', [received], { partyIsKnown: false }, 'unknown-party'],
    ['does not have it before the unit knew of it', [received], { assignedOn: '2026-02-02' }, 'date-order'],
    ['does not have it ahead of today', [received], { assignedOn: '2026-03-03' }, 'date-ahead'],
    ['needs a case', [], {}, 'no-such-case'],
  ]);

  it('is the one of the latest day, in whatever order they are told', () => {
    const earlier = fact.caseworker({ ...other, assignedOn: '2026-02-04' });
    expect(stateAfter(...assigned, earlier)).toMatchObject({ caseworker: { caseworkerId: 'party-3' } });
    expect(stateAfter(received, earlier, fact.caseworker())).toMatchObject({
      caseworker: { caseworkerId: 'party-3' },
    });
  });

  it('can be put right', () => {
    given(...assigned)
      .when(intent.correct('e1', other))
      .then(corrected('CaseworkerAssigned', 'e1', other));
  });
});
