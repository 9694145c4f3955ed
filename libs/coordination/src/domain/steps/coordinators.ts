import { amended } from '#event-sourcing/amended';
import {
  code,
  codeOf,
  dayToCome,
  flag,
  idOf,
  list,
  newId,
  optional,
  personal,
  ref,
  v1,
  version,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import type { Usually } from '#event-sourcing/step';
import { actedOn, allocationHearers, authorityRoles, type Birth, units } from '#vocabulary';
import { isAdult } from '../age.js';
import { isJudged, refuseAgainstWill, refuseCorrectedAgainstWill } from '../against-will.js';
import { refuseUnauthorised } from '../authority.js';
import { admitFoundation, refuseCaseless, reliance } from '../basis.js';
import {
  consentFor,
  type CoordinatorKind,
  coordinatorKinds,
  foundations,
  releaseReasons,
  wishesFollowed,
} from '../codes.js';
import { isRefused } from '../choice.js';
import { type Appointment, type Coordination, endedByThen, needsNobody, overlap } from '../coordination.js';
import { precededBy } from '../handover.js';
import { hasLeft } from '../need.js';
import { refuseDisputed } from '../dispute.js';
import { proposalNamed, proposalRefusals, refuseUnagreed } from '../proposal.js';
import { refuseUnreported } from '../report.js';
import { about, of, namedCase, type SaidIn, step } from '../step.js';

export const coordinatorRefusals = refusals('coordination', {
  'told-by-profile': [
    'Who is to hear of an appointment follows from the municipality’s profile, and is not corrected.',
    'Hvem som skal få vite om en oppnevning, følger av kommunens profil, og rettes ikke.',
    'Kven som skal få vite om ei oppnemning, følgjer av profilen til kommunen, og blir ikkje retta.',
  ],
  'person-declined': [
    'The person has said no to a coordinator. Record first that the person wants one after all.',
    'Personen har sagt nei til koordinator. Registrer først at personen likevel ønsker en.',
    'Personen har sagt nei til koordinator. Registrer først at personen likevel ønskjer ein.',
  ],
  'wish-needs-reason': [
    'A coordinator chosen against the person’s wish needs a reason.',
    'Når koordinatoren er valgt mot personens ønske, trengs en begrunnelse.',
    'Når koordinatoren er vald mot ønsket til personen, trengst ei grunngiving.',
  ],
  adult: [
    'A child coordinator is for children under 18. Appoint an ordinary coordinator.',
    'Barnekoordinator er for barn under 18 år. Oppnevn en vanlig koordinator.',
    'Barnekoordinator er for barn under 18 år. Nemn opp ein vanleg koordinator.',
  ],
  'already-coordinated': [
    'The person has a coordinator of this kind on that day. Release that one first, or name that one as succeeded.',
    'Personen har en koordinator av dette slaget den dagen. Registrer først at den fratrer, eller vis til den som den nye tar over etter.',
    'Personen har ein koordinator av dette slaget den dagen. Registrer først at den fråtrer, eller vis til den som den nye tek over etter.',
  ],
  'already-coordinated.temporary': [
    'The person has a temporary coordinator of this kind on that day. Release that one first, or name that one as succeeded.',
    'Personen har en midlertidig koordinator av dette slaget den dagen. Registrer først at den fratrer, eller vis til den som den nye tar over etter.',
    'Personen har ein mellombels koordinator av dette slaget den dagen. Registrer først at den fråtrer, eller vis til den som den nye tek over etter.',
  ],
  'no-such-appointment': [
    'This person has no such coordinator.',
    'Denne personen har ingen slik koordinator.',
    'Denne personen har ingen slik koordinator.',
  ],
  'already-released': [
    'This coordinator was released already.',
    'Denne koordinatoren har allerede fratrådt.',
    'Denne koordinatoren har alt fråtredd.',
  ],
  'no-child-coordinator': [
    'Only a child coordinator is released because the person turned 18. Choose another reason.',
    'Bare en barnekoordinator fratrer fordi personen har fylt 18 år. Velg en annen grunn.',
    'Berre ein barnekoordinator fråtrer fordi personen har fylt 18 år. Vel ein annan grunn.',
  ],
  'never-began': [
    'Who does not begin before that day hands nothing over. Mark that appointment as recorded in error, and appoint the other one in its place.',
    'Den som ikke begynner før den dagen, har ikke noe å overføre. Merk den oppnevningen som feilregistrert, og oppnevn den andre i stedet.',
    'Den som ikkje begynner før den dagen, har ikkje noko å overføre. Merk den oppnemninga som feilregistrert, og nemn opp den andre i staden.',
  ],
  'takes-over': [
    'This coordinator is to take over from another on the first day. Mark the appointment as recorded in error: the handover is taken back with it.',
    'Denne koordinatoren skal ta over etter en annen den første dagen. Merk oppnevningen som feilregistrert, så tas overføringen tilbake samtidig.',
    'Denne koordinatoren skal ta over etter ein annan den første dagen. Merk oppnemninga som feilregistrert, så blir overføringa teken tilbake samtidig.',
  ],
  'date-ahead.appointed': [
    'The coordinator’s first day lies more than a year ahead. Choose an earlier day.',
    'Koordinatorens første dag ligger mer enn et år fram i tid. Velg en tidligere dag.',
    'Den første dagen til koordinatoren ligg meir enn eit år fram i tid. Vel ein tidlegare dag.',
  ],
  'date-ahead.handed-over': [
    'A coordinator hands over ahead of today only on the day on which another takes over. Appoint that one as the successor, correct the successor’s first day, or choose another reason.',
    'En koordinator overfører fram i tid bare den dagen en annen tar over. Oppnevn den andre som etterfølger, rett etterfølgerens første dag, eller velg en annen grunn.',
    'Ein koordinator overfører fram i tid berre den dagen ein annan tek over. Nemn opp den andre som etterfølgjar, rett den første dagen til etterfølgjaren, eller vel ein annan grunn.',
  ],
  'date-ahead.released': [
    'The day on which the coordinator leaves lies more than a year ahead. Choose an earlier day.',
    'Dagen koordinatoren fratrer, ligger mer enn et år fram i tid. Velg en tidligere dag.',
    'Dagen koordinatoren fråtrer, ligg meir enn eit år fram i tid. Vel ein tidlegare dag.',
  ],
  'date-order.released': [
    'A coordinator cannot be released before the first day. Who is not to begin is released on that day.',
    'En koordinator kan ikke fratre før sin første dag. Den som ikke skal begynne, fratrer den dagen.',
    'Ein koordinator kan ikkje fråtre før den første dagen sin. Den som ikkje skal begynne, fråtrer den dagen.',
  ],
});
const { refusal, refuseIf, inOrder } = coordinatorRefusals;

/** A child coordinator is for children under 18 and the unborn (pbrl § 2-5c, invariant 12). An unknown year passes. */
const refuseAdult = (kind: CoordinatorKind, birth: Birth, day: string) =>
  refuseIf(kind === 'CHILD' && isAdult(birth, day), 'adult');

type InPlace = Pick<Appointment, 'appointmentId' | 'kind' | 'temporary' | 'validFrom'>;

/** The others in the same place: one responsible of each kind at a time, and one temporary beside (invariant 2). */
const placedWith = ({ appointments }: Coordination, { appointmentId, kind, temporary }: InPlace) =>
  appointments.filter(
    (one) => one.appointmentId !== appointmentId && one.kind === kind && one.temporary === temporary,
  );

const period = ({ validFrom: from, releasedOn: to }: Pick<Appointment, 'validFrom' | 'releasedOn'>) => ({
  from,
  to,
});

/** Refuses who would share a day with another in the same place. */
const refuseTaken = (state: Coordination, one: InPlace & Pick<Appointment, 'releasedOn'>) =>
  refuseIf(
    placedWith(state, one).some((other) => overlap(period(one), period(other))),
    one.temporary ? 'already-coordinated.temporary' : 'already-coordinated',
  );

/** The same day a year later, for comparing; 29 February stays what it is. */
const aYearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

interface Release {
  readonly appointmentId: string;
  readonly releasedOn: string;
  readonly reasonCode: NonNullable<Appointment['releaseReason']>;
  readonly endsByThen?: boolean | undefined;
}
const withRelease = (
  state: Coordination,
  { appointmentId, releasedOn, reasonCode: releaseReason, endsByThen = false }: Release,
): Coordination => ({
  ...state,
  appointments: amended(state.appointments, (one) => one.appointmentId === appointmentId, {
    releasedOn,
    releaseReason,
    endsByThen,
  }),
});

/** The one who is to be released, where that can be for this reason on this day. */
function releasable({ appointments }: Coordination, { appointmentId, releasedOn, reasonCode }: Release) {
  const appointment = appointments.find((one) => one.appointmentId === appointmentId);
  if (!appointment) throw refusal('no-such-appointment');
  // Notice was given for a later day, and the age ends it before (invariant 12).
  const isBefore = reasonCode === 'TURNED_18' && releasedOn < (appointment.releasedOn ?? '');
  refuseIf(
    appointment.releasedOn !== undefined && appointment.endsByThen !== true && !isBefore,
    'already-released',
  );
  // Coming of age ends the coordinating for a child, and no other (pbrl § 2-5c).
  refuseIf(reasonCode === 'TURNED_18' && appointment.kind !== 'CHILD', 'no-child-coordinator');
  inOrder(appointment.validFrom, releasedOn, 'date-order.released');
  refuseIf(reasonCode === 'HANDOVER' && releasedOn === appointment.validFrom, 'never-began');
  return appointment;
}

/** Coordinates in the same way on that day, or is yet to. */
const takesItsPlace = (one: Appointment, { appointmentId, kind }: Appointment, on: string) =>
  one.appointmentId !== appointmentId &&
  one.kind === kind &&
  one.validFrom < (one.releasedOn ?? '9999') &&
  on < (one.releasedOn ?? '9999');

/** Those who hand over on a day to come on which nobody is to take over, while there is somebody to coordinate for. */
export const stranded = (state: Coordination, today: string): readonly Appointment[] =>
  state.appointments.filter(
    (one) =>
      !needsNobody(state) &&
      hasLeft(one) &&
      one.releaseReason === 'HANDOVER' &&
      one.releasedOn > today &&
      !state.appointments.some(
        ({ validFrom, releasedOn }) => validFrom === one.releasedOn && releasedOn !== validFrom,
      ),
  );

/** Plan and group go on (U7). Notice may be given ahead: she coordinates up to that day. */
export const coordinatorReleased = step(
  'CoordinatorReleased',
  v1(
    {
      ...about,
      appointmentId: idOf('appointment'),
      releasedOn: dayToCome(),
      reasonCode: codeOf(releaseReasons),
      reason: optional(personal.text(of)),
      /** Where the unit judges that she leaves: whether the person agrees. */
      personAgrees: optional(flag()),
      /** True where the end was not told: she was typed in after a later one, and had left by the day on which that one began. */
      endsByThen: optional(flag()),
    },
    { occurs: 'releasedOn' },
  ),
  {
    check(state, release, { today, end }) {
      const appointment = releasable(state, release);
      refuseTaken(state, { ...appointment, releasedOn: release.releasedOn });
      refuseIf(release.releasedOn > aYearAfter(today), 'date-ahead.released');
      refuseIf(
        stranded(end, today).some(({ appointmentId }) => appointmentId === release.appointmentId),
        'date-ahead.handed-over',
      );
    },
    /** By itself nobody hands over ahead, and who is to take over does not just never begin: the one before would leave with nobody after. */
    decide(said, { state, asked: { today, subjectId, grants, isEarlier } }, fact) {
      const appointment = releasable(state, said);
      const { releasedOn: on, reasonCode, personAgrees } = said;
      const isReplaced = state.appointments.some((one) => takesItsPlace(one, appointment, on));
      const ending = { subjectId, reasonCode, personAgrees, on, isReplaced };
      const grant = grants[appointment.caseId ?? ''];
      if (!isEarlier) refuseAgainstWill(ending, reliance.appointment(appointment), grant);
      const left = stranded(withRelease(state, said), today).map(({ appointmentId }) => appointmentId);
      refuseIf(left.includes(said.appointmentId), 'date-ahead.handed-over');
      refuseIf(left.length > 0, 'takes-over');
      return [fact(said)];
    },
    admit: (said, _, standing) => refuseCorrectedAgainstWill(said, standing),
    asksCases: ({ reasonCode }) => isJudged(reasonCode),
    evolve: withRelease,
  },
);

const appointed = version(
  2,
  {
    ...about,
    appointmentId: newId('appointment'),
    coordinatorId: ref('party'),
    unit: optional(code(units)),
    kind: codeOf(coordinatorKinds),
    temporary: flag(),
    /** A case unless told. */
    restsOn: optional(codeOf(foundations)),
    /** The case whose decision it rests on (invariant 5); absent where it rests on something else. */
    caseId: optional(ref('case')),
    /** The unit's report that it rests on, where it was confirmed (S9). */
    reportId: optional(idOf('report')),
    /** The proposal that was agreed to (H2, F5). */
    proposalId: optional(ref('proposal')),
    /** The appointment whose work this one takes over: succeeded, stood in for, or of whoever left before (U7). Nobody says it. */
    takesOverFrom: optional(idOf('appointment')),
    validFrom: dayToCome(),
    wishFollowed: codeOf(wishesFollowed),
    reason: optional(personal.text(of)),
    /** On whose authority the unit appointed, by which delegation (S3); absent where the municipality keeps none for it. */
    delegationId: optional(ref('delegation')),
    delegatedBy: optional(codeOf(authorityRoles)),
    /** Who is to hear of it, by the profile of that day (F24). */
    toTell: optional(list(codeOf(allocationHearers))),
  },
  { occurs: 'validFrom', ...namedCase },
);

type Said = Omit<SaidIn<typeof appointed.fields>, 'delegationId' | 'delegatedBy' | 'toTell'>;
/** Ordinary and not temporary, unless told. `succeeds`: the appointment that is handed over on that day. */
type Appointing = Usually<Omit<Said, 'takesOverFrom'>, 'kind' | 'temporary'> & {
  readonly succeeds?: string | undefined;
};

/** A coordinator, on the strength of a case's decision, or of a unit's report that is confirmed. */
export const coordinatorAppointed = step('CoordinatorAppointed', appointed, {
  consent: consentFor.COORDINATOR,
  isByProfile: true,
  actsOn: { scope: 'APPOINT_COORDINATOR', toRole: 'KE' },
  neverKin: 'coordinatorId',
  restsOn: reliance.appointment,
  check(state, data, { today, end, grants }) {
    refuseCaseless(data);
    refuseUnreported(state, data);
    const grant = data.caseId === undefined ? undefined : grants[data.caseId];
    const { releasedOn } = end.appointments.find((one) => one.appointmentId === data.appointmentId) ?? {};
    // Of one that goes on, what was said since.
    const said = releasedOn === undefined ? '9999' : data.validFrom;
    refuseIf(isRefused('COORDINATOR', state.choices, said, grant), 'person-declined');
    refuseDisputed(state, data);
    if (data.proposalId !== undefined) refuseUnagreed(state, data.proposalId, data);
    refuseIf(data.wishFollowed === 'NO' && data.reason === undefined, 'wish-needs-reason');
    refuseIf(data.validFrom > aYearAfter(today), 'date-ahead.appointed');
    refuseTaken(state, { ...data, ...(releasedOn !== undefined && { releasedOn }) });
  },
  ofAge: ({ kind, validFrom }, birth) => refuseAdult(kind, birth, validFrom),
  /** Where the profile says so nobody is appointed without the leader's and the candidate's answers (H2, F5), nor without a delegation (S3). */
  admit(
    { restsOn, proposalId, toTell, validFrom: day, ...acted },
    { leaderConcurrence, candidateAnswer, authority },
    standing,
  ) {
    admitFoundation({ restsOn });
    refuseIf(standing !== undefined && toTell !== undefined, 'told-by-profile');
    refuseUnauthorised({ day, ...acted }, authority, standing);
    const isWithout = standing ? (proposalId as unknown) === null : proposalId === undefined;
    proposalRefusals.refuseIf(isWithout && leaderConcurrence === true, 'needs-proposal.leader');
    proposalRefusals.refuseIf(isWithout && candidateAnswer === true, 'needs-proposal.candidate');
  },
  /** A handover is one step: who leaves is released on the day on which the successor begins, and nobody is left without (U7). */
  decide({ succeeds, temporary = false, ...said }: Appointing, { state, asked }, fact) {
    const { today, birthDate, birthYear, allocationToldTo: toTell = [] } = asked;
    const { validFrom } = said;
    const proposal = said.proposalId === undefined ? undefined : proposalNamed(state, said.proposalId);
    const { kind = proposal?.kind ?? 'ORDINARY', unit = proposal?.unit } = said;
    refuseAdult(kind, birthDate ?? birthYear, today > validFrom ? today : validFrom);
    const handover = (appointmentId: string) =>
      coordinatorReleased.fact({ appointmentId, releasedOn: validFrom, reasonCode: 'HANDOVER' });
    const appointing = {
      ...said,
      kind,
      unit,
      temporary,
      ...actedOn(asked.authority),
      ...(toTell.length > 0 && { toTell }),
    };
    const periods = placedWith(state, appointing).map(period);
    const end = endedByThen('COORDINATOR', state, { periods, from: validFrom, today });
    const leftByThen =
      end &&
      coordinatorReleased.fact({
        appointmentId: said.appointmentId,
        releasedOn: end.day,
        reasonCode: end.isByNo ? 'SUBJECT_WISH' : 'HANDOVER',
        endsByThen: true,
      });
    return [
      ...(succeeds === undefined ? [] : [handover(succeeds)]),
      fact({ ...appointing, takesOverFrom: end ? undefined : precededBy(state, appointing, succeeds) }),
      ...(leftByThen ? [leftByThen] : []),
    ];
  },
  evolve: (
    state,
    { appointmentId, coordinatorId, kind, temporary, caseId, proposalId, takesOverFrom, validFrom },
  ) => ({
    ...state,
    proposals: amended(
      state.proposals,
      (one) => one.proposalId === proposalId || (one.kind === kind && !temporary),
      { isOver: true },
    ),
    appointments: [
      ...state.appointments,
      {
        appointmentId,
        coordinatorId,
        kind,
        temporary,
        validFrom,
        ...(caseId !== undefined && { caseId }),
        ...(proposalId !== undefined && { proposalId }),
        ...(takesOverFrom !== undefined && { takesOverFrom }),
      },
    ],
  }),
});

export const coordinatorSteps = [coordinatorAppointed, coordinatorReleased] as const;
