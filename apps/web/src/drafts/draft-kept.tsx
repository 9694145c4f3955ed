import { Button } from '@digdir/designsystemet-react';
import { DraftNote } from './draft-note.js';
import type { Draft } from './use-draft.js';

interface Props {
  readonly draft: Pick<Draft<unknown>, 'savedAt'>;
  /** What the button is called that throws it away. */
  readonly discardLabel: string;
  readonly discard: () => void;
}

/** When what is half written was kept last, and a way to throw it away, among the buttons of its form. */
export function DraftKept({ draft, discardLabel, discard }: Props) {
  return (
    <>
      {draft.savedAt !== undefined && (
        <Button type="button" variant="tertiary" onClick={discard}>
          {discardLabel}
        </Button>
      )}
      <DraftNote draft={draft} />
    </>
  );
}
