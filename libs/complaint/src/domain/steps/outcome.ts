import {
  codeOf,
  dayToCome,
  idOf,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { asksForMore, complainants, complaintOutcomes } from '../codes.js';
import { changed, type Complaint } from '../complaint.js';
import { open, present, withGovernor } from '../course.js';
import { about, of, step } from '../step.js';

export const outcomeRefusals = refusals('complaint', {
  'no-such-request.governor': [
    'The county governor asked for nothing under that id.',
    'Statsforvalteren har ikke bedt om noe under denne id-en.',
    'Statsforvaltaren har ikkje bede om noko under denne id-en.',
  ],
  'no-such-decision.since': [
    'There is no such decision in the case since the one that was complained of.',
    'Det er ingen slik avgjørelse i saken etter den det ble klaget på.',
    'Det er inga slik avgjerd i saka etter den det vart klaga på.',
  ],
  'already-answered': ['This was answered already.', 'Dette er allerede besvart.', 'Dette er alt svart på.'],
  'nothing-to-comply-with': [
    'A day to comply by, and compliance, follow from a complaint that was granted, in part too, or from a decision that was set aside.',
    'En frist for å følge opp, og at det er fulgt opp, hører til medhold, delvis medhold eller opphevelse.',
    'Ein frist for å følgje opp, og at det er følgt opp, høyrer til medhald, delvis medhald eller oppheving.',
  ],
  'nothing-to-set-aside': [
    'What is set aside and sent back is a decision: this complaint names none.',
    'Det som oppheves og sendes tilbake, er en avgjørelse: denne klagen oppgir ingen.',
    'Det som blir oppheva og sendt tilbake, er ei avgjerd: denne klaga oppgir inga.',
  ],
  'not-decided': [
    'The county governor has not decided this complaint.',
    'Statsforvalteren har ikke avgjort denne klagen.',
    'Statsforvaltaren har ikkje avgjort denne klaga.',
  ],
  'already-complied': [
    'It is recorded already that this was complied with.',
    'Det er allerede registrert at dette er fulgt opp.',
    'Det er alt registrert at dette er følgt opp.',
  ],
  'date-order.governor': [
    'What the county governor asks, and the answer, come in the order of their days, after the complaint was forwarded.',
    'Det statsforvalteren ber om, og svaret, kommer i rekkefølge etter at klagen ble sendt videre.',
    'Det statsforvaltaren ber om, og svaret, kjem i rekkjefølgje etter at klaga vart send vidare.',
  ],
  'date-order.outcome': [
    'The county governor decides on or after the day on which the complaint was forwarded, and before the decision arrives and is complied with.',
    'Statsforvalteren avgjør samme dag som klagen ble sendt videre, eller senere, og før avgjørelsen kommer fram og følges opp.',
    'Statsforvaltaren avgjer same dagen som klaga vart send vidare, eller seinare, og før avgjerda kjem fram og blir følgd opp.',
  ],
});
const { refusal, refuseIf, inOrder } = outcomeRefusals;

const requested = step(
  'StatsforvalterRequestedMore',
  v1(
    {
      ...about,
      requestId: newId('furtherRequest'),
      requestedOn: localDate(),
      /** By when it is to be answered. */
      answerBy: optional(dayToCome()),
      request: personal.text(of),
    },
    { occurs: 'requestedOn' },
  ),
  {
    in: withGovernor,
    check({ forwardedOn }, { requestedOn, answerBy }) {
      inOrder(forwardedOn, requestedOn, 'date-order.governor');
      if (answerBy !== undefined) inOrder(requestedOn, answerBy, 'date-order.governor');
    },
    evolve: (state, { requestId, requestedOn }) =>
      changed(state, ({ requests }) => ({ requests: [...requests, { requestId, requestedOn }] })),
  },
);

const answered = step(
  'StatsforvalterAnswered',
  v1(
    {
      ...about,
      requestId: idOf('furtherRequest'),
      answeredOn: localDate(),
      answer: optional(personal.text(of)),
    },
    { occurs: 'answeredOn' },
  ),
  {
    in: withGovernor,
    check({ requests }, { requestId, answeredOn }) {
      const request = requests.find((one) => one.requestId === requestId);
      if (request === undefined) throw refusal('no-such-request.governor');
      refuseIf(request.answeredOn !== undefined, 'already-answered');
      inOrder(request.requestedOn, answeredOn, 'date-order.governor');
    },
    evolve: (state, { requestId, answeredOn }) =>
      changed(state, ({ requests }) => ({
        requests: requests.map((one) => (one.requestId === requestId ? { ...one, answeredOn } : one)),
      })),
  },
);

/** The county governor decided. Where the decision is set aside, the case is to be decided anew; by a day, where one is set. */
const complaintDecided = step(
  'ComplaintDecided',
  v1(
    {
      ...about,
      decidedOn: localDate(),
      /** When the municipality got it: from then on a case that was sent back is to be answered. */
      arrivedOn: localDate(),
      outcome: codeOf(complaintOutcomes),
      complyBy: optional(dayToCome()),
      reason: optional(personal.text(of)),
    },
    { occurs: 'decidedOn' },
  ),
  {
    in: withGovernor,
    check({ forwardedOn, decisionId }, { decidedOn, arrivedOn, outcome, complyBy }) {
      inOrder(forwardedOn, decidedOn, 'date-order.outcome');
      inOrder(decidedOn, arrivedOn, 'date-order.outcome');
      if (complyBy !== undefined) inOrder(decidedOn, complyBy, 'date-order.outcome');
      refuseIf(complyBy !== undefined && !asksForMore(outcome), 'nothing-to-comply-with');
      refuseIf(outcome === 'SET_ASIDE' && decisionId === undefined, 'nothing-to-set-aside');
    },
    evolve: (state, { outcome, decidedOn, arrivedOn }) =>
      changed(state, () => ({ decided: { outcome, decidedOn, arrivedOn } })),
  },
);

function decided(state: Complaint, day: string) {
  const there = present(state, day);
  if (there.decided === undefined) throw refusal('not-decided');
  return { ...there, decided: there.decided };
}

/** The municipality did what the county governor's decision asks. */
const compliedWith = step(
  'ComplaintCompliedWith',
  v1(
    {
      ...about,
      compliedOn: localDate(),
      /** The decision that it did so by. */
      decisionId: optional(ref('decision')),
      what: optional(personal.text(of)),
    },
    { occurs: 'compliedOn' },
  ),
  {
    in: decided,
    check({ decided: { outcome, decidedOn }, compliedOn: before }, { compliedOn }) {
      refuseIf(!asksForMore(outcome), 'nothing-to-comply-with');
      refuseIf(before !== undefined, 'already-complied');
      inOrder(decidedOn, compliedOn, 'date-order.outcome');
    },
    admit: ({ decisionId }, { since = [] }) =>
      refuseIf(
        typeof decisionId === 'string' && !since.some((one) => one.decisionId === decisionId),
        'no-such-decision.since',
      ),
    evolve: (state, { compliedOn }) => changed(state, () => ({ compliedOn })),
  },
);

/** Whoever complained does so no more: of all of it, or of what the municipality did not change. */
const complaintWithdrawn = step(
  'ComplaintWithdrawn',
  v1(
    {
      ...about,
      withdrawnOn: localDate(),
      withdrawnBy: codeOf(complainants),
      withdrawnById: optional(ref('party')),
      reason: optional(personal.text({ ...of, max: 1000 })),
    },
    { occurs: 'withdrawnOn' },
  ),
  { in: open, evolve: (state, { withdrawnOn }) => changed(state, () => ({ withdrawnOn })) },
);

export const outcomeSteps = [
  requested,
  answered,
  complaintDecided,
  compliedWith,
  complaintWithdrawn,
] as const;
