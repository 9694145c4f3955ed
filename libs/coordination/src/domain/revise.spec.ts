import { specOf } from '#event-sourcing/testing/spec-of';
import type { Grant } from './basis.js';
import { coordinationDecider } from './decide.js';
import {
  annulled,
  appointed,
  caseId,
  closed,
  consent,
  corrected,
  decidedAs,
  grant,
  intent,
  joined,
  left,
  released,
  started,
  subjectId,
  undecided,
  withdrawal,
} from './facts.testing.js';

const { given } = specOf(coordinationDecider);
const { annul, correct } = intent;

describe('An annulment', () => {
  it('is recorded where nothing rests on the event', () => {
    given(consent(), appointed({ id: 'a' }))
      .when(annul('a'))
      .then(annulled('a'));
  });
  it.each([
    ['a consent on which a coordinator rests', [consent({ id: 'x' }), appointed()], ['e1']],
    ['a consent on which a plan rests', [consent({ id: 'x' }), started(), closed()], ['e1']],
    [
      'a consent on which a membership rests',
      [consent({ id: 'x', scopes: ['SHARE'] }), joined({ caseId })],
      ['e1'],
    ],
    ['a consent that was withdrawn', [consent({ id: 'x' }), withdrawal()], ['e1']],
    ['an appointment that was ended', [consent(), appointed({ id: 'x' }), released()], ['e2']],
    [
      'a release that another appointment followed',
      [
        consent(),
        appointed(),
        released({ id: 'x' }),
        appointed({ appointmentId: 'b', validFrom: '2026-02-15' }),
      ],
      ['e3'],
    ],
    ['a plan that was closed', [consent(), started({ id: 'x' }), closed()], ['e2']],
    ['a plan that a group gathers around', [consent(), started({ id: 'x' }), joined()], ['e2']],
    [
      'a closure that another plan followed',
      [
        consent(),
        started(),
        closed({ id: 'x' }),
        started({ planId: `${subjectId}.2`, startedOn: '2026-02-25' }),
      ],
      ['e3'],
    ],
    ['a joining that ended', [consent(), started(), joined({ id: 'x' }), left()], ['e3']],
  ])('is refused for %s', (_, facts, restsOn) => {
    given(...facts)
      .when(annul('x'))
      .thenRejected('coordination/rests-on', restsOn);
  });
  it('of a consent passes when another one covers what rests on it, even one recorded later', () => {
    given(consent({ id: 'x' }), appointed(), started(), joined(), consent({ consentId: 'consent-2' }))
      .when(annul('x'))
      .then(annulled('x'));
  });
  it('of a plan passes when the group was granted by itself', () => {
    given(consent(), started({ id: 'x' }), joined({ caseId }))
      .when(annul('x'))
      .then(annulled('x'));
  });
  it('of a closure opens the plan again', () => {
    given(consent(), started(), closed({ id: 'x' }))
      .when(annul('x'))
      .then(annulled('x'));
    const { stateAfter } = specOf(coordinationDecider);
    expect(stateAfter(consent(), started(), closed({ id: 'x' }), annulled('x')).plans).toEqual([
      { planId: `${subjectId}.1`, caseId, startedOn: '2026-02-03' },
    ]);
  });
  it('passes once what rested on the event was annulled', () => {
    given(consent(), started({ id: 'x' }), joined({ id: 'j' }), annulled('j'))
      .when(annul('x'))
      .then(annulled('x'));
  });
  it('passes over a fault that was there before', () => {
    // Withdrawn as of a day before the appointment, and typed in after it: received all the same.
    given(consent(), appointed(), withdrawal({ withdrawnOn: '2026-01-20' }), started({ id: 'x' }))
      .when(annul('x'))
      .then(annulled('x'));
  });
  it('of an annulment brings the event back, where it still may stand', () => {
    given(consent(), started({ id: 'x' }), annulled('x', 'y'))
      .when(annul('y'))
      .then(annulled('y'));
    given(consent(), started({ id: 'x' }), annulled('x', 'y'), started({ planId: `${subjectId}.2` }))
      .when(annul('y'))
      .thenRejected('coordination/rests-on', ['e3']);
  });
  it('is refused for an unknown event and for one annulled already', () => {
    given(consent()).when(annul('nowhere')).thenRejected('coordination/no-such-event');
    given(consent({ id: 'x' }), annulled('x'))
      .when(annul('x'))
      .thenRejected('coordination/already-annulled');
  });
});

