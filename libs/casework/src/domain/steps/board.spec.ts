import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import {
  annulled,
  answers,
  aure,
  bothMet,
  corrected,
  fact,
  intent,
  ofCommand,
  shortLived,
} from '../example-case.testing.js';
import type { AtMeeting } from '../step.js';

const { rows, given, stateAfter } = specOf(caseDecider);
const stranda = { ...aure, deciderBody: 'BOARD' } as const;
const applied = [fact.application()];
const recommended = [...applied, fact.recommendation()];
const approved = [...recommended, fact.boardApproval()];
const rejected = [...recommended, fact.boardRejection()];
const returned = [...recommended, fact.boardReturn()];
const assessed = bothMet.map((assessment) => fact.criterion(assessment));
const refused = {
  items: (['INDIVIDUAL_PLAN', 'COORDINATOR'] as const).map(
    (item) => ({ item, outcome: 'REFUSED', reason: 'Nemnda fulgte ikke tilrådingen.' }) as const,
  ),
};
const held: AtMeeting = {
  kind: 'BOARD',
  putOn: '2026-02-15',
  heldOn: '2026-02-20',
  treatment: 'APPROVED',
  approvedOn: '2026-02-23',
};

describe('a recommendation to the board (S6)', () =>
  rows(intent.recommend, [
    ['is recorded', applied, {}, [fact.recommendation()]],
    ['answers every item', applied, { items: answers('COORDINATOR') }, 'item-not-answered'],
    ['assesses both criteria', applied, { criteria: [] }, 'criterion-not-assessed'],
    ['assesses each once', applied, { criteria: [...bothMet, ...bothMet] }, 'criterion-twice'],
    [
      'gives a reason for a refusal',
      applied,
      {
        items: answers('INDIVIDUAL_PLAN', 'COORDINATOR').map((one) => ({
          ...one,
          outcome: 'REFUSED' as const,
        })),
      },
      'reason-missing',
    ],
    ['is not before the application', applied, { recommendedOn: '2026-02-02' }, 'date-order'],
    [
      'is made anew when the board returned the case',
      returned,
      { recommendedOn: '2026-02-24' },
      [fact.recommendation({ recommendedOn: '2026-02-24' })],
    ],
    ['is not made anew when the board approved it', approved, {}, 'board-has-concluded'],
    ['needs an application', [fact.need()], {}, 'no-application'],
  ]));

describe('what the board came to (S6)', () => {
  const meeting = (differs: Partial<AtMeeting> = {}) => ({ meeting: { ...held, ...differs } });
  rows(intent.approve, [
    ['is recorded once its protocol is approved', recommended, meeting(), [fact.boardApproval()]],
    ['waits for the protocol', recommended, meeting({ approvedOn: undefined }), 'protocol-not-approved'],
    ['is as the meeting has it', recommended, meeting({ treatment: 'RETURNED' }), 'not-treated-there'],
    ['is of a case on the agenda', recommended, meeting({ treatment: undefined }), 'not-treated-there'],
    ['is of a meeting that was held', recommended, meeting({ heldOn: undefined }), 'meeting-not-held'],
    ['is of a meeting of the board', recommended, meeting({ kind: 'UNIT' }), 'meeting-of-another-kind'],
    ['is of a planned meeting', recommended, {}, 'meeting-of-another-kind'],
    ['is dated as the meeting', recommended, meeting({ heldOn: '2026-02-21' }), 'date-order'],
    ['is on a recommendation', applied, meeting(), 'nothing-recommended'],
    [
      'is not before the recommendation',
      [...applied, fact.recommendation({ recommendedOn: '2026-02-21' })],
      meeting(),
      'date-order',
    ],
  ]);

  it('is recorded once', () =>
    given(...approved)
      .when(intent.approve(meeting()))
      .thenNothing());
});

