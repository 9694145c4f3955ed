/** What one code stands for. */
export type Unit =
  | { readonly status: 'absent' }
  | {
      readonly status: 'registered';
      readonly establishedOn: string;
      /** In the order in which they were told. */
      readonly leaders: readonly { readonly leaderId: string; readonly from: string }[];
      readonly parents: readonly { readonly parent: string | undefined; readonly from: string }[];
      /** From this day on it takes no new facts. */
      readonly endedOn: string | undefined;
      readonly into: string | undefined;
    };
export type RegisteredUnit = Extract<Unit, { readonly status: 'registered' }>;

/** Of what held from a day on, what holds on this one: the latest that has come, and of one day what was told last. */
export const heldOn = <T extends { readonly from: string }>(told: readonly T[], day: string): T | undefined =>
  told
    .filter(({ from }) => from <= day)
    .reduce<T | undefined>(
      (last, one) => (last === undefined || one.from >= last.from ? one : last),
      undefined,
    );