describe('Annulling an annulment', () => {
  it('does not bring back what is to begin after the consent was withdrawn (invariant 3)', () => {
    const toCome = appointed({ id: 'x', validFrom: '2026-06-01' });
    given(consent(), toCome, annulled('x', 'y'), withdrawal())
      .when(annul('y'))
      .thenRejected('coordination/no-consent');
    given(consent(), appointed({ id: 'x' }), annulled('x', 'y'), withdrawal())
      .when(annul('y'))
      .then(annulled('y'));
  });
  it.each([
    ['an appointment', appointed({ id: 'x' })],
    ['a plan', started({ id: 'x' })],
    ['a membership', joined({ id: 'x', caseId })],
  ])('does not bring back %s whose decision is gone since', (_, fact) => {
    given(consent(), fact, annulled('x', 'y'))
      .when(annul('y', { [caseId]: undecided }))
      .thenRejected('coordination/not-granted');
    given(consent(), fact, annulled('x', 'y')).when(annul('y')).then(annulled('y'));
  });
  it('of a correction is refused with the rule that the corrected event would break', () => {
    const early = { ...corrected('PlanStarted', 'x', { startedOn: '2026-01-20' }), id: 'c' };
    given(consent(), started({ id: 'x' }), early, annulled('c', 'y'))
      .when(annul('y', { [caseId]: { ...grant(), decidedOn: '2026-01-25' } }))
      .thenRejected('coordination/before-decision');
  });
});

