import { specOf } from '#event-sourcing/testing/spec-of';
import { subjectDecider } from './decide.js';
import {
  annulled,
  disposed,
  entitled,
  entryDisposed,
  entryRequested,
  intent,
  registered,
  requested,
} from './example-person.testing.js';

const { given, rows } = specOf(subjectDecider);
const person = [registered()];
const asked = [...person, requested({ id: 'r' })];
const inPart = [registered({ id: 'x' }), disposed({ classes: ['CASE'] })];
const confirmed = (more: Parameters<typeof disposed>[0] = {}) => disposed({ request: 'r', ...more });
const open = [{ eventId: 'appointed', type: 'CoordinatorAppointed', stream: 'coordination-1576.1' }];
const nobody = { known: false } as const;
const notEntitled = { ...entitled, entitled: false };
const sinceTheRequest = { ...entitled, since: '2026-03-02T09:00:00.000Z' };

describe('A1 A request for a disposal', () => {
  rows(intent.request, [
    ['A1 is recorded, with who asks and why', person, {}, [requested()]],
    [
      'A1 is of what is not disposed of yet, each class once',
      inPart,
      { classes: ['CASE', 'PERSON', 'PERSON'] },
      [requested({ classes: ['PERSON'] })],
    ],
    ['A1 has nothing to ask for where all is gone', [...person, disposed()], {}, []],
    ['A1 is of somebody', [], {}, 'no-such-subject'],
    ['A1 is of something', person, { classes: [] }, 'no-classes'],
    ['A5 names a retention class that exists', person, { retentionClass: 'K10' }, 'unknown-code'],
    ['A1 has happened', person, { requestedOn: '2026-03-03' }, 'date-ahead'],
    ['A1 is by a party that the municipality knows', person, { by: nobody }, 'unknown-party'],
    ['A1 is by staff with a login and a role that may', person, { by: notEntitled }, 'not-entitled'],
    [
      'A1 is also of somebody registered in error, whose data is there',
      [registered({ id: 'x' }), annulled('x')],
      {},
      [requested()],
    ],
  ]);

  it('A5 lists the retention classes that exist', () =>
    expect(() =>
      given(...person)
        .when(intent.request({ retentionClass: 'K10' }))
        .facts(),
    ).toThrow(/retentionClass\. Choose one of these: KE_CASE\.$/));

  it('A1 is refused while anything is open, and names it', () =>
    given(...person)
      .when(intent.request({ open }))
      .thenRejected('subject/rests-on', ['appointed']));

  it('A1 is held back by a complaint, and says so', () => {
    const complained = { eventId: 'came', type: 'ComplaintReceived', stream: 'complaint-1576.complaint-1' };
    const asking = given(...person).when(intent.request({ open: [...open, complained] }));
    asking.thenRejected('subject/rests-on', ['appointed', 'came']);
    expect(() => asking.facts()).toThrow(/^A complaint in what concerns this person is under way/);
  });
});

describe('A1 A disposal', () => {
  rows(intent.dispose, [
    ['A1 is recorded as it was asked for', asked, {}, [confirmed()]],
    [
      'A1 is of what the last request names',
      [...asked, requested({ id: 'r2', classes: ['CASE'] })],
      {},
      [confirmed({ classes: ['CASE'], request: 'r2' })],
    ],
    ['A1 is asked for first', person, {}, 'not-requested'],
    [
      'A1 is asked for anew after the request was marked as recorded in error',
      [...asked, annulled('r')],
      {},
      'not-requested',
    ],
    ['A1 is asked for each time', [...asked, disposed()], {}, 'not-requested'],
    ['A1 takes two persons', asked, { confirmedBy: 'party-2' }, 'two-persons'],
    [
      'A1 is not confirmed by somebody who was registered after it was asked for',
      asked,
      { by: sinceTheRequest },
      'two-persons',
    ],
    ['A1 is confirmed by a party that the municipality knows', asked, { by: nobody }, 'unknown-party'],
    ['A1 is confirmed by staff with a login and a role that may', asked, { by: notEntitled }, 'not-entitled'],
    ['A1 has happened', asked, { disposedOn: '2026-03-03' }, 'date-ahead'],
  ]);

  it('A1 is refused while anything is open, also what was opened since it was asked for', () =>
    given(...asked)
      .when(intent.dispose({ open }))
      .thenRejected('subject/rests-on', ['appointed']));
});

describe("A4 A disposal of one entry's texts", () => {
  const entryAsked = [...person, entryRequested({ id: 'r' })];
  rows(intent.requestEntry, [
    ['A4 is asked for', person, {}, [entryRequested()]],
    ['A4 is of an entry that was recorded in error', person, { isStruckOut: false }, 'entry-stands'],
    ['A4 is asked for by somebody entitled', person, { by: notEntitled }, 'not-entitled'],
    ['A4 is of somebody', [], {}, 'no-such-subject'],
    ['A4 is not asked for when it is done', [...entryAsked, entryDisposed()], {}, []],
  ]);
  rows(intent.disposeEntry, [
    ['A4 is recorded, with the entry and all that was said of it', entryAsked, {}, [entryDisposed()]],
    ['A4 is asked for before', person, {}, 'not-requested'],
    ['A4 is asked for of that entry', [...person, entryRequested({ entry: 'another' })], {}, 'not-requested'],
    ['A4 takes two persons', entryAsked, { confirmedBy: 'party-2' }, 'two-persons'],
    [
      'A4 is not confirmed by somebody who was registered after it was asked for',
      entryAsked,
      { by: sinceTheRequest },
      'two-persons',
    ],
    ['A4 is not done when the entry stands again', entryAsked, { isStruckOut: false }, 'entry-stands'],
  ]);
  rows(intent.annul, [['A4 stands', [...entryAsked, entryDisposed({ id: 'x' })], {}, 'disposal-stands']]);
  rows(intent.correct, [
    [
      'A4 is not corrected',
      [...entryAsked, entryDisposed({ id: 'x' })],
      { changed: { disposedOn: '2026-02-28' } },
      'disposal-stands',
    ],
  ]);
});

describe('After a disposal, even of a part,', () => {
  rows(intent.link, [['no number is linked', inPart, {}, 'disposed']]);
  rows(intent.correct, [['nothing is corrected', inPart, { changed: { givenName: 'Testolf' } }, 'disposed']]);
  rows(intent.annul, [['nothing is annulled', inPart, { eventId: 'e1' }, 'disposed']]);
  rows(intent.register, [
    ['nobody is registered anew once all is gone', [...person, disposed()], {}, 'disposed'],
    ['a person is known by the number until that is disposed of too', inPart, {}, []],
  ]);
});
