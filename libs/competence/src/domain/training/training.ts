/** One course or professional day. */
export type Training =
  | { readonly status: 'absent' }
  | { readonly status: 'offered' | 'held' | 'cancelled'; readonly offeredOn: string };

export const initialState: Training = { status: 'absent' };
