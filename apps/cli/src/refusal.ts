import { Rejection, type Standing } from '#event-sourcing';

/** What is open and stands in the way, for a terminal. */
export const inTheWay = (standing: readonly Standing[]) =>
  [
    'Open, and in the way:',
    ...standing.map(({ type, eventId, stream }) => `  ${type} ${eventId} in ${stream}`),
  ].join('\n');

/** What a refusal names. */
export const refusalIn = (error: unknown): string | undefined =>
  error instanceof Rejection && error.restsOn.length > 0 ? inTheWay(error.restsOn) : undefined;
