import { Checkbox, Fieldset, ValidationMessage } from '@digdir/designsystemet-react';
import type { Choice } from './choose-one.js';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** Some of a list, each with a box of its own. */
export function ChooseSome({ id, label, choices, chosen, choose, error }: Props) {
  return (
    <Fieldset id={id} tabIndex={-1}>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      <div className="choices">
        {choices.map(({ value, label: name }) => (
          <Checkbox
            key={value}
            value={value}
            label={name}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
        ))}
      </div>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}
