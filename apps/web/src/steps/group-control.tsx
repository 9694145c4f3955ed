import { Button, Fieldset, ValidationMessage } from '@digdir/designsystemet-react';
import { texts } from '../i18n/texts.js';
import { type ControlProps, FieldControl } from './field-control.js';
import { controlId, useForm } from './form-context.js';
import type { Field } from './operations.js';
import { startingValues, type Values } from './values.js';

const useText = texts('group-control', {
  nb: { add: 'Legg til', remove: 'Ta bort', nth: '{{label}} {{number}}' },
  nn: { add: 'Legg til', remove: 'Ta bort', nth: '{{label}} {{number}}' },
});

/** Fields that belong together. */
export function GroupControl({ field, path, label }: ControlProps<Extract<Field, { kind: 'group' }>>) {
  return (
    <Fieldset className="field-group">
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {field.fields.map((one) => (
        <FieldControl key={one.name} field={one} within={`${path}.`} />
      ))}
    </Fieldset>
  );
}

/** The same fields for each of several: an item, a condition, somebody who was there. */
export function RowsControl({ field, path, label }: ControlProps<Extract<Field, { kind: 'rows' }>>) {
  const say = useText();
  const form = useForm();
  const rows = (form.valueAt(path) ?? []) as readonly Values[];
  const fault = form.faultAt(path);
  const isFixed = form.isHidden(`${path}[]`);
  return (
    <div className="field-rows" id={controlId(form, path)} tabIndex={-1}>
      {rows.map((_, at) => (
        // Rows have no name but their place.
        <Fieldset key={at} className="field-group">
          <Fieldset.Legend>{rows.length > 1 ? say('nth', { label, number: at + 1 }) : label}</Fieldset.Legend>
          {field.fields.map((one) => (
            <FieldControl key={one.name} field={one} within={`${path}[${at}].`} />
          ))}
          {!isFixed && rows.length > (field.least ?? 0) && (
            <div>
              <Button
                type="button"
                variant="tertiary"
                onClick={() =>
                  form.set(
                    path,
                    rows.filter((__, other) => other !== at),
                  )
                }
              >
                {say('remove')}
              </Button>
            </div>
          )}
        </Fieldset>
      ))}
      {fault !== undefined && <ValidationMessage>{fault}</ValidationMessage>}
      {!isFixed && (
        <div>
          <Button
            type="button"
            variant="secondary"
            onClick={() => form.set(path, [...rows, startingValues(field.fields)])}
          >
            {say('add')}: {label.toLowerCase()}
          </Button>
        </div>
      )}
    </div>
  );
}
