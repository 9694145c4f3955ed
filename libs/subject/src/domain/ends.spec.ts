import { specOf } from '#event-sourcing/testing/spec-of';
import { subjectDecider } from './decide.js';
import {
  annulled,
  corrected,
  deceased,
  intent,
  mergedInto,
  moved,
  registered,
} from './example-person.testing.js';

const { given, rows, stateAfter } = specOf(subjectDecider);
const alive = [registered()];
const dead = [registered(), deceased({ id: 'x' })];

describe('D1 A death', () => {
  rows(intent.die, [
    ['is recorded of a person', alive, {}, [deceased()]],
    ['may be known before its day is', alive, { diedOn: undefined }, [deceased({ diedOn: undefined })]],
    ['is recorded once', dead, {}, 'already-deceased'],
    ['is recorded anew after one that was an error', [...dead, annulled('x')], {}, [deceased()]],
    ['is of a person who is there', [], {}, 'no-such-subject'],
    ['is not of a registration that was merged', [...alive, mergedInto()], {}, 'merged'],
    ['was not told tomorrow', alive, { toldOn: '2026-03-03' }, 'date-ahead'],
    ['does not lie ahead', alive, { diedOn: '2026-03-03' }, 'impossible-death-date'],
    ['is of our time', alive, { diedOn: '1899-12-31' }, 'impossible-death-date'],
    ['comes after the birth, and before it was told', alive, { outOfOrder: true }, 'impossible-death-date'],
  ]);

  it('is known from the day on which the unit was told, until it was an error', () => {
    expect(stateAfter(...dead)).toMatchObject({ deathToldOn: '2026-02-26' });
    expect(stateAfter(...dead, annulled('x'))).toMatchObject({ deathToldOn: undefined });
  });

  it('does not come back beside another', () => {
    given(...dead, annulled('x', 'y'), deceased())
      .when(intent.annul({ eventId: 'y' }))
      .thenRejected('subject/already-deceased');
  });

  rows(intent.correct, [
    [
      'gets its day later',
      dead,
      { changed: { diedOn: '2026-02-20' } },
      [corrected('SubjectDeceased', { diedOn: '2026-02-20' })],
    ],
    ['keeps to possible days', dead, { changed: { diedOn: '2026-03-03' } }, 'impossible-death-date'],
    [
      'keeps to the order of days',
      dead,
      { changed: { toldOn: '2026-02-01' }, outOfOrder: true },
      'impossible-death-date',
    ],
  ]);
});

describe('D1 Of somebody dead', () => {
  it('nothing of a later day is told, and what was before still is', () => {
    given(...dead)
      .when(intent.setContact({ setOn: '2026-02-27' }))
      .thenRejected('subject/deceased');
    given(...dead)
      .when(intent.rename({ validFrom: '2026-02-27' }))
      .thenRejected('subject/deceased');
    expect(
      given(...dead)
        .when(intent.rename())
        .facts(),
    ).toHaveLength(1);
  });
});

describe('D1 A move', () => {
  rows(intent.move, [
    ['is recorded of a person', alive, {}, [moved()]],
    ['may lie ahead', alive, { movedOn: '2026-05-01' }, [moved({ movedOn: '2026-05-01' })]],
    [
      'may be to nobody knows where',
      alive,
      { toMunicipalityNo: undefined },
      [moved({ toMunicipalityNo: undefined })],
    ],
    ['follows another', [...alive, moved()], { movedOn: '2026-03-01' }, [moved({ movedOn: '2026-03-01' })]],
    ['is not after the death', dead, { movedOn: '2026-02-27' }, 'deceased'],
    ['is of a person who is there', [], {}, 'no-such-subject'],
  ]);
});
