import {
  Checkbox,
  Field as FieldBox,
  Fieldset,
  Label,
  Radio,
  Select,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useCodes } from '../i18n/labels.js';
import { texts } from '../i18n/texts.js';
import type { ControlProps } from './control-props.js';
import { controlId, typedAt, useForm } from './form-context.js';
import type { Field } from './operations.js';

const useText = texts('code-control', { nb: { choose: 'Velg' }, nn: { choose: 'Vel' } });

type CodeField = Extract<Field, { kind: 'code' | 'codes' }>;
const mostRadios = 6;

/** One of a list: a radio each where they are few, else a list to choose from. */
export function CodeControl({ field, path, label }: ControlProps<CodeField>) {
  const say = useText();
  const form = useForm();
  const codes = useCodes(field.list, form.choicesFor(path)?.map((choice) => choice.value) ?? field.codes);
  const id = controlId(form, path);
  const value = typedAt(form, path);
  const fault = form.faultAt(path);
  const choose = (code: string) => form.set(path, code === '' ? undefined : code);
  if (codes.length > mostRadios) {
    return (
      <FieldBox>
        <Label>{label}</Label>
        <Select
          id={id}
          value={value}
          aria-invalid={fault !== undefined}
          onChange={({ target }) => choose(target.value)}
        >
          <Select.Option value="">{say('choose')}</Select.Option>
          {codes.map(({ code, name }) => (
            <Select.Option key={code} value={code}>
              {name}
            </Select.Option>
          ))}
        </Select>
        {fault !== undefined && <ValidationMessage>{fault}</ValidationMessage>}
      </FieldBox>
    );
  }
  return (
    <Fieldset id={id} tabIndex={-1}>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      <div className="choices">
        {codes.map(({ code, name }) => (
          <Radio
            key={code}
            name={id}
            value={code}
            label={name}
            checked={code === value}
            onChange={() => choose(code)}
            // What need not be answered can be left unanswered again.
            onClick={() => !field.required && code === value && choose('')}
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
  const codes = useCodes(field.list, field.codes);
  const id = controlId(form, path);
  const chosen = (form.valueAt(path) ?? []) as readonly string[];
  const fault = form.faultAt(path);
  const toggle = (code: string, on: boolean) =>
    form.set(path, on ? [...chosen, code] : chosen.filter((one) => one !== code));
  return (
    <Fieldset id={id} tabIndex={-1}>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      <div className="choices">
        {codes.map(({ code, name }) => (
          <Checkbox
            key={code}
            value={code}
            label={name}
            checked={chosen.includes(code)}
            onChange={({ target }) => toggle(code, target.checked)}
          />
        ))}
      </div>
      {fault !== undefined && <ValidationMessage>{fault}</ValidationMessage>}
    </Fieldset>
  );
}
