import { specOf, type ToldFact } from '#event-sourcing/testing/spec-of';
import { subjectDecider } from './decide.js';
import type { subjectEvents } from './events.js';
import {
  annulled,
  corrected,
  intent,
  linked,
  mergedFrom,
  mergedInto,
  registered,
  renamed,
  replaced,
} from './example-person.testing.js';

const { given, rows, stateAfter } = specOf(subjectDecider);
type Facts = readonly ToldFact<typeof subjectEvents>[];
type Changed = Readonly<Record<string, unknown>>;

const correcting = (changed: Changed) => intent.correct({ changed });
const rewritten = (changed: Changed, id?: string) => corrected('SubjectRegistered', changed, id);

const person = [registered({ id: 'x' })];
const numbered = [registered({ id: 'x', identityNumber: '12345678901' })];
const numberedLater = [registered(), linked({ id: 'x' })];
const dated = [registered({ id: 'x', birthDate: '1990-05-17', birthYear: 1990 })];
const ofYear = [registered({ id: 'x', birthYear: 1990 })];
const full = [
  registered({ id: 'x', identityNumber: '12345678901', birthDate: '1990-05-17', birthYear: 1990 }),
];
const merged = [registered(), mergedInto({ id: 'x' })];

const toName = { givenName: 'Testolf' };
const toNumber = { identityNumber: '10987654321' };
const toPerson = {
  familyName: 'Prøvestad',
  birthDate: '1990-05-17',
  birthYear: 1990,
  protectedAddress: true,
};
const toNothing = { identityNumber: null, birthDate: null, birthYear: null };
const undated = { birthYear: null, birthDate: null };

describe('A correction of a person', () => {
  rows(correcting, [
    ['puts names, dates and protection right', person, toPerson, [rewritten(toPerson)]],
    ['puts a name right also where a number came later', [...person, linked()], toName, [rewritten(toName)]],
    ['empties what a registration may lack', full, toNothing, [rewritten(toNothing)]],
    [
      'records nothing where the event reads so already',
      ofYear,
      { birthYear: 1990, protectedAddress: false, birthDate: null },
      [],
    ],
    ['C7 may empty a name that was none', person, { givenName: null }, [rewritten({ givenName: null })]],
    [
      'C7 leaves something to find the person by',
      person,
      { givenName: null, familyName: null },
      'not-to-be-known',
    ],
    [
      'C7 may empty all names of whoever is known by a day',
      dated,
      { givenName: null, familyName: null },
      [rewritten({ givenName: null, familyName: null })],
    ],
    [
      'C3 leaves a new name one',
      [registered(), renamed({ id: 'x', givenName: undefined })],
      { familyName: null },
      'no-name',
    ],
    ['C4 changes nothing of whose coordination goes on', merged, { goesOn: 'MERGED' }, 'merge-goes-on'],
    ['tells a day that can be', person, { birthDate: '2030-01-01' }, 'impossible-birth-date'],
  ]);

  rows(intent.correct, [
    ['needs an event that is there', person, { eventId: 'nowhere', changed: toName }, 'no-such-event'],
    ['needs a person who is there', [], { eventId: 'nowhere', changed: toName }, 'no-such-subject'],
    [
      'is of no annulment',
      [...numberedLater, annulled('x', 'y')],
      { eventId: 'y', changed: { reasonCode: 'OTHER' } },
      'not-correctable',
    ],
    [
      'lets number and date not tell two days of birth',
      numbered,
      { changed: { birthDate: '2015-05-17' }, birthDiffers: true },
      'birth-date-differs',
    ],
  ]);

  it.each([
    ['an id', { subjectId: 'somebody-else' }, 'changed.subjectId'],
    ['a field that the event has not', { nickname: 'Testa' }, 'changed.nickname'],
    ['a value of another kind', { protectedAddress: 'yes' }, 'changed.protectedAddress'],
    ['a year that is none', { birthYear: '1990' }, 'changed.birthYear'],
    ['a year that nobody can be born in', { birthYear: 2_147_483_648 }, 'changed.birthYear'],
    ['a day that is none', { birthDate: '1990-02-30' }, 'changed.birthDate'],
    ['to no word on protection', { protectedAddress: null }, 'changed.protectedAddress'],
    ['nothing', {}, 'changed'],
  ])('cannot change %s', (_, changed, path) => {
    const outcome = given(...person).when(correcting(changed));
    expect(() => outcome.facts()).toThrow(`cannot be recorded: ${path} `);
  });
});

