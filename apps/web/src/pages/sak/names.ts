import { useLabel } from '../../i18n/labels.js';
import { joined } from '../../ui/joined.js';
import { type Opened, textOf } from '../../ui/opened.js';

interface Somebody {
  readonly party: { readonly name: Opened } | null | undefined;
  readonly unit?: string | null;
  /** What they are to the person, by its list. */
  readonly role?: readonly [list: string, code: string | null];
}

/** Who somebody is: by name, by what they are, by where they work; as much as is known. */
export function useNames() {
  const label = useLabel();
  const whoOf = ({ party, unit = null, role }: Somebody): string =>
    joined(
      textOf(party?.name),
      role !== undefined && role[1] !== null && label(role[0], role[1]),
      unit !== null && label('unit', unit),
    );
  return { whoOf };
}
