/** How far an import has come, and whose streams it wrote to. */
export interface Import {
  readonly status: 'ABSENT' | 'BEGUN' | 'COMPLETED' | 'BEING_TAKEN_BACK' | 'TAKEN_BACK';
  /** In the order in which they were taken in. */
  readonly subjectIds: readonly string[];
}

export const initialState: Import = { status: 'ABSENT', subjectIds: [] };
