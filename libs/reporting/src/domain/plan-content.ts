import type { Day } from './days.js';
import type { Plan } from './register.js';

/** What stands in the plan at the end of a day, each as it was written last. */
const standingIn = ({ contents }: Plan, day: Day) =>
  [...contents.values()].flatMap((said) => {
    const last = said.findLast(({ on }) => on <= day);
    return last?.kind === 'PlanContentWritten' ? [last] : [];
  });

const isOnPaper = ({ onPaper }: Plan, day: Day): boolean =>
  onPaper.findLast(({ on }) => on <= day)?.onPaper === true;

/** Whether the plan says something, and who approved it last; the first that holds of several plans. */
export function contentOn(plans: readonly Plan[], day: Day): string {
  const approved = plans.flatMap(({ approvals }) => approvals.findLast(({ on }) => on <= day) ?? []);
  if (plans.some((plan) => isOnPaper(plan, day))) return 'ON_PAPER';
  if (plans.every((plan) => standingIn(plan, day).length === 0)) return 'NONE';
  if (approved.length === 0) return 'NOT_APPROVED';
  return approved.some(({ approvedBy }) => approvedBy === 'SUBJECT') ? 'BY_PERSON' : 'BY_OTHER';
}

/** Whether the person's own words stand there, the own story as another told it, or neither (F8, H12). */
export function voiceOn(plans: readonly Plan[], day: Day): string {
  const all = plans.flatMap((plan) => standingIn(plan, day));
  if (all.some(({ author }) => author === 'PERSON')) return 'OWN';
  const told = plans.flatMap(({ contents }) =>
    [...contents.values()].filter((said) => said.some((one) => isOwnStory(one))),
  );
  return told.some((said) => said.findLast(({ on }) => on <= day)?.kind === 'PlanContentWritten')
    ? 'TOLD'
    : 'NONE';
}

const isOwnStory = (one: { readonly kind: string; readonly isOwnStory?: boolean }): boolean =>
  one.kind === 'PlanContentWritten' && one.isOwnStory === true;
