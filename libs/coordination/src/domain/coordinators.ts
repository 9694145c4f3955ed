import type { Intent } from '#event-sourcing/decider';
import { adultOffence } from './age.js';
import { restingOffence } from './basis.js';
import { consentOffence } from './consents.js';
import {
  type Appointment,
  type Coordination,
  type CoordinationFact,
  type CoordinatorKind,
  type DataOf,
  type Happening,
  type HappeningData,
  withRelease,
} from './coordination.js';
import { hasLeft } from './need.js';
import {
  aYearAfter,
  type Grant,
  inOrder,
  notAncient,
  offence,
  type Offence,
  partyOffence,
  refuse,
} from './rule.js';

/**
 * `succeeds` names the appointment that ends on the day on which this one begins. What other streams said: the case's decision, whether
 * the coordinator is registered, the person's year of birth if known.
 */
export type AppointCoordinator = Intent<
  'AppointCoordinator',
  DataOf<'CoordinatorAppointed'> & {
    readonly succeeds?: string | undefined;
    readonly grant: Grant | undefined;
    readonly partyIsKnown: boolean;
    readonly birthYear: number | undefined;
  }
>;
export type ReleaseCoordinator = Intent<'ReleaseCoordinator', DataOf<'CoordinatorReleased'>>;

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
      (one.releasedOn === undefined || (hasLeft(one) && validFrom < one.releasedOn)),
  );
  return taken
    ? offence(
        'coordination/already-coordinated',
        `The person has a${temporary ? ' temporary' : ''} coordinator of this kind on that day. Release that one first, or name that one as succeeded.`,
      )
    : undefined;
}

/** `latest`: the last day on which one may be released who has begun; another ends on her first day, and then never began. */
export function releaseOffence(
  { appointments }: Coordination,
  { appointmentId, releasedOn, reasonCode }: HappeningData<'CoordinatorReleased'>,
  latest: string,
): Offence | undefined {
  const appointment = appointments.find((one) => one.appointmentId === appointmentId);
  if (!appointment) {
    return offence('coordination/no-such-appointment', 'This person has no such coordinator.');
  }
  if (appointment.releasedOn !== undefined) {
    return offence('coordination/already-released', 'This coordinator was released already.');
  }
  const { kind, validFrom } = appointment;
  return (
    causeOffence(kind, reasonCode) ??
    inOrder(
      validFrom,
      releasedOn,
      'A coordinator cannot be released before the first day. Who is not to begin is released on that day.',
    ) ??
    (reasonCode === 'HANDOVER' && releasedOn === validFrom ? neverBegan : undefined) ??
    (releasedOn > latest && releasedOn > validFrom ? releaseAhead : undefined)
  );
}

/** Coming of age ends the coordinating for a child, and no other (pbrl § 2-5c). */
const causeOffence = (
  kind: CoordinatorKind,
  cause: DataOf<'CoordinatorReleased'>['reasonCode'],
): Offence | undefined =>
  cause === 'TURNED_18' && kind !== 'CHILD'
    ? offence(
        'coordination/no-child-coordinator',
        'Only a child coordinator is released because the person turned 18. Choose another reason.',
      )
    : undefined;

const neverBegan = offence(
  'coordination/never-began',
  'Who does not begin before that day hands nothing over. Mark that appointment as recorded in error, and appoint the other one in its place.',
);

const releaseAhead = offence(
  'coordination/future-date',
  'A coordinator is released ahead of today only on the day on which another takes over. Appoint that one as the successor, or correct the successor’s first day.',
);

/** A release to come stands as long as a successor is to begin on that day. `end`: the state at the end of the stream. */
export const strandedOffence = (
  { type, data }: Happening,
  end: Coordination,
  today: string,
): Offence | undefined =>
  type === 'CoordinatorReleased' &&
  end.appointments.some((one) => one.appointmentId === data.appointmentId && isStranded(one, end, today))
    ? releaseAhead
    : undefined;

/** Released on a day to come on which nobody is to take over. */
const isStranded = (one: Appointment, { appointments }: Coordination, today: string) =>
  hasLeft(one) &&
  one.releasedOn > today &&
  !appointments.some(({ validFrom, releasedOn }) => validFrom === one.releasedOn && releasedOn !== validFrom);

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

/** A handover is one step: who leaves is released on the day on which the successor begins, and nobody is left without (U7). */
export function appointCoordinator(
  { data, today }: AppointCoordinator,
  state: Coordination,
): CoordinationFact[] {
  const { grant, partyIsKnown, birthYear, succeeds, ...appointed } = data;
  const { subjectId, kind, validFrom } = appointed;
  const appointment = { type: 'CoordinatorAppointed' as const, data: appointed };
  const release = succeeds === undefined ? undefined : handover(subjectId, succeeds, validFrom);
  refuse(
    consentOffence(state, 'COORDINATOR', today) ??
      partyOffence(partyIsKnown) ??
      adultOffence(kind, birthYear, today > validFrom ? today : validFrom) ??
      (release && releaseOffence(state, release.data, validFrom)) ??
      appointmentOffence(release ? withRelease(state, release.data) : state, appointed, today) ??
      restingOffence(appointment, grant),
  );
  return release ? [release, appointment] : [appointment];
}

const handover = (subjectId: string, appointmentId: string, releasedOn: string) => ({
  type: 'CoordinatorReleased' as const,
  data: { subjectId, appointmentId, releasedOn, reasonCode: 'HANDOVER' as const },
});

export function releaseCoordinator(
  { data, today }: ReleaseCoordinator,
  state: Coordination,
): CoordinationFact[] {
  refuse(releaseOffence(state, data, today) ?? successorOffence(withRelease(state, data), today));
  return [{ type: 'CoordinatorReleased', data }];
}

/** Who is to take over does not just never begin: the one before would be released with nobody after. */
const successorOffence = (after: Coordination, today: string): Offence | undefined =>
  after.appointments.some((one) => isStranded(one, after, today))
    ? offence(
        'coordination/takes-over',
        'This coordinator is to take over from another on the first day. Mark the appointment as recorded in error: the handover is taken back with it.',
      )
    : undefined;
