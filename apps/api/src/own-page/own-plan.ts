import type { OwnPlan } from '#projections/own-page/queries';
import type { Names } from '../reading/names.js';

/** A plan of which nothing is written yet, or that is kept on paper alone. */
const unwritten = (planId: string): OwnPlan => ({
  planId,
  entries: [],
  goals: [],
  milestones: [],
  measures: [],
  participants: [],
  until: null,
  nextReviewOn: null,
  versions: [],
  pausedOn: null,
  onPaper: null,
});

export const partiesOfPlan = (plan: OwnPlan | undefined): (string | null)[] =>
  plan === undefined
    ? []
    : [
        ...plan.entries.map(({ authorId }) => authorId),
        ...plan.goals.map(({ authorId }) => authorId),
        ...plan.measures.map(({ responsibleId }) => responsibleId),
        ...plan.participants.map(({ partyId }) => partyId),
      ];

/** The plan as its owner reads it: what stands, with whose words it is; nothing that was dropped, cancelled or turned down, and no reason of staff’s. */
export function shownPlan(
  planId: string,
  startedOn: string | null,
  found: OwnPlan | undefined,
  names: Names,
) {
  const plan = found ?? unwritten(planId);
  return {
    planId,
    startedOn,
    entries: plan.entries.map(({ entryId, section, text, author, authorId, writtenOn, changedOn }) => ({
      entryId,
      section,
      text,
      author,
      writtenOn,
      changedOn,
      namedAuthor: names.party(authorId),
    })),
    goals: plan.goals
      .filter(({ droppedOn }) => droppedOn === null)
      .map(({ goalId, kind, partOfId, text, author, authorId, setOn, reachedOn }) => ({
        goalId,
        kind,
        partOfId,
        text,
        author,
        setOn,
        reachedOn,
        namedAuthor: names.party(authorId),
      })),
    milestones: plan.milestones.map(({ milestoneId, goalId, text, dueOn, reachedOn }) => ({
      milestoneId,
      goalId,
      text,
      dueOn,
      reachedOn,
    })),
    measures: plan.measures
      .filter(({ cancelledOn }) => cancelledOn === null)
      .map((one) => {
        const { measureId, text, responsible, unit, responsibleId, dueOn, completedOn } = one;
        return {
          measureId,
          text,
          responsible,
          unit,
          dueOn,
          completedOn,
          responsibleParty: names.party(responsibleId),
          binds: !one.hasCost || one.clearanceGrantedOn !== null,
        };
      }),
    participants: plan.participants
      .filter(({ leftOn, refusedOn }) => leftOn === null && refusedOn === null)
      .map(({ participantId, name, partyId, sector, unit, contribution }) => ({
        participantId,
        name,
        sector,
        unit,
        contribution,
        party: names.party(partyId),
      })),
    until: plan.until,
    nextReviewOn: plan.nextReviewOn,
    pausedOn: plan.pausedOn,
    onPaper: plan.onPaper === true,
    approvedOn: plan.versions.at(-1)?.approvedOn ?? null,
  };
}
