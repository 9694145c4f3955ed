import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { annulled, bothMet, corrected, decided, fact, intent, prepared } from '../example-case.testing.js';

const { given, rows, stateAfter } = specOf(caseDecider);
const received = fact.application();
const assigned = [received, fact.caseworker()];
const other = { caseworkerId: 'party-4' };
const decidedFacts = [...bothMet.map((assessment) => fact.criterion(assessment)), fact.decision()];

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

describe('who is disqualified in a case (fvl § 6)', () => {
  const disqualified = [...assigned, fact.disqualification()];
  const by = { actorId: 'party-3' } as const;
  const request = [...prepared, fact.readingRequest()];
  rows(intent.disqualify, [
    ['is recorded with the reason', assigned, {}, [fact.disqualification()]],
    [
      'may be another than the caseworker',
      assigned,
      { disqualifiedId: 'party-4' },
      [fact.disqualification({ disqualifiedId: 'party-4' })],
    ],
    ['is so once', disqualified, {}, []],
    ['is registered', assigned, { partyIsKnown: false }, 'unknown-party'],
    ['is not so before the unit knew of the case', assigned, { disqualifiedOn: '2026-02-02' }, 'date-order'],
  ]);
  rows(intent.assignCaseworker, [
    ['does not get the case again', disqualified, { assignedOn: '2026-02-09' }, 'disqualified'],
    ['had it until then', [received, fact.disqualification()], {}, [fact.caseworker()]],
    [
      'leaves it to another',
      disqualified,
      { ...other, assignedOn: '2026-02-09' },
      [fact.caseworker({ ...other, assignedOn: '2026-02-09' })],
    ],
  ]);
  rows(intent.decide, [
    ['does not decide it', [...prepared, fact.disqualification()], by, 'disqualified'],
    [
      'leaves it to others to decide',
      [...prepared, fact.disqualification()],
      { actorId: 'party-4' },
      decidedFacts,
    ],
  ]);
  rows(intent.amend, [['does not amend it', [...decided, fact.disqualification()], by, 'disqualified']]);
  rows(intent.recommend, [['does not recommend', [received, fact.disqualification()], by, 'disqualified']]);
  rows(intent.askToRead, [['prepares no answer', [received, fact.disqualification()], by, 'disqualified']]);
  rows(intent.read, [
    [
      'reads no answer',
      [...request, fact.disqualification()],
      { ...by, readerId: 'party-3' },
      'disqualified',
    ],
  ]);
  rows(intent.assign, [
    [
      'does not map the need',
      [received, fact.disqualification({ disqualifiedId: 'party-2' })],
      {},
      'disqualified',
    ],
  ]);

  it('neither corrects nor annuls what prepares or makes the decision', () => {
    const recommended = [received, fact.recommendation(), fact.disqualification()];
    const changed = { recommendedOn: '2026-02-15' };
    given(...recommended)
      .when(intent.correct('e1', changed, by))
      .thenRejected('casework/disqualified');
    given(...recommended)
      .when(intent.annul('e1', by))
      .thenRejected('casework/disqualified');
    const last = `e${decided.length - 1}`;
    given(...decided, fact.disqualification())
      .when(intent.correct(last, { decidedOn: '2026-02-21' }, by))
      .thenRejected('casework/disqualified');
    given(...recommended)
      .when(intent.correct('e1', changed, { actorId: 'party-4' }))
      .then(corrected('RecommendationMade', 'e1', changed));
  });

  it('does not annul being so', () => {
    const last = `e${disqualified.length - 1}`;
    given(...disqualified)
      .when(intent.annul(last, by))
      .thenRejected('casework/disqualified');
    given(...disqualified)
      .when(intent.annul(last, { actorId: 'party-4' }))
      .then(annulled(last));
  });

  it('has the case no more', () => {
    expect(stateAfter(...disqualified)).toMatchObject({ caseworker: undefined });
    expect(stateAfter(received, fact.disqualification(), fact.caseworker())).toMatchObject({
      caseworker: undefined,
    });
  });
});
