import { specOf } from '#event-sourcing/testing/spec-of';
import { subjectDecider } from './decide.js';
import {
  annulled,
  disposed,
  intent,
  linked,
  mergedFrom,
  mergedInto,
  otherId,
  registered,
  subjectId,
} from './example-person.testing.js';
import { coordinatedAs } from './merging.js';

const { given, rows, stateAfter } = specOf(subjectDecider);
const person = [registered()];
const there = { isRegistered: true, disposed: [], mergedInto: undefined } as const;

describe('C4 A merge', () => {
  rows(intent.merge, [
    ['says into which registration this one goes', person, {}, [mergedInto()]],
    ['is recorded once', [...person, mergedInto()], {}, []],
    ['is of one with a number too', [...person, linked()], {}, [mergedInto()]],
    ['is of a person who is there', [], {}, 'no-such-subject'],
    [
      'is not of one that was merged elsewhere',
      [...person, mergedInto({ survivorId: 'third' })],
      {},
      'merged',
    ],
    [
      'may be made again elsewhere once it was annulled',
      [...person, mergedInto({ id: 'x', survivorId: 'third' }), annulled('x')],
      {},
      [mergedInto()],
    ],
    ['goes not into itself', person, { survivorId: subjectId }, 'merges-itself'],
    [
      'goes into one that is there',
      person,
      { survivor: { ...there, isRegistered: false } },
      'no-such-survivor',
    ],
    ['goes into one that was not merged', person, { survivor: { ...there, mergedInto: 'third' } }, 'merged'],
    ['goes into one with data', person, { survivor: { ...there, disposed: ['CASE'] } }, 'disposed'],
    ['is of nobody disposed of', [...person, disposed()], {}, 'disposed'],
    [
      'takes none along that took others along',
      [...person, mergedFrom({ mergedId: 'third' })],
      {},
      'has-merged',
    ],
    ['is not made tomorrow', person, { mergedOn: '2026-03-03' }, 'date-ahead'],
    [
      'is refused while both have a plan or a coordinator',
      person,
      {
        coordinated: { here: 'RUNS', there: 'RUNS' },
      },
      'both-coordinated',
    ],
  ]);

  it.each([
    ['NOT', 'NOT', 'SURVIVOR'],
    ['NOT', 'STANDS', 'SURVIVOR'],
    ['NOT', 'RUNS', 'SURVIVOR'],
    ['STANDS', 'NOT', 'MERGED'],
    ['STANDS', 'STANDS', 'SURVIVOR'],
    ['STANDS', 'RUNS', 'SURVIVOR'],
    ['RUNS', 'NOT', 'MERGED'],
    ['RUNS', 'STANDS', 'MERGED'],
  ] as const)(
    'of one whose coordination is %s into one where it is %s goes on with the %s',
    (here, other, goesOn) =>
      given(...person)
        .when(intent.merge({ coordinated: { here, there: other } }))
        .then(mergedInto({ goesOn })),
  );
});

describe('C4 A merge that crossed another', () =>
  it('is taken back, once', () => {
    const uncross = { type: 'UncrossSubject', data: { eventId: 'x', reason: 'Samtidig.' } } as const;
    const merged = [...person, mergedInto({ id: 'x' })];
    expect(
      given(...merged)
        .when(uncross)
        .facts(),
    ).toMatchObject([{ type: 'RecordedInErrorMarked', data: { corrects: 'x', subjectId } }]);
    given(...merged, annulled('x'))
      .when(uncross)
      .thenNothing();
  }));

describe('C4 A registration that was merged', () => {
  const merged = [...person, mergedInto()];
  it('takes no number any more', () =>
    given(...merged)
      .when(intent.link())
      .thenRejected('subject/merged'));
  it('says into which', () => expect(stateAfter(...merged).mergedInto).toBe(otherId));
});

describe('C4 A survivor', () => {
  rows(intent.takeUp, [
    ['says which registration it took along', person, {}, [mergedFrom()]],
    ['says so once', [...person, mergedFrom()], {}, []],
    ['says so of each', [...person, mergedFrom({ mergedId: 'third' })], {}, [mergedFrom()]],
  ]);
  rows(intent.letGo, [
    ['takes it back with the merge', [...person, mergedFrom({ id: 'x' })], {}, [annulled('x')]],
    ['has nothing to take back of another', [...person, mergedFrom({ mergedId: 'third' })], {}, []],
  ]);

  it('is coordinated in its own stream, or in that of the last whose coordination runs', () => {
    const running = (mergedId: string) => mergedFrom({ mergedId, goesOn: 'MERGED' });
    expect(coordinatedAs(subjectId, stateAfter(...person, mergedFrom()))).toBe(subjectId);
    expect(coordinatedAs(subjectId, stateAfter(...person, running('a'), running('b'), mergedFrom()))).toBe(
      'b',
    );
  });
});
