/** Something that is out, until it is withdrawn. */
export interface Lasting {
  readonly id: string;
  readonly since: string;
  readonly withdrawnOn: string | undefined;
}

/** What decisions look at. Each topic has a stream of its own, in which the others stay empty. */
export interface Topics {
  /** Courses by their code: of one that was listed again, the last. */
  readonly courses: readonly Lasting[];
  readonly materials: readonly Lasting[];
  /** Codes of the municipality's own references to the law. */
  readonly references: readonly string[];
}

export const initialState: Topics = { courses: [], materials: [], references: [] };

export const withdrawn = (all: readonly Lasting[], id: string, withdrawnOn: string): readonly Lasting[] =>
  all.map((one) => (one.id === id ? { ...one, withdrawnOn } : one));
