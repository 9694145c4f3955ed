import { specOf } from '#event-sourcing/testing/spec-of';
import { crisisPlanDecider } from './decide.js';
import { annulling, fact, recording } from './example-crisis-plan.testing.js';

const { given, rows } = specOf(crisisPlanDecider);

const first = fact('CrisisPlanDrawnUp', { version: 1 });
const drawnUp = [first];
const withdrawn = [first, fact('CrisisPlanWithdrawn')];
const shared = [first, fact('CrisisPlanGiven')];
const read = [first, fact('CrisisPlanReadInEmergency')];

describe('a crisis plan (F20)', () => {
  rows(recording('CrisisPlanDrawnUp'), [
    ['is drawn up as the first version', [], {}, drawnUp],
    ['is drawn up once', drawnUp, {}, 'already-drawn-up'],
    [
      'is drawn up again after it was withdrawn, under the next number',
      withdrawn,
      { drawnUpOn: '2026-02-26' },
      [fact('CrisisPlanDrawnUp', { drawnUpOn: '2026-02-26', version: 2 })],
    ],
    ['needs somebody who coordinates', [], { asked: { coordinatorIds: [] } }, 'no-coordinator'],
    ['needs a consent to a coordinator', [], { asked: { mayCoordinate: false } }, 'no-consent'],
    ['is not drawn up for the dead', [], { asked: { deathToldOn: '2026-02-01' } }, 'deceased'],
    ['is looked at again on a day to come', [], { nextReviewOn: '2026-02-02' }, 'date-order'],
  ]);
  rows(recording('CrisisPlanRevised'), [
    ['is written anew as the next version', drawnUp, {}, [fact('CrisisPlanRevised', { version: 2 })]],
    ['that is not there is not written anew', [], {}, 'no-such-crisis-plan'],
    ['that was withdrawn is not written anew', withdrawn, {}, 'no-such-crisis-plan'],
    ['has versions in the order of their days', drawnUp, { revisedOn: '2026-02-02' }, 'date-order'],
  ]);
  rows(recording('CrisisPlanReviewed'), [
    ['is gone through, and gets its next day', drawnUp, {}, [fact('CrisisPlanReviewed')]],
    ['that is not there is not gone through', [], {}, 'no-such-crisis-plan'],
    ['is gone through again later', drawnUp, { nextReviewOn: '2026-02-19' }, 'date-order'],
  ]);
  rows(recording('CrisisPlanWithdrawn'), [
    ['is withdrawn', drawnUp, {}, [fact('CrisisPlanWithdrawn')]],
    ['is withdrawn once', withdrawn, {}, 'no-such-crisis-plan'],
  ]);
});

describe('whoever has it (F20)', () => {
  rows(recording('CrisisPlanGiven'), [
    ['is given it with a consent that covers it', drawnUp, {}, [fact('CrisisPlanGiven')]],
    ['is given it where there is one', [], {}, 'no-such-crisis-plan'],
    ['is given it once', shared, { recipientId: 'recipient-2' }, 'already-given'],
    ['is given it with a consent that holds', drawnUp, { asked: { shares: [] } }, 'not-consented'],
    ['is named in the consent', drawnUp, { partyId: 'party-4' }, 'not-consented'],
    [
      'is given it by no consent to share the plan alone',
      drawnUp,
      { asked: { shares: [{ consentId: 'consent-1', recipientIds: ['party-3'] }] } },
      'not-consented',
    ],
    [
      'has it no longer than the consent holds',
      drawnUp,
      {
        asked: { shares: [{ consentId: 'consent-1', sections: ['CRISIS_PLAN'], validUntil: '2026-06-30' }] },
      },
      'not-consented',
    ],
    ['has it up to a day to come', drawnUp, { until: '2026-02-04' }, 'date-order'],
  ]);
  rows(recording('CrisisPlanTakenBack'), [
    ['has it taken back', shared, {}, [fact('CrisisPlanTakenBack')]],
    ['has it taken back once', [...shared, fact('CrisisPlanTakenBack')], {}, 'no-such-recipient'],
    [
      'has it taken back with the plan',
      [...shared, fact('CrisisPlanWithdrawn')],
      { takenBackOn: '2026-02-26' },
      'no-such-recipient',
    ],
  ]);
});

