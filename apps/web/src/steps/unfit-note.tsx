import { Alert } from '@digdir/designsystemet-react';
import { capital, texts, useOwnText } from '../i18n/texts.js';
import { fieldLabel } from './field-texts.js';

const useText = texts('unfit-note', {
  nb: {
    unfit:
      'Noe er endret siden du skrev kladden. Se over: {{fields}}. Det som ikke passer lenger, er tatt bort. Resten står som du skrev det.',
  },
  nn: {
    unfit:
      'Noko er endra sidan du skreiv kladden. Sjå over: {{fields}}. Det som ikkje passar lenger, er teke bort. Resten står som du skreiv det.',
  },
});

interface Props {
  readonly operation: string;
  /** Paths of what did not fit. */
  readonly unfit: readonly string[];
}

/** Says what of a draft does not fit the form as it is now. */
export function UnfitNote({ operation, unfit }: Props) {
  const say = useText();
  const own = useOwnText();
  if (unfit.length === 0) return null;
  const names = unfit.map((path) => own(fieldLabel(operation, path.split('.').at(-1) ?? path)));
  return (
    <Alert data-color="info" role="status">
      <p>{say('unfit', { fields: capital([...new Set(names)].join(', ')) })}</p>
    </Alert>
  );
}
