import { Alert, Button } from '@digdir/designsystemet-react';
import { isProblem } from '../api/problem.js';
import { texts } from '../i18n/texts.js';
import { useProblemText } from '../ui/problem-notice.js';

const useText = texts('refusal', {
  nb: { renew: 'Hent det nye, og behold det jeg har skrevet' },
  nn: { renew: 'Hent det nye, og behald det eg har skrive' },
});

/** Why a command was not recorded. Where a colleague was first, what they did can be fetched; what is typed stays. */
export function Refusal({ error, renew }: { readonly error: unknown; readonly renew: () => void }) {
  const say = useText();
  const textOf = useProblemText();
  return (
    <Alert data-color={isProblem(error) && error.isLost ? 'warning' : 'danger'}>
      <p>{textOf(error)}</p>
      {isProblem(error) && error.status === 412 && (
        <Button type="button" variant="secondary" className="air-small" onClick={renew}>
          {say('renew')}
        </Button>
      )}
    </Alert>
  );
}
