import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { bothMet, corrected, decided, fact, intent, prepared } from '../example-case.testing.js';

const { given, rows, stateAfter } = specOf(caseDecider);
const requested = [...prepared, fact.readingRequest()];
const read = [...requested, fact.reading()];
const objection = { agrees: false, reason: 'Vilkårene er oppfylt.' } as const;
const unmet = bothMet.map((each) => ({ ...each, met: false }));
const mixed = {
  items: [
    { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: 'Behovet dekkes på annen måte.' },
    { item: 'COORDINATOR', outcome: 'GRANTED', reason: 'Tilbys likevel.' },
  ],
} as const;
const assessed = bothMet.map((assessment) => fact.criterion(assessment));

describe('A second reading', () => {
  rows(intent.askToRead, [
    ['is asked for with the answer as it is meant', prepared, {}, [fact.readingRequest()]],
    [
      'is asked for anew in place of one before',
      read,
      { readingId: 'reading-2' },
      [fact.readingRequest({ readingId: 'reading-2' })],
    ],
    ['may be of an amendment', decided, {}, [fact.readingRequest()]],
    [
      'is of what was applied for',
      prepared,
      { items: [{ item: 'GROUP', outcome: 'REFUSED' }] },
      'item-not-requested',
    ],
    ['is not before the application', prepared, { requestedOn: '2026-02-02' }, 'date-order'],
    ['needs an application', [fact.need()], {}, 'no-application'],
  ]);
  rows(intent.read, [
    ['is given by another', requested, {}, [fact.reading()]],
    ['may disagree, with a reason', requested, objection, [fact.reading(objection)]],
    ['says why it disagrees', requested, { agrees: false }, 'reason-missing'],
    ['is given once', read, {}, 'already-read'],
    ['is one that was asked for', prepared, {}, 'no-such-reading'],
    [
      'is of the last that was asked for',
      [...requested, fact.readingRequest({ readingId: 'reading-2' })],
      {},
      'no-such-reading',
    ],
    ['is over with the decision', [...requested, ...decided.slice(2)], {}, 'no-such-reading'],
    ['is not before it was asked for', requested, { readOn: '2026-02-15' }, 'date-order'],
    ['is by somebody registered', requested, { partyIsKnown: false }, 'unknown-party'],
    ['is not the caseworker’s', [...requested, fact.caseworker()], { readerId: 'party-3' }, 'reads-own'],
  ]);

  it('is not by who asked for it', () => {
    given(...requested)
      .when(intent.read({ readerId: 'party-1' }))
      .thenRejected('casework/reads-own');
  });
});

describe('A correction of what was asked to be read', () => {
  const request = `e${prepared.length}`;
  const reading = `e${prepared.length + 1}`;

  it('is not made once that is read (inv. 6)', () => {
    for (const changed of [{ criteria: unmet }, { items: mixed.items }]) {
      given(...read)
        .when(intent.correct(request, changed))
        .thenRejected('casework/rests-on', [reading]);
    }
  });

  it('is made before, and where another was read since', () => {
    given(...requested)
      .when(intent.correct(request, { criteria: unmet }))
      .then(corrected('SecondReadingRequested', request, { criteria: unmet }));
    given(
      ...requested,
      fact.readingRequest({ readingId: 'reading-2' }),
      fact.reading({ readingId: 'reading-2' }),
    )
      .when(intent.correct(request, { criteria: unmet }))
      .then(corrected('SecondReadingRequested', request, { criteria: unmet }));
  });
});

