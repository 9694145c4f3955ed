import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { aure, decided, fact, intent } from '../example-case.testing.js';

const { rows } = specOf(caseDecider);
const { application, assignment, closing, dispute, need, settlement } = fact;
const opened = [application()];
const followUp = { disputeId: 'dispute-2', topic: 'FOLLOW_UP' } as const;
const goesOn = { disputeId: 'dispute-2', unit: undefined, followUp: true } as const;
const noMore = { ...goesOn, followUp: false } as const;
const agreed = { outcome: 'AGREED', unit: undefined, settledById: undefined } as const;
const ended = { closedOn: '2026-02-25', reasonCode: 'NOT_FOLLOWED_UP' } as const;

describe('A disagreement on how a case is handled', () => {
  rows(intent.dispute, [
    ['is brought before the municipal director (U20)', opened, { settledBy: undefined }, [dispute()]],
    [
      'is brought before whom the profile names (U20)',
      opened,
      { settledBy: undefined, profile: { ...aure, disputesSettledBy: 'KE' } },
      [dispute({ settledBy: 'KE' })],
    ],
    ['is one at a time about the same', [...opened, dispute()], { disputeId: 'dispute-2' }, 'dispute-open'],
    ['may be beside one about something else', [...opened, dispute()], followUp, [dispute(followUp)]],
    ['is about a case that is open', [...opened, closing()], { raisedOn: '2026-02-26' }, 'case-closed'],
  ]);
  rows(intent.settle, [
    ['is settled with the unit that is to map (U20)', [...opened, dispute()], {}, [settlement()]],
    [
      'is settled with whether the case goes on (U20)',
      [...opened, dispute(followUp)],
      goesOn,
      [settlement(goesOn)],
    ],
    ['may end in agreement', [...opened, dispute()], agreed, [settlement(agreed)]],
    [
      'is settled about what was disputed',
      [...opened, dispute()],
      { ...goesOn, disputeId: 'dispute-1' },
      'dispute-decision',
    ],
    ['leaves an application to be decided', [...opened, dispute(followUp)], noMore, 'application-decided'],
    ['is settled once', [...opened, dispute(), settlement()], {}, 'dispute-settled'],
    ['was raised', opened, {}, 'no-such-dispute'],
    ['was raised by then', [...opened, dispute()], { settledOn: '2026-02-03' }, 'date-order'],
  ]);
  rows(intent.assign, [
    ['on who maps leaves it unassigned (U20)', [...opened, dispute()], {}, 'dispute-open'],
    [
      'binds who maps (U20)',
      [...opened, dispute(), settlement()],
      { unit: 'HOME_CARE', assignedOn: '2026-02-07' },
      'settled-otherwise',
    ],
    [
      'leaves it to the unit that it was settled for (U20)',
      [...opened, dispute(), settlement()],
      { unit: 'SCHOOL', assignedOn: '2026-02-07' },
      [assignment({ unit: 'SCHOOL', assignedOn: '2026-02-07' })],
    ],
    [
      'binds by the day on which it was settled, not by the one on which it was raised (U20)',
      [
        ...opened,
        dispute(),
        settlement({ settledOn: '2026-02-12' }),
        dispute({ disputeId: 'dispute-2', raisedOn: '2026-02-05' }),
        settlement({ disputeId: 'dispute-2', unit: 'HOME_CARE', settledOn: '2026-02-08' }),
      ],
      { unit: 'HOME_CARE', assignedOn: '2026-02-13', dueOn: undefined },
      'settled-otherwise',
    ],
    [
      'on whether a need is followed up binds too',
      [need(), dispute(followUp), settlement(noMore)],
      { assignedOn: '2026-02-07' },
      'settled-otherwise',
    ],
  ]);
  rows(intent.close, [
    ['on whether a case goes on keeps it open (U20)', [...opened, dispute(followUp)], ended, 'dispute-open'],
    [
      'binds whether it goes on (U20)',
      [...opened, dispute(followUp), settlement(goesOn)],
      ended,
      'settled-otherwise',
    ],
    [
      'does not hinder what happened to the person',
      [...opened, dispute(followUp)],
      { ...ended, reasonCode: 'DECEASED' },
      [closing({ ...ended, reasonCode: 'DECEASED' })],
    ],
    [
      'is over with the decision',
      [...decided, dispute(followUp)],
      { ...ended, reasonCode: 'COMPLETED' },
      [closing({ ...ended, reasonCode: 'COMPLETED' })],
    ],
  ]);
});
