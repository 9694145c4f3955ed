import { codeOf, localDate, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { enquiryClosureReasons } from '../codes.js';
import { openOn, received } from '../course.js';
import { settled } from '../enquiry.js';
import { about, own, step } from '../step.js';

export const endingRefusals = refusals('enquiry', {
  'no-such-case': ['There is no such case.', 'Saken finnes ikke.', 'Saka finst ikkje.'],
  'reason-missing': [
    'A closing for another reason says which.',
    'En avslutning av annen grunn sier hvilken.',
    'Ei avslutning av annan grunn seier kva for ein.',
  ],
});
const { refuseIf } = endingRefusals;

/** What it was about goes on in a case: a new one, or one that was there (H7). Told once for each case, also after the closing. */
const enquiryBecameCase = step(
  'EnquiryBecameCase',
  v1({ ...about, becameOn: localDate(), caseId: ref('case') }, { occurs: 'becameOn' }),
  {
    in: received,
    admit: ({ caseId }, { caseIsKnown }) => refuseIf(caseId !== undefined && !caseIsKnown, 'no-such-case'),
    decide(said, { state }, fact) {
      const isTold = state.status === 'received' && state.caseIds.includes(said.caseId);
      return isTold ? [] : [fact(said)];
    },
    evolve: (state, { caseId, becameOn }) =>
      state.status === 'absent'
        ? state
        : // A disposal that was asked for before it went on in a case counts no more.
          settled(
            {
              ...state,
              caseIds: [...state.caseIds, caseId],
              disposal: { ...state.disposal, requestedBy: undefined },
            },
            becameOn,
          ),
  },
);

/** Nobody has to do anything more about it. */
const enquiryClosed = step(
  'EnquiryClosed',
  v1(
    {
      ...about,
      closedOn: localDate(),
      reasonCode: codeOf(enquiryClosureReasons),
      reason: optional(personal.text({ ...own, max: 1000 })),
    },
    { occurs: 'closedOn' },
  ),
  {
    in: openOn,
    check: (_, { reasonCode, reason }) =>
      refuseIf(reasonCode === 'OTHER' && reason === undefined, 'reason-missing'),
    evolve: (state, { closedOn }) =>
      settled(state.status === 'absent' ? state : { ...state, closedOn }, closedOn),
  },
);

export const endingSteps = [enquiryBecameCase, enquiryClosed] as const;
