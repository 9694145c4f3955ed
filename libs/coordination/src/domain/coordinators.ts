import type { Intent } from '#event-sourcing/decider';
import type { Recorded } from '#event-sourcing/event';
import { restingOffence } from './basis.js';
import { consentOffence } from './consents.js';
import {
  activePlan,
  type Appointment,
  type Coordination,
  type CoordinationFact,
  type CoordinatorKind,
  type DataOf,
  type HappeningData,
} from './coordination.js';
import {
  aYearAfter,
  type Grant,
  inOrder,
  notAncient,
  offence,
  type Offence,
  partyOffence,
  pastDay,
  refuse,
} from './rule.js';

/** What other streams said: the case's decision, whether the coordinator is registered, the person's year of birth if known. */
export type AppointCoordinator = Intent<
  'AppointCoordinator',
  DataOf<'CoordinatorAppointed'> & {
    readonly grant: Grant | undefined;
    readonly partyIsKnown: boolean;
    readonly birthYear: number | undefined;
  }
>;
export type ReleaseCoordinator = Intent<'ReleaseCoordinator', DataOf<'CoordinatorReleased'>>;
/** Asks whether anybody coordinates who should; sent when one has left. */
export type DetectCoordinatorGap = Intent<'DetectCoordinatorGap', { readonly subjectId: string }>;

export function appointmentOffence(
  state: Coordination,
  appointed: HappeningData<'CoordinatorAppointed'>,
  today: string,
): Offence | undefined {
  const { kind, temporary, validFrom, wishFollowed, reason } = appointed;
  if (wishFollowed === 'NO' && reason === undefined) {
    return offence(
      'coordination/wish-needs-reason',
      "A coordinator chosen against the person's wish needs a reason.",
    );
  }
  if (validFrom > aYearAfter(today)) {
    return offence(
      'coordination/future-date',
      'The coordinator’s first day lies more than a year ahead. Choose an earlier day.',
    );
  }
  return (
    notAncient(validFrom, "The coordinator's first day") ??
    consentOffence(state, 'COORDINATOR', validFrom) ??
    slotOffence(state.appointments, kind, temporary, validFrom)
  );
}

/** One responsible of each kind at a time, and one temporary beside (invariant 2). */
function slotOffence(
  appointments: readonly Appointment[],
  kind: CoordinatorKind,
  temporary: boolean,
  validFrom: string,
): Offence | undefined {
  const taken = appointments.some(
    (one) =>
      one.kind === kind &&
      one.temporary === temporary &&
      (one.releasedOn === undefined || validFrom < one.releasedOn),
  );
  return taken
    ? offence(
        'coordination/already-coordinated',
        `The person has a${temporary ? ' temporary' : ''} coordinator of this kind on that day. Release that one first.`,
      )
    : undefined;
}

export function releaseOffence(
  { appointments }: Coordination,
  { appointmentId, releasedOn }: HappeningData<'CoordinatorReleased'>,
  today: string,
): Offence | undefined {
  const appointment = appointments.find((one) => one.appointmentId === appointmentId);
  if (!appointment) {
    return offence('coordination/no-such-appointment', 'This person has no such coordinator.');
  }
  if (appointment.releasedOn !== undefined) {
    return offence('coordination/already-released', 'This coordinator was released already.');
  }
  return (
    pastDay(releasedOn, today, 'The day of the release') ??
    inOrder(appointment.validFrom, releasedOn, 'A coordinator cannot be released before the first day.')
  );
}

/** A gap was noticed because somebody left; without that it says nothing. */
export function gapOffence(
  { appointments }: Coordination,
  { appointmentId }: HappeningData<'CoordinatorGapDetected'>,
): Offence | undefined {
  const appointment = appointments.find((one) => one.appointmentId === appointmentId);
  return appointment?.releasedOn === undefined
    ? offence('coordination/no-gap', 'The coordinator whose leaving left the gap has not been released.')
    : undefined;
}

/** A child coordinator is for children under 18 and the unborn (pbrl § 2-5c, invariant 12). An unknown year passes. */
export function adultOffence(kind: CoordinatorKind, birthYear: number | undefined, day: string) {
  // Only the year is readable: on its last day everybody born in it has had the birthday.
  const surelyAdult = birthYear !== undefined && day >= `${birthYear + 18}-12-31`;
  return kind === 'CHILD' && surelyAdult
    ? offence(
        'coordination/adult',
        'A child coordinator is for children under 18. Appoint an ordinary coordinator.',
      )
    : undefined;
}

export function appointCoordinator(
  { data, today }: AppointCoordinator,
  state: Coordination,
): CoordinationFact[] {
  const { grant, partyIsKnown, birthYear, ...appointed } = data;
  refuse(
    consentOffence(state, 'COORDINATOR', today) ??
      partyOffence(partyIsKnown) ??
      adultOffence(data.kind, birthYear, today > data.validFrom ? today : data.validFrom) ??
      appointmentOffence(state, appointed, today) ??
      restingOffence({ type: 'CoordinatorAppointed', data: appointed }, grant),
  );
  return [{ type: 'CoordinatorAppointed', data: appointed }];
}

export function releaseCoordinator(
  { data, today }: ReleaseCoordinator,
  state: Coordination,
): CoordinationFact[] {
  refuse(releaseOffence(state, data, today));
  return [{ type: 'CoordinatorReleased', data }];
}

/** One gap a kind that nobody coordinates (U7, invariant 4); nothing where it was noticed before, even in error. */
export function detectCoordinatorGap(
  { data: { subjectId } }: DetectCoordinatorGap,
  state: Coordination,
  history: readonly Recorded[],
): CoordinationFact[] {
  return (['ORDINARY', 'CHILD'] as const).flatMap((kind): CoordinationFact[] => {
    const ofKind = state.appointments.filter((one) => one.kind === kind);
    const left = lastReleased(ofKind);
    const isCoordinated = ofKind.some(({ releasedOn }) => releasedOn === undefined);
    if (left?.releasedOn === undefined || isCoordinated) return [];
    if (left.needCeased && !activePlan(state)) return [];
    const { appointmentId, releasedOn: since } = left;
    return isNoticed(appointmentId, history)
      ? []
      : [{ type: 'CoordinatorGapDetected', data: { subjectId, appointmentId, kind, since } }];
  });
}

const lastReleased = (appointments: readonly Appointment[]) =>
  appointments
    .filter(({ releasedOn }) => releasedOn !== undefined)
    .reduce<Appointment | undefined>(
      (last, one) => (last && (last.releasedOn ?? '') > (one.releasedOn ?? '') ? last : one),
      undefined,
    );

/** Whether the gap was recorded since the coordinator was last released. An annulled gap stays annulled. */
function isNoticed(appointmentId: string, history: readonly Recorded[]): boolean {
  const lastOf = (type: string) =>
    history.findLastIndex((one) => one.type === type && one.data['appointmentId'] === appointmentId);
  return lastOf('CoordinatorGapDetected') > lastOf('CoordinatorReleased');
}
