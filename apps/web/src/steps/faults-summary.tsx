import { ErrorSummary } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { texts } from '../i18n/texts.js';
import { controlId, type Form } from './form-context.js';
import { Refusal } from './refusal.js';
import type { Fault } from './values.js';

const useText = texts('faults-summary', {
  nb: { summary: 'Noe må rettes før dette kan registreres' },
  nn: { summary: 'Noko må rettast før dette kan registrerast' },
});

interface Props {
  readonly form: Pick<Form, 'id'>;
  readonly faults: readonly Fault[];
  /** Why it was not recorded, where that is no single field's fault. */
  readonly failure: unknown;
  readonly renew: () => void;
}

/** Why nothing was recorded: takes the focus, and each fault leads to its field. */
export function FaultsSummary({ form, faults, failure, renew }: Props) {
  const say = useText();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0 || failure !== undefined) summary.current?.focus();
  }, [faults, failure]);
  return (
    <div ref={summary} tabIndex={-1} className="step-summary">
      {faults.length > 0 && (
        <ErrorSummary>
          <ErrorSummary.Heading>{say('summary')}</ErrorSummary.Heading>
          <ErrorSummary.List>
            {faults.map(({ path, message }) => (
              <ErrorSummary.Item key={path}>
                <ErrorSummary.Link href={`#${controlId(form, path)}`}>{message}</ErrorSummary.Link>
              </ErrorSummary.Item>
            ))}
          </ErrorSummary.List>
        </ErrorSummary>
      )}
      {faults.length === 0 && failure !== undefined && <Refusal error={failure} renew={renew} />}
    </div>
  );
}