describe('A correction', () => {
  it('puts the right value beside the wrong one', () => {
    given(consent(), started({ id: 'x' }))
      .when(correct('x', { startedOn: '2026-02-05' }))
      .then(corrected('PlanStarted', 'x', { startedOn: '2026-02-05' }));
  });
  it('may add what was left out', () => {
    given(consent({ id: 'x' }))
      .when(correct('x', { validUntil: '2027-01-01', givenBy: 'GUARDIAN' }))
      .then(corrected('ConsentGiven', 'x', { validUntil: '2027-01-01', givenBy: 'GUARDIAN' }));
  });
  it('of what reads so already records nothing', () => {
    given(consent({ id: 'x' }))
      .when(correct('x', { givenOn: '2026-01-10', givenBy: 'SUBJECT' }))
      .thenNothing();
  });
  it('is recorded whole where one value of several reads so already', () => {
    const changed = { givenOn: '2026-01-10', givenBy: 'GUARDIAN' };
    given(consent({ id: 'x' }))
      .when(correct('x', changed))
      .then(corrected('ConsentGiven', 'x', changed));
  });
  it('is held against what the event reads now, earlier corrections included', () => {
    const facts = [consent({ id: 'x' }), corrected('ConsentGiven', 'x', { givenOn: '2026-01-08' })];
    given(...facts)
      .when(correct('x', { givenOn: '2026-01-08' }))
      .thenNothing();
    given(...facts)
      .when(correct('x', { givenOn: '2026-01-10' }))
      .then(corrected('ConsentGiven', 'x', { givenOn: '2026-01-10' }));
  });
  it('keeps the rules of the event itself', () => {
    given(consent({ id: 'x' }))
      .when(correct('x', { scopes: [] }))
      .thenRejected('coordination/consent-scopes');
    given(consent({ id: 'x' }))
      .when(correct('x', { givenOn: '2026-03-03' }))
      .thenRejected('coordination/date-ahead');
    given(consent(), started(), closed({ id: 'x' }))
      .when(correct('x', { closedOn: '2026-02-01' }))
      .thenRejected('coordination/date-order');
    given(consent(), started({ id: 'x' }))
      .when(correct('x', { startedOn: '2026-01-09' }))
      .thenRejected('coordination/no-consent');
    given(consent(), appointed({ id: 'x' }))
      .when(correct('x', { wishFollowed: 'NO' }))
      .thenRejected('coordination/wish-needs-reason');
    given(consent(), appointed(), appointed({ id: 'x', appointmentId: 'b', temporary: true }))
      .when(correct('x', { temporary: false }))
      .thenRejected('coordination/already-coordinated');
  });
  it.each([
    ["a coordinator's first day", appointed({ id: 'x' }), { validFrom: '2026-01-19' }],
    ['the start of a plan', started({ id: 'x' }), { startedOn: '2026-01-19' }],
    ['the day of joining', joined({ id: 'x', caseId }), { joinedOn: '2026-01-19' }],
  ])('of %s goes back to the day of the decision at most', (_, fact, changed) => {
    given(consent(), fact)
      .when(correct('x', changed, decidedAs({ ...grant(), decidedOn: '2026-01-20' })))
      .thenRejected('coordination/before-decision');
  });
  it('is possible of what lost its decision meanwhile', () => {
    given(consent(), appointed({ id: 'x' }))
      .when(correct('x', { unit: 'SCHOOL' }, decidedAs(undecided)))
      .then(corrected('CoordinatorAppointed', 'x', { unit: 'SCHOOL' }));
  });
  it.each([
    ["a coordinator's first day", appointed({ id: 'x' }), { validFrom: '2026-02-20' }],
    ['the start of a plan', started({ id: 'x' }), { startedOn: '2026-02-21' }],
    ['the day of joining', joined({ id: 'x', caseId }), { joinedOn: '2026-02-20' }],
  ])('of %s is held against a withdrawal recorded since (invariant 3)', (_, fact, changed) => {
    given(consent(), fact, withdrawal()).when(correct('x', changed)).thenRejected('coordination/no-consent');
    const earlier = Object.fromEntries(Object.keys(changed).map((field) => [field, '2026-02-19']));
    given(consent(), fact, withdrawal())
      .when(correct('x', earlier))
      .then(corrected(fact.type, 'x', earlier));
    given(consent(), fact, withdrawal(), consent({ consentId: 'consent-2', givenOn: '2026-02-20' }))
      .when(correct('x', changed))
      .then(corrected(fact.type, 'x', changed));
  });
  it('of what a withdrawal did not undo is possible as long as it begins when it did', () => {
    given(consent(), appointed({ id: 'x' }), withdrawal({ withdrawnOn: '2026-01-20' }))
      .when(correct('x', { unit: 'SCHOOL' }))
      .then(corrected('CoordinatorAppointed', 'x', { unit: 'SCHOOL' }));
  });
  it('of what lost its decision leads to a case that grants it, and to no other', () => {
    const grants = {
      [caseId]: undecided,
      'case-2': grant(),
      'case-3': { ...grant(), subjectId: 'somebody-else' },
    };
    given(consent(), appointed({ id: 'x' }))
      .when(correct('x', { caseId: 'case-3' }, { grants }))
      .thenRejected('coordination/not-granted');
    given(consent(), appointed({ id: 'x' }))
      .when(correct('x', { caseId: 'case-2' }, { grants }))
      .then(corrected('CoordinatorAppointed', 'x', { caseId: 'case-2' }));
  });
  it('of what begins before its decision does not move it to another such day', () => {
    given(consent(), started({ id: 'x' }))
      .when(correct('x', { startedOn: '2026-02-02' }, decidedAs({ ...grant(), decidedOn: '2026-02-10' })))
      .thenRejected('coordination/before-decision');
  });
  it('names no case for a member where a group presupposes a plan', () => {
    const facts = [consent(), started(), joined({ id: 'x' })];
    const named = (groupPresupposesPlan: boolean) => correct('x', { caseId }, { groupPresupposesPlan });
    given(...facts)
      .when(named(true))
      .thenRejected('coordination/no-group-basis');
    given(...facts)
      .when(named(false))
      .then(corrected('MemberJoinedGroup', 'x', { caseId }));
  });
  it('of a kind keeps child coordinators with children', () => {
    given(consent(), appointed({ id: 'x' }))
      .when(correct('x', { kind: 'CHILD' }, { birthYear: 1980 }))
      .thenRejected('coordination/adult');
    given(consent(), appointed({ id: 'x' }))
      .when(correct('x', { kind: 'CHILD' }, { birthYear: 2015 }))
      .then(corrected('CoordinatorAppointed', 'x', { kind: 'CHILD' }));
  });
  it('of a first day keeps child coordinators with children', () => {
    const facts = [consent(), appointed({ id: 'x', kind: 'CHILD' })];
    const [allowed, refused] = [{ validFrom: '2026-12-30' }, { validFrom: '2026-12-31' }];
    given(...facts)
      .when(correct('x', refused, { birthYear: 2008 }))
      .thenRejected('coordination/adult');
    given(...facts)
      .when(correct('x', allowed, { birthYear: 2008 }))
      .then(corrected('CoordinatorAppointed', 'x', allowed));
  });
  it('of a consent keeps it with those who can consent', () => {
    given(consent({ id: 'x', givenBy: 'GUARDIAN' }))
      .when(correct('x', { givenBy: 'SUBJECT' }, { birthYear: 2015 }))
      .thenRejected('coordination/under-16');
    given(consent({ id: 'x' }))
      .when(correct('x', { validUntil: '2026-12-31' }, { birthYear: 2015 }))
      .then(corrected('ConsentGiven', 'x', { validUntil: '2026-12-31' }));
  });
  it('of a closure keeps it after those who joined', () => {
    given(consent(), started(), joined(), closed({ id: 'x' }))
      .when(correct('x', { closedOn: '2026-02-09' }))
      .thenRejected('coordination/joined-later');
    given(consent(), started(), joined({ id: 'x' }), closed())
      .when(correct('x', { joinedOn: '2026-02-26' }))
      .thenRejected('coordination/rests-on', ['e3']);
  });
  it.each([
    ['the day of a consent', [consent({ id: 'x' }), appointed()], { givenOn: '2026-02-02' }, ['e1']],
    [
      'the scopes of a consent',
      [consent({ id: 'x' }), appointed(), started()],
      { scopes: ['COORDINATOR'] },
      ['e2'],
    ],
    [
      'the start of a plan',
      [consent(), started({ id: 'x' }), joined(), closed()],
      { startedOn: '2026-02-11' },
      ['e2'],
    ],
    [
      'the closure of a plan',
      [
        consent(),
        started(),
        closed({ id: 'x' }),
        started({ planId: `${subjectId}.2`, startedOn: '2026-02-25' }),
      ],
      { closedOn: '2026-02-26' },
      ['e3'],
    ],
    [
      "a coordinator's first day",
      [consent(), appointed({ id: 'x' }), released()],
      { validFrom: '2026-02-16' },
      ['e2'],
    ],
  ])('of %s is refused where later entries rest on it', (_, facts, changed, restsOn) => {
    given(...facts)
      .when(correct('x', changed))
      .thenRejected('coordination/rests-on', restsOn);
  });
  it.each([
    ['the id that the event gives', { planId: `${subjectId}.7` }, 'changed.planId'],
    ['whose record it is', { subjectId: 'somebody-else' }, 'changed.subjectId'],
    ['a field that the event has not', { closedOn: '2026-02-01' }, 'changed.closedOn'],
    ['a value of another kind', { startedOn: 20260201 }, 'changed.startedOn'],
    ['a day that is none', { startedOn: '2026-02-30' }, 'changed.startedOn'],
    ['to no value', { startedOn: null }, 'changed.startedOn'],
    ['nothing', {}, 'changed'],
  ])('cannot change %s', (_, changed, path) => {
    const outcome = given(consent(), started({ id: 'x' })).when(correct('x', changed));
    expect(() => outcome.facts()).toThrow(`cannot be recorded: ${path} `);
  });
  it('puts the coordinator or the member right, who must be registered', () => {
    for (const [type, facts, changed] of [
      ['CoordinatorAppointed', [consent(), appointed({ id: 'x' }), released()], { coordinatorId: 'party-8' }],
      ['MemberJoinedGroup', [consent(), started(), joined({ id: 'x' }), left()], { partyId: 'party-8' }],
    ] as const) {
      given(...facts)
        .when(correct('x', changed))
        .then(corrected(type, 'x', changed));
      given(...facts)
        .when(correct('x', changed, { partyIsKnown: false }))
        .thenRejected('coordination/unknown-party');
    }
    given(consent(), started(), joined(), joined({ id: 'x', memberId: 'member-2', partyId: 'party-8' }))
      .when(correct('x', { partyId: 'party-9' }))
      .thenRejected('coordination/already-member');
  });
  it.each([
    ['CoordinatorAppointed', [consent(), appointed({ id: 'x' })]],
    ['PlanStarted', [consent(), started({ id: 'x' })]],
    ['MemberJoinedGroup', [consent(), joined({ id: 'x', caseId })]],
  ])('puts right on which case %s rests, which must grant it', (type, facts) => {
    const [changed, to] = [
      { caseId: 'case-2' },
      (one: Grant) => ({
        grants: { ...decidedAs(grant()).grants, 'case-2': one },
      }),
    ];
    given(...facts)
      .when(correct('x', changed, to(grant())))
      .then(corrected(type, 'x', changed));
    given(...facts)
      .when(correct('x', changed, to(undecided)))
      .thenRejected('coordination/not-granted');
    given(...facts)
      .when(correct('x', changed, to({ ...grant(), decidedOn: '2026-02-28' })))
      .thenRejected('coordination/before-decision');
  });
  it('empties what an event may lack, where the rules let it', () => {
    given(consent({ id: 'x', validUntil: '2026-01-31' }), withdrawal({ withdrawnOn: '2026-01-20' }))
      .when(correct('x', { validUntil: null }))
      .then(corrected('ConsentGiven', 'x', { validUntil: null }));
    given(
      consent({ id: 'x', validUntil: '2026-01-31' }),
      corrected('ConsentGiven', 'x', { validUntil: null }),
    )
      .when(correct('x', { validUntil: null }))
      .thenNothing();
    const [aroundPlan, alone] = [
      [consent(), started(), joined({ id: 'x', caseId })],
      [consent(), joined({ id: 'x', caseId })],
    ];
    given(...aroundPlan)
      .when(correct('x', { caseId: null }))
      .then(corrected('MemberJoinedGroup', 'x', { caseId: null }));
    given(...alone)
      .when(correct('x', { caseId: null }))
      .thenRejected('coordination/no-group-basis');
    given(consent(), appointed({ id: 'x', wishFollowed: 'NO', reason: 'Ingen annen var ledig.' }))
      .when(correct('x', { reason: null }))
      .thenRejected('coordination/wish-needs-reason');
  });
  it('needs a declared event that stands', () => {
    given(consent())
      .when(correct('nowhere', { givenOn: '2026-01-01' }))
      .thenRejected('coordination/no-such-event');
    given(consent({ id: 'x' }), annulled('x', 'y'))
      .when(correct('y', { reason: 'Annen grunn.' }))
      .thenRejected('coordination/not-correctable');
    given(consent({ id: 'x' }), annulled('x'))
      .when(correct('x', { givenOn: '2026-01-01' }))
      .thenRejected('coordination/already-annulled');
  });
});
