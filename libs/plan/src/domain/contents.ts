import { type PlanContent, planContents, type PlanLack } from './codes.js';

/** What is asked of a plan to know whether it has what every plan has. */
export interface PlanFacts {
  readonly sections: readonly string[];
  /** Goals that were set and not dropped. */
  readonly goals: number;
  /** Of those who take part or are to: whether it is agreed what each gives, and whether they come from outside of the municipality's own services. */
  readonly participants: readonly { readonly hasContribution: boolean; readonly isOutside: boolean }[];
  /** Those that were not cancelled. */
  readonly measures: readonly {
    readonly hasExtent: boolean;
    readonly hasHow: boolean;
    readonly binds: boolean;
  }[];
  readonly subPlans: number;
  readonly until: string | null;
  readonly nextReviewOn: string | null;
  readonly isCoordinated: boolean;
  /** Consents that hold today. */
  readonly consents: readonly string[];
}

/** One of the nine, with what it lacks; nothing where it is there. */
export interface ContentCheck {
  readonly content: PlanContent;
  readonly lacks: readonly PlanLack[];
}

/** Whether each of the nine mandatory contents is there, or what lacks (a to i). */
export function contentsOf(plan: PlanFacts, today: string): readonly ContentCheck[] {
  const has = (section: string) => plan.sections.includes(section);
  const lack = (when: boolean, code: PlanLack): readonly PlanLack[] => (when ? [code] : []);
  const { measures, participants, until } = plan;
  const lacks: Readonly<Record<PlanContent, readonly PlanLack[]>> = {
    A: [
      ...lack(plan.goals === 0, 'NO_GOAL'),
      ...lack(!has('RESOURCES'), 'NO_RESOURCES'),
      ...lack(!has('NEEDS'), 'NO_NEEDS'),
    ],
    B: lack(participants.length === 0, 'NO_PARTICIPANT'),
    C: lack(!plan.isCoordinated, 'NO_COORDINATOR'),
    D: lack(participants.length === 0 || participants.some((one) => !one.hasContribution), 'NO_CONTRIBUTION'),
    E: [
      ...lack(measures.length === 0, 'NO_MEASURE'),
      ...lack(
        measures.some((one) => !one.hasExtent),
        'NO_EXTENT',
      ),
      ...lack(
        measures.some((one) => !one.binds),
        'NO_CLEARANCE',
      ),
    ],
    F: lack(!has('HOW') && (measures.length === 0 || measures.some((one) => !one.hasHow)), 'NO_HOW'),
    G: [
      ...lack(until === null, 'NO_PERIOD'),
      ...lack(until !== null && until < today, 'PERIOD_ENDED'),
      ...lack(plan.nextReviewOn === null, 'NO_REVIEW_DAY'),
    ],
    H: [
      ...lack(!plan.consents.includes('PLAN'), 'NO_PLAN_CONSENT'),
      ...lack(!plan.consents.includes('SHARE'), 'NO_SHARE_CONSENT'),
    ],
    I: lack(
      !has('COOPERATION') && plan.subPlans === 0 && !participants.some((one) => one.isOutside),
      'NO_COOPERATION',
    ),
  };
  return planContents.codes.map((content) => ({ content, lacks: lacks[content] }));
}
