import { getRouteApi } from '@tanstack/react-router';

interface PlanSearch {
  /** The step that stands open. */
  readonly steg?: string;
  /** As whom the plan is shown. */
  readonly som?: string;
  /** The version of which the news are shown. */
  readonly versjon?: number;
}

export const planSearch = ({ steg, som, versjon }: Record<string, unknown>): PlanSearch => ({
  ...(typeof steg === 'string' && { steg }),
  ...(typeof som === 'string' && { som }),
  ...(typeof versjon === 'number' && Number.isInteger(versjon) && { versjon }),
});
export const planRoute = getRouteApi('/inside/plan/$planId');
