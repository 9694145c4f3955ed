import { Button } from '@digdir/designsystemet-react';
import { useOwnText } from '../i18n/texts.js';
import type { OperationId } from './operations.js';
import { stepTitle } from './step-texts.js';

interface Props {
  readonly operation: OperationId;
  readonly open: boolean;
  readonly toggle: () => void;
  readonly label?: string;
  readonly primary?: boolean;
}

/** Opens the form of a command in its place on the page, and closes it again. */
export function StepButton({ operation, open, toggle, label, primary = false }: Props) {
  const own = useOwnText();
  return (
    <Button type="button" variant={primary ? 'primary' : 'secondary'} aria-expanded={open} onClick={toggle}>
      {label ?? own(stepTitle(operation))}
    </Button>
  );
}
