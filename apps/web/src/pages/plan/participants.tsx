import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { type Plan, usePlanPage } from './plan.js';
import { PlanSection, PlanSteps } from './section.js';

const useText = texts('plan-participants', {
  nb: {
    nobody: 'Ingen andre deltar ennå.',
    wished: 'ønsket av personen {{day}}',
    proposed: 'foreslått {{day}}',
    refused: 'personen sa nei {{day}}',
    left: 'gikk ut {{day}}',
    gives: 'Bidrar med: {{what}}',
    noPlans: 'Ingen delplaner er koblet til.',
    lies: 'Ligger her: {{place}}',
    unlinked: 'koblet fra {{day}}',
  },
  nn: {
    nobody: 'Ingen andre deltek enno.',
    wished: 'ønskt av personen {{day}}',
    proposed: 'føreslått {{day}}',
    refused: 'personen sa nei {{day}}',
    left: 'gjekk ut {{day}}',
    gives: 'Bidreg med: {{what}}',
    noPlans: 'Ingen delplanar er kopla til.',
    lies: 'Ligg her: {{place}}',
    unlinked: 'kopla frå {{day}}',
  },
});

/** Who takes part, as the person wishes, and with what (F6). */
export function Participants() {
  const say = useText();
  const label = useLabel();
  const { plan } = usePlanPage();
  if (!plan.sections.includes('PARTICIPANTS')) return null;
  return (
    <PlanSection part="PARTICIPANTS" title={capital(label('planSection', 'PARTICIPANTS'))}>
      {plan.participants.length === 0 && <p className="quiet">{say('nobody')}</p>}
      {plan.participants.map((one) => (
        <div key={one.participantId} className="plan-entry">
          <p>
            <strong>{textOf(one.party?.name ?? one.name)}</strong>
            {`, ${joined(label('planSector', one.sector), one.unit !== null && label('unit', one.unit), ...stateOf(one, say))}`}
          </p>
          {one.contribution !== null && (
            <p className="written">{say('gives', { what: textOf(one.contribution) })}</p>
          )}
          <PlanSteps part="PARTICIPANTS" about={one.participantId} />
        </div>
      ))}
    </PlanSection>
  );
}

function stateOf(one: Plan['participants'][number], say: ReturnType<typeof useText>): (string | false)[] {
  return [
    one.wishedOn !== null && say('wished', { day: shortDay(one.wishedOn) }),
    one.proposedOn !== null && say('proposed', { day: shortDay(one.proposedOn) }),
    one.refusedOn !== null && say('refused', { day: shortDay(one.refusedOn) }),
    one.leftOn !== null && say('left', { day: shortDay(one.leftOn) }),
  ];
}

/** Other plans that are parts of this one: what, whose, and where they lie (A6). */
export function SubPlans() {
  const say = useText();
  const label = useLabel();
  const { plan } = usePlanPage();
  if (!plan.sections.includes('SUB_PLANS')) return null;
  return (
    <PlanSection part="SUB_PLANS" title={capital(label('planSection', 'SUB_PLANS'))}>
      {plan.subPlans.length === 0 && <p className="quiet">{say('noPlans')}</p>}
      {plan.subPlans.map((one) => (
        <div key={one.subPlanId} className="plan-entry">
          <p>
            {joined(
              capital(label('subPlanType', one.type)),
              one.ownerUnit !== null && label('unit', one.ownerUnit),
              textOf(one.owner?.name ?? null),
              one.unlinkedOn !== null && say('unlinked', { day: shortDay(one.unlinkedOn) }),
            )}
          </p>
          <p className="quiet small">{say('lies', { place: textOf(one.place) })}</p>
          <PlanSteps part="SUB_PLANS" about={one.subPlanId} />
        </div>
      ))}
    </PlanSection>
  );
}
