import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Receipt } from '../api/send.js';
import { texts } from '../i18n/texts.js';
import { useHasRole } from '../shell/place.js';
import { OpenStep } from '../steps/open-step.js';
import { StepButton } from '../steps/step-button.js';
import type { Values } from '../steps/values.js';
import { CaseField } from './case-field.js';
import { DecisionField } from './decision-field.js';
import { DismissedField } from './dismissed-field.js';
import { inOrderOfTelling, needlessOfReceived, registrars } from './recording.js';

const useText = texts('complaint-intake', {
  nb: {
    lead: 'En klage trenger ikke være skriftlig, og den trenger ikke komme i tide. Skriv den ned slik den ble sagt. Ingenting avvises av seg selv.',
    dismissal: 'Registrer klage på avvisningen',
  },
  nn: {
    lead: 'Ei klage treng ikkje vere skriftleg, og ho treng ikkje komme i tide. Skriv ho ned slik ho vart sagd. Ingenting blir avvist av seg sjølv.',
    dismissal: 'Registrer klage på avvisinga',
  },
});

const operations = ['ComplaintReceiving_receive', 'ComplaintReceiving_beginWithGrounds'] as const;

interface Props {
  /** Of whom or what it is about, what the page knows. */
  readonly subjectId?: string;
  readonly caseId?: string;
  readonly decisionId?: string;
  /** The complaint whose dismissal it is about. */
  readonly dismissedComplaintId?: string;
}

/** A complaint comes, or somebody asks for grounds: written down where one stands, and then followed on its own page. */
export function ComplaintIntake({ subjectId, caseId, decisionId, dismissedComplaintId }: Props) {
  const say = useText();
  const mayRecord = useHasRole(...registrars);
  const navigate = useNavigate();
  const buttons = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<(typeof operations)[number]>();
  if (!mayRecord) return null;
  const ofDismissal = dismissedComplaintId !== undefined;
  const offered = operations.filter(
    (operation) =>
      operation === 'ComplaintReceiving_receive' ||
      (!ofDismissal && (caseId === undefined || decisionId !== undefined)),
  );
  const leave = () => {
    setOpen(undefined);
    requestAnimationFrame(() => buttons.current?.querySelector('button')?.focus());
  };
  const done = ({ complaintId }: Receipt) => {
    setOpen(undefined);
    if (typeof complaintId !== 'string') return;
    void navigate({ to: '/klage/$complaintId', params: { complaintId } });
  };
  const known = {
    ...(subjectId !== undefined && { subjectId }),
    ...(caseId !== undefined && { caseId }),
  };
  const matters = ofDismissal ? ['DISMISSAL'] : decisionId === undefined ? undefined : ['DECISION'];
  const preset: Values = {
    ...known,
    ...(!ofDismissal && decisionId !== undefined && { decisionId }),
    ...(open === 'ComplaintReceiving_receive' && { ...(matters && { matters }), dismissedComplaintId }),
  };
  return (
    <>
      <div ref={buttons} className="row open-steps no-print">
        {offered.map((operation) => (
          <StepButton
            key={operation}
            operation={operation}
            open={open === operation}
            toggle={() => setOpen(open === operation ? undefined : operation)}
            {...(ofDismissal && { label: say('dismissal') })}
          />
        ))}
      </div>
      {open !== undefined && (
        <OpenStep
          key={open}
          operation={open}
          params={known}
          preset={preset}
          hide={[...Object.keys(known), ...(ofDismissal ? ['dismissedComplaintId'] : [])]}
          drawn={{
            ...(caseId === undefined &&
              (subjectId !== undefined || open === 'ComplaintReceiving_receive') && {
                caseId: <CaseField subjectId={subjectId} />,
              }),
            decisionId: <DecisionField />,
            dismissedComplaintId: <DismissedField subjectId={subjectId} />,
          }}
          first={open === 'ComplaintReceiving_receive' ? inOrderOfTelling : ['caseId', 'decisionId']}
          {...(open === 'ComplaintReceiving_receive' && { lead: say('lead'), needless: needlessOfReceived })}
          onDone={done}
          onCancel={leave}
        />
      )}
    </>
  );
}