describe('the authority that the board acts on (S3, S6)', () => {
  const at = (treatment: 'APPROVED' | 'RETURNED' | 'REJECTED') => ({ meeting: { ...held, treatment } });
  const director = { delegationId: 'delegation-1', fromRole: 'MUNICIPAL_DIRECTOR' } as const;
  const by = { delegationId: 'delegation-1', delegatedBy: 'MUNICIPAL_DIRECTOR' } as const;
  const holds = { authority: { isNeeded: true, delegations: [director] } };
  const none = { authority: { isNeeded: true, delegations: [] } };
  rows(intent.approve, [
    ['is recorded with its approval', recommended, { ...at('APPROVED'), ...holds }, [fact.boardApproval(by)]],
    ['is needed where the profile says so', recommended, { ...at('APPROVED'), ...none }, 'not-delegated'],
    [
      'is not where it does not',
      recommended,
      { ...at('APPROVED'), authority: { isNeeded: false, delegations: [] } },
      [fact.boardApproval()],
    ],
  ]);
  rows(intent.reject, [
    ['is recorded where it rejects', recommended, { ...at('REJECTED'), ...holds }, [fact.boardRejection(by)]],
    ['is needed to reject as well', recommended, { ...at('REJECTED'), ...none }, 'not-delegated'],
  ]);
  it('is not corrected', () =>
    given(...recommended, fact.boardApproval(by))
      .when(intent.correct('e2', { delegatedBy: 'MUNICIPAL_COUNCIL' }, at('APPROVED')))
      .thenRejected('casework/authority-as-delegated'));
  it('keeps its day', () =>
    given(...recommended, fact.boardApproval(by))
      .when(
        intent.correct(
          'e2',
          { concludedOn: '2026-02-21' },
          { meeting: { ...held, heldOn: '2026-02-21' }, ...none },
        ),
      )
      .thenRejected('casework/not-delegated'));
});

describe('a decision by the board', () => {
  const byBoard = {
    decidedBy: 'BOARD',
    meetingId: 'board-1',
    profile: stranda,
    meeting: held,
  } as const;
  const decided = fact.decision({ decidedBy: 'BOARD', meetingId: 'board-1' });
  rows(intent.decide, [
    ['takes effect when the board has approved (inv. 6)', approved, byBoard, [...assessed, decided]],
    ['does not before (inv. 6)', recommended, byBoard, 'board-not-approved'],
    ['does not without recommendation (inv. 6)', applied, byBoard, 'board-not-approved'],
    ['names its meeting', approved, { ...byBoard, meetingId: undefined }, 'board-not-approved'],
    ['does not after the board returned the case', returned, byBoard, 'board-not-approved'],
    ['D4 is made on the day of the meeting', approved, { ...byBoard, decidedOn: '2026-02-21' }, 'date-order'],
    ['answers as recommended', approved, { ...byBoard, ...refused }, 'not-as-the-board'],
    ['refuses what the board rejected', rejected, byBoard, 'not-as-the-board'],
    [
      'is a refusal where the board rejected',
      rejected,
      { ...byBoard, ...refused },
      [...assessed, fact.decision({ decidedBy: 'BOARD', meetingId: 'board-1', ...refused })],
    ],
  ]);

  it('keeps what the board came to from being annulled', () =>
    given(...approved, ...assessed, decided)
      .when(intent.annul('e2'))
      .thenRejected('casework/rests-on'));
});

