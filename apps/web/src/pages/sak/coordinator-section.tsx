import { Link } from '@tanstack/react-router';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Facts } from '../../ui/facts.js';
import { joined, listOf } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Appointments } from './appointments.js';
import { useCasePage } from './case-context.js';
import { CaseSection } from './case-section.js';
import { CoordinatorDisputes } from './disputes.js';
import { Proposals } from './proposals.js';

const useText = texts('case-coordinator', {
  nb: {
    title: '{{coordinator}} og plan',
    consent: 'Samtykke nå',
    noConsent: 'Ingen samtykker gjelder i dag',
    plan: 'Plan',
    since: 'siden {{day}}',
    noPlan: 'Ingen plan løper',
    wishes: 'Ønske',
    declined: 'Takket nei {{day}}',
    all: 'Samtykker, plan og gruppe på personens side',
  },
  nn: {
    title: '{{coordinator}} og plan',
    consent: 'Samtykke no',
    noConsent: 'Ingen samtykke gjeld i dag',
    plan: 'Plan',
    since: 'sidan {{day}}',
    noPlan: 'Ingen plan går',
    wishes: 'Ønske',
    declined: 'Takka nei {{day}}',
    all: 'Samtykke, plan og gruppe på sida til personen',
  },
});

/** Who coordinates, who is proposed, what is consented to, and the plan. */
export function CoordinatorSection() {
  const say = useText();
  const label = useLabel();
  const seesPerson = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR');
  const { of, coordination } = useCasePage();
  if (coordination === undefined) return null;
  const { consentScopes, planSince, activePlanId, wishes, coordinatorDeclinedOn, planDeclinedOn } =
    coordination;
  return (
    <CaseSection name="coordinator" title={capital(say('title'))}>
      <Facts
        rows={[
          [
            say('consent'),
            consentScopes.length === 0
              ? say('noConsent')
              : capital(listOf(consentScopes.map((scope) => label('consentScope', scope)))),
          ],
          [
            say('plan'),
            joined(
              activePlanId === null
                ? say('noPlan')
                : capital(
                    planSince === null
                      ? label('item', 'INDIVIDUAL_PLAN')
                      : say('since', { day: fullDay(planSince) }),
                  ),
              planDeclinedOn !== null && say('declined', { day: fullDay(planDeclinedOn) }),
            ),
          ],
          coordinatorDeclinedOn !== null && [
            capital(label('item', 'COORDINATOR')),
            say('declined', { day: fullDay(coordinatorDeclinedOn) }),
          ],
          wishes.length > 0 && [
            say('wishes'),
            <ul key="wishes">
              {wishes.map(({ wishId, wish, wishedBy, wishedOn }) => (
                <li key={wishId}>
                  {textOf(wish)}{' '}
                  <span className="small quiet">
                    ({joined(label('wisher', wishedBy), fullDay(wishedOn))})
                  </span>
                </li>
              ))}
            </ul>,
          ],
        ]}
      />
      <Appointments />
      <Proposals />
      <CoordinatorDisputes />
      {seesPerson && (
        <p className="air-small no-print">
          <Link to="/person/$subjectId" params={{ subjectId: of.subject.subjectId }}>
            {say('all')}
          </Link>
        </p>
      )}
    </CaseSection>
  );
}
