import { type Pair, same } from '#event-sourcing/codes';
import { boardEvents, meetingEvents } from '#meeting';
import { time } from './time.js';
import { wordingsOf } from './wording.js';

/** What a trail tells beside what was recorded: the number of the case, where whoever reads it may see the case. */
interface OfCase {
  readonly caseId: unknown;
  readonly caseNumber?: string;
}
const theCase = {
  words: {
    aCase: ({ caseNumber }: OfCase): Pair =>
      caseNumber === undefined ? ['En sak', 'Ei sak'] : same(`Sak ${caseNumber}`),
  },
} as const;

/** What happens at a meeting of the unit or of the board. */
export const meetingWordings = wordingsOf(
  meetingEvents,
  {
    MeetingPlanned: {
      title: ['Møte planlagt', 'Møte planlagt'],
      nb: 'Det ble {plannedOn} planlagt {kind} den {meetsOn}<at>[, {place}].[ Innkalt: {invitedUnits}.][ Innkalt er også {invitedParties}.][ Faste saker: {standingItems}.]',
      nn: 'Det vart {plannedOn} planlagt {kind} den {meetsOn}<at>[, {place}].[ Innkalla: {invitedUnits}.][ Innkalla er òg {invitedParties}.][ Faste saker: {standingItems}.]',
      ...time,
    },
    MeetingMoved: {
      title: ['Møte flyttet', 'Møte flytta'],
      nb: 'Møtet ble {movedOn} flyttet til {meetsOn}<at>[, {place}].[ Begrunnelse: {reason}.]',
      nn: 'Møtet vart {movedOn} flytta til {meetsOn}<at>[, {place}].[ Grunngiving: {reason}.]',
      ...time,
    },
    MeetingCancelled: {
      title: ['Møte avlyst', 'Møte avlyst'],
      nb: 'Møtet ble avlyst {cancelledOn}.[ Begrunnelse: {reason}.]',
      nn: 'Møtet vart avlyst {cancelledOn}.[ Grunngiving: {reason}.]',
    },
    CasePutOnAgenda: {
      title: ['Sak satt på sakslisten', 'Sak sett på sakslista'],
      nb: '<aCase> ble satt på sakslisten {putOn}.',
      nn: '<aCase> vart sett på sakslista {putOn}.',
      ...theCase,
    },
    CaseTakenOffAgenda: {
      title: ['Sak tatt av sakslisten', 'Sak teken av sakslista'],
      nb: '<aCase> ble tatt av sakslisten {takenOffOn}.[ Begrunnelse: {reason}.]',
      nn: '<aCase> vart teken av sakslista {takenOffOn}.[ Grunngiving: {reason}.]',
      ...theCase,
    },
    AgendaOrdered: {
      title: ['Rekkefølge på sakslisten', 'Rekkjefølgje på sakslista'],
      nb: 'Rekkefølgen på sakslisten ble bestemt {orderedOn}.',
      nn: 'Rekkjefølgja på sakslista vart bestemt {orderedOn}.',
    },
    AgendaFixed: {
      title: ['Saksliste låst', 'Saksliste låst'],
      nb: 'Sakslisten ble låst {fixedOn}.',
      nn: 'Sakslista vart låst {fixedOn}.',
    },
    MeetingHeld: {
      title: ['Møte holdt', 'Møte halde'],
      nb: 'Møtet ble holdt {heldOn}[ og ledet av {ledBy}].[ Til stede: {attendance;}.][ Vedtaksfør med {quorum} til stede.][ Oversikten viste {overview}.]',
      nn: 'Møtet vart halde {heldOn}[ og leidd av {ledBy}].[ Til stades: {attendance;}.][ Vedtaksfør med {quorum} til stades.][ Oversikta viste {overview}.]',
      each: {
        overview: {
          nb: '{activePlans} planer per {asOf}, {plansStarted} startet[ etter møtet {since}], {plansToStart} som skal startes, {coordinatorsToAppoint} uten koordinator, {coordinatorGaps} der koordinatoren har sluttet, og {casesToConsider} saker klare til behandling',
          nn: '{activePlans} planar per {asOf}, {plansStarted} starta[ etter møtet {since}], {plansToStart} som skal startast, {coordinatorsToAppoint} utan koordinator, {coordinatorGaps} der koordinatoren har slutta, og {casesToConsider} saker klare til behandling',
        },
        attendance: {
          nb: '{partyId}[ ({unit}, for {substituteFor})| ({unit})| (for {substituteFor})]',
          nn: '{partyId}[ ({unit}, for {substituteFor})| ({unit})| (for {substituteFor})]',
        },
      },
    },
    CaseTreated: {
      title: ['Sak tatt opp i møtet', 'Sak teken opp i møtet'],
      nb: '<aCase> ble tatt opp i møtet {treatedOn}: {treatment}.[ Inhabile: {disqualified}.][ Begrunnelse: {reason}.]',
      nn: '<aCase> vart teken opp i møtet {treatedOn}: {treatment}.[ Inhabile: {disqualified}.][ Grunngiving: {reason}.]',
      ...theCase,
    },
    MinutesRecorded: {
      title: ['Referat ført', 'Referat ført'],
      nb: 'Referatet fra møtet ble ført {minutesOn}{documentDigest: og ligger i et dokument|}.[ Referat: {text}.]',
      nn: 'Referatet frå møtet vart ført {minutesOn}{documentDigest: og ligg i eit dokument|}.[ Referat: {text}.]',
    },
    ProtocolApproved: {
      title: ['Protokoll godkjent', 'Protokoll godkjend'],
      nb: 'Protokollen fra møtet ble godkjent {approvedOn}[ av {approvedBy}].[ I stedet for møtelederen: {insteadOfLeader}.]',
      nn: 'Protokollen frå møtet vart godkjend {approvedOn}[ av {approvedBy}].[ I staden for møteleiaren: {insteadOfLeader}.]',
    },
    MeetingDisposalRequested: {
      title: ['Sletting bedt om', 'Sletting bede om'],
      nb: '{requestedBy} ba {requestedOn} om at tekstene fra møtet slettes ({retentionClass}). Hjemmel: {legalBasis}.',
      nn: '{requestedBy} bad {requestedOn} om at tekstane frå møtet blir sletta ({retentionClass}). Heimel: {legalBasis}.',
    },
    MeetingTextsDisposed: {
      title: ['Tekster slettet', 'Tekstar sletta'],
      nb: 'Tekstene fra møtet ble slettet {disposedOn} ({retentionClass}), bekreftet av {confirmedBy}. Hjemmel: {legalBasis}.',
      nn: 'Tekstane frå møtet vart sletta {disposedOn} ({retentionClass}), stadfesta av {confirmedBy}. Heimel: {legalBasis}.',
    },
  },
  // What the fields are called where a correction names them.
  {
    kind: ['hvem sitt møte', 'kven sitt møte'],
    meetsOn: same('møtedato'),
    startsAt: ['klokkeslett i minutter etter midnatt', 'klokkeslett i minutt etter midnatt'],
    place: ['sted', 'stad'],
    invitedUnits: ['innkalte enheter', 'innkalla einingar'],
    invitedParties: ['innkalte', 'innkalla'],
    standingItems: same('faste saker'),
    plannedOn: same('dato for planlegginga'),
    movedOn: same('dato for flyttinga'),
    cancelledOn: same('dato for avlysinga'),
    reason: ['begrunnelse', 'grunngiving'],
    putOn: ['dato på sakslisten', 'dato på sakslista'],
    takenOffOn: ['dato da saken ble tatt av', 'dato da saka vart teken av'],
    fixedOn: ['dato da sakslisten ble låst', 'dato da sakslista vart låst'],
    heldOn: ['dato da møtet ble holdt', 'dato da møtet vart halde'],
    attendance: ['hvem som var til stede', 'kven som var til stades'],
    ledBy: ['hvem som ledet møtet', 'kven som leidde møtet'],
    quorum: ['hvor mange som må være til stede', 'kor mange som må vere til stades'],
    overview: ['oversikten', 'oversikta'],
    caseIds: ['rekkefølgen', 'rekkjefølgja'],
    orderedOn: ['dato da rekkefølgen ble bestemt', 'dato da rekkjefølgja vart bestemt'],
    treatment: ['hva det ble til', 'kva det vart til'],
    disqualified: same('inhabile'),
    treatedOn: ['dato da saken ble tatt opp', 'dato da saka vart teken opp'],
    minutesOn: same('dato for referatet'),
    text: same('referat'),
    documentDigest: same('dokument'),
    approvedOn: ['dato for godkjenningen', 'dato for godkjenninga'],
    approvedBy: ['hvem som godkjente', 'kven som godkjende'],
    insteadOfLeader: ['hvorfor ikke møtelederen', 'kvifor ikkje møteleiaren'],
    legalBasis: ['hjemmel', 'heimel'],
    retentionClass: same('oppbevaringsklasse'),
    requestedOn: same('dato for ønsket'),
    disposedOn: same('dato for sletting'),
  },
);

