import { Fieldset, Radio } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';

const useText = texts('history-strike-out-cause', {
  nb: { cause: 'Hvorfor skal den tas ut?' },
  nn: { cause: 'Kvifor skal ho takast ut?' },
});

interface Props {
  readonly causes: readonly string[];
  readonly cause: string | undefined;
  readonly choose: (cause: string) => void;
}

/** Why an entry should not have been written in. */
export function StrikeOutCause({ causes, cause, choose }: Props) {
  const say = useText();
  const label = useLabel();
  const id = useId();
  return (
    <Fieldset>
      <Fieldset.Legend>{say('cause')}</Fieldset.Legend>
      {causes.map((code) => (
        <Radio
          key={code}
          name={id}
          value={code}
          label={capital(label('recordedInErrorReason', code))}
          checked={cause === code}
          onChange={() => choose(code)}
        />
      ))}
    </Fieldset>
  );
}
