import { getRouteApi } from '@tanstack/react-router';

export const lists = ['mine', 'enheten', 'over', 'alle'] as const;
export type ListName = (typeof lists)[number];

/** Which list stands open, and how: what a colleague sees who is sent the address. */
export interface MyDaySearch {
  readonly liste?: ListName;
  readonly slag?: string;
}

export const myDaySearch = ({ liste, slag }: Record<string, unknown>): MyDaySearch => {
  const list = lists.find((one) => one === liste);
  return { ...(list !== undefined && { liste: list }), ...(typeof slag === 'string' && { slag }) };
};

export const myDayRoute = getRouteApi('/inside/min-dag');
