import { Chosen } from '../../pickers/chosen.js';
import { type HalfTyped, newPersonFrom } from '../../pickers/half-typed.js';
import { useKnownName } from '../../pickers/known-names.js';
import { NewPerson } from '../../pickers/new-person.js';
import { ValidationMessage } from '@digdir/designsystemet-react';
import { controlId, useForm } from '../../steps/form-context.js';

/** Whom a unit leader reports: told by name and number, since a leader searches nobody; a number that is known finds that person. */
export function PersonToReport({ path, label }: { readonly path: string; readonly label: string }) {
  const form = useForm();
  const value = form.valueAt(path) as string | undefined;
  const known = useKnownName(value);
  const at = `${path}~half`;
  const { person = newPersonFrom('') } = (form.valueAt(at) ?? {}) as Partial<HalfTyped>;
  const fault = form.faultAt(path);
  if (value !== undefined) {
    return <Chosen label={label} name={known.name} change={() => form.set(path, undefined)} />;
  }
  return (
    <div id={controlId(form, path)} tabIndex={-1}>
      <p className="ds-label picker-label">{label}</p>
      <NewPerson
        fields={person}
        set={(next) => form.set(at, { typed: '', person: next })}
        kept={{ at: path, keys: form.keys }}
        done={(subjectId, name) => {
          known.remember(subjectId, name);
          form.set(at, undefined);
          form.set(path, subjectId);
        }}
      />
      {fault !== undefined && <ValidationMessage>{fault}</ValidationMessage>}
    </div>
  );
}
