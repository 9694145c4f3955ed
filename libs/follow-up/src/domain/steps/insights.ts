import { hasDoubles } from '#event-sourcing/doubles';
import { codeOf, idOf, list, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { isOfAge, isUnderAge, type PlanSection, planSections } from '#vocabulary';
import { withholdingGrounds } from '../codes.js';
import type { FollowUp } from '../follow-up.js';
import { about, type Asked, of, step } from '../step.js';

export const insightRefusals = refusals('follow-up', {
  'no-sections': [
    'What a parent may see is told of at least one section of the plan, each once.',
    'Det som en forelder får se, gjelder minst én del av planen, og hver del nevnes én gang.',
    'Det som ein forelder får sjå, gjeld minst éin del av planen, og kvar del blir nemnd éin gong.',
  ],
  'too-young': [
    'A child under 12 does not keep anything from its parents by its own wish. Weighty regard for the child is another ground.',
    'Et barn under 12 år holder ikke noe tilbake fra foreldrene etter eget ønske. Tungtveiende hensyn til barnet er en annen grunn.',
    'Eit barn under 12 år held ikkje noko tilbake frå foreldra etter eige ønske. Tungtvegande omsyn til barnet er ein annan grunn.',
  ],
  'of-age': [
    'The person is an adult: parents see what the person shares with them, and nothing is decided of it.',
    'Personen er myndig: foreldre ser det personen deler med dem, og det bestemmes ikke noe om det.',
    'Personen er myndig: foreldre ser det personen deler med dei, og det blir ikkje avgjort noko om det.',
  ],
  'no-such-insight': [
    'Nothing of the kind was decided of what the parents may see.',
    'Det er ikke bestemt noe slikt om hva foreldrene får se.',
    'Det er ikkje avgjort noko slikt om kva foreldra får sjå.',
  ],
  'insight-ended': [
    'This decision holds no more already.',
    'Denne avgjørelsen gjelder allerede ikke lenger.',
    'Denne avgjerda gjeld alt ikkje lenger.',
  ],
  'date-order.insight': [
    'It cannot end before it was decided.',
    'Det kan ikke slutte å gjelde før det ble bestemt.',
    'Det kan ikkje slutte å gjelde før det vart avgjort.',
  ],
});
const { refusal, refuseIf, inOrder } = insightRefusals;

const decided = {
  ...about,
  insightId: newId('insight'),
  /** Of which parent or guardian; of every one where none is told. */
  partyId: optional(ref('party')),
  sections: list(codeOf(planSections)),
  reason: personal.text(of),
  /** Who decided it. */
  decidedById: ref('party'),
  decidedOn: localDate(),
};

const refuseNone = (sections: readonly PlanSection[]) =>
  refuseIf(sections.length === 0 || hasDoubles(sections), 'no-sections');
const refuseAdult = ({ birthYear }: Asked, day: unknown) =>
  refuseIf(typeof day === 'string' && isOfAge('MAJORITY', birthYear, day), 'of-age');
const withInsight = (state: FollowUp, insightId: string, decidedOn: string): FollowUp => ({
  ...state,
  insights: { ...state.insights, [insightId]: { decidedOn } },
});

/** Sections of a child's plan are kept from a parent, or from both (pbrl § 3-4). */
const insightWithheld = step(
  'InsightWithheld',
  v1({ ...decided, ground: codeOf(withholdingGrounds) }, { occurs: 'decidedOn' }),
  {
    check: (_, { sections }) => refuseNone(sections),
    admit(said, asked, standing) {
      const { ground, decidedOn } = { ...standing, ...said };
      refuseAdult(asked, decidedOn);
      const isYoung = typeof decidedOn === 'string' && isUnderAge('WITHHOLDS', asked.birthYear, decidedOn);
      refuseIf(ground === 'OWN_WISH' && isYoung, 'too-young');
    },
    evolve: (state, { insightId, decidedOn }) => withInsight(state, insightId, decidedOn),
  },
);

/** Sections that a parent needs to see to fulfil parental responsibility, also where the child does not wish it, and from 16 on. */
const insightRequired = step('InsightRequired', v1(decided, { occurs: 'decidedOn' }), {
  check: (_, { sections }) => refuseNone(sections),
  admit: (said, asked, standing) => refuseAdult(asked, { ...standing, ...said }.decidedOn),
  evolve: (state, { insightId, decidedOn }) => withInsight(state, insightId, decidedOn),
});

/** What was decided of a parent's insight holds no more from that day on. */
const insightDecisionEnded = step(
  'InsightDecisionEnded',
  v1(
    { ...about, insightId: idOf('insight'), reason: optional(personal.text(of)), endedOn: localDate() },
    { occurs: 'endedOn' },
  ),
  {
    check({ insights }, { insightId, endedOn }) {
      const insight = insights[insightId];
      if (insight === undefined) throw refusal('no-such-insight');
      refuseIf(insight.endedOn !== undefined, 'insight-ended');
      inOrder(insight.decidedOn, endedOn, 'date-order.insight');
    },
    evolve(state, { insightId, endedOn }) {
      const insight = state.insights[insightId];
      if (insight === undefined) return state;
      return { ...state, insights: { ...state.insights, [insightId]: { ...insight, endedOn } } };
    },
  },
);

export const insightSteps = [insightWithheld, insightRequired, insightDecisionEnded] as const;
