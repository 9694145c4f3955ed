import { getRouteApi } from '@tanstack/react-router';
import { type AsOfSearch, clocks } from '../../as-of/clock.js';

export const views = ['kort', 'full', 'teknisk'] as const;
export type View = (typeof views)[number];

/** What of a trail is shown, and how: what a colleague sees who is sent the address. */
export interface HistorySearch extends AsOfSearch {
  readonly vis?: View;
  /** Types of what happened, with commas between; all where it is absent. */
  readonly slag?: string;
  readonly hvem?: string;
  readonly fra?: string;
  readonly til?: string;
  /** What changed from the end of the one day to the end of the other, by the same clock. */
  readonly endretFra?: string;
  readonly endretTil?: string;
  /** What was put right or struck out is left out. */
  readonly uten?: 'rettet';
  /** The entry that is pointed at. */
  readonly hendelse?: string;
  /** The entry that is being put right. */
  readonly rett?: string;
}

const oneOf = <T extends string>(all: readonly T[], value: unknown) => all.find((one) => one === value);
const like = (pattern: RegExp, value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;
const aDay = /^\d{4}-\d{2}-\d{2}$/;
const anId = /^[0-9a-zA-Z][0-9a-zA-Z.-]{0,79}$/;
const types = /^[A-Za-z]+(,[A-Za-z]+)*$/;

export function historySearch(given: Record<string, unknown>): HistorySearch {
  const read = {
    vis: oneOf(views, given['vis']),
    slag: like(types, given['slag']),
    hvem: like(anId, given['hvem']),
    fra: like(aDay, given['fra']),
    til: like(aDay, given['til']),
    dag: like(aDay, given['dag']),
    klokke: oneOf(clocks, given['klokke']),
    endretFra: like(aDay, given['endretFra']),
    endretTil: like(aDay, given['endretTil']),
    uten: oneOf(['rettet'] as const, given['uten']),
    hendelse: like(anId, given['hendelse']),
    rett: like(anId, given['rett']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

export const historyRoute = getRouteApi('/inside/historikk/$what/$id');
