import { specOf, type ToldFact } from '#event-sourcing/testing/spec-of';
import { holds, isOpen } from './complaint.js';
import { complaintDecider } from './decide.js';
import type { complaintEvents } from './events.js';
import { fact, handedOver, intent } from './example-complaint.testing.js';

const { given, rows, stateAfter } = specOf(complaintDecider);

type Told = ToldFact<typeof complaintEvents>;
const received = [fact.received()];
const assessed = [...received, fact.assessed()];
const reconsidered = [...assessed, fact.reconsidered()];
const forwarded = [...reconsidered, fact.forwarded()];
const decided = [...forwarded, fact.decided()];
const aboutNothing = {
  matters: ['MISSING_ANSWER'],
  caseId: undefined,
  decisionId: undefined,
  items: [],
} as const;
const without = ({ type, data }: ReturnType<typeof fact.received>) => {
  const { caseId: _, decisionId: __, ...rest } = data as Record<string, unknown>;
  return { type, data: rest as never };
};
const unnamed = [without(fact.received({ matters: ['MISSING_ANSWER'], items: [] }))];

describe('a complaint', () => {
  rows(intent.receive, [
    ['is received', [], {}, received],
    [
      'need name no decision',
      [],
      aboutNothing,
      [fact.received({ ...aboutNothing })].map(({ type, data }) => ({ type, data })),
    ],
    [
      'may be told, and is written down by somebody',
      [],
      { way: 'ORAL', sentOn: undefined, writtenById: 'party-2' },
      [fact.received({ way: 'ORAL', sentOn: undefined, writtenById: 'party-2' })],
    ],
    ['that is told says who wrote it down', [], { way: 'ORAL', sentOn: undefined }, 'writer-missing'],
    ['that is told was not sent', [], { way: 'ORAL', writtenById: 'party-2' }, 'sent-and-told'],
    [
      'may have come to the wrong office first',
      [],
      { firstOffice: 'STATE_ADMINISTRATOR', firstOfficeOn: '2026-02-09' },
      [fact.received({ firstOffice: 'STATE_ADMINISTRATOR', firstOfficeOn: '2026-02-09' })],
    ],
    ['says which office it came to first', [], { firstOfficeOn: '2026-02-09' }, 'first-office'],
    ['is not posted after it is received', [], { sentOn: '2026-02-11' }, 'date-order'],
    ['is not received ahead of today', [], { receivedOn: '2026-03-03' }, 'date-ahead'],
    ['is about something', [], { ...aboutNothing, matters: [] }, 'no-matter'],
    ['about a decision names it', [], { decisionId: undefined }, 'decision-not-named'],
    ['that names a decision is about it', [], { matters: ['WISH'] }, 'decision-not-named'],
    ['is about a decision of the case', [], { asked: { complained: undefined } }, 'no-such-decision'],
    ['is about a case of the person', [], { asked: { caseIsTheirs: false } }, 'no-such-case'],
    ['is about what the decision answers', [], { items: ['INDIVIDUAL_PLAN'] }, 'items-not-decided'],
    ['does not come before the decision', [], { receivedOn: '2026-01-11', sentOn: undefined }, 'date-order'],
    ['is received once', received, {}, 'already-received'],
    [
      'about a dismissal names what was dismissed',
      [],
      { ...aboutNothing, matters: ['DISMISSAL'] },
      'dismissal-not-named',
    ],
    [
      'is about no dismissal that never was',
      [],
      {
        ...aboutNothing,
        matters: ['DISMISSAL'],
        dismissedComplaintId: 'complaint-0',
        asked: { dismissedOn: undefined },
      },
      'not-dismissed',
    ],
    ['takes over what grounds were asked for', [fact.groundsRequested()], {}, received],
    [
      'is about the decision that grounds were asked for',
      [fact.groundsRequested()],
      { decisionId: 'decision-9' },
      'other-decision',
    ],
  ]);
});

