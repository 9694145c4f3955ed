import { codeOf, flag, list, localDate, optional, personal, record, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { actedOn, authorityRoles, items } from '#vocabulary';
import { refuseUnauthorised } from '../authority.js';
import type { BoardOutcome, Recommendation } from '../case.js';
import { criteria, outcomes } from '../codes.js';
import { inApplication } from '../course.js';
import { about, of, step } from '../step.js';
import { heldFor } from './at-meeting.js';
import { answersEachItem, assessesEachOnce, assessesWhatIsNeeded } from './grounds.js';

export const boardRefusals = refusals('casework', {
  'nothing-recommended': [
    'The unit has recommended nothing to the board in this case.',
    'Enheten har ikke tilrådd noe til nemnda i denne saken.',
    'Eininga har ikkje tilrådd noko til nemnda i denne saka.',
  ],
  'board-has-concluded': [
    'The board has concluded in this case: decide it as the board did.',
    'Nemnda har konkludert i denne saken: avgjør den slik nemnda gjorde.',
    'Nemnda har konkludert i denne saka: avgjer ho slik nemnda gjorde.',
  ],
  'reason-missing.recommendation': [
    'A recommendation to refuse, or to grant in part, needs a reason.',
    'En tilråding om å avslå eller innvilge delvis trenger en begrunnelse.',
    'Ei tilråding om å avslå eller innvilge delvis treng ei grunngiving.',
  ],
  'date-order.recommended': [
    'A recommendation is made on or after the day the application was received, and before the board meets.',
    'En tilråding gis samme dag som søknaden ble mottatt eller senere, og før nemnda møtes.',
    'Ei tilråding blir gitt same dagen som søknaden kom inn eller seinare, og før nemnda møtest.',
  ],
});
const { refusal, refuseIf, inOrder } = boardRefusals;

/** What the unit recommends, item by item, with the criteria as it sees them (S6). A case that the board returned is recommended anew. */
const recommendationMade = step(
  'RecommendationMade',
  v1(
    {
      ...about,
      items: list(
        record({ item: codeOf(items), outcome: codeOf(outcomes), reason: optional(personal.text(of)) }),
      ),
      criteria: list(record({ criterion: codeOf(criteria), met: flag(), reason: personal.text(of) })),
      recommendedOn: localDate(),
    },
    { occurs: 'recommendedOn' },
  ),
  {
    in: inApplication,
    check(application, { items: answers, criteria: assessed, recommendedOn }) {
      const { board, receivedOn } = application;
      refuseIf(board !== undefined && board.outcome !== 'RETURNED', 'board-has-concluded');
      answersEachItem(application, { items: answers });
      const named = assessed.map(({ criterion }) => criterion);
      assessesEachOnce(named);
      assessesWhatIsNeeded({ items: answers }, named);
      refuseIf(
        answers.some(({ outcome, reason }) => outcome !== 'GRANTED' && reason === undefined),
        'reason-missing.recommendation',
      );
      inOrder(receivedOn, recommendedOn, 'date-order.recommended');
    },
    evolve(state, { items: answers, recommendedOn }) {
      const recommendation: Recommendation = {
        items: answers.map(({ item, outcome }) => ({ item, outcome })),
        recommendedOn,
      };
      return state.status === 'applied' ? { ...state, recommendation, board: undefined } : state;
    },
  },
);

/** The board's outcome, recorded once its protocol is approved, on the day on which it met (S6, invariant 6). */
const concluded = <const Type extends string>(type: Type, outcome: BoardOutcome) =>
  step(
    type,
    v1(
      {
        ...about,
        meetingId: ref('meeting'),
        concludedOn: localDate(),
        /** On whose authority the board acted, by which delegation (S3); absent where the municipality keeps none for it. */
        delegationId: optional(ref('delegation')),
        delegatedBy: optional(codeOf(authorityRoles)),
      },
      { occurs: 'concludedOn' },
    ),
    {
      in: inApplication,
      // What it returns it has not concluded on.
      ...(outcome !== 'RETURNED' && { actsOn: { scope: 'APPROVE_APPLICATION', toRole: 'BOARD' } as const }),
      check({ recommendation }, { concludedOn }) {
        if (!recommendation) throw refusal('nothing-recommended');
        inOrder(recommendation.recommendedOn, concludedOn, 'date-order.recommended');
      },
      admit({ concludedOn: day, ...acted }, { meeting, authority }, standing) {
        heldFor(meeting, { kind: 'BOARD', treatment: outcome, day: day ?? standing?.concludedOn });
        refuseUnauthorised({ day, ...acted }, authority, standing);
      },
      decide: (said, { state, asked: { authority } }, fact) =>
        inApplication(state).board?.meetingId === said.meetingId
          ? []
          : [fact({ ...said, ...actedOn(authority) })],
      evolve: (state, { meetingId, concludedOn }) =>
        state.status === 'applied'
          ? {
              ...state,
              board: { meetingId, outcome, concludedOn },
              meetings: { ...state.meetings, [meetingId]: { meetsOn: concludedOn, invitedUnits: [] } },
            }
          : state,
    },
  );

export const boardSteps = [
  recommendationMade,
  concluded('BoardApproved', 'APPROVED'),
  concluded('BoardReturned', 'RETURNED'),
  concluded('BoardRejected', 'REJECTED'),
] as const;
