import { Field as FieldBox, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { texts } from '../i18n/texts.js';
import { controlId, useForm } from './form-context.js';

const useText = texts('digest-control', {
  nb: {
    label: 'Dokumentet (kan stå tom)',
    hint: 'Velg fila. Den sendes ingen steder: bare et fingeravtrykk lagres, som kan vise at dokumentet er det samme.',
    taken: 'Fingeravtrykket er tatt.',
  },
  nn: {
    label: 'Dokumentet (kan stå tom)',
    hint: 'Vel fila. Ho blir ikkje send nokon stad: berre eit fingeravtrykk blir lagra, som kan vise at dokumentet er det same.',
    taken: 'Fingeravtrykket er teke.',
  },
});

async function digestOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A document that is kept elsewhere: what is recorded is its digest, made here. */
export function DigestControl({ path }: { readonly path: string }) {
  const say = useText();
  const form = useForm();
  const id = controlId(form, path);
  const fault = form.faultAt(path);
  const take = async (file: File | undefined) => form.set(path, file && (await digestOf(file)));
  return (
    <FieldBox>
      <Label htmlFor={id}>{say('label')}</Label>
      <p className="small quiet" id={`${id}-hint`}>
        {say('hint')}
      </p>
      <input
        id={id}
        type="file"
        className="ds-input"
        aria-describedby={`${id}-hint`}
        aria-invalid={fault !== undefined}
        onChange={({ target }) => void take(target.files?.[0])}
      />
      <p className="small" role="status">
        {form.valueAt(path) !== undefined && say('taken')}
      </p>
      {fault !== undefined && <ValidationMessage>{fault}</ValidationMessage>}
    </FieldBox>
  );
}