describe('the timeliness of a complaint', () => {
  const late = fact.received({ sentOn: '2026-02-17', receivedOn: '2026-02-18' });
  const known = { complained: handedOver };
  const assessment = { assessedOn: '2026-02-19' };
  const why = { reason: 'Var innlagt på sykehus.' };
  rows(intent.assess, [
    ['is assessed by what the rules make of it, which is kept', received, {}, assessed.slice(1)],
    ['is nothing to be assessed where no period runs', unnamed, {}, 'no-period'],
    ['is not found by the program: late is not in time', [late], { ...assessment, asked: known }, 'is-late'],
    [
      'is read in the complainant’s favour where delivery is only assumed',
      [late],
      { ...assessment, outcome: 'LATE_REJECTED', ...why },
      'is-in-time',
    ],
    [
      'says the ground of fvl § 31',
      [late],
      { ...assessment, outcome: 'LATE_ACCEPTED', ...why, asked: known },
      'ground-missing',
    ],
    [
      'gives its reason',
      [late],
      { ...assessment, outcome: 'LATE_ACCEPTED', ground: 'NOT_TO_BLAME', asked: known },
      'reason-missing',
    ],
    ['needs a complaint', [fact.groundsRequested()], {}, 'not-received'],
    ['is assessed before it is forwarded', forwarded, { assessedOn: '2026-02-20' }, 'reconsidered-already'],
  ]);

  const found = (facts: readonly Told[], differs: Parameters<typeof intent.assess>[0]) => {
    const [assessedNow] = given(...facts)
      .when(intent.assess(differs))
      .facts();
    const { deadlines } = (assessedNow as { readonly data: Readonly<Record<string, unknown>> }).data;
    return deadlines;
  };

  it('is kept by a letter that is posted on the last day and comes later', () => {
    const posted = fact.received({ sentOn: '2026-02-16', receivedOn: '2026-02-18' });
    expect(found([posted], { ...assessment, asked: known })).toMatchObject([
      { dueOn: '2026-02-16', isAssumed: false, verdict: 'IN_TIME' },
    ]);
  });

  it('is kept by one that comes to the wrong office first', () => {
    const first = fact.received({
      sentOn: undefined,
      receivedOn: '2026-02-20',
      firstOffice: 'STATE_ADMINISTRATOR',
      firstOfficeOn: '2026-02-16',
    });
    expect(found([first], { assessedOn: '2026-02-20', asked: known })).toMatchObject([
      { verdict: 'IN_TIME' },
    ]);
  });

  it('accepts a late one under fvl § 31, with the limit of a year', () => {
    const accepted = { outcome: 'LATE_ACCEPTED', ground: 'NOT_TO_BLAME', ...why } as const;
    expect(found([late], { ...assessment, ...accepted, asked: known })).toMatchObject([
      { dueOn: '2026-02-16', limitOn: '2027-01-12', verdict: 'LATE_ASSESS' },
    ]);
  });

  it('begins anew with grounds that were asked for in time, and stands still until they come', () => {
    const lateOne = fact.received({ sentOn: '2026-03-02', receivedOn: '2026-03-02' });
    const asked = { assessedOn: '2026-03-02', asked: known };
    expect(found([fact.groundsRequested(), lateOne], asked)).toMatchObject([{ verdict: 'IN_TIME' }]);
    // Posted on 2 February, taken to have come on the 9th: four weeks from then.
    expect(found([fact.groundsRequested(), fact.groundsGiven(), lateOne], asked)).toMatchObject([
      { dueOn: '2026-03-09', verdict: 'IN_TIME' },
    ]);
  });

  it('hears the complainant on when the decision came', () => {
    const lateOne = fact.received({ sentOn: '2026-02-20', receivedOn: '2026-02-20' });
    expect(found([lateOne], { assessedOn: '2026-02-21', statedOn: '2026-01-26' })).toMatchObject([
      { dueOn: '2026-02-23', verdict: 'IN_TIME' },
    ]);
  });

  it('moves with no correction of when it was sent: it is assessed anew first', () => {
    given(fact.received({ id: 'came' }), fact.assessed({ id: 'assessment' }))
      .when(intent.correct('came', { sentOn: '2026-02-10' }))
      .thenRejected('complaint/rests-on', ['assessment']);
  });

  it('is corrected in nothing that was computed', () => {
    given(...received, fact.assessed({ id: 'assessment' }))
      .when(intent.correct('assessment', { lodgedOn: '2026-02-08' }))
      .thenRejected('complaint/as-computed');
  });

  it('may be assessed anew after a dismissal', () => {
    const dismissed = [
      late,
      ...given(late)
        .when(intent.assess({ ...assessment, outcome: 'LATE_REJECTED', ...why, asked: known }))
        .facts(),
    ];
    expect(isOpen(stateAfter(...dismissed))).toBe(false);
    given(...dismissed)
      .when(intent.reconsider({ reconsideredOn: '2026-02-20' }))
      .thenRejected('complaint/dismissed-as-late');
    const anew = { assessedOn: '2026-02-27', outcome: 'LATE_ACCEPTED', ground: 'SPECIAL_REASONS' } as const;
    expect(
      given(...dismissed)
        .when(intent.assess({ ...anew, ...why, asked: known }))
        .facts(),
    ).toHaveLength(1);
  });
});

