import { codeList, same } from '#event-sourcing/codes';

/** What somebody is on the board that approves what the unit recommends (S6). */
export const boardRoles = codeList('boardRole', {
  CHAIR: ['leder', 'leiar'],
  MEMBER: same('medlem'),
  SUBSTITUTE: same('varamedlem'),
});
