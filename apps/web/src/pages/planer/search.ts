import { getRouteApi } from '@tanstack/react-router';
import { codeIn, idIn, oneOf, onlyTold } from '../../ui/register/address.js';

export const lists = ['personer', 'koordinatorer'] as const;
export type ListName = (typeof lists)[number];
/** Other orders than that of names. */
const orders = {
  'lengst-uten': 'LONGEST_WITHOUT',
  gjennomgang: 'NEXT_REVIEW',
  'eldste-plan': 'LONGEST_PLAN',
} as const;
type Order = keyof typeof orders;
export const orderNames = Object.keys(orders) as Order[];
/** What the API calls an order. */
export const orderOf = (order: Order | undefined): (typeof orders)[Order] | 'NAME' =>
  order === undefined ? 'NAME' : orders[order];
export const selections = ['uten-koordinator', 'med-plan', 'uten-plan'] as const;

/** What of the register is shown. A name that is looked for stands in no address. */
export interface PlansSearch {
  readonly liste?: ListName;
  readonly vis?: (typeof selections)[number];
  /** Where the coordinator works, as a code. */
  readonly enhet?: string;
  /** The party who coordinates, as an id. */
  readonly koordinator?: string;
  /** The order of names unless told. */
  readonly orden?: Order;
}

export const plansSearch = (search: Record<string, unknown>): PlansSearch =>
  onlyTold({
    liste: oneOf(lists, search['liste']),
    vis: oneOf(selections, search['vis']),
    enhet: codeIn(search['enhet']),
    koordinator: idIn(search['koordinator']),
    orden: oneOf(orderNames, search['orden']),
  });

/** The same as the API is asked for it, but for the order. */
export const registerQuery = ({ vis, enhet, koordinator }: PlansSearch) =>
  onlyTold({
    withoutCoordinator: vis === 'uten-koordinator' || undefined,
    withPlan: vis === 'med-plan' ? true : vis === 'uten-plan' ? false : undefined,
    unit: enhet,
    coordinatorId: koordinator,
  });

export const plansRoute = getRouteApi('/inside/planer');