describe('a reconsideration (fvl § 33)', () => {
  const ofBoard = { complained: { ...handedOver, decidedBy: 'BOARD' } };
  const atBoard = { decidedBy: 'BOARD', meetingId: 'board-1' } as const;
  const met = { kind: 'BOARD', heldOn: '2026-02-13', treatment: 'REJECTED' } as const;
  rows(intent.reconsider, [
    ['is by whoever decided', assessed, {}, reconsidered.slice(2)],
    ['comes after the timeliness', received, {}, 'not-assessed'],
    [
      'needs no assessment where no period runs',
      unnamed,
      { asked: { complained: undefined } },
      [fact.reconsidered()],
    ],
    ['is by no other route', assessed, { decidedBy: 'TEAM' }, 'other-route'],
    ['is by others than who decided alone', assessed, { asked: { actorId: 'party-1' } }, 'same-decider'],
    [
      'of a team may be typed in by who typed in its decision',
      assessed,
      {
        decidedBy: 'TEAM',
        asked: { actorId: 'party-1', complained: { ...handedOver, decidedBy: 'TEAM' } },
      },
      [fact.reconsidered({ decidedBy: 'TEAM' })],
    ],
    ['is by nobody who is disqualified', assessed, { asked: { disqualified: ['party-2'] } }, 'disqualified'],
    [
      'of the board is at a meeting of it',
      assessed,
      { ...atBoard, asked: { ...ofBoard, meeting: met } },
      [fact.reconsidered(atBoard)],
    ],
    [
      'of the board is not put off',
      assessed,
      { ...atBoard, asked: { ...ofBoard, meeting: { ...met, treatment: 'PUT_OFF' } } },
      'not-at-the-board',
    ],
    ['of the board names its meeting', assessed, { decidedBy: 'BOARD', asked: ofBoard }, 'not-at-the-board'],
    [
      'that changes a decision names the one that amends it',
      assessed,
      { outcome: 'CHANGED', decisionId: 'decision-2' },
      [fact.reconsidered({ outcome: 'CHANGED', decisionId: 'decision-2' })],
    ],
    ['changes nothing that is not amended', assessed, { outcome: 'CHANGED' }, 'not-amended'],
    [
      'names no decision of another case',
      assessed,
      { outcome: 'PARTLY', decisionId: 'decision-9' },
      'not-amended',
    ],
    ['that upholds amends nothing', assessed, { decisionId: 'decision-2' }, 'not-amended'],
    ['is made once', reconsidered, {}, 'already-reconsidered'],
  ]);
});

describe('what is not changed is forwarded or withdrawn (inv. 11)', () => {
  const inFull = [...assessed, fact.reconsidered({ outcome: 'CHANGED', decisionId: 'decision-2' })];
  const inPart = [...assessed, fact.reconsidered({ outcome: 'PARTLY', decisionId: 'decision-2' })];
  rows(intent.forward, [
    ['is forwarded', reconsidered, {}, forwarded.slice(3)],
    ['is forwarded in part', inPart, {}, forwarded.slice(3)],
    ['is not forwarded where nothing is left', inFull, {}, 'changed-as-wished'],
    ['is reconsidered first', assessed, {}, 'not-reconsidered'],
    ['is forwarded once', forwarded, {}, 'already-forwarded'],
    [
      'is not forwarded before it was reconsidered',
      reconsidered,
      { forwardedOn: '2026-02-12' },
      'date-order',
    ],
  ]);
  rows(intent.withdraw, [
    ['is withdrawn', reconsidered, {}, [fact.withdrawn()]],
    [
      'is withdrawn also from the county governor',
      forwarded,
      { withdrawnOn: '2026-02-17' },
      [fact.withdrawn({ withdrawnOn: '2026-02-17' })],
    ],
    ['is not withdrawn once it is decided', decided, { withdrawnOn: '2026-02-27' }, 'already-decided'],
    ['is withdrawn once', [...received, fact.withdrawn()], {}, 'withdrawn'],
  ]);
  rows(intent.decide, [
    ['is decided by no municipality', reconsidered, {}, 'not-forwarded'],
    ['is decided', forwarded, {}, decided.slice(4)],
    ['is decided once', decided, {}, 'already-decided'],
  ]);

  it('is open until then', () => {
    const open = [received, assessed, reconsidered, forwarded, inPart];
    expect(open.map((facts) => isOpen(stateAfter(...facts)))).toEqual([true, true, true, true, true]);
    const over = [inFull, decided, [...received, fact.withdrawn()]];
    expect(over.map((facts) => isOpen(stateAfter(...facts)))).toEqual([false, false, false]);
  });

  it('keeps what it is about from being disposed of until nothing of it is left to be done', () => {
    const granted = [...forwarded, fact.decided({ outcome: 'GRANTED' })];
    const held = [[fact.groundsRequested()], received, forwarded, granted];
    expect(held.map((facts) => holds(stateAfter(...facts)))).toEqual([true, true, true, true]);
    const free = [
      [fact.groundsRequested(), fact.groundsGiven()],
      [...received, fact.withdrawn()],
      [...granted, fact.complied()],
      [...forwarded, fact.decided({ outcome: 'NOT_GRANTED' })],
    ];
    expect(free.map((facts) => holds(stateAfter(...facts)))).toEqual([false, false, false, false]);
  });
});

