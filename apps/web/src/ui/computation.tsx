import { Details } from '@digdir/designsystemet-react';
import { language } from '../i18n/language.js';
import { texts } from '../i18n/texts.js';

const useText = texts('computation', {
  nb: { how: 'Slik er fristen regnet ut' },
  nn: { how: 'Slik er fristen rekna ut' },
});

/** How a deadline came about, for who asks. */
export function Computation({
  sentence,
}: {
  readonly sentence: { readonly nb: string; readonly nn: string };
}) {
  const say = useText();
  return (
    <Details data-size="sm">
      <Details.Summary>{say('how')}</Details.Summary>
      <Details.Content>{sentence[language()]}</Details.Content>
    </Details>
  );
}