describe('A correction that turns an answer against its conditions before it is told', () => {
  const asked = (more: object = {}) =>
    fact.readingRequest({ items: mixed.items, criteria: bothMet, requestedOn: '2026-02-24', ...more });
  const readSince = fact.reading({ readOn: '2026-02-25' });
  const turned = { items: mixed.items };

  it('is not made unread', () => {
    given(...decided)
      .when(intent.correct('e4', turned))
      .thenRejected('casework/second-reading');
    given(...decided, asked())
      .when(intent.correct('e4', turned))
      .thenRejected('casework/second-reading');
    given(...decided, asked(), fact.reading({ ...objection, readOn: '2026-02-25' }))
      .when(intent.correct('e4', turned))
      .thenRejected('casework/second-reading');
  });
  it('is made once somebody else has read just that', () => {
    given(...decided, asked(), readSince)
      .when(intent.correct('e4', turned))
      .then(corrected('DecisionMade', 'e4', turned));
    given(...decided, asked({ criteria: unmet }), readSince)
      .when(intent.correct('e4', turned))
      .thenRejected('casework/second-reading');
    given(...decided, asked(), readSince)
      .when(intent.correct('e4', turned, { actorId: 'party-4' }))
      .thenRejected('casework/second-reading');
  });
  it('is read anew too where it is what was assessed', () => {
    const reasoned = fact.decision({
      items: mixed.items.map(({ item, reason }) => ({ item, outcome: 'GRANTED' as const, reason })),
    });
    given(...prepared, ...assessed, reasoned)
      .when(intent.correct('e2', { met: false }))
      .thenRejected('casework/rests-on', ['e4']);
  });
  it('is not to take away the reading that it rests on', () => {
    given(...read, ...assessed, fact.decision(mixed))
      .when(intent.annul('e3'))
      .thenRejected('casework/rests-on', ['e6']);
  });
  it('is no other where the answer stays as it was read, or as it was made before readings were asked for', () => {
    const reason = { items: mixed.items.map((one) => ({ ...one, reason: 'Presisert.' })) };
    given(...read, ...assessed, fact.decision(mixed))
      .when(intent.correct('e6', reason))
      .then(corrected('DecisionMade', 'e6', reason));
    given(...prepared, ...assessed, fact.decision(mixed))
      .when(intent.correct('e4', reason))
      .then(corrected('DecisionMade', 'e4', reason));
  });
});

describe('An answer against the conditions as they are assessed', () => {
  rows(intent.decide, [
    ['is not made unread: a refusal though they are met', prepared, mixed, 'second-reading'],
    [
      'is not made unread: a grant though they are not',
      prepared,
      {
        items: mixed.items.map((one) => ({ ...one, outcome: 'GRANTED' as const })),
        criteria: unmet,
      },
      'second-reading',
    ],
    ['is made when somebody else agrees', read, mixed, [...assessed, fact.decision(mixed)]],
    ['waits for the one who was asked', requested, mixed, 'second-reading'],
    [
      'is not made where that one disagrees',
      [...requested, fact.reading(objection)],
      mixed,
      'second-reading',
    ],
    [
      'is the one that was read',
      read,
      { items: mixed.items.map((one) => ({ ...one, outcome: 'REFUSED' as const })) },
      'second-reading',
    ],
    ['rests on the assessments that were read', read, { ...mixed, criteria: unmet }, 'second-reading'],
    ['is not recorded by who read it', read, { ...mixed, actorId: 'party-4' }, 'reads-own'],
    [
      'is not made before it was read',
      [...requested, fact.reading({ readOn: '2026-02-21' })],
      mixed,
      'date-order',
    ],
    [
      'needs none where they are not met and it is refused',
      prepared,
      { items: mixed.items.map((one) => ({ ...one, outcome: 'REFUSED' as const })), criteria: unmet },
      [
        ...unmet.map((each) => fact.criterion(each)),
        fact.decision({ items: mixed.items.map((one) => ({ ...one, outcome: 'REFUSED' as const })) }),
      ],
    ],
  ]);
  rows(intent.amend, [
    ['is not made unread by an amendment either', decided, { criteria: [] }, 'second-reading'],
    [
      'is made by an amendment when it was read',
      [
        ...decided,
        fact.readingRequest({ requestedOn: '2026-02-24', criteria: [] }),
        fact.reading({ readOn: '2026-02-25' }),
      ],
      { criteria: [] },
      [fact.amendment()],
    ],
  ]);

  it('stands where it was made before readings were asked for', () =>
    expect(stateAfter(...prepared, ...assessed, fact.decision(mixed))).toMatchObject({ status: 'decided' }));
});
