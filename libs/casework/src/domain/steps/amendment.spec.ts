import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { answers, bothMet, decided, fact, intent, prepared, shortLived } from '../example-case.testing.js';

const { rows, stateAfter } = specOf(caseDecider);
const notified = [...decided, fact.notification()];

describe('D3 amending a decision', () => {
  const next = { decisionId: 'decision-3', amends: 'decision-2', decidedOn: '2026-02-28' };
  const unmet = bothMet.map((each) => ({ ...each, met: false }));
  const assessed = shortLived.map((each) => fact.criterion(each, '2026-02-26'));
  const again = [...notified, ...assessed, fact.amendment()];
  const anew = { meetingId: 'meeting-2' };
  const held = {
    kind: 'UNIT',
    putOn: '2026-02-24',
    heldOn: '2026-02-26',
    treatment: 'TREATED',
    approvedOn: undefined,
  } as const;
  const called = { ...anew, convenedOn: '2026-02-24', meetsOn: '2026-02-26', invitedUnits: [] };
  const convened = fact.meeting(called);
  const planAlone = [
    fact.application({ items: ['INDIVIDUAL_PLAN'] }),
    fact.meeting(),
    ...bothMet.map((each) => fact.criterion(each)),
    fact.decision({ items: answers('INDIVIDUAL_PLAN') }),
  ];
  const nothing = { items: [{ item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: 'Kortvarig.' }] } as const;
  const ofCoordinator = (outcome: 'GRANTED' | 'REFUSED') =>
    ({ items: [{ item: 'COORDINATOR', outcome }], legalBasis: 'HOL_7_2' }) as const;
  const noCoordinator = ofCoordinator('REFUSED');
  rows(intent.amend, [
    ['is a new decision that points at the one before', notified, {}, [...assessed, fact.amendment()]],
    ['may be before the answer was sent', decided, {}, [...assessed, fact.amendment()]],
    [
      'records the criteria that are assessed anew with it',
      notified,
      { criteria: unmet },
      [...unmet.map((each) => fact.criterion(each, '2026-02-26')), fact.amendment()],
    ],
    ['may be of an amendment', again, { ...next, criteria: [] }, [fact.amendment(next)]],
    ['is of the decision in force', again, {}, 'not-in-force'],
    ['is of a decision of this case', notified, { amends: 'decision-9' }, 'not-in-force'],
    ['needs a decision', prepared, {}, 'not-decided'],
    ['answers something anew', notified, { items: [] }, 'nothing-amended'],
    ['answers what was applied for', notified, { items: answers('GROUP') }, 'item-not-requested'],
    ['is not before the decision', notified, { decidedOn: '2026-02-19' }, 'date-order'],
    ['has a legal basis', notified, { legalBasis: undefined }, 'legal-basis-missing'],
    ['is by whom the profile names', notified, { decidedBy: 'KE' }, 'not-the-decider'],
    ['names its meeting', notified, { meetingId: undefined }, 'meeting-not-named'],
    [
      'records that a planned meeting took the case up anew (U15)',
      notified,
      { ...anew, meeting: held },
      [convened, ...assessed, fact.amendment(anew)],
    ],
    [
      'records once that it was taken up there',
      [...notified, convened],
      { ...anew, meeting: held },
      [...assessed, fact.amendment(anew)],
    ],
    [
      'may be at a meeting that was convened for it',
      [...notified, convened],
      anew,
      [...assessed, fact.amendment(anew)],
    ],
    ['is by a meeting that was convened', notified, anew, 'meeting-not-convened'],
    [
      'is of the day of the planned meeting',
      notified,
      { meeting: { ...held, heldOn: '2026-02-20' } },
      'date-order',
    ],
    [
      'D4 waits until the meeting is held',
      notified,
      { ...anew, meeting: { ...held, heldOn: undefined } },
      'meeting-not-held',
    ],
    ['has happened', notified, { decidedOn: '2026-03-03' }, 'date-ahead'],
    [
      'refuses the coordinator who came with a plan alone (U16)',
      planAlone,
      noCoordinator,
      [...assessed, fact.amendment(noCoordinator)],
    ],
    [
      'grants nothing that nobody applied for',
      planAlone,
      { ...ofCoordinator('GRANTED'), criteria: bothMet },
      'item-not-requested',
    ],
    [
      'refuses nothing that came with nothing',
      [...planAlone.slice(0, 4), fact.decision(nothing)],
      noCoordinator,
      'item-not-requested',
    ],
    [
      'answers anew what an amendment refused',
      [...planAlone, ...assessed, fact.amendment(noCoordinator)],
      { ...next, ...ofCoordinator('GRANTED'), criteria: bothMet },
      [
        ...bothMet.map((each) => fact.criterion(each, '2026-02-28')),
        fact.amendment({ ...next, ...ofCoordinator('GRANTED') }),
      ],
    ],
  ]);

  it('keeps what it answers beside what was applied for', () =>
    expect(stateAfter(...planAlone, fact.amendment(noCoordinator))).toMatchObject({
      decisions: [
        { answers: [{ item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED', since: '2026-02-20' }] },
        {
          answers: [
            { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED', since: '2026-02-20' },
            { item: 'COORDINATOR', outcome: 'REFUSED', since: '2026-02-26' },
          ],
        },
      ],
    }));

  it('leaves the items that it does not answer as they were, and is to be told', () =>
    expect(stateAfter(...notified, fact.amendment())).toMatchObject({
      status: 'decided',
      dispatches: [],
      decisions: [
        {
          decisionId: 'decision-1',
          answers: [
            { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED', since: '2026-02-20' },
            { item: 'COORDINATOR', outcome: 'GRANTED', since: '2026-02-20' },
          ],
        },
        {
          decisionId: 'decision-2',
          answers: [
            { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', since: '2026-02-26' },
            { item: 'COORDINATOR', outcome: 'GRANTED', since: '2026-02-20' },
          ],
        },
      ],
    }));

  rows(intent.notify, [
    [
      'is told by an answer of its own',
      [...notified, fact.amendment()],
      { dispatchId: 'dispatch-2', notifiedOn: '2026-02-27' },
      [fact.notification({ dispatchId: 'dispatch-2', notifiedOn: '2026-02-27' })],
    ],
    ['is not told before it was made', [...notified, fact.amendment()], {}, 'date-order'],
  ]);
});