describe('a printed copy (F20)', () => {
  const handedOut = [first, fact('CrisisPlanCopyHandedOut', { version: 1 })];
  rows(recording('CrisisPlanCopyHandedOut'), [
    ['is of the newest version', drawnUp, {}, [fact('CrisisPlanCopyHandedOut', { version: 1 })]],
    ['is of a version that there is', drawnUp, { version: 2 }, 'no-such-version'],
    ['is of a plan that there is', withdrawn, { handedOutOn: '2026-02-26' }, 'no-such-crisis-plan'],
  ]);
  rows(recording('CrisisPlanCopyCalledIn'), [
    ['is called in', handedOut, {}, [fact('CrisisPlanCopyCalledIn')]],
    ['is called in once', [...handedOut, fact('CrisisPlanCopyCalledIn')], {}, 'no-such-copy'],
    [
      'is called in after the plan was withdrawn',
      [...handedOut, fact('CrisisPlanWithdrawn')],
      { calledInOn: '2026-02-26' },
      [fact('CrisisPlanCopyCalledIn', { calledInOn: '2026-02-26' })],
    ],
  ]);
});

describe('a reading in an emergency (F20)', () => {
  rows(recording('CrisisPlanReadInEmergency'), [
    [
      'is told to the person by the next working day, after a Friday by Monday',
      drawnUp,
      {},
      [fact('CrisisPlanReadInEmergency', { tellBy: '2026-03-02' })],
    ],
    ['is of a plan that there is', [], {}, 'no-such-crisis-plan'],
    ['opens it for that day, and is not asked for twice', read, { readingId: 'reading-2' }, 'reads-already'],
    [
      'opens it for no other day',
      read,
      { readingId: 'reading-2', readOn: '2026-02-28' },
      [
        fact('CrisisPlanReadInEmergency', {
          readingId: 'reading-2',
          readOn: '2026-02-28',
          tellBy: '2026-03-02',
        }),
      ],
    ],
    ['is nothing for whoever coordinates', drawnUp, { readerId: 'party-7' }, 'reads-already'],
    ['is nothing for whoever has it', shared, { readerId: 'party-3' }, 'reads-already'],
    [
      'is open to whoever had it with a consent that holds no longer',
      shared,
      { readerId: 'party-3', asked: { shares: [] } },
      [fact('CrisisPlanReadInEmergency', { readerId: 'party-3', tellBy: '2026-03-02' })],
    ],
  ]);
  rows(recording('CrisisPlanReadingTold'), [
    ['is told to the person', read, {}, [fact('CrisisPlanReadingTold')]],
    ['is told once', [...read, fact('CrisisPlanReadingTold')], {}, 'already-told'],
    ['that was none is not told', drawnUp, {}, 'no-such-reading'],
    ['is told after it was', read, { toldOn: '2026-02-26' }, 'date-order'],
  ]);
  rows(recording('CrisisPlanReadingReviewed'), [
    ['is reviewed by a leader', read, {}, [fact('CrisisPlanReadingReviewed')]],
    ['is reviewed once', [...read, fact('CrisisPlanReadingReviewed')], {}, 'already-reviewed'],
    ['is reviewed by another than the reader', read, { leaderId: 'party-9' }, 'own-reading'],
  ]);
  it('that was recorded in error rests under what was said of it', () => {
    given(
      first,
      fact('CrisisPlanReadInEmergency', { id: 'read' }),
      fact('CrisisPlanReadingTold', { id: 'told' }),
    )
      .when(annulling('read'))
      .thenRejected('crisis-plan/rests-on', ['told']);
  });
});
