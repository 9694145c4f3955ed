import { useQueryClient } from '@tanstack/react-query';
import { createElement, useId, useState } from 'react';
import { type Receipt, useSend } from '../../api/send.js';
import { useDraft } from '../../drafts/use-draft.js';
import { language } from '../../i18n/language.js';
import { capital, useOwnText } from '../../i18n/texts.js';
import { fieldLabel } from '../../steps/field-texts.js';
import { fitted, type Page, withTyped } from '../../steps/fitted.js';
import type { Form } from '../../steps/form-context.js';
import { operations } from '../../steps/operations.js';
import { useFaults } from '../../steps/use-faults.js';
import { bodyOf, type Fault, startingValues, type Values, valueAt } from '../../steps/values.js';
import { lineFields, lines, unit as unitField } from './fields.js';
import { PersonToReport } from './person-to-report.js';
import type { Circumstances } from './use-circumstances.js';

const operation = 'UnitReports_report';
const fields = [unitField, lines];

/** A person who was reported, and what does not fit. */
export interface Told {
  readonly subjectId: string;
  readonly discrepancies: readonly string[];
}

/** What stands on the page, and how it is reported: person by person, each under a key of its own, so that what was recorded leaves the page and the rest stays. */
export function useReportLines({ units, staff }: Circumstances) {
  const own = useOwnText();
  const { faultsOf, toldBy: refusedIn } = useFaults(operation);
  const queries = useQueryClient();
  const id = useId();
  const [only] = units;
  const preset: Values = units.length === 1 && only ? { unit: only.value } : {};
  const start = () => startingValues(fields, preset);
  const draft = useDraft<Values>({ form: 'UNIT_REPORTS', place: '' }, start);
  const { setValues, keys } = draft;
  const sending = useSend(keys);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [told, setTold] = useState<readonly Told[]>([]);
  const [isSending, setSending] = useState(false);

  const page: Page = {
    preset,
    isHidden: (path) => path === 'unit' && units.length === 1,
    choicesFor: (path) =>
      path === 'unit' ? units : /^lines\[\d+\]\.coordinatorId$/.test(path) ? staff : undefined,
  };
  const { values } = fitted(fields, draft.values, page);
  const form: Form = {
    ...page,
    id,
    operation,
    params: {},
    keys,
    valueAt: (path) => valueAt(values, path),
    set: (path, value) => {
      setValues((before) => withTyped(fields, before, page, path, value));
      setFaults((before) => before.filter((fault) => fault.path !== path));
    },
    faultAt: (path) => faults.find((fault) => fault.path === path)?.message,
    // Who works for the coordinating unit finds a person as on every page.
    drawnAt: (path) =>
      staff !== undefined && path.endsWith('.subjectId')
        ? createElement(PersonToReport, { path, label: capital(own(fieldLabel(operation, 'subjectId'))) })
        : undefined,
  };

  async function report() {
    const all = { ...values, ...preset };
    const found = faultsOf(fields, all);
    setFailure(undefined);
    setFaults(found);
    if (found.length > 0 || isSending) return;
    setSending(true);
    const recorded: Told[] = [];
    let left = (all as { readonly lines: readonly Values[] }).lines;
    try {
      for (const line of left) {
        const body = { ...bodyOf(lineFields, line, language()), unit: valueAt(all, 'unit') };
        recorded.push(toldBy(line, await sending.mutateAsync({ command: keyOf(line, left), path, body })));
        left = left.filter((one) => one !== line);
        await draft.keep({ ...values, lines: left });
      }
      draft.reset();
    } catch (error) {
      // The first of those that are left is the one that was not recorded.
      setValues((before) => ({ ...before, lines: left }));
      setFaults(refusedIn(error).map((fault) => ({ ...fault, path: `lines[0].${fault.path}` })));
      setFailure(error);
    } finally {
      setTold((before) => [...before, ...recorded]);
      setSending(false);
    }
  }

  return {
    form,
    faults,
    failure,
    draft,
    told,
    isSending,
    report,
    /** What a colleague recorded is read anew; what is typed stays. */
    renew: () => {
      setFailure(undefined);
      void queries.invalidateQueries();
    },
    discard: () => {
      draft.reset();
      setFaults([]);
      setFailure(undefined);
    },
  };
}

const { path } = operations[operation];

/** The same person again on the page is another report. */
const keyOf = ({ subjectId }: Values, all: readonly Values[]) =>
  `${operation} ${String(subjectId)} ${all.filter((one) => one['subjectId'] === subjectId).length}`;

const toldBy = ({ subjectId }: Values, receipt: Receipt): Told => ({
  subjectId: String(subjectId),
  discrepancies: receipt['discrepancies'] as readonly string[],
});
