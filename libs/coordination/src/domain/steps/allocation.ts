import { codeOf, idOf, list, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { allocationHearers, channels } from '#vocabulary';
import { about, of, step } from '../step.js';
import { coordinatorRefusals } from './coordinators.js';

export const allocationRefusals = refusals('coordination', {
  'hearer-twice': [
    'Each of those who hear of the allocation is named once, as told or as left out.',
    'Hver av dem som skal få vite om tildelingen, nevnes én gang: som underrettet eller som utelatt.',
    'Kvar av dei som skal få vite om tildelinga, blir nemnd éin gong: som underretta eller som utelaten.',
  ],
  'nobody-told': [
    'Name who was told of the allocation, or who was left out.',
    'Oppgi hvem som ble underrettet om tildelingen, eller hvem som ble utelatt.',
    'Oppgi kven som vart underretta om tildelinga, eller kven som vart utelaten.',
  ],
  'channel-missing': [
    'Say in which way those were told.',
    'Oppgi hvordan de ble underrettet.',
    'Oppgi korleis dei vart underretta.',
  ],
  'left-out-needs-reason': [
    'Whoever the municipality’s profile names and is left out needs a reason.',
    'Når noen som kommunens profil nevner, blir utelatt, trengs en begrunnelse.',
    'Når nokon som profilen til kommunen nemner, blir utelaten, trengst ei grunngiving.',
  ],
});
const { refuseIf } = allocationRefusals;

/** Who was told that this one coordinates, apart from the answer to an application (F24). Whom it does not concern is left out, with a reason. */
const allocationNotified = step(
  'AllocationNotified',
  v1(
    {
      ...about,
      appointmentId: idOf('appointment'),
      recipients: list(codeOf(allocationHearers)),
      leftOut: optional(list(codeOf(allocationHearers))),
      reason: optional(personal.text(of)),
      channel: optional(codeOf(channels)),
      notifiedOn: localDate(),
    },
    { occurs: 'notifiedOn' },
  ),
  {
    check({ appointments }, { appointmentId, recipients, leftOut = [], reason, channel }) {
      const isKnown = appointments.some((one) => one.appointmentId === appointmentId);
      if (!isKnown) throw coordinatorRefusals.refusal('no-such-appointment');
      const named = [...recipients, ...leftOut];
      refuseIf(named.length === 0, 'nobody-told');
      refuseIf(hasDoubles(named), 'hearer-twice');
      refuseIf(recipients.length > 0 && channel === undefined, 'channel-missing');
      refuseIf(leftOut.length > 0 && reason === undefined, 'left-out-needs-reason');
    },
    evolve: (state) => state,
  },
);

export const allocationSteps = [allocationNotified] as const;
