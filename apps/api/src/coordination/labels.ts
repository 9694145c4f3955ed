import { codeList, same } from '#event-sourcing';

/** By whom the load of coordinators is told. */
export const loadsBy = codeList('loadBy', {
  COORDINATOR: same('<coordinator>'),
  UNIT: ['enhet', 'eining'],
});
