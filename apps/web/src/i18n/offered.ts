import { usePlace } from '../shell/place.js';

/** Of what can be applied for, what the municipality offers; what was chosen before stays, so that it can be taken away. */
export function useOffered<Of extends { readonly value: string }>(
  list: string | null | undefined,
  codes: readonly Of[],
  chosen: readonly string[],
): readonly Of[] {
  const offered: readonly string[] = usePlace().profile.offered;
  if (list !== 'item') return codes;
  return codes.filter(({ value }) => offered.includes(value) || chosen.includes(value));
}