describe('A correction of an identity number', () =>
  rows(correcting, [
    [
      'C2 does not empty one that was replaced',
      [...numbered, replaced()],
      { identityNumber: null },
      'rests-on',
    ],
    ['C2 puts one that was replaced right', [...numbered, replaced()], toNumber, [rewritten(toNumber)]],
    [
      'is of the event that linked it',
      numberedLater,
      toNumber,
      [corrected('SubjectIdentityLinked', toNumber)],
    ],
    ['is not of the registration where it was linked later', [...person, linked()], toNumber, 'has-identity'],
    ['brings one into a registration that has none', person, toNumber, [rewritten(toNumber)]],
    [
      'brings one into a registration whose later one was annulled',
      [...person, linked({ id: 'wrong' }), annulled('wrong')],
      toNumber,
      [rewritten(toNumber)],
    ],
    [
      'brings none into a registration that was freed of one, once another was linked',
      [...numbered, rewritten({ identityNumber: null }), linked({ identityNumber: '10987654321' })],
      { identityNumber: '12345678902' },
      'has-identity',
    ],
  ]));

describe('A correction of a birth year', () =>
  rows(correcting, [
    ['stands alone where there is no date', ofYear, { birthYear: 1992 }, [rewritten({ birthYear: 1992 })]],
    ['does not stand alone where there is a date', dated, { birthYear: 1992 }, 'year-of-date'],
    [
      'stands alone where the date was emptied',
      [registered({ id: 'x', birthDate: '1990-05-17' }), rewritten({ birthDate: null })],
      { birthYear: 1991 },
      [rewritten({ birthYear: 1991 })],
    ],
    ['may be to the year that has begun', person, { birthYear: 2026 }, [rewritten({ birthYear: 2026 })]],
    ['is to no year after it', person, { birthYear: 2027 }, 'impossible-birth-year'],
    ['is to no year of a later century', person, { birthYear: 2100 }, 'impossible-birth-year'],
    ['follows from a date that is emptied', dated, { birthDate: null }, [rewritten(undated)]],
    [
      'does not follow where another year is told',
      dated,
      { birthDate: null, birthYear: 1991 },
      [rewritten({ birthDate: null, birthYear: 1991 })],
    ],
    [
      'does not follow where there was no date',
      ofYear,
      { birthDate: null, ...toName },
      [rewritten({ birthDate: null, ...toName })],
    ],
  ]));

describe('A person after a correction', () =>
  it.each<[string, Facts, object]>([
    ['has the year of the right date', [...person, rewritten(toPerson)], { birthYear: 1990 }],
    ['has no year where the date was emptied', [...dated, rewritten(undated)], { birthYear: undefined }],
    [
      'has no number where it was emptied',
      [...full, rewritten(toNothing)],
      { hasIdentity: false, birthYear: undefined },
    ],
    ['is not there where the registration was annulled', [...person, annulled('x')], { isRegistered: false }],
  ])('%s', (_, facts, state) => expect(stateAfter(...facts)).toMatchObject(state)));

const asDouble = annulled('x');
const duplicate = { reasonCode: 'DUPLICATE' } as const;

