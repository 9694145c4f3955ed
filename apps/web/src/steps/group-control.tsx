import { Button, Fieldset, ValidationMessage } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useLabel } from '../i18n/labels.js';
import { capital, texts } from '../i18n/texts.js';
import type { ControlProps } from './control-props.js';
import { controlId, useForm } from './form-context.js';
import type { Field } from './operations.js';
import { inOrder } from './order.js';
import { startingValues, type Values } from './values.js';

const useText = texts('group-control', {
  nb: { add: 'Legg til', remove: 'Ta bort', nth: '{{label}} {{number}}' },
  nn: { add: 'Legg til', remove: 'Ta bort', nth: '{{label}} {{number}}' },
});

/** Draws a field that stands within another. */
export type Draw = (field: Field, within: string) => ReactNode;
type Props<Kind extends Field['kind']> = ControlProps<Extract<Field, { kind: Kind }>> & {
  readonly draw: Draw;
};

/** Fields that belong together. */
export function GroupControl({ field, path, label, draw }: Props<'group'>) {
  return (
    <Fieldset className="field-group">
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {inOrder(field.fields).map((one) => draw(one, `${path}.`))}
    </Fieldset>
  );
}

/** The same fields for each of several: an item, a condition, somebody who was there. */
export function RowsControl({ field, path, label, draw }: Props<'rows'>) {
  const say = useText();
  const codeLabel = useLabel();
  const form = useForm();
  const rows = (form.valueAt(path) ?? []) as readonly Values[];
  const fault = form.faultAt(path);
  const isFixed = form.isHidden(`${path}[]`);
  // A code that is set beforehand and not shown is what its row is called by.
  const naming = field.fields.find(({ name, kind }) => kind === 'code' && form.isHidden(`${path}[].${name}`));
  const nameOf = (row: Values, at: number) => {
    const code = naming?.kind === 'code' ? row[naming.name] : undefined;
    if (naming?.kind === 'code' && typeof code === 'string') {
      return capital(codeLabel(naming.list ?? '', code));
    }
    return rows.length > 1 ? say('nth', { label, number: at + 1 }) : label;
  };
  return (
    <div className="field-rows" id={controlId(form, path)} tabIndex={-1}>
      {rows.map((row, at) => (
        // Rows have no name but their place.
        <Fieldset key={at} className={naming === undefined ? 'field-group' : 'field-group named'}>
          <Fieldset.Legend>{nameOf(row, at)}</Fieldset.Legend>
          {inOrder(field.fields).map((one) => draw(one, `${path}[${at}].`))}
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