describe('a correction of what the board concluded on (inv. 6)', () => {
  const asked = { profile: stranda, meeting: held } as const;
  const byBoard = { decidedBy: 'BOARD', meetingId: 'board-1' } as const;
  const decided = [...approved, ...ofCommand('decide', ...assessed, fact.decision(byBoard))];
  const granted = refused.items.map((one) => ({ ...one, outcome: 'GRANTED' as const }));

  it('keeps the decision as the board decided', () => {
    given(...decided)
      .when(intent.correct('e5', refused, asked))
      .thenRejected('casework/not-as-the-board');
    given(...decided)
      .when(intent.correct('e5', { meetingId: 'board-2' }, asked))
      .thenRejected('casework/meeting-not-convened');
    given(...decided)
      .when(intent.correct('e5', { items: granted }, asked))
      .then(corrected('DecisionMade', 'e5', { items: granted }));
  });

  it('lets the unit’s own decision be put right', () => {
    const inPart = { items: refused.items.map((one) => ({ ...one, outcome: 'PARTLY' as const })) };
    given(...applied, fact.meeting(), ...ofCommand('decide', ...assessed, fact.decision()))
      .when(intent.correct('e4', inPart))
      .then(corrected('DecisionMade', 'e4', inPart));
  });

  it('lets a decision from before the rule be put right', () =>
    given(
      ...recommended,
      fact.meeting(),
      fact.boardApproval(),
      ...assessed,
      fact.decision({ ...byBoard, ...refused }),
    )
      .when(intent.correct('e6', { legalBasis: 'HOL_7_1' }, asked))
      .then(corrected('DecisionMade', 'e6', { legalBasis: 'HOL_7_1' })));

  const unmet = bothMet.map((each) => ({ ...each, met: false }));

  it.each([refused, { criteria: unmet }, { items: granted }])(
    'does not change the recommendation: %j',
    (changed) => {
      for (const concluded of [approved, rejected]) {
        given(...concluded)
          .when(intent.correct('e1', changed))
          .thenRejected('casework/rests-on', ['e2']);
      }
    },
  );

  it('changes a recommendation that the board has not concluded on', () => {
    for (const open of [recommended, returned]) {
      given(...open)
        .when(intent.correct('e1', refused))
        .then(corrected('RecommendationMade', 'e1', refused));
    }
  });

  it('changes the day of one that it has', () =>
    given(...approved)
      .when(intent.correct('e1', { recommendedOn: '2026-02-15' }))
      .then(corrected('RecommendationMade', 'e1', { recommendedOn: '2026-02-15' })));

  it('is not taken back, nor the recommendation, so that the board would have approved another', () => {
    const put = { ...corrected('RecommendationMade', 'e1', refused), id: 'c1' };
    given(...recommended, put, fact.boardApproval())
      .when(intent.annul('c1'))
      .thenRejected('casework/rests-on', ['e3']);
    given(...recommended, fact.recommendation(refused), fact.boardApproval())
      .when(intent.annul('e2'))
      .thenRejected('casework/rests-on', ['e3']);
  });

  it('is taken back where it got round the board', () =>
    given(...approved, { ...corrected('RecommendationMade', 'e1', refused), id: 'c1' })
      .when(intent.annul('c1'))
      .then(annulled('c1')));
});

