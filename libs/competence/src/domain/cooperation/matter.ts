/** Something that the unit is about beyond the single person: a task, or a question to those who speak for users. */
export type Matter =
  | { readonly status: 'absent' }
  | {
      readonly status: 'open' | 'ended';
      readonly kind: 'TASK' | 'HEARING';
      /** The day of what was told last. */
      readonly lastOn: string;
    };
export type KnownMatter = Exclude<Matter, { readonly status: 'absent' }>;

export const initialState: Matter = { status: 'absent' };
