import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { decided, fact, intent } from '../example-case.testing.js';

const { rows } = specOf(caseDecider);
const received = [fact.application()];

describe('A child that is heard in its case', () =>
  rows(intent.hear, [
    ['is so with what it said', received, {}, [fact.hearing()]],
    ['is so before any application', [fact.need()], {}, [fact.hearing()]],
    [
      'is not so before it was asked whether it wants this (U10)',
      [fact.need({ subjectWishes: 'NOT_ASKED' })],
      {},
      'person-not-asked',
    ],
    ['is not so after a no', [fact.need({ subjectWishes: 'NO' })], {}, 'need-declined'],
    ['is so as often as it takes', [...received, fact.hearing()], {}, [fact.hearing()]],
    [
      'is so also after the decision',
      decided,
      { heardOn: '2026-02-27' },
      [fact.hearing({ heardOn: '2026-02-27' })],
    ],
    ['said something', received, { childView: undefined }, 'view-missing'],
    [
      'may not want to say anything',
      received,
      { mode: 'NO_WISH', childView: undefined },
      [fact.hearing({ mode: 'NO_WISH', childView: undefined })],
    ],
    ['is not so before the unit knew of the case', received, { heardOn: '2026-02-02' }, 'date-order'],
    ['has happened', received, { heardOn: '2026-03-03' }, 'date-ahead'],
    [
      'was heard by somebody registered',
      received,
      { heardById: 'party-9', partyIsKnown: false },
      'unknown-party',
    ],
    ['is so in a case', [], {}, 'no-such-case'],
  ]));
