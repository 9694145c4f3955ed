import { type ChildAge, childAgeOn, insightRuleOn, seenByParent } from '#follow-up';
import { type Disposed, isDisposed } from '#personal-data';
import { type PlanSection, planSections } from '#plan';
import { followUpOf } from '#projections/follow-up/queries';
import { personById } from '#projections/people/queries';
import { decidesFor, isRelated } from '#subject';
import type { Asked } from '../reading/asked.js';

/** What a parent's insight goes by, still sealed; undefined for whoever decides nothing for the person that day. */
export async function parentalOf(
  { pool, viewer, today }: Asked,
  { subjectId, partyId }: { readonly subjectId: string; readonly partyId: string },
) {
  const person = await personById(pool, viewer, subjectId, { today });
  const isParent = person?.relations.some(
    ({ validUntil, endedOn, parentalResponsibility, kind, ...one }) =>
      one.partyId === partyId &&
      kind !== null &&
      one.validFrom !== null &&
      decidesFor({ kind, parentalResponsibility: parentalResponsibility ?? undefined }) &&
      isRelated(
        { validFrom: one.validFrom, validUntil: validUntil ?? undefined, endedOn: endedOn ?? undefined },
        today,
      ),
  );
  if (person === undefined || isParent !== true) return undefined;
  const rows = await followUpOf(pool, viewer, subjectId, { today });
  const decisions = rows.flatMap(({ insights }) =>
    insights.map(({ partyId: of, sections, ground, decidedOn, endedOn }) => ({
      partyId: of,
      sections,
      ground,
      decidedOn,
      endedOn,
    })),
  );
  return { birthDate: person.birthDate, birthYear: person.birthYear, decisions, partyId, day: today };
}
type Parental = NonNullable<Awaited<ReturnType<typeof parentalOf>>>;
type Known = Omit<Parental, 'birthDate'> & { readonly birthDate: string | Disposed | null };

interface Insight {
  readonly age: ChildAge;
  /** The rule that it goes by. */
  readonly by: string;
  readonly sections: readonly PlanSection[];
}

/** What a parent sees by law, by how old the child is that day (pbrl § 3-4); nothing of its own of an adult. */
export function insightOf({ birthDate, birthYear, ...seen }: Known): Insight | undefined {
  const whole = birthDate !== null && !isDisposed(birthDate) ? birthDate : undefined;
  const birth = whole ?? birthYear ?? undefined;
  const age = childAgeOn(birth, seen.day);
  if (age === 'ADULT') return undefined;
  return { age, by: insightRuleOn(seen.day).by, sections: seenByParent({ birth, ...seen }) };
}

interface Parts {
  readonly entries: readonly { readonly section: string | null }[];
  readonly goals: readonly unknown[];
  readonly milestones: readonly unknown[];
  readonly measures: readonly unknown[];
  readonly participants: readonly unknown[];
  readonly subPlans: readonly unknown[];
}

/** A whole plan without what stands in other sections than these, and without what whoever coordinates sees alone. */
export function onlySections<P extends Parts>(plan: P, sections: readonly PlanSection[]) {
  const shown = planSections.codes.filter((one) => sections.includes(one));
  const ofSection = <T>(section: PlanSection, all: readonly T[]) => (shown.includes(section) ? all : []);
  return {
    ...plan,
    sections: shown,
    isWhole: false,
    entries: plan.entries.filter(({ section }) => shown.some((one) => one === section)),
    goals: ofSection('GOALS', plan.goals),
    milestones: ofSection('GOALS', plan.milestones),
    measures: ofSection('MEASURES', plan.measures),
    participants: ofSection('PARTICIPANTS', plan.participants),
    subPlans: ofSection('SUB_PLANS', plan.subPlans),
    paperPlace: null,
    accesses: [],
    reviews: [],
    contents: [],
  } as unknown as P;
}
