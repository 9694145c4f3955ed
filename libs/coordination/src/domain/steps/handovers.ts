import { amended } from '#event-sourcing/amended';
import { idOf, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import type { Usually } from '#event-sourcing/step';
import { handoverNamed, handoverRefusals, successorTo } from '../handover.js';
import { about, of, type SaidIn, step } from '../step.js';
import { coordinatorRefusals } from './coordinators.js';

const { refuseIf, inOrder } = handoverRefusals;

/** What a coordinator leaves to whoever takes over or stands in, before or after that (U7): a sheet for each time. */
const handoverWritten = step(
  'HandoverWritten',
  v1(
    {
      ...about,
      handoverId: newId('handover'),
      /** Of whoever hands over. */
      appointmentId: idOf('appointment'),
      openMatters: personal.text(of),
      nextMeetings: optional(personal.text(of)),
      /** What matters to the person in how they are met. */
      wishes: optional(personal.text(of)),
      /** Who wrote it in the coordinator's place, such as the leader of one who is gone. */
      writtenById: optional(ref('party')),
      writtenOn: localDate(),
    },
    { occurs: 'writtenOn' },
  ),
  {
    check({ appointments }, { appointmentId, writtenOn }) {
      const appointment = appointments.find((one) => one.appointmentId === appointmentId);
      if (!appointment) throw coordinatorRefusals.refusal('no-such-appointment');
      inOrder(appointment.validFrom, writtenOn, 'date-order.handover');
    },
    evolve: (state, { handoverId, appointmentId, writtenOn }) => ({
      ...state,
      handovers: [...state.handovers, { handoverId, appointmentId, writtenOn }],
    }),
  },
);

const acknowledged = v1(
  {
    ...about,
    handoverId: idOf('handover'),
    /** Of whoever took over. */
    appointmentId: idOf('appointment'),
    comment: optional(personal.text(of)),
    acknowledgedOn: localDate(),
  },
  { occurs: 'acknowledgedOn' },
);
type Acknowledging = Usually<SaidIn<typeof acknowledged.fields>, 'appointmentId'>;

/** Who took over has read what was left. Told of whoever took over last, unless somebody else is named. */
const handoverAcknowledged = step('HandoverAcknowledged', acknowledged, {
  check(state, { handoverId, appointmentId, acknowledgedOn }) {
    const handover = handoverNamed(state, handoverId);
    refuseIf(handover.acknowledgedBy !== undefined, 'handover-acknowledged');
    const successor = state.appointments.find((one) => one.appointmentId === appointmentId);
    if (!successor) throw coordinatorRefusals.refusal('no-such-appointment');
    refuseIf(successor.takesOverFrom !== handover.appointmentId, 'not-successor');
    inOrder(handover.writtenOn, acknowledgedOn, 'date-order.acknowledged');
  },
  decide({ appointmentId, ...said }: Acknowledging, { state }, fact) {
    const { acknowledgedBy, appointmentId: from } = handoverNamed(state, said.handoverId);
    refuseIf(acknowledgedBy !== undefined, 'handover-acknowledged');
    return [fact({ ...said, appointmentId: appointmentId ?? successorTo(state, from, said.acknowledgedOn) })];
  },
  evolve: (state, { handoverId, appointmentId }) => ({
    ...state,
    handovers: amended(state.handovers, (one) => one.handoverId === handoverId, {
      acknowledgedBy: appointmentId,
    }),
  }),
});

export const handoverSteps = [handoverWritten, handoverAcknowledged] as const;
