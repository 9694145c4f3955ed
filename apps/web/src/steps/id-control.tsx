import {
  Checkbox,
  Field as FieldBox,
  Fieldset,
  Label,
  Select,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { texts } from '../i18n/texts.js';
import { CasePicker } from '../pickers/case-picker.js';
import { referredBy, type Referred } from '../pickers/kinds.js';
import { MeetingPicker } from '../pickers/meeting-picker.js';
import { PartyPicker } from '../pickers/party-picker.js';
import { PersonPicker } from '../pickers/person-picker.js';
import type { PickerProps } from '../pickers/picker.js';
import type { ControlProps } from './control-props.js';
import { type Choice, controlId, useForm } from './form-context.js';

const useText = texts('id-control', {
  nb: { choose: 'Velg', add: 'Legg til' },
  nn: { choose: 'Vel', add: 'Legg til' },
});

const pickers: Readonly<Record<Referred, (props: PickerProps) => React.ReactNode>> = {
  party: PartyPicker,
  subject: PersonPicker,
  meeting: MeetingPicker,
  case: CasePicker,
};

/** Who or what is meant: found by name or number, or one of the choices that the page gives. */
export function IdControl({ field, path, label }: ControlProps) {
  const form = useForm();
  const value = form.valueAt(path) as string | undefined;
  const shared = { id: controlId(form, path), label, error: form.faultAt(path) };
  const choose = (id: string | undefined) => form.set(path, id);
  const choices = form.choicesFor(path);
  if (choices !== undefined) return <Choices {...shared} choices={choices} value={value} choose={choose} />;
  const kind = referredBy(field.name);
  if (kind === undefined) return null;
  const Picker = pickers[kind];
  return <Picker {...shared} value={value} choose={choose} />;
}

/** Several of them. */
export function IdsControl({ field, path, label }: ControlProps) {
  const say = useText();
  const form = useForm();
  const chosen = (form.valueAt(path) ?? []) as readonly string[];
  const id = controlId(form, path);
  const choices = form.choicesFor(path);
  if (choices !== undefined) {
    return (
      <SomeChoices
        {...{ id, label, choices, chosen }}
        error={form.faultAt(path)}
        choose={(ids) => form.set(path, ids)}
      />
    );
  }
  const kind = referredBy(field.name);
  if (kind === undefined) return null;
  const Picker = pickers[kind];
  return (
    <div className="field-rows">
      {chosen.map((one) => (
        <Picker
          key={one}
          id={`${id}-${one}`}
          label={label}
          value={one}
          choose={(next) =>
            form.set(path, next === undefined ? chosen.filter((other) => other !== one) : chosen)
          }
        />
      ))}
      <Picker
        key={`next-${chosen.length}`}
        id={id}
        label={chosen.length === 0 ? label : say('add')}
        error={form.faultAt(path)}
        value={undefined}
        choose={(next) => next !== undefined && !chosen.includes(next) && form.set(path, [...chosen, next])}
      />
    </div>
  );
}

interface ChoicesProps extends PickerProps {
  readonly choices: readonly Choice[];
}

function Choices({ id, label, error, choices, value = '', choose }: ChoicesProps) {
  const say = useText();
  return (
    <FieldBox>
      <Label>{label}</Label>
      <Select
        id={id}
        value={value}
        aria-invalid={error !== undefined}
        onChange={({ target }) => choose(target.value === '' ? undefined : target.value)}
      >
        <Select.Option value="">{say('choose')}</Select.Option>
        {choices.map((one) => (
          <Select.Option key={one.value} value={one.value}>
            {one.label}
          </Select.Option>
        ))}
      </Select>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </FieldBox>
  );
}

interface SomeChoicesProps extends Pick<PickerProps, 'id' | 'label' | 'error'> {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}

function SomeChoices({ id, label, error, choices, chosen, choose }: SomeChoicesProps) {
  return (
    <Fieldset id={id} tabIndex={-1}>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      <div className="choices">
        {choices.map((one) => (
          <Checkbox
            key={one.value}
            value={one.value}
            label={one.label}
            checked={chosen.includes(one.value)}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, one.value] : chosen.filter((other) => other !== one.value))
            }
          />
        ))}
      </div>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}
