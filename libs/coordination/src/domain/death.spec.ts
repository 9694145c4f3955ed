import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from './decide.js';
import {
  appointed,
  closed,
  consent,
  grant,
  caseId,
  intent,
  joined,
  left,
  released,
  started,
  subjectId,
} from './facts.testing.js';

const { given, rows, stateAfter } = specOf(coordinationDecider);
const toldOn = '2026-02-26';
const reasonCode = 'DECEASED' as const;
const end = { type: 'EndForDeath', data: { subjectId, deathToldOn: toldOn } } as const;
const takeBack = {
  type: 'TakeEndsBack',
  data: { subjectId, grants: { [caseId]: grant() }, birthYear: undefined },
} as const;
const ended = (endedOn = toldOn) => ({
  type: 'CoordinationEnded' as const,
  data: { subjectId, endedOn, reasonCode },
});
const running = [consent(), appointed(), started(), joined()];
const ends = [
  released({ releasedOn: toldOn, reasonCode }),
  left({ leftOn: toldOn, reasonCode }),
  closed({ closedOn: toldOn, reasonCode }),
  ended(),
];

describe('D1 The coordination of somebody who is dead', () => {
  it('ends on the day on which the unit was told: coordinator, group, plan and consents', () => {
    given(...running)
      .when(end)
      .then(...ends);
  });
  it('ends once', () => {
    given(...running, ...ends)
      .when(end)
      .thenNothing();
  });
  it('ends also where nothing runs, so that nobody is waited for', () => {
    given(consent(), appointed(), released()).when(end).then(ended());
  });
  it('ends no sooner than what began last', () => {
    const endedOn = '2026-02-28';
    const late = { memberId: 'member-2', partyId: 'party-8' };
    const facts = [
      released({ releasedOn: endedOn, reasonCode }),
      left({ leftOn: endedOn, reasonCode }),
      left({ memberId: 'member-2', leftOn: endedOn, reasonCode }),
      closed({ closedOn: endedOn, reasonCode }),
      ended(endedOn),
    ];
    given(...running, joined({ ...late, joinedOn: endedOn }))
      .when(end)
      .then(...facts);
  });
  it('ends for who was to come before she begins', () => {
    given(consent(), appointed({ validFrom: '2026-04-01' }))
      .when(end)
      .then(released({ releasedOn: '2026-04-01', reasonCode }), ended());
  });
  it('ends again for what was typed in after it', () => {
    given(...running, ...ends, appointed({ appointmentId: 'appointment-2', temporary: true }))
      .when(end)
      .then(released({ appointmentId: 'appointment-2', releasedOn: toldOn, reasonCode }), ended());
  });
  it('leaves nobody to be missed, and nothing of a grant', () => {
    given(...running, ...ends)
      .when(intent.detectGap())
      .thenNothing();
    given(...running, ...ends, consent({ consentId: 'consent-2', givenOn: '2026-03-01' }))
      .when(intent.appoint({ validFrom: '2026-03-01' }))
      .thenRejected('coordination/grant-used-up');
  });
});

describe('D1 Of somebody dead', () => {
  const dead = { deathToldOn: toldOn };
  rows(intent.appoint, [
    [
      'nobody begins to coordinate after the unit was told',
      [consent()],
      { ...dead, validFrom: '2026-02-27' },
      'deceased',
    ],
    [
      'who coordinated before is still recorded, though no consent holds today',
      [consent(), ended()],
      { ...dead, validFrom: '2026-02-01' },
      [appointed({ appointmentId: 'appointment-2' })],
    ],
  ]);
  rows(intent.consent, [
    ['no consent is given after that', [], { ...dead, givenOn: '2026-02-27' }, 'deceased'],
  ]);
  rows(intent.release, [
    [
      'who coordinates is released whenever',
      [consent(), appointed()],
      { ...dead, releasedOn: '2026-02-28' },
      [released({ releasedOn: '2026-02-28' })],
    ],
  ]);
  it('nothing is moved to after that by a correction', () => {
    given(consent(), appointed())
      .when(intent.correct('e1', { validFrom: '2026-02-27' }, dead))
      .thenRejected('coordination/deceased');
  });
});

describe('D1 A death that was recorded in error', () => {
  const bySystem = ends.map((fact) => ({ ...fact, role: 'SYSTEM' }));
  it('gives back what it ended', () => {
    const facts = given(...running, ...bySystem)
      .when(takeBack)
      .facts();
    expect(facts.map(({ data }) => (data as { readonly corrects?: string }).corrects)).toEqual([
      'e7',
      'e6',
      'e5',
      'e4',
    ]);
    expect(stateAfter(...running, ...bySystem, ...(facts as never[]))).toEqual(stateAfter(...running));
  });
  it('gives back nothing that people ended', () => {
    given(...running, ...ends)
      .when(takeBack)
      .thenNothing();
  });
  it('gives back nothing whose place was taken', () => {
    const facts = given(
      ...running,
      ...bySystem,
      appointed({ appointmentId: 'appointment-2', validFrom: toldOn }),
    )
      .when(takeBack)
      .facts();
    expect(facts).toHaveLength(3);
  });
});
