import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { aure, decided, fact, intent } from '../example-case.testing.js';

const { given, rows, stateAfter } = specOf(caseDecider);
const received = [fact.application()];
const withdrawn = [fact.application(), fact.withdrawal()];
const later = { completedOn: '2026-02-25' };

describe('completing an application', () =>
  rows(intent.completeApplication, [
    ['is recorded when its signature comes', received, {}, [fact.applicationCompletion()]],
    [
      'is recorded also after the decision',
      [...decided, fact.notification()],
      later,
      [fact.applicationCompletion(later)],
    ],
    ['needs a case', [], {}, 'no-such-case'],
    ['needs an application', [fact.need()], {}, 'no-application'],
    ['is refused after the withdrawal', withdrawn, {}, 'withdrawn'],
    ['is refused where nothing lacks', [fact.application({ signed: true })], {}, 'nothing-missing'],
    ['is refused twice', [...received, fact.applicationCompletion()], {}, 'nothing-missing'],
    ['is refused with nothing', received, { what: [] }, 'nothing-missing'],
    ['is not before it was received', received, { completedOn: '2026-02-02' }, 'date-order'],
    ['has happened', received, { completedOn: '2026-03-03' }, 'date-ahead'],
  ]));

describe('the consent statement of a form', () => {
  const consent = {
    consentScopes: ['PLAN', 'SHARE'],
    consentGivenBy: 'SUBJECT',
    consentGivenOn: '2026-02-02',
  } as const;
  rows(intent.receive, [
    ['is received with it, with giver and day (U2)', [], consent, [fact.application(consent)]],
    ['says who gave it', [], { ...consent, consentGivenBy: undefined }, 'form-consent'],
    ['says when it was given', [], { ...consent, consentGivenOn: undefined }, 'form-consent'],
    ['says what it covers', [], { ...consent, consentScopes: undefined }, 'form-consent'],
    ['covers something', [], { ...consent, consentScopes: [] }, 'form-consent'],
    ['names each matter once', [], { ...consent, consentScopes: ['PLAN', 'PLAN'] }, 'form-consent'],
    ['was given', [], { ...consent, consentGivenOn: '2026-03-03' }, 'date-ahead'],
    ['names a giver who is registered', [], { ...consent, partyIsKnown: false }, 'unknown-party'],
  ]);
});

describe('an application that is applied for by word of mouth', () => {
  const oral = { written: false, channel: 'PHONE' } as const;
  const told = fact.application({ ...oral, asksForWriting: true });
  const writing = { what: ['WRITING'] } as const;
  rows(intent.receive, [
    [
      'stands open until it is in writing, where the municipality asks for that (S7)',
      [],
      { ...oral, profile: { ...aure, asksForWriting: true } },
      [told],
    ],
    ['is complete as it is where it does not', [], oral, [fact.application(oral)]],
    ['is told of by nobody as one to be written', [], { asksForWriting: true }, 'writing-by-profile'],
  ]);
  rows(intent.completeApplication, [
    [
      'is completed when the person sends it in writing',
      [told],
      writing,
      [fact.applicationCompletion(writing)],
    ],
    [
      'lacks nothing of the kind where nobody asks for it',
      [fact.application(oral)],
      writing,
      'nothing-missing',
    ],
  ]);
  rows(intent.writeWithHelp, [
    ['is written down with the person by who helps (S7, U12)', [told], {}, [fact.assistedApplication()]],
    [
      'is written down where nobody asks for it too, and after the decision',
      [fact.application(oral), fact.meeting(), ...decided.slice(2)],
      { writtenOn: '2026-02-25' },
      [fact.assistedApplication({ writtenOn: '2026-02-25' })],
    ],
    ['needs an application', [fact.need()], {}, 'no-application'],
    ['is refused where it is in writing', received, {}, 'already-written'],
    ['is refused twice', [told, fact.assistedApplication()], {}, 'already-written'],
    [
      'is refused where it came in writing later',
      [told, fact.applicationCompletion(writing)],
      {},
      'already-written',
    ],
    ['names a helper who is registered', [told], { partyIsKnown: false }, 'unknown-party'],
    ['is not before it was received', [told], { writtenOn: '2026-02-02' }, 'date-order'],
    ['is not before it was said', [told], { saidOn: '2026-02-06' }, 'date-order'],
    ['has happened', [told], { writtenOn: '2026-03-03' }, 'date-ahead'],
  ]);
  rows(
    (differs: object) => intent.correct('e0', { written: true, ...differs }),
    [
      [
        'is not said to have been in writing once it was written down: annul that first',
        [told, fact.assistedApplication()],
        {},
        'rests-on',
      ],
      ['leaves to the profile whether it must be', [told], { asksForWriting: false }, 'writing-by-profile'],
    ],
  );

  it('is signed when it is written down, or still to be signed', () => {
    const missingAfter = (signed: boolean) => stateAfter(told, fact.assistedApplication({ signed }));
    expect(missingAfter(true)).toMatchObject({ written: true, missing: [] });
    expect(missingAfter(false)).toMatchObject({ written: true, missing: ['SIGNATURE'] });
  });
});

describe('withdrawing an application', () =>
  rows(intent.withdraw, [
    ['is recorded', received, {}, [fact.withdrawal()]],
    ['needs a case', [], {}, 'no-such-case'],
    ['needs an application', [fact.need()], {}, 'no-application'],
    ['is refused twice', withdrawn, {}, 'withdrawn'],
    ['is refused after the decision', decided, {}, 'already-decided'],
    ['is not before it was received', received, { withdrawnOn: '2026-02-02' }, 'date-order'],
    ['has happened', received, { withdrawnOn: '2026-03-03' }, 'date-ahead'],
  ]));

describe('a case that is withdrawn', () =>
  it('says so without a word of mappings where something else is refused', () =>
    expect(() =>
      given(...withdrawn)
        .when(intent.completeApplication())
        .facts(),
    ).toThrow(/^The application in this case has been withdrawn\.$/)));
