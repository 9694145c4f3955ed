import { codeList, same } from '#event-sourcing/codes';

/** How long something lasts is a number of these. */
export const periodUnits = codeList('periodUnit', {
  D: ['dager', 'dagar'],
  W: ['uker', 'veker'],
  M: ['måneder', 'månader'],
  Y: same('år'),
});
