import { Fieldset, Radio } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { texts } from '../../i18n/texts.js';
import type { Wrong } from './correction.js';

const useText = texts('history-what-is-wrong', {
  nb: {
    what: 'Hva er galt?',
    something: 'Noe i den er feil',
    misplaced: 'Den hører til en annen person eller sak',
    misplacedMore: 'Teksten kan ikke leses her lenger. Registrer den der den hører til.',
    never: 'Det har ikke skjedd',
    since: 'Det var riktig da, men er endret siden',
    sinceMore: 'Da er det ikke en retting. Registrer det som har skjedd nå.',
  },
  nn: {
    what: 'Kva er gale?',
    something: 'Noko i ho er feil',
    misplaced: 'Ho høyrer til ein annan person eller ei anna sak',
    misplacedMore: 'Teksten kan ikkje lesast her lenger. Registrer han der han høyrer til.',
    never: 'Det har ikkje hendt',
    since: 'Det var rett då, men er endra sidan',
    sinceMore: 'Då er det ikkje ei retting. Registrer det som har hendt no.',
  },
});

interface Props {
  readonly choices: readonly Wrong[];
  readonly wrong: Wrong | undefined;
  readonly choose: (wrong: Wrong) => void;
}

/** Asks what is wrong with an entry first: only what was never so is put right. */
export function WhatIsWrong({ choices, wrong, choose }: Props) {
  const say = useText();
  const id = useId();
  return (
    <Fieldset>
      <Fieldset.Legend>{say('what')}</Fieldset.Legend>
      {choices.map((one, at) => (
        <Radio
          key={one}
          name={id}
          value={one}
          label={say(one)}
          {...(one === 'misplaced' && { description: say('misplacedMore') })}
          {...(one === 'since' && { description: say('sinceMore') })}
          checked={wrong === one}
          autoFocus={at === 0}
          onChange={() => choose(one)}
        />
      ))}
    </Fieldset>
  );
}
