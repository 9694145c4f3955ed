import { useMemo, useRef } from 'react';
import type { Receipt } from '../../api/send.js';
import { texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { OpenStep } from '../../steps/open-step.js';
import { StepButton } from '../../steps/step-button.js';
import { type Enquiry, type EnquiryStep, stepNamed, stepsOf } from './enquiry-steps.js';
import { enquiryRoute } from './search.js';

const useText = texts('enquiry-steps', {
  nb: {
    title: 'Hva gjør du nå?',
    join: 'Saken er åpnet. Knytt henvendelsen til den, så den ikke venter på svar.',
  },
  nn: {
    title: 'Kva gjer du no?',
    join: 'Saka er opna. Knyt førespurnaden til ho, så han ikkje ventar på svar.',
  },
});

interface Props {
  readonly of: Enquiry;
  /** The case that was opened here because of the enquiry. */
  readonly opened: string | undefined;
  readonly setOpened: (caseId: string) => void;
}

/** What can be done about the enquiry; while it waits, the first is the filled button. */
export function EnquirySteps({ of, opened, setOpened }: Props) {
  const say = useText();
  const { session } = usePlace();
  const { steg } = enquiryRoute.useSearch();
  const navigate = enquiryRoute.useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const steps = useMemo(() => stepsOf(of, session.roles, opened), [of, session.roles, opened]);
  const step = stepNamed(steg, steps);
  if (steps.length === 0) return null;
  const go = (next?: EnquiryStep) =>
    void navigate({ search: next === undefined ? {} : { steg: next.operation }, replace: true });
  const leave = () => {
    heading.current?.focus();
    go();
  };
  function done(receipt: Receipt) {
    const { caseId } = receipt;
    const join = steps.find(({ operation }) => operation === 'Enquiries_becomeCase');
    if (typeof caseId !== 'string' || join === undefined) return leave();
    setOpened(caseId);
    go(join);
  }
  const waits = of.status === 'WAITING' || of.status === 'PASSED_ON';
  return (
    <section aria-labelledby="enquiry-steps">
      <h2 id="enquiry-steps" ref={heading} tabIndex={-1}>
        {say('title')}
      </h2>
      <div className="row air-small no-print">
        {steps.map((one, at) => (
          <StepButton
            key={one.operation}
            operation={one.operation}
            open={one === step}
            toggle={() => go(one === step ? undefined : one)}
            primary={at === 0 && waits && step === undefined}
          />
        ))}
      </div>
      {step !== undefined && (
        <OpenStep
          key={`${step.operation} ${opened ?? ''}`}
          operation={step.operation}
          params={{ enquiryId: of.enquiryId }}
          {...(step.preset && { preset: step.preset })}
          {...(step.hide && { hide: step.hide })}
          {...(step.first && { first: step.first })}
          {...(step.operation.startsWith('Enquiries_') && { revision: of.revision })}
          {...(step.operation === 'Enquiries_becomeCase' && opened !== undefined && { lead: say('join') })}
          onDone={done}
          onCancel={leave}
        />
      )}
    </section>
  );
}
