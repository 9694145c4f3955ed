import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { isProblem } from '../api/problem.js';
import { useSend } from '../api/send.js';
import { useDraft } from '../drafts/use-draft.js';
import { language } from '../i18n/language.js';
import { capital, texts, useOwnText } from '../i18n/texts.js';
import { useTell } from '../shell/messages.js';
import { fieldLabel } from './field-texts.js';
import type { Form } from './form-context.js';
import { addressOf, operations } from './operations.js';
import type { StepFormProps } from './step-form-props.js';
import { stepTitle } from './step-texts.js';
import {
  asDecided,
  bodyOf,
  type Fault,
  faultsIn,
  startingValues,
  type Values,
  valueAt,
  withValue,
} from './values.js';

const useText = texts('use-step', {
  nb: { missing: '{{field}}: må fylles ut.', recorded: 'Registrert: {{what}}.' },
  nn: { missing: '{{field}}: må fyllast ut.', recorded: 'Registrert: {{what}}.' },
});

const without = (path: string) => path.replace(/\[\d+\]/g, '[]');

/** What a form of a command holds and does. */
export function useStep(props: StepFormProps, id: string) {
  const { operation, params = {}, preset = {}, hide = [], choices = {}, ifMatch, onDone } = props;
  const say = useText();
  const own = useOwnText();
  const tell = useTell();
  const queries = useQueryClient();
  const sending = useSend();
  const described = operations[operation];
  const path = addressOf(described, params);
  const start = () => startingValues(described.fields, preset);
  const draft = useDraft<Values>(
    { form: operation, place: path, about: () => params['subjectId'] ?? params['caseId'] },
    start,
  );
  const { values, setValues } = draft;
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failure, setFailure] = useState<unknown>();

  const form: Form = useMemo(
    () => ({
      id,
      operation,
      valueAt: (at) => valueAt(values, at),
      set: (at, value) => {
        setValues((before) => withValue(before, at, value));
        setFaults((before) => before.filter((fault) => fault.path !== at));
      },
      faultAt: (at) => faults.find((fault) => fault.path === at)?.message,
      isHidden: (at) => hide.includes(at) || hide.includes(without(at)),
      choicesFor: (at) => choices[at] ?? choices[without(at)],
    }),
    [id, operation, values, setValues, faults, hide, choices],
  );

  function submit() {
    const told = asDecided(values, preset, hide);
    const missing = (field: { readonly name: string }) =>
      say('missing', { field: capital(own(fieldLabel(operation, field.name))) });
    const found = faultsIn(described.fields, told, { language: language(), missing });
    setFailure(undefined);
    setFaults(found);
    if (found.length > 0 || sending.isPending) return;
    const body = bodyOf(described.fields, told, language());
    // Also when the form is closed meanwhile: what is recorded is no draft any more.
    void sending.mutateAsync({ path, body, ...(ifMatch !== undefined && { ifMatch }) }).then(
      (receipt) => {
        draft.drop();
        tell({ text: say('recorded', { what: own(stepTitle(operation)) }) });
        onDone?.(receipt);
      },
      (error: unknown) => {
        setFaults(isProblem(error) ? (error.body.errors ?? []) : []);
        setFailure(error);
      },
    );
  }

  return {
    form,
    faults,
    failure,
    draft,
    isSending: sending.isPending,
    submit,
    discard: () => {
      draft.reset();
    },
    /** What a colleague recorded is read anew; what is typed stays. */
    renew: () => {
      setFailure(undefined);
      void queries.invalidateQueries();
    },
  };
}
