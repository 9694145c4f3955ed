import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { annulled, fact, intent } from '../example-case.testing.js';

const { rows } = specOf(caseDecider);
const caseNumber = '2026/14';

describe('the number of a case', () => {
  rows(intent.giveNumber, [
    ['E5 is given to a case of before', [fact.application()], {}, [fact.number()]],
    ['E5 is given to one that is withdrawn', [fact.application(), fact.withdrawal()], {}, [fact.number()]],
    ['E5 is given once', [fact.application(), fact.number()], {}, 'already-numbered'],
    [
      'E5 is not given to a case that was opened with one',
      [fact.need({ caseNumber })],
      {},
      'already-numbered',
    ],
    [
      'E5 is not given to one that an application opened with one',
      [fact.application({ caseNumber })],
      {},
      'already-numbered',
    ],
    [
      'E5 is given anew where what had given it was recorded in error',
      [fact.need({ caseNumber }), fact.application(), annulled('e0')],
      {},
      [fact.number()],
    ],
    ['E5 is not given on a day ahead', [fact.application()], { givenOn: '2026-03-03' }, 'date-ahead'],
    ['E5 needs a case', [], {}, 'no-such-case'],
  ]);
});

describe('the reference of another system', () => {
  const other = { system: 'OTHER', systemName: 'Familia' } as const;
  rows(intent.addReference, [
    ['E5 is added to a case', [fact.application()], {}, [fact.reference()]],
    ['E5 is added beside another', [fact.application(), fact.reference()], other, [fact.reference(other)]],
    ['E5 names a system that has no code', [fact.application()], { system: 'OTHER' }, 'system-unnamed'],
    ['E5 is not added on a day ahead', [fact.application()], { addedOn: '2026-03-03' }, 'date-ahead'],
    ['E5 needs a case', [], {}, 'no-such-case'],
  ]);
});
