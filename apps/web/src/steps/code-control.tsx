import { Fieldset, Radio, ValidationMessage } from '@digdir/designsystemet-react';
import { useCodes } from '../i18n/labels.js';
import { useOffered } from '../i18n/offered.js';
import { ChooseOne } from '../ui/choose-one.js';
import { ChooseSome } from '../ui/choose-some.js';
import type { ControlProps } from './control-props.js';
import { controlId, typedAt, useForm } from './form-context.js';
import type { Field } from './operations.js';

type CodeField = Extract<Field, { kind: 'code' | 'codes' }>;
const mostRadios = 6;

/** One of a list: a radio each where they are few, else a list to choose from; nothing where none fits. */
export function CodeControl({ field, path, label }: ControlProps<CodeField>) {
  const form = useForm();
  const all = useCodes(field.list, field.codes);
  const codes = useCodes(field.list, form.choicesFor(path)?.map((choice) => choice.value) ?? field.codes);
  const id = controlId(form, path);
  const value = typedAt(form, path);
  const fault = form.faultAt(path);
  const choose = (code: string | undefined) => form.set(path, code);
  if (codes.length === 0) return null;
  if (all.length > mostRadios) {
    return <ChooseOne {...{ id, label, value, choose }} choices={codes} error={fault} />;
  }
  return (
    <Fieldset id={id} tabIndex={-1}>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      <div className="choices">
        {codes.map(({ value: code, label: name }) => (
          <Radio
            key={code}
            name={id}
            value={code}
            label={name}
            checked={code === value}
            onChange={() => choose(code)}
            // What need not be answered can be left unanswered again.
            onClick={() => !field.required && code === value && choose(undefined)}
          />
        ))}
      </div>
      {fault !== undefined && <ValidationMessage>{fault}</ValidationMessage>}
    </Fieldset>
  );
}

/** Some of a list. */
export function CodesControl({ field, path, label }: ControlProps<CodeField>) {
  const form = useForm();
  const chosen = (form.valueAt(path) ?? []) as readonly string[];
  return (
    <ChooseSome
      id={controlId(form, path)}
      label={label}
      choices={useOffered(field.list, useCodes(field.list, field.codes), chosen)}
      chosen={chosen}
      choose={(codes) => form.set(path, codes)}
      error={form.faultAt(path)}
    />
  );
}
