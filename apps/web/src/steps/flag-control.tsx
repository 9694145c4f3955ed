import { Fieldset, Radio, ValidationMessage } from '@digdir/designsystemet-react';
import { texts } from '../i18n/texts.js';
import type { ControlProps } from './control-props.js';
import { controlId, useForm } from './form-context.js';

const useText = texts('flag-control', {
  nb: { yes: 'Ja', no: 'Nei', unsaid: 'Ikke sagt' },
  nn: { yes: 'Ja', no: 'Nei', unsaid: 'Ikkje sagt' },
});

/** Yes or no; where it need not be answered, neither. */
export function FlagControl({ field, path, label }: ControlProps) {
  const say = useText();
  const form = useForm();
  const id = controlId(form, path);
  const value = form.valueAt(path);
  const fault = form.faultAt(path);
  const answers = [
    ['yes', true],
    ['no', false],
    ...(field.required ? [] : [['unsaid', undefined] as const]),
  ] as const;
  return (
    <Fieldset id={id} tabIndex={-1}>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      <div className="choices in-line">
        {answers.map(([word, answer]) => (
          <Radio
            key={word}
            name={id}
            value={word}
            label={say(word)}
            checked={value === answer}
            onChange={() => form.set(path, answer)}
          />
        ))}
      </div>
      {fault !== undefined && <ValidationMessage>{fault}</ValidationMessage>}
    </Fieldset>
  );
}
