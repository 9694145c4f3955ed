import { specOf } from '#event-sourcing/testing/spec-of';
import { meetingDecider } from './decide.js';
import { annul, correct, fact, intentOf } from './example-meeting.testing.js';

const { given, rows } = specOf(meetingDecider);
const ofCase = { subjectId: 'subject-1', waits: true, isRecommended: true, disqualified: [] };
const planned = [fact.planned()];
const ofUnit = [fact.planned({ kind: 'UNIT' })];
const withCase = [...planned, fact.putOn()];
const fixed = [...withCase, fact.fixed()];
const held = [...fixed, fact.held()];
const treated = [...held, fact.treated()];
const written = [...treated, fact.minutes()];
const approved = [...written, fact.approved()];
const unitHeld = [...ofUnit, fact.putOn(), fact.held({ quorum: undefined })];

describe('planning a meeting (S6, U9)', () => {
  rows(intentOf(fact.planned()), [
    ['is recorded', [], {}, planned],
    ['may be for a day to come', [], { meetsOn: '2026-04-01' }, [fact.planned({ meetsOn: '2026-04-01' })]],
    ['is not for a day before it is planned', [], { meetsOn: '2026-01-31' }, 'date-order'],
    ['is done once', planned, {}, 'meeting-already-planned'],
    ['names whom the municipality knows', [], { partyIsKnown: false }, 'unknown-party'],
  ]);
  rows(intentOf(fact.moved()), [
    ['D4 is moved, for all of its cases', withCase, {}, [fact.moved()]],
    [
      'is not moved to before a case was put on it',
      withCase,
      { meetsOn: '2026-02-04', movedOn: '2026-02-02' },
      'date-order',
    ],
    ['is not moved once it is held', held, {}, 'meeting-held'],
    ['is not moved where there is none', [], {}, 'no-such-meeting'],
  ]);
  rows(intentOf(fact.cancelled()), [
    ['is cancelled', withCase, {}, [fact.cancelled()]],
    ['is not cancelled once it is held', held, {}, 'meeting-held'],
    ['is cancelled once', [...planned, fact.cancelled()], {}, 'meeting-cancelled'],
  ]);
});

describe('the agenda of a meeting', () => {
  const waitsNot = { asked: { case: { ...ofCase, waits: false } } };
  const unrecommended = { asked: { case: { ...ofCase, isRecommended: false } } };
  const unknown = { asked: { case: { ...ofCase, subjectId: undefined, waits: false } } };
  rows(intentOf(fact.putOn()), [
    ['takes a case that waits (U15)', planned, {}, [fact.putOn()]],
    ['takes it once', withCase, {}, []],
    ['takes none that waits for nothing', planned, waitsNot, 'case-does-not-wait'],
    ['takes none that is not there', planned, unknown, 'no-such-case'],
    ['of the board takes what the unit recommends (S6)', planned, unrecommended, 'not-recommended'],
    ['of the unit takes a case without recommendation', ofUnit, unrecommended, [fact.putOn()]],
    ['takes none after it was fixed (S6)', [...planned, fact.fixed()], {}, 'agenda-fixed'],
    ['takes none once the meeting is held', unitHeld, {}, 'meeting-held'],
    ['takes none of a cancelled meeting', [...planned, fact.cancelled()], {}, 'meeting-cancelled'],
    ['takes none after the day of the meeting', planned, { putOn: '2026-02-21' }, 'date-order'],
  ]);
  rows(intentOf(fact.takenOff()), [
    ['lets a case go', withCase, {}, [fact.takenOff()]],
    ['lets none go that is not on it', planned, {}, 'case-not-on-agenda'],
    ['lets none go after it was fixed (S6)', fixed, {}, 'agenda-fixed'],
  ]);
  const two = [...withCase, fact.putOn({ caseId: 'case-2', subjectId: 'subject-2' })];
  rows(intentOf(fact.ordered()), [
    ['is put in order', two, {}, [fact.ordered()]],
    ['is put in order once', [...two, fact.ordered()], {}, []],
    ['as it is already changes nothing', two, { caseIds: ['case-1'] }, []],
    [
      'has first what is named',
      [...two, fact.ordered()],
      { caseIds: ['case-1'] },
      [fact.ordered({ caseIds: ['case-1'] })],
    ],
    ['names each once', two, { caseIds: ['case-2', 'case-2'] }, 'case-named-twice'],
    ['names what is on it', withCase, {}, 'case-not-on-agenda'],
    ['keeps its order once it is fixed (S6)', [...two, fact.fixed()], {}, 'agenda-fixed'],
    ['is not put in order after the meeting', two, { orderedOn: '2026-02-21' }, 'date-order'],
  ]);
  rows(intentOf(fact.fixed()), [
    ['is fixed', withCase, {}, [fact.fixed()]],
    ['is fixed once', fixed, {}, []],
    ['is not fixed after the meeting', withCase, { fixedOn: '2026-02-21' }, 'date-order'],
  ]);
});

