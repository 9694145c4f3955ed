import { Checkbox, Dropdown } from '@digdir/designsystemet-react';
import { useId } from 'react';

interface Props {
  /** What the button says. */
  readonly title: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly variant?: 'secondary' | 'tertiary';
  /** What is chosen by it, where the button says only what is chosen now. */
  readonly named?: string;
}

/** A button that opens a list of which several may be chosen; they come in the order of the list. */
export function ChoiceMenu({ title, options, chosen, onChange, variant = 'tertiary', named }: Props) {
  const id = useId();
  const turn = (value: string, on: boolean) =>
    onChange(
      options.map((option) => option.value).filter((one) => (one === value ? on : chosen.includes(one))),
    );
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger variant={variant}>
        {named !== undefined && <span className="ds-sr-only">{named}: </span>}
        {title}
      </Dropdown.Trigger>
      <Dropdown className="register-menu" placement="bottom-start">
        <div className="choices" role="group" aria-label={named ?? title}>
          {options.map(({ value, label }) => (
            <Checkbox
              key={value}
              name={id}
              value={value}
              label={label}
              checked={chosen.includes(value)}
              onChange={({ target }) => turn(value, target.checked)}
            />
          ))}
        </div>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}
