import { Alert, Button } from '@digdir/designsystemet-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { DraftKept } from '../../drafts/draft-kept.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { isDialogOpen } from '../../shell/keys.js';
import { useKnownName } from '../../pickers/known-names.js';
import { goToUnpicked } from '../../pickers/search-field.js';
import { FaultsSummary } from '../../steps/faults-summary.js';
import { FieldControl } from '../../steps/field-control.js';
import { FormContext } from '../../steps/form-context.js';
import '../../steps/step-form.css';
import { lines, unit } from './fields.js';
import { useCircumstances } from './use-circumstances.js';
import { type Told, useReportLines } from './use-report-lines.js';

const useText = texts('report-form', {
  nb: {
    heading: 'Meld plan og {{coordinator}}',
    report: 'Meld',
    discard: 'Forkast',
    keys: 'melder alle.',
    somebody: 'Personen',
    fits: '{{name}} er meldt. Alt stemmer.',
    lacks: '{{name}} er meldt. Avvik: {{what}}.',
  },
  nn: {
    heading: 'Meld plan og {{coordinator}}',
    report: 'Meld',
    discard: 'Forkast',
    keys: 'melder alle.',
    somebody: 'Personen',
    fits: '{{name}} er meld. Alt stemmer.',
    lacks: '{{name}} er meld. Avvik: {{what}}.',
  },
});

/** Five fields a person, a line more for each further one; all of them reported at once. */
export function ReportForm() {
  const say = useText();
  const page = useRef<HTMLFormElement>(null);
  const reporting = useReportLines(useCircumstances());
  const { form, faults, failure, draft, told, isSending } = reporting;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!goToUnpicked(page.current)) void reporting.report();
  }
  useReportKey(() => void (goToUnpicked(page.current) || reporting.report()));
  return (
    <form ref={page} className="report-lines" aria-labelledby="report" noValidate onSubmit={submit}>
      <h2 id="report">{say('heading')}</h2>
      <div role="status">
        {told.map((one, at) => (
          <ToldLine key={at} told={one} />
        ))}
      </div>
      <FaultsSummary form={form} faults={faults} failure={failure} renew={reporting.renew} />
      <FormContext value={form}>
        <FieldControl field={unit} />
        <FieldControl field={lines} />
      </FormContext>
      <div className="step-buttons">
        <Button type="submit" loading={isSending}>
          {say('report')}
        </Button>
        <DraftKept draft={draft} discardLabel={say('discard')} discard={reporting.discard} />
        <p className="small quiet">
          <kbd>Ctrl Enter</kbd> {say('keys')}
        </p>
      </div>
    </form>
  );
}

/** Ctrl and Enter reports, wherever the focus is; in a form of its own it is that form's. */
function useReportKey(report: () => void) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isMeant = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (!isMeant || event.defaultPrevented || isDialogOpen()) return;
      event.preventDefault();
      report();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}

/** What came of one: recorded, and what does not fit. */
function ToldLine({ told: { subjectId, discrepancies } }: { readonly told: Told }) {
  const say = useText();
  const label = useLabel();
  const { name = say('somebody') } = useKnownName(subjectId);
  const what = discrepancies.map((one) => label('discrepancy', one)).join(', ');
  return (
    <Alert data-color={what === '' ? 'success' : 'warning'}>
      {what === '' ? say('fits', { name }) : say('lacks', { name, what })}
    </Alert>
  );
}
