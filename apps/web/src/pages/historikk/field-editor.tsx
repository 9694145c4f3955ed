import {
  Field,
  Fieldset,
  Label,
  Radio,
  Select,
  Textarea,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { useCodes } from '../../i18n/labels.js';
import { useOffered } from '../../i18n/offered.js';
import { capital, texts } from '../../i18n/texts.js';
import { useKnownName } from '../../pickers/known-names.js';
import { PartyPicker } from '../../pickers/party-picker.js';
import { ChooseSome } from '../../ui/choose-some.js';
import { DateField } from '../../ui/date-field.js';
import type { Changeable } from './changed-fields.js';

const useText = texts('history-field', {
  nb: { yes: 'Ja', no: 'Nei', empty: 'Ikke oppgitt' },
  nn: { yes: 'Ja', no: 'Nei', empty: 'Ikkje oppgitt' },
});

interface Props {
  readonly field: Changeable;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly error: string | undefined;
}

/** One field of what was written in, as it reads now, to be written otherwise. */
export function FieldEditor({ field, value, onChange, error }: Props) {
  const say = useText();
  const id = useId();
  const chosen = value === '' ? [] : value.split(',');
  const stood = Array.isArray(field.value) ? field.value.map(String) : [];
  const codes = useOffered(field.codeList, useCodes(field.codeList ?? undefined), [...chosen, ...stood]);
  const label = capital(field.called);
  switch (field.kind) {
    case 'date':
      return (
        <DateField
          label={label}
          value={value}
          error={error}
          direction={field.isToCome ? 'ahead' : 'behind'}
          onChange={onChange}
        />
      );
    case 'boolean':
      return (
        <Fieldset>
          <Fieldset.Legend>{label}</Fieldset.Legend>
          {(['true', 'false', ...(field.mayBeEmpty ? [''] : [])] as const).map((one) => (
            <Radio
              key={one}
              name={id}
              value={one}
              label={say(one === '' ? 'empty' : one === 'true' ? 'yes' : 'no')}
              checked={value === one}
              onChange={() => onChange(one)}
            />
          ))}
          {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
        </Fieldset>
      );
    case 'code':
      return (
        <Field>
          <Label>{label}</Label>
          <Select value={value} onChange={({ target }) => onChange(target.value)}>
            {(field.mayBeEmpty || value === '') && <Select.Option value="">{say('empty')}</Select.Option>}
            {codes.map(({ value: code, label: name }) => (
              <Select.Option key={code} value={code}>
                {name}
              </Select.Option>
            ))}
          </Select>
          {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
        </Field>
      );
    case 'codes': {
      const inOrder = (some: readonly string[]) =>
        codes.map((one) => one.value).filter((one) => some.includes(one));
      return (
        <ChooseSome
          id={id}
          label={label}
          choices={codes}
          chosen={chosen}
          choose={(some) => onChange(inOrder(some).join(','))}
          error={error}
        />
      );
    }
    case 'text':
      return (
        <Field>
          <Label>{label}</Label>
          <Textarea rows={3} value={value} onChange={({ target }) => onChange(target.value)} />
          {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
        </Field>
      );
    case 'party':
      return <PartyEditor field={field} value={value} onChange={onChange} error={error} />;
    case 'number':
    case 'other':
      return (
        <Textfield
          label={label}
          value={value}
          error={error}
          inputMode="numeric"
          onChange={({ target }) => onChange(target.value)}
        />
      );
  }
}

/** Somebody else of those that the municipality knows; who stands there now is known by name. */
function PartyEditor({ field, value, onChange, error }: Props) {
  const id = useId();
  const { remember } = useKnownName(value === '' ? undefined : value);
  useState(() => typeof field.value === 'string' && remember(field.value, field.inWords ?? ''));
  return (
    <PartyPicker
      id={id}
      label={capital(field.called)}
      value={value === '' ? undefined : value}
      choose={(chosen) => onChange(chosen ?? '')}
      error={error}
    />
  );
}
