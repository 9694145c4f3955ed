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
  /** The step that stands open, and the ids of what it is about. */
  readonly steg?: string;
}

export const settingsSearch = ({ del, steg }: Record<string, unknown>): SettingsSearch => {
  const part = parts.find((one) => one === del);
  return { ...(part !== undefined && { del: part }), ...(typeof steg === 'string' && { steg }) };
};

export const settingsRoute = getRouteApi('/inside/innstillinger');
