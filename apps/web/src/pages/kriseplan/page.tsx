import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { isProblem } from '../../api/problem.js';
import { useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { keyOf } from '../../steps/placed-step.js';
import { Freshness } from '../../ui/freshness.js';
import { nameOf } from '../../ui/opened.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { Content } from './content.js';
import { Copies } from './copies.js';
import { type CrisisPlan, CrisisPlanContext, crisisPlanRoute } from './crisis-plan.js';
import { Emergency } from './emergency.js';
import { Readings } from './readings.js';
import { Recipients } from './recipients.js';
import './page.css';

const useText = texts('crisis-plan', {
  nb: {
    title: 'Kriseplan: {{name}}',
    aPlan: 'Kriseplan',
    version: 'Versjon {{version}}, {{day}}.',
    took: 'Personen var med.',
    tookNot: 'Personen var ikke med.',
    next: 'Neste gjennomgang {{day}}.',
    person: 'Personens side',
    history: 'Historikk',
    print: 'Skriv ut på en side',
    wallet: 'Skriv ut til lommebok',
    emergency: 'Du leser kriseplanen i en nødsituasjon i dag.',
    page: 'Alt på siden.',
  },
  nn: {
    title: 'Kriseplan: {{name}}',
    aPlan: 'Kriseplan',
    version: 'Versjon {{version}}, {{day}}.',
    took: 'Personen var med.',
    tookNot: 'Personen var ikkje med.',
    next: 'Neste gjennomgang {{day}}.',
    person: 'Sida til personen',
    history: 'Historikk',
    print: 'Skriv ut på éi side',
    wallet: 'Skriv ut til lommebok',
    emergency: 'Du les kriseplanen i ein naudssituasjon i dag.',
    page: 'Alt på sida.',
  },
});
const hourly = 3_600_000;

/** A person's crisis plan (F20): what it says, who has it, copies, and who read it in an emergency. */
export function CrisisPlanPage() {
  const say = useText();
  const { subjectId } = crisisPlanRoute.useParams();
  const { steg } = crisisPlanRoute.useSearch();
  const navigate = crisisPlanRoute.useNavigate();
  const mayInEmergency = useHasRole('CASEWORKER', 'LEADER', 'SERVICE_OFFICE', 'UNIT_LEADER');
  const params = { params: { path: { subjectId } } };
  const { data, error, refetch } = useRead('/v1/subjects/{subjectId}/crisis-plan', params);
  const isOpened = data?.openedToday === true && !data.isOpen;
  const { data: opened } = useRead('/v1/subjects/{subjectId}/crisis-plan/in-emergency', params, {
    enabled: isOpened,
    every: hourly,
  });
  const go = (search: { readonly steg?: string }) =>
    void navigate({ search, replace: true, resetScroll: false });
  const close = () => go({});
  const emergency = (
    <Emergency
      subjectId={subjectId}
      isOpen={steg === 'EmergencyReadings_read'}
      open={() => go({ steg: 'EmergencyReadings_read' })}
      close={close}
    />
  );
  if (data === undefined) {
    const isNotThere = isProblem(error) && error.status === 404;
    if (!isNotThere || !mayInEmergency) {
      return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
    }
    return (
      <>
        <PageHead title={say('aPlan')} />
        {emergency}
      </>
    );
  }
  const shown = isOpened ? (opened ?? data) : data;
  const plan: CrisisPlan = { ...shown, readings: data.readings };
  const page = {
    subjectId,
    plan,
    opened: steg,
    open: (step: Parameters<typeof keyOf>[0]) => go({ steg: keyOf(step) }),
    close,
  };
  const asks = mayInEmergency && data.drawnUpOn !== null && !data.isOpen && !data.openedToday;
  return (
    <CrisisPlanContext value={page}>
      <OnePlan plan={plan} isInEmergency={isOpened}>
        {asks && emergency}
      </OnePlan>
    </CrisisPlanContext>
  );
}

interface OneProps {
  readonly plan: CrisisPlan;
  readonly isInEmergency: boolean;
  readonly children: React.ReactNode;
}

function OnePlan({ plan, isInEmergency, children }: OneProps) {
  const say = useText();
  const { subjectId } = crisisPlanRoute.useParams();
  const [asWallet, setAsWallet] = useState(false);
  const seesPerson = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR');
  const printIt = (wallet: boolean) => {
    flushSync(() => setAsWallet(wallet));
    window.print();
  };
  const name = nameOf(plan.subject);
  const { version, writtenOn, withSubject, nextReviewOn } = plan;
  return (
    <div className={asWallet ? 'as-wallet' : 'as-page'}>
      <PageHead
        title={name === '' ? say('aPlan') : say('title', { name })}
        documentTitle={say('aPlan')}
        over={
          seesPerson && (
            <Link to="/person/$subjectId" params={{ subjectId }} className="no-print">
              {say('person')}
            </Link>
          )
        }
        lead={
          writtenOn !== null && (
            <>
              {say('version', { version: String(version), day: fullDay(writtenOn) })}{' '}
              {say(withSubject === true ? 'took' : 'tookNot')}{' '}
              {nextReviewOn !== null && say('next', { day: fullDay(nextReviewOn) })}
            </>
          )
        }
        actions={
          <>
            {plan.isOpen && plan.drawnUpOn !== null && (
              <>
                <Button variant="secondary" onClick={() => printIt(false)}>
                  {say('print')}
                </Button>
                <Button variant="secondary" onClick={() => printIt(true)}>
                  {say('wallet')}
                </Button>
              </>
            )}
            {plan.isWhole && (
              <Link to="/historikk/$what/$id" params={{ what: 'kriseplan', id: subjectId }}>
                {say('history')}
              </Link>
            )}
          </>
        }
      />
      <div className="no-print">
        <Freshness currentTo={plan.currentTo} says={say('page')} />
      </div>
      <div className="stack wide">
        {isInEmergency && <p className="no-print">{say('emergency')}</p>}
        {children}
        <Content />
        <div className="stack wide no-print">
          {plan.isWhole && (
            <>
              <Recipients />
              <Copies />
            </>
          )}
          <Readings />
        </div>
      </div>
    </div>
  );
}
