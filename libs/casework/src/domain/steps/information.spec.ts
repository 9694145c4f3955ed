import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { decided, fact, intent } from '../example-case.testing.js';

const { rows } = specOf(caseDecider);
const later = { givenOn: '2026-02-27' };
const closed = [fact.need(), fact.closing()];

describe('informing people of their rights', () =>
  rows(intent.inform, [
    ['is recorded in a case, also of a day before it (U12, U10)', [fact.need()], {}, [fact.information()]],
    ['is recorded as often as it is given', [fact.need(), fact.information()], {}, [fact.information()]],
    ['is recorded after the decision too', decided, later, [fact.information(later)]],
    ['needs a case', [], {}, 'no-such-case'],
    ['is of something', [fact.need()], { topics: [] }, 'information'],
    ['names each matter once', [fact.need()], { topics: ['PLAN', 'PLAN'] }, 'information'],
    ['is for somebody', [fact.need()], { recipients: [] }, 'information'],
    ['is given in some way', [fact.need()], { ways: [] }, 'information'],
    ['names a party that is registered', [fact.need()], { partyIsKnown: false }, 'unknown-party'],
    ['is of the time before the closing', closed, later, 'case-closed'],
    ['has happened', [fact.need()], { givenOn: '2026-03-03' }, 'date-ahead'],
  ]));
