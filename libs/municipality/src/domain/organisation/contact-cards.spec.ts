import { specOf } from '#event-sourcing/testing/spec-of';
import { organisationDecider } from './decide.js';
import { fact, intent } from './example-organisation.testing.js';
import { holdingOn } from './organisation.js';

const { given, rows, stateAfter } = specOf(organisationDecider);

describe('a contact card (H6, U3)', () => {
  rows(intent.publish, [
    ['is published', [], {}, [fact.card()]],
    [
      'may hold from a day to come',
      [],
      { validFrom: '2026-09-01' },
      [fact.card({ validFrom: '2026-09-01' })],
    ],
    [
      'says where the unit sits and what it does (A8, A9)',
      [],
      { unit: 'ALLOCATION_OFFICE', tasks: ['APPOINTING', 'TRAINING'] },
      [fact.card({ unit: 'ALLOCATION_OFFICE', tasks: ['APPOINTING', 'TRAINING'] })],
    ],
    ['takes the place of another', [fact.card()], { cardId: 'card-2' }, [fact.card({ cardId: 'card-2' })]],
    ['without a way to reach the unit is refused', [], { telephone: undefined }, 'no-way-in'],
    ['with a task twice is refused', [], { tasks: ['TRAINING', 'TRAINING'] }, 'task-twice'],
    [
      'of a unit that the municipality does not have is refused',
      [],
      { unknownCode: { list: 'unit', known: 'KE' } },
      'unknown-code',
    ],
    ['of a day before 1900 is refused', [], { validFrom: '1899-12-31' }, 'date-too-early'],
  ]);

  it('can be put right, but not into one without a way to reach the unit', () => {
    given(fact.card())
      .when(intent.correct('e0', { validFrom: '2026-02-01' }))
      .then({
        type: 'ContactCardPublishedCorrected',
        data: {
          corrects: 'e0',
          municipality: '9999',
          changed: { validFrom: '2026-02-01' },
          reason: 'Tastefeil',
        },
      });
    given(fact.card())
      .when(intent.correct('e0', { telephone: null }))
      .thenRejected('municipality/no-way-in');
  });

  it('that was published in error is struck out', () => {
    const [struck] = given(fact.card()).when(intent.annul('e0')).facts();
    expect(stateAfter(fact.card(), struck!).cards).toEqual([]);
  });

  const card = (cardId: string, validFrom: string) => ({ cardId, validFrom });
  const both = [card('late', '2026-02-01'), card('early', '2026-01-01')];
  it.each([
    ['is none before the first', both, '2025-12-31', undefined],
    ['holds until the next', both, '2026-01-31', 'early'],
    ['holds from its own day', both, '2026-02-01', 'late'],
    ['of several of one day is the last', [...both, card('last', '2026-02-01')], '2026-02-01', 'last'],
  ])('%s', (_, cards, day, cardId) => expect(holdingOn(cards, day)?.cardId).toBe(cardId));
});