describe('holding a meeting', () => {
  const nobody = { asked: { board: { members: [], quorum: 2 } } };
  const noQuorum = { asked: { board: { members: ['party-1', 'party-2'], quorum: undefined } } };
  const three = { asked: { board: { members: ['party-1', 'party-2'], quorum: 3 } } };
  const twice = { attendance: [{ partyId: 'party-1' }, { partyId: 'party-1' }] };
  rows(intentOf(fact.held({ quorum: undefined })), [
    ['tells who was there, and how many it took (S6)', fixed, {}, [fact.held()]],
    ['D4 is on its own day', fixed, { heldOn: '2026-02-21' }, 'held-on-another-day'],
    ['names each once', fixed, twice, 'present-twice'],
    ['of the board needs a fixed case list (S6)', withCase, {}, 'agenda-not-fixed'],
    ['of the board takes its members (S6)', fixed, nobody, 'not-of-the-board'],
    ['of the board takes a quorum (S6)', fixed, three, 'no-quorum'],
    ['of the board needs to know the quorum', fixed, noQuorum, 'quorum-not-set'],
    ['of the unit takes anybody', ofUnit, nobody, [fact.held({ quorum: undefined })]],
    ['is done once', held, {}, 'meeting-held'],
  ]);
});

describe('the leader of a meeting of the unit, where somebody leads them by role (F27)', () => {
  const ledBy = (partyId: string | undefined) => ({ asked: { leader: { partyId } } });
  const byLeader = fact.held({ quorum: undefined, ledBy: 'party-1' });
  const byOther = fact.held({ quorum: undefined, ledBy: 'party-2' });
  const led = [...ofUnit, byLeader, fact.minutes()];
  rows(intentOf(fact.held({ quorum: undefined })), [
    ['is whoever holds the role and was there', ofUnit, ledBy('party-1'), [byLeader]],
    ['is told where that one was not there', ofUnit, ledBy('party-9'), 'leader-missing'],
    ['is told where nobody holds it', ofUnit, ledBy(undefined), 'leader-missing'],
    ['may be another one', ofUnit, { ...ledBy('party-1'), ledBy: 'party-2' }, [byOther]],
    ['was there', ofUnit, { ...ledBy('party-1'), ledBy: 'party-9' }, 'was-not-present'],
    ['is nobody in particular elsewhere', ofUnit, {}, [fact.held({ quorum: undefined })]],
  ]);
  rows(intentOf(fact.approved()), [
    ['approves the protocol', led, { approvedBy: ['party-1'] }, [fact.approved({ approvedBy: ['party-1'] })]],
    ['is asked for it', led, {}, 'leader-approves'],
    ['approves it, and not another one alone', led, { approvedBy: ['party-2'] }, 'leader-approves'],
    [
      'approves it beside others',
      led,
      { approvedBy: ['party-2', 'party-1'] },
      [fact.approved({ approvedBy: ['party-2', 'party-1'] })],
    ],
  ]);
});

