import {
  Textarea,
  Textfield,
  Field as FieldBox,
  Label,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { capital, texts, useOwnText } from '../i18n/texts.js';
import { DateField } from '../ui/date-field.js';
import { CodeControl, CodesControl } from './code-control.js';
import type { ControlProps } from './control-props.js';
import { DigestControl } from './digest-control.js';
import { directionOf } from './directions.js';
import { fieldHint, fieldLabel } from './field-texts.js';
import { FieldNote } from './field-note.js';
import { FlagControl } from './flag-control.js';
import { controlId, typedAt, useForm } from './form-context.js';
import { type Draw, GroupControl, RowsControl } from './group-control.js';
import { IdControl, IdsControl } from './id-control.js';
import type { Field } from './operations.js';
import './controls.css';

const useText = texts('field-control', {
  nb: { optional: '{{label}} (kan stå tom)' },
  nn: { optional: '{{label}} (kan stå tom)' },
});

interface Props {
  readonly field: Field;
  readonly within?: string;
}

/** The control that fits a field, with its label, what was wrong with what stands in it, and what is to be known beside it. */
export function FieldControl({ field, within = '' }: Props) {
  const path = within + field.name;
  if (useForm().isHidden(path)) return null;
  return (
    <>
      <Fitting field={field} path={path} />
      <FieldNote path={path} />
    </>
  );
}

function Fitting({ field, path }: { readonly field: Field; readonly path: string }) {
  const say = useText();
  const own = useOwnText();
  const form = useForm();
  const drawn = form.drawnAt(path);
  if (drawn !== undefined) return drawn;
  const name = capital(own(fieldLabel(form.operation, field.name)));
  const label = field.required || field.kind === 'flag' ? name : say('optional', { label: name });
  if (field.name === 'documentDigest') return <DigestControl path={path} />;
  switch (field.kind) {
    case 'group':
      return <GroupControl field={field} path={path} label={name} draw={draw} />;
    case 'rows':
      return <RowsControl field={field} path={path} label={name} draw={draw} />;
    case 'code':
      return <CodeControl field={field} path={path} label={label} />;
    case 'codes':
      return <CodesControl field={field} path={path} label={label} />;
    case 'flag':
      return <FlagControl field={field} path={path} label={label} />;
    case 'id':
      return <IdControl field={field} path={path} label={label} />;
    case 'ids':
      return <IdsControl field={field} path={path} label={label} />;
    case 'free':
      return null;
    case 'date':
    case 'time':
    case 'number':
    case 'text':
    case 'lines':
      return <TypedControl field={field} path={path} label={label} />;
  }
}

/** A field within another. */
const draw: Draw = (field, within) => <FieldControl key={field.name} field={field} within={within} />;

/** What is written by hand: a text, a day, a clock, a number. */
function TypedControl({ field, path, label }: ControlProps) {
  const own = useOwnText();
  const form = useForm();
  const hint = fieldHint(form.operation, field.name);
  const shared = {
    id: controlId(form, path),
    label,
    value: typedAt(form, path),
    error: form.faultAt(path),
    ...(hint && { description: own(hint) }),
  };
  const set = (value: string) => form.set(path, value);
  if (field.kind === 'date') {
    return <DateField {...shared} direction={directionOf(field.name)} onChange={set} />;
  }
  if (field.kind !== 'lines') {
    return (
      <Textfield
        {...shared}
        inputMode={field.kind === 'number' || field.name === 'identityNumber' ? 'numeric' : 'text'}
        autoComplete="off"
        onChange={({ target }) => set(target.value)}
      />
    );
  }
  return (
    <FieldBox>
      <Label>{label}</Label>
      {shared.description !== undefined && <FieldBox.Description>{shared.description}</FieldBox.Description>}
      <Textarea
        id={shared.id}
        rows={3}
        value={shared.value}
        aria-invalid={shared.error !== undefined}
        onChange={({ target }) => set(target.value)}
      />
      {shared.error !== undefined && <ValidationMessage>{shared.error}</ValidationMessage>}
    </FieldBox>
  );
}
