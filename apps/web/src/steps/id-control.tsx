import { texts } from '../i18n/texts.js';
import { CasePicker } from '../pickers/case-picker.js';
import type { HalfTyped, KeptWithForm } from '../pickers/half-typed.js';
import { referredBy, type Referred } from '../pickers/kinds.js';
import { MeetingPicker } from '../pickers/meeting-picker.js';
import { PartyPicker } from '../pickers/party-picker.js';
import { PersonPicker } from '../pickers/person-picker.js';
import type { PickerProps } from '../pickers/picker.js';
import { ChooseOne } from '../ui/choose-one.js';
import { ChooseSome } from '../ui/choose-some.js';
import type { ControlProps } from './control-props.js';
import { controlId, type Form, useForm } from './form-context.js';

const useText = texts('id-control', {
  nb: { add: 'Legg til' },
  nn: { add: 'Legg til' },
});

type Picked = PickerProps & { readonly kept: KeptWithForm };
const pickers: Readonly<Record<Referred, (props: Picked) => React.ReactNode>> = {
  party: PartyPicker,
  subject: PersonPicker,
  meeting: MeetingPicker,
  case: CasePicker,
};

/** What is half typed is kept in the form beside the field, and is none of what is sent. */
function keptWith(form: Form, path: string): KeptWithForm {
  const at = `${path}~half`;
  return {
    at: path,
    half: form.valueAt(at) as HalfTyped | undefined,
    setHalf: (half) => form.set(at, half),
    keys: form.keys,
  };
}

/** Who or what is meant: found by name or number, or one of the choices that the page gives. */
export function IdControl({ field, path, label }: ControlProps) {
  const form = useForm();
  const value = form.valueAt(path) as string | undefined;
  const shared = { id: controlId(form, path), label, error: form.faultAt(path) };
  const choose = (id: string | undefined) => form.set(path, id);
  const choices = form.choicesFor(path);
  if (choices !== undefined) return <ChooseOne {...shared} choices={choices} value={value} choose={choose} />;
  const kind = referredBy(field.name);
  if (kind === undefined) return null;
  const Picker = pickers[kind];
  return <Picker {...shared} value={value} choose={choose} kept={keptWith(form, path)} />;
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
      <ChooseSome
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
          kept={keptWith(form, path)}
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
        kept={keptWith(form, path)}
        value={undefined}
        choose={(next) => next !== undefined && !chosen.includes(next) && form.set(path, [...chosen, next])}
      />
    </div>
  );
}
