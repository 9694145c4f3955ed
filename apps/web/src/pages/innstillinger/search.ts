import { getRouteApi } from '@tanstack/react-router';

/** What is set, in the order in which it stands in the menu. */
export const parts = [
  'kommunen',
  'enheter',
  'ansatte',
  'delegering',
  'kontaktkort',
  'tjenester',
  'samarbeid',
  'oppbevaring',
  'kodelister',
  'lovverk',
] as const;
export type Part = (typeof parts)[number];

export interface SettingsSearch {
  readonly del?: Part;
}

export const settingsSearch = ({ del }: Record<string, unknown>): SettingsSearch => {
  const part = parts.find((one) => one === del);
  return part === undefined ? {} : { del: part };
};

export const settingsRoute = getRouteApi('/inside/innstillinger');
