import type { DelegationScope } from '#vocabulary';
import type { GapCondition } from './codes.js';

/** What a municipality's profile says of the way that its cases go. */
interface Profile {
  readonly deciderBody: string;
  readonly delegationNeededFor?: readonly DelegationScope[] | undefined;
  readonly targets?: readonly { readonly target: string }[] | undefined;
}

/** What of a case's gaps holds by the profile. */
export const conditionsByProfile = ({
  deciderBody,
  delegationNeededFor = [],
  targets = [],
}: Profile): readonly GapCondition[] => [
  ...(deciderBody === 'BOARD' ? (['BOARD_DECIDES'] as const) : []),
  ...(delegationNeededFor.includes('APPROVE_APPLICATION') ? (['DELEGATION_NEEDED'] as const) : []),
  ...(targets.some(({ target }) => target === 'RECEIVED_TO_MAPPED') ? (['MAPPING_WANTED'] as const) : []),
];
