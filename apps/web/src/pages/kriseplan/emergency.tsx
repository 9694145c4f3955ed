import { Alert } from '@digdir/designsystemet-react';
import { texts } from '../../i18n/texts.js';
import { OpenStep } from '../../steps/open-step.js';
import { StepRow } from '../../steps/step-row.js';

const useText = texts('crisis-plan-emergency', {
  nb: {
    says: 'Er det en nødsituasjon, kan du lese kriseplanen i dag. Du oppgir hvorfor. Personen får vite det, og en leder ser på det.',
  },
  nn: {
    says: 'Er det ein naudssituasjon, kan du lese kriseplanen i dag. Du seier kvifor. Personen får vite det, og ein leiar ser på det.',
  },
});
const read = { operation: 'EmergencyReadings_read' } as const;

interface Props {
  readonly subjectId: string;
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
}

/** The way in for whoever else may not: one press for the reason, and one to read. */
export function Emergency({ subjectId, isOpen, open, close }: Props) {
  const say = useText();
  return (
    <Alert data-color="warning" className="no-print">
      <p>{say('says')}</p>
      <StepRow steps={[read]} on={{ opened: isOpen ? read : undefined, open, close }} />
      {isOpen && (
        <OpenStep operation={read.operation} params={{ subjectId }} onDone={close} onCancel={close} />
      )}
    </Alert>
  );
}