describe('an amendment where the board decides (S6)', () => {
  const byBoard = { decidedBy: 'BOARD', meetingId: 'board-1' } as const;
  const standing = [...approved, ...ofCommand('decide', ...assessed, fact.decision(byBoard))];
  const plan = (outcome: 'GRANTED' | 'REFUSED') =>
    ({ items: [{ item: 'INDIVIDUAL_PLAN', outcome, reason: 'Behovet var kortvarig.' }] }) as const;
  const anew = { ...plan('REFUSED'), criteria: shortLived, recommendedOn: '2026-02-22' };
  const recommendedAnew = [...standing, fact.recommendation(anew)];
  const second = { meetingId: 'board-2', concludedOn: '2026-02-26' };
  const approvedAnew = [...recommendedAnew, fact.boardApproval(second)];
  const amending = {
    ...plan('REFUSED'),
    decidedBy: 'BOARD',
    meetingId: 'board-2',
    profile: stranda,
    meeting: { ...held, heldOn: '2026-02-26', approvedOn: '2026-02-27' },
  } as const;
  const { decidedBy, meetingId, items } = amending;
  rows(intent.recommend, [
    ['is recommended first', standing, anew, [fact.recommendation(anew)]],
    ['is recommended of something', standing, { ...anew, items: [] }, 'nothing-recommended'],
    [
      'is not recommended before the decision',
      standing,
      { ...anew, recommendedOn: '2026-02-19' },
      'date-order',
    ],
    [
      'is recommended anew where the board did not follow it',
      [...recommendedAnew, fact.boardRejection(second)],
      { ...anew, recommendedOn: '2026-02-27' },
      [fact.recommendation({ ...anew, recommendedOn: '2026-02-27' })],
    ],
  ]);
  rows(intent.amend, [
    [
      'takes effect when the board has approved it (inv. 6)',
      approvedAnew,
      amending,
      [
        ...shortLived.map((each) => fact.criterion(each, '2026-02-26')),
        fact.amendment({ decidedBy, meetingId, items }),
      ],
    ],
    ['does not before (inv. 6)', recommendedAnew, amending, 'board-not-approved'],
    ['does not on what the board approved the first time (inv. 6)', standing, amending, 'board-not-approved'],
    [
      'does not where the board returned it',
      [...recommendedAnew, fact.boardReturn(second)],
      amending,
      'board-not-approved',
    ],
    [
      'leaves the decision where the board did not follow it',
      [...recommendedAnew, fact.boardRejection(second)],
      amending,
      'not-approved',
    ],
    ['is as the board approved it', approvedAnew, { ...amending, ...plan('GRANTED') }, 'not-as-the-board'],
    ['is on the day of the board', approvedAnew, { ...amending, decidedOn: '2026-02-27' }, 'date-order'],
  ]);

  it('stays as the board approved it when it is corrected', () =>
    given(...approvedAnew, fact.amendment({ decidedBy, meetingId, items }))
      .when(intent.correct('e8', plan('GRANTED'), { profile: stranda, meeting: amending.meeting }))
      .thenRejected('casework/not-as-the-board'));

  it('leaves the decision as it was until it is made', () =>
    expect(stateAfter(...approvedAnew)).toMatchObject({
      decisions: [{ answers: [{ outcome: 'GRANTED' }, { outcome: 'GRANTED' }] }],
    }));
});

describe('a decision at a planned meeting of the unit', () => {
  const met: AtMeeting = { ...held, kind: 'UNIT', treatment: 'TREATED', approvedOn: undefined };
  const convened = fact.meeting({ convenedOn: '2026-02-15', invitedUnits: [] });
  const at = (differs: Partial<AtMeeting> = {}) => ({ meeting: { ...met, ...differs } });
  rows(intent.decide, [
    [
      'D4 tells in the case that it was called to it',
      applied,
      at(),
      [convened, ...assessed, fact.decision()],
    ],
    ['D4 waits until it is held', applied, at({ heldOn: undefined }), 'meeting-not-held'],
    ['D4 needs the case on its agenda', applied, at({ treatment: undefined }), 'not-treated-there'],
    ['is not where the case was put off', applied, at({ treatment: 'PUT_OFF' }), 'not-treated-there'],
    ['D4 is on its day', applied, at({ heldOn: '2026-02-19' }), 'date-order'],
    ['is not at a meeting of the board', applied, at({ kind: 'BOARD' }), 'meeting-of-another-kind'],
  ]);
});

describe('a decision at a meeting that was only convened for the case', () =>
  rows(intent.decide, [
    [
      'D4 is on the day of the meeting',
      [fact.application(), fact.meeting({ meetsOn: '2026-02-19' })],
      {},
      'date-order',
    ],
    [
      'D4 comes after the application: a meeting of 2019 decides nothing of 2026',
      [
        fact.need({ notifiedOn: '2019-01-02' }),
        fact.meeting({ convenedOn: '2019-01-03', meetsOn: '2019-02-01' }),
        fact.application(),
      ],
      { decidedOn: '2019-02-01' },
      'date-order',
    ],
  ]));
