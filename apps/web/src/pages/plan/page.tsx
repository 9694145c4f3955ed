import { Alert } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { keyOf } from '../../steps/placed-step.js';
import { nameOf } from '../../ui/opened.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import '../../ui/matter.css';
import { AccessMatrix } from './access.js';
import { Contents } from './contents.js';
import { PlanCourse } from './course.js';
import { Entries } from './entries.js';
import { Goals } from './goals.js';
import { Measures } from './measures.js';
import './page.css';
import { Participants, SubPlans } from './participants.js';
import { type Plan, PlanContext, type PlanStep } from './plan.js';
import { planRoute } from './search.js';
import { stepsOf } from './steps-of-plan.js';
import { useChoices } from './use-choices.js';
import { Versions } from './versions.js';

const useText = texts('plan', {
  nb: {
    title: 'Individuell plan: {{name}}',
    aPlan: 'Individuell plan',
    since: 'Startet {{day}}.',
    closed: 'Avsluttet {{day}}.',
    person: 'Personens side',
    crisisPlan: 'Kriseplan',
    as: 'Slik ser denne deltakeren planen i dag.',
    asParent: 'Slik ser denne forelderen eller vergen planen i dag: {{age}} ({{by}}).',
    back: 'Tilbake til hele planen',
    part: 'Du ser de delene av planen som er delt med deg.',
  },
  nn: {
    title: 'Individuell plan: {{name}}',
    aPlan: 'Individuell plan',
    since: 'Starta {{day}}.',
    closed: 'Avslutta {{day}}.',
    person: 'Sida til personen',
    crisisPlan: 'Kriseplan',
    as: 'Slik ser denne deltakaren planen i dag.',
    asParent: 'Slik ser denne forelderen eller verja planen i dag: {{age}} ({{by}}).',
    back: 'Tilbake til heile planen',
    part: 'Du ser dei delane av planen som er delte med deg.',
  },
});

/** One individual plan: all of it for whoever coordinates, and the shared sections for others. */
export function PlanPage() {
  const { planId } = planRoute.useParams();
  const { som } = planRoute.useSearch();
  return som === undefined ? (
    <OwnView key={planId} planId={planId} />
  ) : (
    <ShownAs key={som} planId={planId} partyId={som} />
  );
}

function OwnView({ planId }: { readonly planId: string }) {
  const { data, error, refetch } = useRead('/v1/plans/{planId}', { params: { path: { planId } } });
  if (data?.planId === planId) return <OnePlan plan={data} />;
  return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
}

/** Exactly what another sees: read by the same question as theirs. */
function ShownAs({ planId, partyId }: { readonly planId: string; readonly partyId: string }) {
  const say = useText();
  const label = useLabel();
  const { data, error, refetch } = useRead('/v1/plans/{planId}/as/{partyId}', {
    params: { path: { planId, partyId } },
  });
  if (data?.planId !== planId) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  return (
    <>
      <Alert data-color="info" className="no-print">
        {data.insight === null
          ? say('as')
          : say('asParent', { age: label('childAge', data.insight.age), by: data.insight.by })}{' '}
        <Link to="/plan/$planId" params={{ planId }}>
          {say('back')}
        </Link>
      </Alert>
      <OnePlan plan={data} isShown />
    </>
  );
}

function OnePlan({ plan, isShown = false }: { readonly plan: Plan; readonly isShown?: boolean }) {
  const say = useText();
  const { steg } = planRoute.useSearch();
  const navigate = planRoute.useNavigate();
  const writes = plan.isWhole && !isShown;
  const steps = useMemo(() => (writes ? stepsOf(plan) : []), [writes, plan]);
  const go = useCallback(
    (step?: PlanStep) =>
      void navigate({
        search: step === undefined ? {} : { steg: keyOf(step) },
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const close = useCallback(() => go(), [go]);
  const choices = useChoices(plan);
  const opened = steps.find((one) => keyOf(one) === steg);
  const name = nameOf(plan.subject);
  return (
    <PlanContext value={{ plan, writes, opened, open: go, close, choices }}>
      <PageHead
        title={name === '' ? say('aPlan') : say('title', { name })}
        documentTitle={say('aPlan')}
        over={
          writes && (
            <Link to="/person/$subjectId" params={{ subjectId: plan.subject.subjectId }}>
              {say('person')}
            </Link>
          )
        }
        actions={
          writes && (
            <Link to="/kriseplan/$subjectId" params={{ subjectId: plan.subject.subjectId }}>
              {say('crisisPlan')}
            </Link>
          )
        }
        lead={
          <>
            {say('since', { day: fullDay(plan.startedOn) })}{' '}
            {plan.closedOn !== null && say('closed', { day: fullDay(plan.closedOn) })}{' '}
            {!plan.isWhole && !isShown && say('part')}
          </>
        }
      />
      <div className="with-side">
        <div className="stack wide">
          <Entries section="OWN_STORY" />
          <Entries section="WHAT_MATTERS" />
          <Entries section="RESOURCES" />
          <Entries section="NEEDS" />
          <Goals />
          <Measures />
          <Entries section="HOW" />
          <Participants />
          <Entries section="COOPERATION" />
          <SubPlans />
          <PlanCourse />
          <Versions />
          <AccessMatrix />
        </div>
        <Contents />
      </div>
    </PlanContext>
  );
}
