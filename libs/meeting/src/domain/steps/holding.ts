import {
  code,
  codeOf,
  type GivenFields,
  idOf,
  integer,
  list,
  localDate,
  optional,
  personal,
  record,
  ref,
  v1,
} from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals, wordsOf } from '#event-sourcing/refusals';
import { units } from '#vocabulary';
import { needsReason, treatments, treatmentsOf } from '../codes.js';
import { ahead, held, unapproved } from '../course.js';
import { about, ofPerson, type SaidIn, step } from '../step.js';
import { onAgenda } from './agenda.js';

export const holdingRefusals = refusals('meeting', {
  'held-on-another-day': [
    'The meeting is planned for {day}. Move it first if it was held on another day.',
    'Møtet er planlagt {day}. Flytt det først hvis det ble holdt en annen dag.',
    'Møtet er planlagt {day}. Flytt det først om det vart halde ein annan dag.',
  ],
  'present-twice': [
    'The attendance names each once.',
    'Hver som var til stede, nevnes én gang.',
    'Kvar som var til stades, blir nemnd éin gong.',
  ],
  'agenda-not-fixed': [
    'The board meets on a case list that was fixed before. Fix the agenda first.',
    'Nemnda møtes med en saksliste som er låst på forhånd. Lås sakslisten først.',
    'Nemnda møtest med ei saksliste som er låst på førehand. Lås sakslista først.',
  ],
  'not-of-the-board': [
    'Somebody in the attendance was neither a member of the board nor a substitute on that day.',
    'Noen av dem som var til stede, var verken medlem av nemnda eller varamedlem den dagen.',
    'Nokon av dei som var til stades, var verken medlem av nemnda eller varamedlem den dagen.',
  ],
  'quorum-not-set': [
    'It is not recorded how many it takes for the board to decide. Record that first.',
    'Det er ikke registrert hvor mange som må være til stede for at nemnda kan gjøre vedtak. Registrer det først.',
    'Det er ikkje registrert kor mange som må vere til stades for at nemnda kan gjere vedtak. Registrer det først.',
  ],
  'no-quorum': [
    'The board decides when at least {quorum} are present.',
    'Nemnda er vedtaksfør når minst {quorum} er til stede.',
    'Nemnda er vedtaksfør når minst {quorum} er til stades.',
  ],
  'no-quorum.disqualified': [
    'Without those who are disqualified in this case fewer than {quorum} are left to decide it.',
    'Uten dem som er inhabile i denne saken, er færre enn {quorum} igjen til å avgjøre den.',
    'Utan dei som er inhabile i denne saka, er færre enn {quorum} att til å avgjere ho.',
  ],
  'was-not-present': [
    'Only somebody who was present can be disqualified in a case.',
    'Bare noen som var til stede, kan være inhabil i en sak.',
    'Berre nokon som var til stades, kan vere inhabil i ei sak.',
  ],
  'disqualified-in-case': [
    'Somebody who is left out here is disqualified in the case. If that was wrong, mark it as recorded in error there first.',
    'Noen som utelates her, er inhabil i saken. Hvis det var feil, merk det først som feilregistrert der.',
    'Nokon som blir utelaten her, er inhabil i saka. Om det var feil, merk det først som feilregistrert der.',
  ],
  'was-not-present.leader': [
    'Only somebody who was present can have led the meeting.',
    'Bare noen som var til stede, kan ha ledet møtet.',
    'Berre nokon som var til stades, kan ha leidd møtet.',
  ],
  'leader-missing': [
    'Whoever leads the meetings of the unit was not present. Say in ledBy who led this one.',
    'Den som leder møtene i enheten, var ikke til stede. Oppgi hvem som ledet møtet.',
    'Den som leier møta i eininga, var ikkje til stades. Oppgi kven som leidde møtet.',
  ],
  'already-treated': [
    'This case was treated at the meeting. Correct that entry if it is wrong.',
    'Denne saken er behandlet på møtet. Rett den oppføringen hvis den er feil.',
    'Denne saka er behandla på møtet. Rett den oppføringa om ho er feil.',
  ],
  'not-for-this-meeting': [
    'At such a meeting a case comes to one of these: {known}.',
    'På et slikt møte blir en sak {known}.',
    'På eit slikt møte blir ei sak {known}.',
  ],
  'reason-missing': [
    'What is returned, rejected or put off needs a reason.',
    'Det som sendes tilbake, avslås eller utsettes, trenger en begrunnelse.',
    'Det som blir sendt tilbake, avslått eller utsett, treng ei grunngiving.',
  ],
});
const { refuseIf } = holdingRefusals;

const count = () => integer(0);
/** How the unit's plans and coordinators stood when the meeting was written down as held (U9); of several that wait, those of one kind up to a thousand. */
const overview = record({
  asOf: localDate(),
  /** The day of the unit's meeting before; absent where there was none. */
  since: optional(localDate()),
  activePlans: count(),
  /** Since the meeting before. */
  plansStarted: count(),
  plansToStart: count(),
  coordinatorsToAppoint: count(),
  coordinatorGaps: count(),
  casesToConsider: count(),
});
export type PlanOverview = NonNullable<SaidIn<{ readonly overview: typeof overview }>['overview']>;

