import type { PackageToClose } from '../../api/package.js';

type Omission = NonNullable<PackageToClose['omissions']>[number];
type Explanation = NonNullable<PackageToClose['explanations']>[number];

/** Something that is left out, under what it is called in the list of what may be. */
export interface LeftOut extends Omission {
  readonly called: string;
}

/** What is written of a package: why something lacks, what is left out, and what the municipality says. */
export interface PackageWriting {
  readonly explanations: Readonly<Record<string, string>>;
  readonly omissions: readonly LeftOut[];
  readonly statement: string;
}

export const nothingWritten: PackageWriting = { explanations: {}, omissions: [], statement: '' };

/** As the API wants it: what is empty is not said. */
export const packageOf = ({ explanations, omissions, statement }: PackageWriting): PackageToClose => ({
  explanations: Object.entries(explanations).flatMap(([entry, text]) =>
    text.trim() === '' ? [] : [{ entry: entry as Explanation['entry'], text }],
  ),
  omissions: omissions.map(({ kind, what, field, ground, reason }) => ({
    kind,
    what,
    ground,
    ...(field !== undefined && { field }),
    ...(reason !== undefined && { reason }),
  })),
  ...(statement.trim() !== '' && { statement }),
});
