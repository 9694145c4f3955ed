import { Link } from '@tanstack/react-router';
import { shortDay, today, fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { textOf } from '../../ui/opened.js';
import { type Around, groupSteps, planSteps } from './coordination-steps.js';
import { Section } from '../../ui/section.js';
import { Steps } from './steps.js';
import { joined } from '../../ui/joined.js';

const useText = texts('person-plan', {
  nb: {
    plan: 'Individuell plan',
    noPlan: 'Ingen plan.',
    since: 'Plan siden {{day}}.',
    together: 'Startet sammen med personen.',
    open: 'Åpne planen',
    declined: 'Personen takket nei til plan {{day}}.',
    past: '{{from}} til {{until}}, {{reason}}',
    reviewed: 'Spurt {{day}} om det fortsatt er riktig: {{outcome}}. {{remark}}',
    group: '{{group}}',
    nobody: 'Ingen er med i {{group}}.',
    joined: 'siden {{day}}',
    left: 'til {{day}}',
    leaves: '{{name}} slutter i gruppa',
    tellLeft: 'Meld at {{name}} har sluttet',
  },
  nn: {
    plan: 'Individuell plan',
    noPlan: 'Ingen plan.',
    since: 'Plan sidan {{day}}.',
    together: 'Starta saman med personen.',
    open: 'Opne planen',
    declined: 'Personen takka nei til plan {{day}}.',
    past: '{{from}} til {{until}}, {{reason}}',
    reviewed: 'Spurd {{day}} om det framleis er rett: {{outcome}}. {{remark}}',
    group: '{{group}}',
    nobody: 'Ingen er med i {{group}}.',
    joined: 'sidan {{day}}',
    left: 'til {{day}}',
    leaves: '{{name}} sluttar i gruppa',
    tellLeft: 'Meld at {{name}} har slutta',
  },
});

/** The plan now and before, whether it is still right, and who is in the group. */
export function PlanAndGroup(around: Around) {
  const say = useText();
  const label = useLabel();
  const { coordination } = around;
  const isCoordinator = useHasRole('COORDINATOR');
  const plans = coordination?.plans ?? [];
  const active = plans.find(({ planId }) => planId === coordination?.activePlanId);
  const members = coordination?.members ?? [];
  return (
    <>
      <Section title={say('plan')}>
        {active === undefined ? (
          <p>{say('noPlan')}</p>
        ) : (
          <p>
            {say('since', { day: fullDay(active.startedOn) })} {active.withSubject && say('together')}{' '}
            {isCoordinator && (
              <Link to="/plan/$planId" params={{ planId: active.planId }}>
                {say('open')}
              </Link>
            )}
          </p>
        )}
        {coordination?.planDeclinedOn && (
          <p>{say('declined', { day: fullDay(coordination.planDeclinedOn) })}</p>
        )}
        <ul className="dashes small">
          {plans.map(
            ({ planId, startedOn, closedOn, reasonCode }) =>
              closedOn !== null && (
                <li key={planId}>
                  {say('past', {
                    from: fullDay(startedOn),
                    until: fullDay(closedOn),
                    reason: label('closureReason', reasonCode ?? ''),
                  })}
                </li>
              ),
          )}
          {coordination?.reviews.map(({ reviewId, reviewedOn, outcome, remark }) => (
            <li key={reviewId}>
              {say('reviewed', {
                day: fullDay(reviewedOn),
                outcome: label('reviewOutcome', outcome),
                remark: textOf(remark),
              })}
            </li>
          ))}
        </ul>
        <Steps steps={planSteps(around)} />
      </Section>
      <Section title={capital(say('group'))}>
        {members.length === 0 && <p className="quiet">{say('nobody')}</p>}
        <ul className="dashes">
          {members.map((one) => (
            <li
              key={one.memberId}
              className={one.leftOn !== null && one.leftOn <= today() ? 'past' : undefined}
            >
              {joined(
                textOf(one.party.name),
                label('memberRole', one.memberRole),
                one.unit !== null && label('unit', one.unit),
                say('joined', { day: shortDay(one.joinedOn) }),
                one.leftOn !== null && say('left', { day: shortDay(one.leftOn) }),
              )}
            </li>
          ))}
        </ul>
        <Steps steps={groupSteps(around, say)} />
      </Section>
    </>
  );
}