describe('a protocol whose leader has left', () => {
  const byLeader = fact.held({ quorum: undefined, ledBy: 'party-1' });
  const led = [...ofUnit, byLeader, fact.minutes()];
  const why = 'Møtelederen har sluttet.';
  const instead = (approvedBy: readonly string[], leader: string | undefined, leaderHasLeft = true) => ({
    approvedBy,
    insteadOfLeader: why,
    asked: { leader: { partyId: leader }, leaderHasLeft },
  });
  const kept = (approvedBy: string[]) => [fact.approved({ approvedBy, insteadOfLeader: why })];
  rows(intentOf(fact.approved()), [
    ['is approved by who leads now, there or not', led, instead(['party-9'], 'party-9'), kept(['party-9'])],
    [
      'is not approved by another than who leads now',
      led,
      instead(['party-2'], 'party-9'),
      'leader-approves',
    ],
    [
      'is approved by somebody who was there, where nobody does',
      led,
      instead(['party-2'], undefined),
      kept(['party-2']),
    ],
    ['is so where the register names who has left', led, instead(['party-2'], 'party-1'), kept(['party-2'])],
    ['is not approved by who was not there', led, instead(['party-8'], undefined), 'leader-approves'],
    [
      'is not approved so while that one is here',
      led,
      instead(['party-2'], undefined, false),
      'leader-approves',
    ],
    ['says why', led, { ...instead(['party-2'], undefined), insteadOfLeader: undefined }, 'leader-approves'],
    ['names who approves it', led, instead([], undefined), 'leader-approves'],
  ]);
});

describe('a case at a meeting', () => {
  const putOff = { treatment: 'PUT_OFF' } as const;
  const three = ['party-1', 'party-2', 'party-3'].map((partyId) => ({ partyId }));
  const threeHeld = [...fixed, fact.held({ attendance: three })];
  const inCase = (partyId: string, disqualifiedOn: string) => ({
    asked: { case: { ...ofCase, disqualified: [{ partyId, disqualifiedOn }] } },
  });
  rows(intentOf(fact.treated()), [
    ['is approved by the board (S6)', held, {}, [fact.treated()]],
    [
      'is treated on the day of the meeting, whenever it is typed in',
      held,
      { treatedOn: '2026-03-01' },
      [fact.treated()],
    ],
    ['is returned with a reason (S6)', held, { treatment: 'RETURNED' }, 'reason-missing'],
    ['is rejected with a reason (S6)', held, { treatment: 'REJECTED' }, 'reason-missing'],
    ['is put off with a reason', held, putOff, 'reason-missing'],
    ['is not merely treated by the board', held, { treatment: 'TREATED' }, 'not-for-this-meeting'],
    ['is not approved by the unit', unitHeld, {}, 'not-for-this-meeting'],
    ['is treated by the unit', unitHeld, { treatment: 'TREATED' }, [fact.treated({ treatment: 'TREATED' })]],
    ['is treated once', treated, {}, 'already-treated'],
    ['is on the agenda', held, { caseId: 'case-2' }, 'case-not-on-agenda'],
    ['waits until the meeting is held', fixed, {}, 'meeting-not-held'],
    ['is decided by those who are not disqualified (S6)', held, { disqualified: ['party-1'] }, 'no-quorum'],
    [
      'is decided without who is disqualified in it, told or not',
      threeHeld,
      inCase('party-1', '2026-02-10'),
      [fact.treated({ disqualified: ['party-1'] })],
    ],
    [
      'names each once',
      threeHeld,
      { ...inCase('party-1', '2026-02-10'), disqualified: ['party-1'] },
      [fact.treated({ disqualified: ['party-1'] })],
    ],
    ['is not decided where too few are left so', held, inCase('party-1', '2026-02-10'), 'no-quorum'],
    ['is decided with who was disqualified later', held, inCase('party-1', '2026-02-21'), [fact.treated()]],
    [
      'is decided without those alone who were there',
      held,
      inCase('party-9', '2026-02-10'),
      [fact.treated()],
    ],
    ['has nobody disqualified who was not there', held, { disqualified: ['party-9'] }, 'was-not-present'],
    ['is not changed after the protocol is approved', approved, {}, 'protocol-approved'],
  ]);
});

describe('the protocol of a meeting', () => {
  rows(intentOf(fact.minutes()), [
    ['is written', treated, {}, [fact.minutes()]],
    ['is written anew', written, { minutesOn: '2026-02-22' }, [fact.minutes({ minutesOn: '2026-02-22' })]],
    ['says something', treated, { text: undefined }, 'minutes-empty'],
    ['is not written before the meeting', treated, { minutesOn: '2026-02-19' }, 'date-order'],
    ['is not written anew once it is approved', approved, {}, 'protocol-approved'],
  ]);
  rows(intentOf(fact.approved()), [
    ['is approved', written, {}, [fact.approved()]],
    ['is approved once (inv. 19)', approved, {}, []],
    ['needs minutes', treated, {}, 'minutes-missing'],
    ['needs each case treated or put off', [...held, fact.minutes()], {}, 'case-not-treated'],
    ['is not approved before it is written', written, { approvedOn: '2026-02-20' }, 'date-order'],
  ]);
});

