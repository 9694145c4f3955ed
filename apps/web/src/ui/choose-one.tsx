import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { texts } from '../i18n/texts.js';

const useText = texts('choose-one', { nb: { choose: 'Velg' }, nn: { choose: 'Vel' } });

/** What can be chosen, and what it is called. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly choose: (value: string | undefined) => void;
  readonly error?: string | undefined;
  /** What none of them is called. */
  readonly none?: string;
}

/** One of a list, or none of it. */
export function ChooseOne({ id, label, choices, value = '', choose, error, none }: Props) {
  const say = useText();
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        {...(id !== undefined && { id })}
        value={value}
        aria-invalid={error !== undefined}
        onChange={({ target }) => choose(target.value === '' ? undefined : target.value)}
      >
        <Select.Option value="">{none ?? say('choose')}</Select.Option>
        {choices.map((one) => (
          <Select.Option key={one.value} value={one.value}>
            {one.label}
          </Select.Option>
        ))}
      </Select>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}