/** Who sits on the board. */
export const boardWordings = wordingsOf(
  boardEvents,
  {
    BoardMemberAppointed: {
      title: ['Plass i nemnda', 'Plass i nemnda'],
      nb: '{partyId} sitter i nemnda som {role} fra {validFrom}[ til og med {validUntil}].',
      nn: '{partyId} sit i nemnda som {role} frå {validFrom}[ til og med {validUntil}].',
    },
    BoardMemberEnded: {
      title: ['Gikk ut av nemnda', 'Gjekk ut av nemnda'],
      nb: '{memberId} sitter i nemnda til og med {endedOn}.',
      nn: '{memberId} sit i nemnda til og med {endedOn}.',
    },
    BoardQuorumSet: {
      title: ['Hvor mange nemnda må være', 'Kor mange nemnda må vere'],
      nb: 'Fra {validFrom} kan nemnda gjøre vedtak når minst {quorum} er til stede.',
      nn: 'Frå {validFrom} kan nemnda gjere vedtak når minst {quorum} er til stades.',
    },
  },
  {
    partyId: ['hvem det er', 'kven det er'],
    role: same('rolle'),
    validFrom: ['gjelder fra', 'gjeld frå'],
    validUntil: ['gjelder til og med', 'gjeld til og med'],
    memberId: ['hvem det er', 'kven det er'],
    endedOn: ['siste dag', 'siste dag'],
    quorum: ['hvor mange som må være til stede', 'kor mange som må vere til stades'],
  },
);