const attended = v1(
  {
    ...about,
    heldOn: localDate(),
    attendance: list(
      record({
        partyId: ref('party'),
        unit: optional(code(units)),
        /** Whose place it was. */
        substituteFor: optional(ref('party')),
      }),
    ),
    /** Who led it; whoever holds the role that leads the unit's meetings, unless told (F27). */
    ledBy: optional(ref('party')),
    /** How many it took that day for the board to decide. */
    quorum: optional(integer(1, 50)),
    overview: optional(overview),
  },
  { occurs: 'heldOn' },
);

/** The meeting took place on its day, and who was there. */
const meetingHeld = step('MeetingHeld', attended, {
  in: ahead,
  check({ kind, meetsOn, fixedOn }, { heldOn, attendance, ledBy, quorum = 0 }) {
    refuseIf(heldOn !== meetsOn, 'held-on-another-day', { day: meetsOn });
    const present = attendance.map(({ partyId }) => partyId);
    refuseIf(hasDoubles(present), 'present-twice');
    refuseIf(ledBy !== undefined && !present.includes(ledBy), 'was-not-present.leader');
    refuseIf(kind === 'BOARD' && fixedOn === undefined, 'agenda-not-fixed');
    refuseIf(attendance.length < quorum, 'no-quorum', { quorum: String(quorum) });
  },
  decide(said: Omit<SaidIn<(typeof attended)['fields']>, 'quorum'>, { state, asked }, fact) {
    const { board, leader } = asked;
    if (ahead(state).kind === 'UNIT') {
      const isThere = said.attendance.some(({ partyId }) => partyId === leader?.partyId);
      const ledBy = said.ledBy ?? (isThere ? leader?.partyId : undefined);
      refuseIf(leader !== undefined && ledBy === undefined, 'leader-missing');
      return [fact({ ...said, ...(ledBy !== undefined && { ledBy }) })];
    }
    const { members = [], quorum } = board ?? {};
    refuseIf(
      said.attendance.some(({ partyId }) => !members.includes(partyId)),
      'not-of-the-board',
    );
    refuseIf(quorum === undefined, 'quorum-not-set');
    const { overview: _, ...ofBoard } = said;
    return [fact({ ...ofBoard, quorum })];
  },
  evolve: (meeting, { attendance, ledBy, quorum }) =>
    meeting.status === 'absent'
      ? meeting
      : { ...meeting, status: 'held', present: attendance.map(({ partyId }) => partyId), ledBy, quorum },
});

const treated = v1(
  {
    ...about,
    caseId: idOf('case'),
    subjectId: idOf('subject'),
    treatment: codeOf(treatments),
    /** Those present who took no part in it (fvl § 6). */
    disqualified: list(ref('party')),
    reason: optional(personal.text(ofPerson)),
    treatedOn: localDate(),
  },
  { occurs: 'treatedOn' },
);
type Treated = GivenFields<(typeof treated)['fields']>;

/** Each case in turn, on the day of the meeting: treated, or put off to another. */
const caseTreated = step('CaseTreated', treated, {
  in: unapproved,
  check(meeting, { caseId, treatment, disqualified, reason }) {
    const { kind, present, quorum = 0 } = meeting;
    refuseIf(onAgenda(meeting, caseId).treatment !== undefined, 'already-treated');
    const allowed = treatmentsOf(kind);
    const isAllowed = allowed.codes.some((one) => one === treatment);
    refuseIf(!isAllowed, 'not-for-this-meeting', { known: wordsOf(treatments, ...allowed.codes) });
    refuseIf(needsReason(treatment) && reason === undefined, 'reason-missing');
    refuseIf(
      disqualified.some((partyId) => !present.includes(partyId)),
      'was-not-present',
    );
    const without = present.length - disqualified.length;
    refuseIf(treatment !== 'PUT_OFF' && without < quorum, 'no-quorum.disqualified', {
      quorum: String(quorum),
    });
  },
  /** Whoever is disqualified in the case by that day takes no part here either: told or not. */
  admit(said, { case: of }, standing) {
    const isLeftOut = (partyId: string) =>
      standing?.disqualified.includes(partyId) === true && said.disqualified?.includes(partyId) === false;
    refuseIf(of?.disqualified.some(({ partyId }) => isLeftOut(partyId)) === true, 'disqualified-in-case');
  },
  decide(said: Omit<Treated, 'meetingId' | 'subjectId'>, { state, asked }, fact) {
    const meeting = held(state);
    const { present, meetsOn } = meeting;
    const { subjectId } = onAgenda(meeting, said.caseId);
    const inCase = (asked.case?.disqualified ?? [])
      .filter(({ partyId, disqualifiedOn }) => present.includes(partyId) && disqualifiedOn <= meetsOn)
      .map(({ partyId }) => partyId);
    const disqualified = [...new Set([...said.disqualified, ...inCase])];
    return [fact({ ...said, disqualified, subjectId, treatedOn: meetsOn })];
  },
  evolve(meeting, { caseId, treatment }) {
    const one = meeting.status === 'absent' ? undefined : meeting.cases[caseId];
    if (meeting.status === 'absent' || !one) return meeting;
    return { ...meeting, cases: { ...meeting.cases, [caseId]: { ...one, treatment } } };
  },
});

export const holdingSteps = [meetingHeld, caseTreated] as const;
