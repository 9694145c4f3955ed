import { codeList, same } from '#event-sourcing';

/** By whom the load of coordinators is told. */
export const loadsBy = codeList('loadBy', {
  COORDINATOR: same('<coordinator>'),
  UNIT: ['enhet', 'eining'],
});

/** In which order the register is read; who has no such day comes after those who have, in the order of names. */
export const registerOrders = codeList('registerOrder', {
  NAME: ['etter navn', 'etter namn'],
  LONGEST_WITHOUT: ['lengst uten <coordinator>', 'lengst utan <coordinator>'],
  NEXT_REVIEW: same('neste gjennomgang først'),
  LONGEST_PLAN: same('eldste plan først'),
});
