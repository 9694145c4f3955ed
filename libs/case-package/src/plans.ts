/** What is known of a plan without its content: its days, and what was done with it as a whole. */
export interface KnownPlan {
  readonly planId: string;
  readonly startedOn: string;
  readonly closedOn: string | undefined;
  readonly versions: readonly { readonly number: number; readonly revisedOn: string }[];
  readonly approvals: readonly { readonly number: number; readonly approvedOn: string }[];
  readonly periods: readonly {
    readonly setOn: string;
    readonly until: string;
    readonly nextReviewOn: string;
  }[];
  /** Reviews that set a day for the next. */
  readonly reviews: readonly { readonly reviewedOn: string; readonly nextReviewOn: string }[];
  readonly pauses: readonly { readonly from: string; readonly to: string | undefined }[];
  readonly paper: readonly { readonly since: string; readonly isOnPaper: boolean }[];
}

/** A plan as it stood on a day. */
export interface PlanThen {
  readonly startedOn: string;
  /** The one of then, and when its owner approved it, if that was by that day. */
  readonly version:
    | { readonly number: number; readonly revisedOn: string; readonly approvedOn: string | undefined }
    | undefined;
  readonly until: string | undefined;
  readonly nextReviewOn: string | undefined;
  readonly pausedOn: string | undefined;
  readonly isOnPaper: boolean;
}

/** Those that ran on a day, as they stood then. */
export const plansOn = (plans: readonly KnownPlan[], day: string): readonly PlanThen[] =>
  plans
    .filter(({ startedOn, closedOn }) => startedOn <= day && (closedOn === undefined || closedOn > day))
    .map((plan) => planOn(plan, day));

function planOn(
  { startedOn, versions, approvals, periods, reviews, pauses, paper }: KnownPlan,
  day: string,
): PlanThen {
  const version = latest(versions, ({ revisedOn }) => revisedOn, day);
  const approved = latest(
    approvals.filter(({ number }) => number === version?.number),
    ({ approvedOn }) => approvedOn,
    day,
  );
  const period = latest(periods, ({ setOn }) => setOn, day);
  const reviewed = latest(reviews, ({ reviewedOn }) => reviewedOn, day);
  const isReviewLater = reviewed !== undefined && reviewed.reviewedOn >= (period?.setOn ?? '');
  return {
    startedOn,
    version: version && { ...version, approvedOn: approved?.approvedOn },
    until: period?.until,
    nextReviewOn: isReviewLater ? reviewed.nextReviewOn : period?.nextReviewOn,
    pausedOn: pauses.find(({ from, to }) => from <= day && (to === undefined || to > day))?.from,
    isOnPaper: latest(paper, ({ since }) => since, day)?.isOnPaper ?? false,
  };
}

/** Of the latest day up to this one; of several on it the one recorded last. */
const latest = <One>(all: readonly One[], dayOf: (one: One) => string, day: string): One | undefined =>
  all
    .filter((one) => dayOf(one) <= day)
    .toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)))
    .at(-1);
