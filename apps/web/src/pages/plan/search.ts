import { getRouteApi } from '@tanstack/react-router';

interface PlanSearch {
  /** The step that stands open. */
  readonly steg?: string;
  /** As whom the plan is shown. */
  readonly som?: string;
}

export const planSearch = ({ steg, som }: Record<string, unknown>): PlanSearch => ({
  ...(typeof steg === 'string' && { steg }),
  ...(typeof som === 'string' && { som }),
});
export const planRoute = getRouteApi('/inside/plan/$planId');
