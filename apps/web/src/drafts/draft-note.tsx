import { clockOf } from '../dates/dates.js';
import { texts } from '../i18n/texts.js';
import type { Draft } from './use-draft.js';

const useText = texts('draft-note', {
  nb: { saved: 'Kladd lagret kl. {{clock}}.' },
  nn: { saved: 'Kladd lagra kl. {{clock}}.' },
});

/** When what is half written was kept last. */
export function DraftNote({ draft: { savedAt } }: { readonly draft: Pick<Draft<unknown>, 'savedAt'> }) {
  const say = useText();
  return (
    <p className="small quiet" role="status">
      {savedAt !== undefined && say('saved', { clock: clockOf(savedAt) })}
    </p>
  );
}
