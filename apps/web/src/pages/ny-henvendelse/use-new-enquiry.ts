import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useMemo, useState } from 'react';
import { type Read, useRead } from '../../api/read.js';
import { useSend } from '../../api/send.js';
import { placeOfEntry } from '../../corrections/entry-place.js';
import { useTellRecorded } from '../../corrections/use-tell-recorded.js';
import { useDraft } from '../../drafts/use-draft.js';
import { language } from '../../i18n/language.js';
import { texts } from '../../i18n/texts.js';
import { stillHere } from '../../shell/still-here.js';
import type { Form } from '../../steps/form-context.js';
import { useFaults } from '../../steps/use-faults.js';
import { bodyOf, type Fault, type Values } from '../../steps/values.js';
import { fieldsFor } from './fields.js';
import { commandsFor, type Known, leftOf, likelyOutcome, type Outcome, outcomesFor } from './outcomes.js';

const useText = texts('new-enquiry-recording', {
  nb: {
    hasCase: 'Personen har en åpen sak. Se over del 4, og registrer igjen.',
    case: 'Registrert. Saken er åpnet.',
    enquiry: 'Henvendelsen er registrert.',
  },
  nn: {
    hasCase: 'Personen har ei open sak. Sjå over del 4, og registrer igjen.',
    case: 'Registrert. Saka er opna.',
    enquiry: 'Førespurnaden er registrert.',
  },
});

interface Written extends Values {
  readonly outcome?: Outcome;
  /** What a try that was cut off has recorded already. */
  readonly recorded?: Known;
}

/** Where an earlier try had recorded it all. */
const nothing = { receipt: { events: [] }, place: undefined };

const start = (): Written => ({ receivedOn: 'i dag', channel: 'PHONE' });

/** What stands on the page of a new enquiry, and how it is recorded: command by command, going on where a first try was cut off. */
export function useNewEnquiry() {
  const say = useText();
  const { faultsOf, toldBy } = useFaults('Enquiries_receive');
  const tellRecorded = useTellRecorded();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const id = useId();
  const draft = useDraft<Written>(
    { form: 'NEW_ENQUIRY', place: '', about: (written) => written['subjectId'] as string | undefined },
    start,
  );
  const { values, setValues, keys } = draft;
  const sending = useSend(keys);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [isSending, setSending] = useState(false);
  const { openCases, settled } = useOpenCases(values['subjectId'] as string | undefined);
  const possible = outcomesFor(values, openCases);
  const { outcome: chosen } = values;
  const outcome =
    chosen !== undefined && possible.includes(chosen) ? chosen : likelyOutcome(values, openCases);
  const fields = fieldsFor(outcome);

  const form: Form = useMemo(
    () => ({
      id,
      params: {},
      operation: 'Enquiries_receive',
      valueAt: (path) => values[path],
      set: (path, value) => {
        setValues((before) => ({ ...before, [path]: value }));
        setFaults((before) => before.filter((fault) => fault.path !== path));
      },
      faultAt: (path) => faults.find((fault) => fault.path === path)?.message,
      isHidden: () => false,
      choicesFor: () => undefined,
      drawnAt: () => undefined,
      keys,
    }),
    [keys, id, values, setValues, faults],
  );

  async function record() {
    const found = faultsOf(fields, values);
    setFailure(undefined);
    setFaults(found);
    if (found.length > 0 || isSending) return;
    setSending(true);
    const isStillHere = stillHere();
    try {
      // What it becomes was chosen before it was known that there is a case.
      if ((await settled()).length !== openCases.length) {
        return setFaults([{ path: 'outcome', message: say('hasCase') }]);
      }
      const { known, last } = await sendAll();
      draft.reset();
      tellRecorded({ text: say(known.caseId === undefined ? 'enquiry' : 'case'), ...last });
      if (isStillHere()) await goTo(known);
    } catch (error) {
      setFaults(toldBy(error).map(asWritten));
      setFailure(error);
    } finally {
      setSending(false);
    }
  }

  async function sendAll() {
    const body = bodyOf(fields, values, language());
    const commands = commandsFor(outcome, body, openCases);
    let known: Known = values.recorded ?? {};
    let last: Pick<Parameters<typeof tellRecorded>[0], 'receipt' | 'place'> = nothing;
    const left = leftOf(commands, known);
    for (const command of left) {
      const { path, body: told } = command.make(known);
      const receipt = await sending.mutateAsync({ command: command.name, path, body: told });
      last = { receipt, place: placeOfEntry(path, { ...known, ...receipt }) };
      known = {
        ...known,
        ...(command.name === 'enquiry' && { enquiryId: String(receipt['enquiryId']) }),
        ...(command.name === 'case' && { caseId: String(receipt['caseId']) }),
      };
      // Of what is recorded whole nothing is kept: should the draft outlive it, what is typed next is not taken for the rest of it.
      const recorded = command === left.at(-1) ? undefined : known;
      if (recorded !== undefined) setValues((before) => ({ ...before, recorded }));
      await draft.keep(recorded === undefined ? start() : { ...values, recorded });
    }
    const [open] = openCases;
    return { known: outcome === 'EXISTING_CASE' && open ? { ...known, caseId: open.caseId } : known, last };
  }

  const goTo = ({ caseId, enquiryId = '' }: { readonly caseId?: string; readonly enquiryId?: string }) =>
    caseId === undefined
      ? navigate({ to: '/henvendelse/$enquiryId', params: { enquiryId } })
      : navigate({ to: '/sak/$caseId', params: { caseId } });

  function discard() {
    draft.reset();
    setFaults([]);
    setFailure(undefined);
  }

  /** What a colleague recorded is read anew; what is typed stays. */
  function renew() {
    setFailure(undefined);
    void queries.invalidateQueries();
  }

  return {
    renew,
    discard,
    form,
    values,
    outcome,
    possible,
    openCases,
    faults,
    failure,
    isSending,
    draft,
    record,
  };
}

/** The API names a field by its own name, the page by what it is for. */
const names: Readonly<Record<string, string>> = { text: 'note', need: 'note', wish: 'note' };
const asWritten = ({ path, message }: Fault): Fault => ({ path: names[path] ?? path, message });

type Cases = Read<'/v1/cases'>['cases'];
const openOf = (cases: Cases) => cases.filter(({ closedOn }) => closedOn === null);

/** The open cases of the person, as far as they are known: never those of whoever stood there before. `settled` waits for them. */
function useOpenCases(subjectId: string | undefined) {
  const enabled = subjectId !== undefined;
  const { data, isPlaceholderData, refetch } = useRead(
    '/v1/cases',
    { params: { query: { subjectId, limit: 20 } } },
    { enabled },
  );
  const isKnown = !enabled || (data !== undefined && !isPlaceholderData);
  const openCases = enabled && isKnown ? openOf(data?.cases ?? []) : [];
  const settled = async (): Promise<Cases> => {
    if (isKnown) return openCases;
    const { data: fresh, error } = await refetch();
    if (fresh === undefined) throw error ?? new Error('The cases of a person did not come');
    return openOf(fresh.cases);
  };
  return { openCases, settled };
}