describe('a correction in a meeting', () => {
  const decision = { eventId: 'd1', type: 'BoardApproved', stream: 'case-1576.case-1' };
  const resting = [
    { ...decision, caseId: 'case-1', on: '2026-02-20', treatment: 'APPROVED', isApproved: true },
  ];

  it.each([
    ['that it was held', 'e3'],
    ['what became of the case', 'e4'],
    ['the approval of the protocol', 'e6'],
  ])('keeps %s while a case rests on it', (_, eventId) =>
    given(...approved)
      .when(annul(eventId, resting))
      .thenRejected('meeting/rests-on'),
  );

  it('takes back the approval where nothing rests on it, and the case list is open again without its fixing', () => {
    expect(
      given(...approved)
        .when(annul('e6'))
        .facts(),
    ).toHaveLength(1);
    expect(
      given(...fixed)
        .when(annul('e2'))
        .facts(),
    ).toHaveLength(1);
  });

  it('names what would not stand any more', () =>
    given(...held)
      .when(correct('e0', { meetsOn: '2026-02-25' }))
      .thenRejected('meeting/rests-on', ['e3']));

  it('moves the day on which it met only with the plan', () =>
    given(...held)
      .when(correct('e3', { heldOn: '2026-02-21' }))
      .thenRejected('meeting/held-on-another-day'));

  it('leaves nobody out who is disqualified in the case', () => {
    const facts = [
      ...held.slice(0, -1),
      fact.held({ quorum: 1 }),
      fact.treated({ disqualified: ['party-1'] }),
    ];
    const asked = {
      case: { ...ofCase, disqualified: [{ partyId: 'party-1', disqualifiedOn: '2026-02-10' }] },
    };
    const at = `e${facts.length - 1}`;
    given(...facts)
      .when(correct(at, { disqualified: [] }, [], asked))
      .thenRejected('meeting/disqualified-in-case');
    expect(
      given(...facts)
        .when(correct(at, { disqualified: [] }))
        .facts(),
    ).toHaveLength(1);
  });

  it('changes a place, whatever rests on the meeting', () => {
    const told = correct('e0', { place: 'Rådhuset' }, resting);
    expect(
      given(...approved)
        .when(told)
        .facts(),
    ).toHaveLength(1);
  });
});

describe('the disposal of what a meeting says of no one person', () => {
  const unknown = { asked: { disposal: { by: { known: false }, open: [] } as const } };
  rows(intentOf(fact.disposalRequested()), [
    ['is asked for once the protocol is approved', approved, {}, [fact.disposalRequested()]],
    [
      'is asked for once the meeting was cancelled',
      [...planned, fact.cancelled()],
      {},
      [fact.disposalRequested()],
    ],
    ['waits for the protocol', written, {}, 'still-open'],
    ['is asked for by somebody known', approved, unknown, 'unknown-party'],
    ['has a legal basis that is known', approved, { legalBasis: 'ANY' }, 'legal-basis-unknown'],
    ['needs a meeting', [], {}, 'no-such-meeting'],
  ]);

  const requested = [...approved, fact.disposalRequested()];
  const disposed = fact.disposed({ request: 'e7' });
  rows(
    intentOf({ type: 'MeetingTextsDisposed', data: { confirmedBy: 'party-2', disposedOn: '2026-03-02' } }),
    [
      ['is confirmed by another', requested, {}, [disposed]],
      ['is asked for first', approved, {}, 'not-requested'],
      ['takes two persons', requested, { confirmedBy: 'party-1' }, 'two-persons'],
      ['is confirmed once', [...requested, disposed], {}, []],
    ],
  );

  it('leaves nothing to record, put right or take back', () => {
    for (const what of [intentOf(fact.minutes())(), correct('e0', { place: 'Rådhuset' }), annul('e8')]) {
      given(...requested, disposed)
        .when(what)
        .thenRejected('meeting/disposed');
    }
  });
});
