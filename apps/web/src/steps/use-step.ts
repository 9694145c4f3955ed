import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSend } from '../api/send.js';
import { placeOfEntry } from '../corrections/entry-place.js';
import { useTellRecorded } from '../corrections/use-tell-recorded.js';
import { useDraft } from '../drafts/use-draft.js';
import { language } from '../i18n/language.js';
import { texts, useOwnText } from '../i18n/texts.js';
import { stillHere } from '../shell/still-here.js';
import { draftPlaceOf } from './draft-place.js';
import { fitted, type Page, withTyped } from './fitted.js';
import type { Form } from './form-context.js';
import { addressOf, operations } from './operations.js';
import type { StepFormProps } from './step-form-props.js';
import { stepTitle } from './step-texts.js';
import { useFaults } from './use-faults.js';
import { asDecided, bodyOf, type Fault, startingValues, type Values, valueAt } from './values.js';

const useText = texts('use-step', {
  nb: { recorded: 'Registrert: {{what}}.' },
  nn: { recorded: 'Registrert: {{what}}.' },
});

const idIn = (values: Values, name: string) => {
  const id = values[name];
  return typeof id === 'string' ? id : undefined;
};
const without = (path: string) => path.replace(/\[\d+\]/g, '[]');
const withoutFields = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

/** What a form of a command holds and does. */
export function useStep(props: StepFormProps, id: string) {
  const { operation, params = {}, preset = {}, hide = [], drawn = {}, choices = {}, ifMatch, onDone } = props;
  const say = useText();
  const own = useOwnText();
  const tellRecorded = useTellRecorded();
  const { faultsOf, toldBy } = useFaults(operation);
  const queries = useQueryClient();
  const described = operations[operation];
  const path = addressOf(described, params);
  const start = () => startingValues(described.fields, preset);
  const draft = useDraft<Values>(
    {
      form: operation,
      place: draftPlaceOf(path, props),
      about: (written) =>
        params['subjectId'] ?? params['caseId'] ?? idIn(written, 'subjectId') ?? params['enquiryId'],
    },
    start,
  );
  const { setValues, keys } = draft;
  const sending = useSend(keys);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failure, setFailure] = useState<unknown>();

  const needless = props.needless?.(draft.values) ?? [];
  const isHidden = (at: string) => needless.includes(at) || hide.includes(at) || hide.includes(without(at));
  const rows = fitted(described.fields, draft.values, { preset, isHidden, choicesFor: () => undefined });
  const page: Page = {
    preset,
    isHidden,
    choicesFor: (at) => {
      const given = choices[at] ?? choices[without(at)];
      return typeof given === 'function' ? given(rows.values, at) : given;
    },
  };
  const { values } = fitted(described.fields, draft.values, page);
  const form: Form = {
    ...page,
    id,
    operation,
    params,
    keys,
    valueAt: (at) => valueAt(values, at),
    set: (at, value) => {
      setValues((before) => withTyped(described.fields, before, page, at, value));
      setFaults((before) => before.filter((fault) => fault.path !== at));
    },
    faultAt: (at) => faults.find((fault) => fault.path === at)?.message,
    drawnAt: (at) => drawn[at],
  };

  function submit() {
    const told = asDecided(withoutFields(values, needless), preset, hide);
    const found = faultsOf(described.fields, told);
    setFailure(undefined);
    setFaults(found);
    if (found.length > 0 || sending.isPending) return;
    const body = bodyOf(described.fields, told, language());
    const isStillHere = stillHere();
    // Also when the form is closed meanwhile: what is recorded is no draft any more.
    void sending
      .mutateAsync({ command: operation, path, body, ...(ifMatch !== undefined && { ifMatch }) })
      .then(
        (receipt) => {
          draft.drop();
          const text = say('recorded', { what: own(stepTitle(operation)) });
          tellRecorded({
            text,
            operation,
            receipt,
            place: placeOfEntry(described.path, { ...params, ...receipt }),
          });
          if (isStillHere()) onDone?.(receipt);
        },
        (error: unknown) => {
          setFaults(toldBy(error));
          setFailure(error);
        },
      );
  }

  return {
    form,
    faults,
    failure,
    draft,
    /** Paths of what did not fit of what was written before. */
    unfit: draft.found === undefined ? [] : fitted(described.fields, draft.found, page).unfit,
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
