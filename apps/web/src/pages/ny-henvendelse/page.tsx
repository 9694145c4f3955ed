import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { DraftKept } from '../../drafts/draft-kept.js';
import { texts } from '../../i18n/texts.js';
import { goToUnpicked } from '../../pickers/search-field.js';
import { isDialogOpen } from '../../shell/keys.js';
import { FaultsSummary } from '../../steps/faults-summary.js';
import { FieldControl } from '../../steps/field-control.js';
import { FormContext } from '../../steps/form-context.js';
import { PageHead } from '../../ui/page-head.js';
import { Aside } from './aside.js';
import { Caller } from './caller.js';
import { fields, furtherFields } from './fields.js';
import { OutcomeChoice } from './outcome-choice.js';
import { Part } from './part.js';
import { useNewEnquiry } from './use-new-enquiry.js';
import './page.css';

const useText = texts('new-enquiry', {
  nb: {
    title: 'Ny henvendelse',
    lead: 'Ta delene i den rekkefølgen samtalen går. Alt 1 til Alt 4 går rett til en del.',
    who: 'Hvem gjelder det?',
    whoHelp: 'Kan stå tom når noen bare spør',
    caller: 'Hvem tar kontakt?',
    wish: 'Vet personen om det?',
    wishHelp: 'For barn: foreldrene, og barnet selv fra 12 år',
    hasCase:
      '{{number}} er åpen på denne personen. Henvendelsen legges i den, med mindre du velger noe annet.',
    next: 'Hva skjer videre?',
    record: 'Registrer',
    discard: 'Forkast',
    begun:
      'Henvendelsen er registrert. Del 1, del 2 og notatet er med i den, og endres på henvendelsen etterpå. Det som gjenstår, er del 4.',
    keys: 'registrerer.',
  },
  nn: {
    title: 'Ny førespurnad',
    lead: 'Ta delane i den rekkjefølgja samtalen går. Alt 1 til Alt 4 går rett til ein del.',
    who: 'Kven gjeld det?',
    whoHelp: 'Kan stå tom når nokon berre spør',
    caller: 'Kven tek kontakt?',
    wish: 'Veit personen om det?',
    wishHelp: 'For barn: foreldra, og barnet sjølv frå 12 år',
    hasCase: '{{number}} er open på denne personen. Førespurnaden blir lagd i ho, om du ikkje vel noko anna.',
    next: 'Kva skjer vidare?',
    record: 'Registrer',
    discard: 'Forkast',
    begun:
      'Førespurnaden er registrert. Del 1, del 2 og notatet er med i han, og blir endra på førespurnaden etterpå. Det som står att, er del 4.',
    keys: 'registrerer.',
  },
});

/** Somebody turns to the unit: written down while they speak. */
export function NewEnquiryPage() {
  const say = useText();
  const enquiry = useNewEnquiry();
  const { form, values, outcome, possible, openCases, faults, failure, draft } = enquiry;
  const isRecorded = values.recorded?.enquiryId !== undefined;
  const page = useRef<HTMLFormElement>(null);
  const record = () => void (goToUnpicked(page.current) || enquiry.record());
  usePartKeys(record);

  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <FormContext value={form}>
        <div className="with-side broad new-enquiry">
          <form
            ref={page}
            noValidate
            aria-label={say('title')}
            onSubmit={(event) => {
              event.preventDefault();
              record();
            }}
          >
            <FaultsSummary form={form} faults={faults} failure={failure} renew={enquiry.renew} />
            {isRecorded && <p className="hint">{say('begun')}</p>}
            <Part number={1} title={say('who')} help={say('whoHelp')} isRecorded={isRecorded}>
              <FieldControl field={fields.subject} />
              {openCases[0] !== undefined && (
                <p className="hint" role="status">
                  {say('hasCase', { number: openCases[0].caseNumber ?? '' })}
                </p>
              )}
            </Part>
            <Part number={2} title={say('caller')} isRecorded={isRecorded}>
              <Caller sourceType={values['sourceType']} />
            </Part>
            <Part number={3} title={say('wish')} help={say('wishHelp')}>
              <FieldControl field={fields.subjectWishes} />
              {values['subjectWishes'] === 'YES' && <FieldControl field={fields.informedOn} />}
            </Part>
            <Part number={4} title={say('next')}>
              <OutcomeChoice outcome={outcome} possible={possible} openCases={openCases} />
              {furtherFields[outcome].map((field) => (
                <FieldControl key={field.name} field={field} />
              ))}
            </Part>
            <div className="record-bar">
              <Button type="submit" loading={enquiry.isSending}>
                {say('record')}
              </Button>
              <DraftKept draft={draft} discardLabel={say('discard')} discard={enquiry.discard} />
              <p className="small quiet">
                <kbd>Ctrl Enter</kbd> {say('keys')}
              </p>
            </div>
          </form>
          <Aside isRecorded={isRecorded} />
        </div>
      </FormContext>
    </>
  );
}

/** Alt and a figure goes to that part, Ctrl and Enter records. */
function usePartKeys(record: () => void) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isDialogOpen()) return;
      if (event.altKey && /^[1-4]$/.test(event.key)) {
        document
          .querySelector<HTMLElement>(`#part-${event.key} :is(input, select, textarea, button)`)
          ?.focus();
      } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) record();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}