describe('An annulment about a person', () => {
  rows(intent.annul, [
    ['takes a linked number back', numberedLater, {}, [annulled('x')]],
    ['takes a correction back', [...person, rewritten(toName, 'y')], { eventId: 'y' }, [annulled('y')]],
    ['is refused for what is annulled already', [...numberedLater, annulled('x')], {}, 'already-annulled'],
    [
      'brings back a correction that changed no number',
      [...person, rewritten(toName, 'y'), annulled('y', 'z')],
      { eventId: 'z' },
      [annulled('z')],
    ],
    [
      'never brings back a number that was linked',
      [...numberedLater, annulled('x', 'y')],
      { eventId: 'y' },
      'identity-not-restored',
    ],
    [
      'never brings back a number that was corrected',
      [...person, rewritten(toNumber, 'y')],
      { eventId: 'y' },
      'identity-not-restored',
    ],
    [
      'never brings back a number that was emptied',
      [...full, rewritten(toNothing, 'y')],
      { eventId: 'y' },
      'identity-not-restored',
    ],
    [
      'brings back no birth date beside another',
      [
        registered({ id: 'x', birthDate: '1999-01-01' }),
        rewritten({ birthDate: '1982-01-07', birthYear: 1982 }, 'y'),
        linked(),
      ],
      { eventId: 'y', birthDiffers: true },
      'birth-date-differs',
    ],
    [
      'C2 never brings back a number that replaced another',
      [registered(), linked(), replaced({ id: 'x' }), annulled('x', 'y')],
      { eventId: 'y' },
      'identity-not-restored',
    ],
    [
      'C2 takes a replacement back, and the number of before holds again',
      [registered(), linked(), replaced({ id: 'x' })],
      {},
      [annulled('x')],
    ],
    ['C2 leaves a number that was replaced', [...numberedLater, replaced()], {}, 'rests-on'],
    [
      'C2 leaves the number of a registration that was replaced',
      [...numbered, rewritten({ identityNumber: '10987654321' }, 'y'), replaced()],
      { eventId: 'y' },
      'identity-not-restored',
    ],
    ['C3 takes a new name back', [registered(), renamed({ id: 'x' })], {}, [annulled('x')]],
    ['C4 takes a merge back', merged, {}, [annulled('x')]],
    [
      'C4 leaves a merge after which the coordination of both goes on',
      [registered(), mergedInto({ id: 'x', goesOn: 'MERGED' })],
      {},
      'merge-goes-on',
    ],
    ['C4 leaves what tells of a merge', [registered(), mergedFrom({ id: 'x' })], {}, 'merge-told'],
    [
      'C4 does not bring back what told of a merge',
      [registered(), mergedFrom({ id: 'y' }), annulled('y', 'x')],
      {},
      'merge-not-restored',
    ],
    [
      'C4 does not bring back a merge that was taken back',
      [registered(), mergedInto({ id: 'y' }), annulled('y', 'x')],
      {},
      'merge-not-restored',
    ],
    ['may take one of two birth dates away', numberedLater, { birthDiffers: true }, [annulled('x')]],
  ]);
});

describe('An annulment of a registration', () => {
  rows(intent.annul, [
    [
      'takes it back where it is one too many',
      person,
      duplicate,
      [{ ...asDouble, data: { ...asDouble.data, ...duplicate } }],
    ],
    ['does not take it back otherwise', person, {}, 'registration-stands'],
    ['leaves it where it holds a number', numbered, duplicate, 'has-identity'],
    ['leaves it where a number was linked', [...person, linked()], duplicate, 'has-identity'],
    ['C4 leaves it where it was merged', [...person, mergedInto()], duplicate, 'merged'],
    ['C4 leaves it where another was merged into it', [...person, mergedFrom()], duplicate, 'has-merged'],
    [
      'can itself be annulled, and the person is there again',
      [...person, annulled('x', 'y')],
      { eventId: 'y' },
      [annulled('y')],
    ],
  ]);

  it('is refused where something rests on it, and names that', () => {
    const restingElsewhere = ['consent-1', 'plan-1'].map((eventId) => ({
      eventId,
      type: 'ConsentGiven',
      stream: 'elsewhere',
    }));
    given(...person)
      .when(intent.annul({ ...duplicate, restingElsewhere }))
      .thenRejected('subject/rests-on', ['consent-1', 'plan-1']);
  });
});
