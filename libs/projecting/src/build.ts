export interface Version {
  readonly name: string;
  readonly version: number;
}
export interface Build extends Version {
  readonly build: number;
}

export const named = ({ name, version }: Version) => `${name} v${version}`;

/** What goes with the move of a checkpoint, in the same statement. */
export interface Along {
  /** Parts of a `with` clause behind the part `changed`, which has a row of that name when the checkpoint is moved. */
  parts(firstParameter: number): string;
  readonly values: readonly unknown[];
}
