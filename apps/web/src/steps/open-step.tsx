import { Alert, Button } from '@digdir/designsystemet-react';
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { useIsRenewing } from '../api/renewing.js';
import type { Receipt } from '../api/send.js';
import { texts } from '../i18n/texts.js';
import { Waiting } from '../ui/waiting.js';
import { StepForm } from './step-form.js';
import type { StepFormProps } from './step-form-props.js';
import './open-step.css';

const useText = texts('step-in-place', {
  nb: {
    changed: 'Noe er skrevet inn etter at du åpnet skjemaet. Det du har skrevet, står som før.',
    seen: 'Jeg har sett det',
  },
  nn: {
    changed: 'Noko er skrive inn etter at du opna skjemaet. Det du har skrive, står som før.',
    seen: 'Eg har sett det',
  },
});

export interface OpenStepProps extends Omit<StepFormProps, 'ifMatch'> {
  /** Of what the step changes, as it is now: what a colleague records while the form stands open is shown before anything is sent. */
  readonly revision?: string;
  /** What has been recorded since it first was there. */
  readonly changes?: ReactNode;
  /** False of a form that nobody opened, since it always stands there: it takes no focus. */
  readonly takesFocus?: boolean;
}

/** Which of them stands on the page now. */
let standing: object | undefined;

/** The form of a step in its place on the page. It starts from what stands recorded, also what one recorded oneself just before. */
export function OpenStep({ onDone, ...props }: OpenStepProps) {
  const isRenewing = useIsRenewing();
  const [isReady, setReady] = useState(!isRenewing);
  const [self] = useState({});
  if (!isReady && !isRenewing) setReady(true);
  useEffect(() => {
    standing = self;
    return () => {
      if (standing === self) standing = undefined;
    };
  }, [self]);
  // What was recorded may take the form away before it is told; who has opened another by then goes on with that.
  const done = (receipt: Receipt) => {
    if (standing === undefined || standing === self) onDone?.(receipt);
  };
  return isReady ? <ReadyStep {...props} onDone={done} /> : <Waiting />;
}

function ReadyStep({ revision, changes, takesFocus = true, ...form }: OpenStepProps) {
  const say = useText();
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(revision);
  useEffect(() => {
    if (!takesFocus) return;
    box.current?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  }, [takesFocus]);
  return (
    <div className="open-step no-print" ref={box}>
      <div hidden={seen === revision}>
        <Alert data-color="info" role="status">
          <p>{say('changed')}</p>
          <Fragment key={seen}>{changes}</Fragment>
          <Button
            type="button"
            variant="secondary"
            className="air-small"
            onClick={() => {
              setSeen(revision);
              box.current?.querySelector<HTMLElement>('h3')?.focus();
            }}
          >
            {say('seen')}
          </Button>
        </Alert>
      </div>
      <StepForm {...form} {...(seen !== undefined && { ifMatch: seen })} />
    </div>
  );
}
