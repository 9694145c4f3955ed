import type { PlanFacts } from '#plan';
import type { PlanView } from '#projections/plan-content/queries';

/** Those who come from outside of the municipality's own services. */
const outside: ReadonlySet<string> = new Set(['SPECIALIST', 'NAV', 'VOLUNTARY']);

/** What a plan is asked to know whether it has the nine contents. */
export function contentFacts(view: PlanView): PlanFacts {
  return {
    sections: view.entries.map(({ section }) => section ?? ''),
    goals: view.goals.filter(({ droppedOn }) => droppedOn === null).length,
    participants: view.participants
      .filter(({ refusedOn, leftOn }) => refusedOn === null && leftOn === null)
      .map(({ contribution, sector }) => ({
        hasContribution: contribution !== null,
        isOutside: outside.has(sector),
      })),
    measures: view.measures
      .filter(({ cancelledOn }) => cancelledOn === null)
      .map(({ extent, how, hasCost, clearanceGrantedOn }) => ({
        hasExtent: extent !== null,
        hasHow: how !== null,
        binds: !hasCost || clearanceGrantedOn !== null,
      })),
    subPlans: view.subPlans.filter(({ unlinkedOn }) => unlinkedOn === null).length,
    until: view.until,
    nextReviewOn: view.nextReviewOn,
    isCoordinated: view.coordinatorIds.length > 0,
    consents: view.consents,
  };
}
