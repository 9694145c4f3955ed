/** One controlled document. `isDraft`: what was drafted or revised last is not approved yet. */
export type ControlledDocument =
  | { readonly status: 'absent' }
  | {
      readonly status: 'kept' | 'withdrawn';
      readonly isDraft: boolean;
      /** The day of what happened to it last. */
      readonly lastOn: string;
      /** How many revisions have been approved. */
      readonly revision: number;
    };
export type KeptDocument = Exclude<ControlledDocument, { readonly status: 'absent' }>;

export const initialState: ControlledDocument = { status: 'absent' };
