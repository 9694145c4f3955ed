import { Button } from '@digdir/designsystemet-react';
import { type FormEvent, type KeyboardEvent, useId, useRef } from 'react';
import { texts, useOwnText } from '../i18n/texts.js';
import { DraftKept } from '../drafts/draft-kept.js';
import { goToUnpicked } from '../pickers/search-field.js';
import { FaultsSummary } from './faults-summary.js';
import { FieldControl } from './field-control.js';
import { FormContext } from './form-context.js';
import { operations } from './operations.js';
import { inOrder } from './order.js';
import type { StepFormProps } from './step-form-props.js';
import { stepTitle } from './step-texts.js';
import { UnfitNote } from './unfit-note.js';
import { useStep } from './use-step.js';
import './step-form.css';

const useText = texts('step-form', {
  nb: { cancel: 'Avbryt', discard: 'Forkast kladden' },
  nn: { cancel: 'Avbryt', discard: 'Forkast kladden' },
});

/** Records one command: its fields as the API describes them, kept as a draft while they are filled in, refusals beside them. */
export function StepForm(props: StepFormProps) {
  const { operation, first = [], title, lead, submitLabel, children, onCancel } = props;
  const say = useText();
  const own = useOwnText();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const step = useStep(props, id);
  const { faults, failure, isSending, draft } = step;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!goToUnpicked(form.current)) step.submit();
  }
  function pressed(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  }

  const name = title ?? own(stepTitle(operation));
  return (
    <form ref={form} className="step-form" aria-label={name} noValidate onSubmit={submit} onKeyDown={pressed}>
      <h3 tabIndex={-1}>{name}</h3>
      {lead !== undefined && <p className="quiet">{lead}</p>}
      <FaultsSummary form={step.form} faults={faults} failure={failure} renew={step.renew} />
      <UnfitNote operation={operation} unfit={step.unfit} />
      {children}
      <FormContext value={step.form}>
        {inOrder(operations[operation].fields, first).map((field) => (
          <FieldControl key={field.name} field={field} />
        ))}
      </FormContext>
      <div className="step-buttons">
        <Button type="submit" loading={isSending}>
          {submitLabel ?? name}
        </Button>
        {onCancel && (
          <Button type="button" variant="tertiary" onClick={onCancel}>
            {say('cancel')}
          </Button>
        )}
        <DraftKept draft={draft} discardLabel={say('discard')} discard={step.discard} />
      </div>
    </form>
  );
}
