import { hasDoubles } from '#event-sourcing/doubles';
import {
  code,
  codeOf,
  dayToCome,
  flag,
  idOf,
  instant,
  list,
  localDate,
  newId,
  optional,
  personal,
  v1,
} from '#event-sourcing/event';
import { grantedTypes, publicEventTypes } from '#public-events';
import { beginnings, detailKinds, disclosureBases } from './codes.js';
import { about, going, own, step } from './common.js';
import { subscriptionRefusals } from './refusals.js';
import { changed, closed } from './state.js';
import { streamSteps } from './streams.js';
import { webhookSteps } from './webhooks.js';

const { refuseIf, inOrder } = subscriptionRefusals;

/** What a subscriber may see, and why. */
const terms = {
  /** `CASE_DECISION_MADE_V1` */
  types: list(code(publicEventTypes)),
  /** The subscriber may know who has a plan. */
  plans: flag(),
  /** What may be fetched behind an event, a record of each fetch being kept; nothing unless told. */
  details: optional(list(codeOf(detailKinds))),
  purpose: personal.text({ ...own, max: 1000 }),
  legalBasis: codeOf(disclosureBases),
  basisNote: optional(personal.text({ ...own, max: 1000 })),
  /** The last day. */
  validUntil: optional(dayToCome()),
};

interface Types {
  readonly types?: readonly string[];
  readonly plans?: boolean;
  readonly details?: readonly string[] | undefined;
}
const revealing = new Map(grantedTypes.map(({ code: of, revealsPlan }) => [of, revealsPlan]));
const admitTypes = ({ types = [], plans = false, details = [] }: Types) => {
  refuseIf(!types.every((type) => revealing.has(type)), 'unknown-event-type');
  const ofPlans = types.filter((type) => revealing.get(type) === true);
  refuseIf(!plans && ofPlans.length > 0, 'reveals-plan', { types: ofPlans.join(', ') });
  // Whatever somebody wrote may tell it.
  refuseIf(!plans && details.includes('TEXTS'), 'texts-reveal-plan');
};
const checkTypes = ({ types = [], details = [] }: Types) => {
  refuseIf(types.length === 0, 'no-types');
  refuseIf(hasDoubles(types), 'type-twice');
  refuseIf(hasDoubles(details), 'detail-twice');
};

/** Another service may follow cases: what of them, why, and for how long. */
const granted = step(
  'SubscriptionGranted',
  v1(
    {
      ...about,
      subscriptionId: newId('subscription'),
      /** Which service it is. */
      name: personal.text({ ...own, max: 200 }),
      ...terms,
      begins: codeOf(beginnings),
      beginsOn: optional(localDate()),
      validFrom: dayToCome(),
      grantedOn: localDate(),
    },
    { occurs: 'grantedOn' },
  ),
  {
    admit: admitTypes,
    check({ all }, { subscriptionId, types, details, begins, beginsOn, validFrom, validUntil }) {
      refuseIf(
        all.some((one) => one.subscriptionId === subscriptionId),
        'subscription-there',
      );
      checkTypes({ types, details });
      refuseIf((begins === 'DATE') !== (beginsOn !== undefined), 'begins-on');
      if (validUntil !== undefined) inOrder(validFrom, validUntil, 'date-order.period');
    },
    evolve: (state, { subscriptionId, validFrom, types, grantedOn }) => ({
      ...state,
      all: [...state.all, { subscriptionId, status: 'running', lastOn: grantedOn, validFrom, types }],
    }),
  },
);

/** The terms are others from now on; all of them are said again. */
const termsChanged = step(
  'SubscriptionChanged',
  v1(
    { ...about, subscriptionId: idOf('subscription'), ...terms, changedOn: localDate() },
    { occurs: 'changedOn' },
  ),
  {
    admit: admitTypes,
    check(state, { subscriptionId, types, details, validUntil, changedOn }) {
      const { validFrom } = going(state, subscriptionId, changedOn);
      checkTypes({ types, details });
      if (validUntil !== undefined) inOrder(validFrom, validUntil, 'date-order.period');
    },
    evolve: (state, { subscriptionId, types, changedOn }) =>
      closed(
        changed(state, subscriptionId, { lastOn: changedOn, types }),
        (stream) => stream.subscriptionId === subscriptionId,
      ),
  },
);

const note = () => optional(personal.text({ ...own, max: 1000 }));

/** Nothing more is sent; what runs ends at once. */
const revoked = step(
  'SubscriptionRevoked',
  v1(
    { ...about, subscriptionId: idOf('subscription'), reason: note(), revokedOn: localDate() },
    { occurs: 'revokedOn' },
  ),
  {
    check: (state, { subscriptionId, revokedOn }) => void going(state, subscriptionId, revokedOn),
    evolve: (state, { subscriptionId, revokedOn }) =>
      changed(state, subscriptionId, { status: 'revoked', lastOn: revokedOn }),
  },
);

/** Nothing is sent until it is resumed; nothing is lost meanwhile. */
const paused = step(
  'SubscriptionPaused',
  v1(
    { ...about, subscriptionId: idOf('subscription'), reason: note(), pausedOn: localDate() },
    { occurs: 'pausedOn' },
  ),
  {
    check(state, { subscriptionId, pausedOn }) {
      refuseIf(going(state, subscriptionId, pausedOn).status === 'paused', 'already-paused');
    },
    evolve: (state, { subscriptionId, pausedOn }) =>
      changed(state, subscriptionId, { status: 'paused', lastOn: pausedOn }),
  },
);

const resumed = step(
  'SubscriptionResumed',
  v1({ ...about, subscriptionId: idOf('subscription'), resumedOn: localDate() }, { occurs: 'resumedOn' }),
  {
    check(state, { subscriptionId, resumedOn }) {
      refuseIf(going(state, subscriptionId, resumedOn).status !== 'paused', 'not-paused');
    },
    evolve: (state, { subscriptionId, resumedOn }) =>
      changed(state, subscriptionId, { status: 'running', lastOn: resumedOn }),
  },
);

/** The subscriber got a secret to log in with; what it had before holds until then. */
const secretIssued = step(
  'SubscriptionSecretIssued',
  v1(
    { ...about, subscriptionId: idOf('subscription'), formerUntil: instant(), issuedOn: localDate() },
    { occurs: 'issuedOn' },
  ),
  {
    check: (state, { subscriptionId, issuedOn }) => void going(state, subscriptionId, issuedOn),
    evolve: (state, { subscriptionId, issuedOn }) => changed(state, subscriptionId, { lastOn: issuedOn }),
  },
);

export const subscriptionSteps = [
  granted,
  termsChanged,
  paused,
  resumed,
  secretIssued,
  revoked,
  ...webhookSteps,
  ...streamSteps,
] as const;
