import { type CodeIn, codeList } from '#event-sourcing/codes';

/** How a deadline stands on a day. */
export const deadlineStandings = codeList('deadlineStanding', {
  DUE: ['løper', 'går'],
  OVERDUE: ['over fristen', 'over fristen'],
  MET: ['holdt', 'halden'],
  MISSED: ['ikke holdt', 'ikkje halden'],
  EXPIRED: ['løpt ut', 'gått ut'],
  LIFTED: ['falt bort', 'falle bort'],
});
export type DeadlineStanding = CodeIn<typeof deadlineStandings>;
