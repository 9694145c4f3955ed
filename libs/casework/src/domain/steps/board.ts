import { codeOf, localDate, optional, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { actedOn, authorityRoles } from '#vocabulary';
import { refuseUnauthorised } from '../authority.js';
import type { Applied, BoardOutcome, Recommendation } from '../case.js';
import type { Criterion } from '../codes.js';
import { applied } from '../course.js';
import { about, step } from '../step.js';
import { heldFor } from './at-meeting.js';
import { assessesEachOnce, assessesItsOwn, assessesWhatIsNeeded } from './criteria.js';
import { answersEachItem, answersWhatWasRequested } from './grounds.js';
import { intended } from './reading.js';

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
  'nothing-recommended.anew': [
    'A recommendation to amend a decision answers at least one item anew.',
    'En tilråding om å omgjøre svarer på nytt på minst ett punkt.',
    'Ei tilråding om å gjere om svarer på nytt på minst eitt punkt.',
  ],
  'reason-missing.recommendation': [
    'A recommendation to refuse, or to grant in part, needs a reason.',
    'En tilråding om å avslå eller innvilge delvis trenger en begrunnelse.',
    'Ei tilråding om å avslå eller innvilge delvis treng ei grunngiving.',
  ],
  'date-order.recommended': [
    'A recommendation is made on or after the day the application was received, or decided where that is to be amended, and before the board meets.',
    'En tilråding gis samme dag som søknaden ble mottatt, eller avgjort der det gjelder omgjøring, eller senere, og før nemnda møtes.',
    'Ei tilråding blir gitt same dagen som søknaden kom inn, eller vart avgjord der det gjeld omgjering, eller seinare, og før nemnda møtest.',
  ],
});
const { refusal, refuseIf, inOrder } = boardRefusals;

/** With an application that is undecided, or whose decision is to be amended: what is decided by the board goes the same way both times. */
const isDecided = (state: Applied): boolean => 'decisions' in state;

/** The board has said its last: on an amendment a no leaves the decision as it was, and another may be recommended. */
const hasConcluded = (state: Applied): boolean =>
  state.board?.outcome === 'APPROVED' || (state.board?.outcome === 'REJECTED' && !isDecided(state));

/**
 * What the unit recommends, item by item, with the criteria as it sees them (S6). A case that the board returned is recommended anew. In a case that
 * was decided it is what is to be amended: until the board has approved that, and it is decided so, the decision stands.
 */
const recommendationMade = step(
  'RecommendationMade',
  v1({ ...about, ...intended, recommendedOn: localDate() }, { occurs: 'recommendedOn' }),
  {
    in: applied,
    byQualified: true,
    check(application, { items: answers, criteria: assessed, recommendedOn }) {
      refuseIf(hasConcluded(application), 'board-has-concluded');
      if (isDecided(application)) {
        answersWhatWasRequested(application, { items: answers });
        refuseIf(answers.length === 0, 'nothing-recommended.anew');
      } else answersEachItem(application, { items: answers });
      const named = assessed.map(({ criterion }) => criterion);
      assessesEachOnce(named);
      assessesWhatIsNeeded(answers, recommendedOn, [...named, ...assessedIn(application)]);
      refuseIf(
        answers.some(({ outcome, reason }) => outcome !== 'GRANTED' && reason === undefined),
        'reason-missing.recommendation',
      );
      inOrder(lastDayIn(application), recommendedOn, 'date-order.recommended');
    },
    decide(said, { state }, fact) {
      const assessed = [...said.criteria.map(({ criterion }) => criterion), ...assessedIn(applied(state))];
      assessesItsOwn(said.items, said.recommendedOn, assessed);
      return [fact(said)];
    },
    evolve(state, { items: answers, recommendedOn }) {
      const recommendation: Recommendation = {
        items: answers.map(({ item, outcome }) => ({ item, outcome })),
        recommendedOn,
      };
      return 'criteria' in state ? { ...state, recommendation, board: undefined } : state;
    },
  },
);

const assessedIn = ({ criteria }: Applied) => Object.keys(criteria) as Criterion[];

/** The day of the application, or of the decision that is to be amended. */
const lastDayIn = (state: Applied & { readonly decisions?: readonly { readonly decidedOn: string }[] }) =>
  state.decisions?.at(-1)?.decidedOn ?? state.receivedOn;

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
      in: applied,
      // What it returns it has not concluded on.
      ...(outcome !== 'RETURNED' && {
        actsOn: { scope: 'APPROVE_APPLICATION', toRole: 'BOARD' } as const,
        reads: 'RecommendationMade',
      }),
      check({ recommendation }, { concludedOn }) {
        if (!recommendation) throw refusal('nothing-recommended');
        inOrder(recommendation.recommendedOn, concludedOn, 'date-order.recommended');
      },
      admit({ concludedOn: day, ...acted }, { meeting, authority }, standing) {
        heldFor(meeting, { kind: 'BOARD', treatment: outcome, day: day ?? standing?.concludedOn });
        refuseUnauthorised({ day, ...acted }, authority, standing);
      },
      decide: (said, { state, asked: { authority } }, fact) =>
        applied(state).board?.meetingId === said.meetingId ? [] : [fact({ ...said, ...actedOn(authority) })],
      evolve: (state, { meetingId, concludedOn }) =>
        'criteria' in state
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
