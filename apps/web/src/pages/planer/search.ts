import { getRouteApi } from '@tanstack/react-router';
import { codeIn, idIn, oneOf, onlyTold } from '../../ui/register/address.js';

export const lists = ['personer', 'koordinatorer'] as const;
export type ListName = (typeof lists)[number];
export const selections = ['uten-koordinator', 'med-plan', 'uten-plan'] as const;

/** What of the register is shown. A name that is looked for stands in no address. */
export interface PlansSearch {
  readonly liste?: ListName;
  readonly vis?: (typeof selections)[number];
  /** Where the coordinator works, as a code. */
  readonly enhet?: string;
  /** The party who coordinates, as an id. */
  readonly koordinator?: string;
}

export const plansSearch = (search: Record<string, unknown>): PlansSearch =>
  onlyTold({
    liste: oneOf(lists, search['liste']),
    vis: oneOf(selections, search['vis']),
    enhet: codeIn(search['enhet']),
    koordinator: idIn(search['koordinator']),
  });

/** The same as the API is asked for it. */
export const registerQuery = ({ vis, enhet, koordinator }: PlansSearch) =>
  onlyTold({
    withoutCoordinator: vis === 'uten-koordinator' || undefined,
    withPlan: vis === 'med-plan' ? true : vis === 'uten-plan' ? false : undefined,
    unit: enhet,
    coordinatorId: koordinator,
  });

export const plansRoute = getRouteApi('/inside/planer');
