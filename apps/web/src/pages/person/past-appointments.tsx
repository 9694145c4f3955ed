import { today, shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import type { Around } from './coordination-steps.js';
import { joined } from '../../ui/joined.js';

const useText = texts('person-past-appointments', {
  nb: {
    before: 'Før',
    period: '{{from}} til {{until}}',
    refused: 'Foreslått og ikke oppnevnt',
    declined: 'takket nei {{day}}',
    objected: 'leder uenig {{day}}',
    withdrawn: 'trukket {{day}}',
  },
  nn: {
    before: 'Før',
    period: '{{from}} til {{until}}',
    refused: 'Føreslått og ikkje oppnemnd',
    declined: 'takka nei {{day}}',
    objected: 'leiar ueinig {{day}}',
    withdrawn: 'trekt {{day}}',
  },
});

/** Who coordinated before, and who was asked and did not. */
export function PastAppointments({ coordination }: Around) {
  const say = useText();
  const label = useLabel();
  const past = (coordination?.appointments ?? []).filter(
    ({ releasedOn }) => releasedOn !== null && releasedOn <= today(),
  );
  const refused = (coordination?.proposals ?? []).filter(
    ({ declinedOn, objectedOn, withdrawnOn }) => (declinedOn ?? objectedOn ?? withdrawnOn) !== null,
  );
  return (
    <>
      {past.length > 0 && (
        <>
          <h3>{say('before')}</h3>
          <ul className="dashes small">
            {past.map((one) => (
              <li key={one.appointmentId}>
                {joined(
                  textOf(one.coordinator.name),
                  label('coordinatorKind', one.kind),
                  say('period', { from: shortDay(one.validFrom), until: shortDay(one.releasedOn ?? '') }),
                  one.releaseReasonCode !== null && label('releaseReason', one.releaseReasonCode),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {refused.length > 0 && (
        <>
          <h3>{say('refused')}</h3>
          <ul className="dashes small">
            {refused.map((one) => (
              <li key={one.proposalId}>
                {joined(
                  textOf(one.candidate.name),
                  one.declinedOn !== null && say('declined', { day: shortDay(one.declinedOn) }),
                  one.objectedOn !== null && say('objected', { day: shortDay(one.objectedOn) }),
                  one.withdrawnOn !== null && say('withdrawn', { day: shortDay(one.withdrawnOn) }),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