describe('what the county governor asks and decides', () => {
  const asked = [...forwarded, fact.requested()];
  rows(intent.request, [
    ['is more', forwarded, {}, [fact.requested()]],
    ['is of what was forwarded', reconsidered, {}, 'not-forwarded'],
    ['is not due before it is asked', forwarded, { answerBy: '2026-02-17' }, 'date-order'],
  ]);
  rows(intent.answer, [
    ['is answered', asked, {}, [fact.answered()]],
    ['is answered once', [...asked, fact.answered()], {}, 'already-answered'],
    ['is what was asked', asked, { requestId: 'more-9' }, 'no-such-request'],
  ]);
  rows(intent.decide, [
    ...(['GRANTED', 'PARTLY_GRANTED', 'NOT_GRANTED', 'DISMISSED'] as const).map(
      (outcome) => [`is ${outcome}`, forwarded, { outcome }, [fact.decided({ outcome })]] as const,
    ),
    [
      'may set a day',
      forwarded,
      { outcome: 'GRANTED', complyBy: '2026-04-01' },
      [fact.decided({ outcome: 'GRANTED', complyBy: '2026-04-01' })],
    ],
    [
      'sets no day where nothing is asked',
      forwarded,
      { outcome: 'DISMISSED', complyBy: '2026-04-01' },
      'nothing-to-comply-with',
    ],
    [
      'sets aside a decision alone',
      [...unnamed, fact.reconsidered(), fact.forwarded()],
      {},
      'nothing-to-set-aside',
    ],
    ['does not arrive before it is made', forwarded, { arrivedOn: '2026-02-23' }, 'date-order'],
  ]);
  rows(intent.comply, [
    ['is complied with', decided, {}, [fact.complied()]],
    ['is complied with once', [...decided, fact.complied()], {}, 'already-complied'],
    ['is decided first', forwarded, {}, 'not-decided'],
    [
      'may ask for nothing',
      [...forwarded, fact.decided({ outcome: 'NOT_GRANTED' })],
      {},
      'nothing-to-comply-with',
    ],
    ['names a decision of the case', decided, { decisionId: 'decision-9' }, 'no-such-decision'],
  ]);

  it('stands while a case rests on its being sent back', () => {
    const resting = [{ eventId: 'aside', type: 'DecisionSetAside', stream: 'case-1576.case-1' }];
    const facts = [...forwarded, fact.decided({ id: 'outcome' })];
    given(...facts)
      .when(intent.annul('outcome', resting))
      .thenRejected('complaint/rests-on', ['aside']);
    expect(
      given(...facts)
        .when(intent.annul('outcome'))
        .facts(),
    ).toHaveLength(1);
  });
});

describe('grounds and documents', () => {
  const requested = [fact.groundsRequested()];
  rows(intent.requestGrounds, [
    ['are asked for before anybody complains', [], {}, requested],
    ['are asked for of a decision of the case', [], { asked: { complained: undefined } }, 'no-such-decision'],
  ]);
  rows(intent.giveGrounds, [
    ['are given', requested, {}, [fact.groundsGiven()]],
    ['are what was asked for', requested, { requestId: 'request-9' }, 'no-such-request'],
    ['are given once', [...requested, fact.groundsGiven()], {}, 'already-given'],
    [
      'are given again where they were not all',
      [...requested, fact.groundsGiven({ isComplete: false })],
      {},
      [fact.groundsGiven()],
    ],
    [
      'are not given before they are asked for',
      requested,
      { givenOn: '2026-01-26', arrivedOn: '2026-01-25' },
      'date-order',
    ],
  ]);
  rows(intent.showDocuments, [
    ['are shown', received, { givenOn: '2026-02-12' }, [fact.documentsShown({ givenOn: '2026-02-12' })]],
    ['need a complaint', [], {}, 'no-such-complaint'],
  ]);
});
