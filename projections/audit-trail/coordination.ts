import { coordinationEvents, releaseReasons, wishesFollowed } from '#coordination';
import { type Pair, same, wordFor } from '#event-sourcing/codes';
import { wordingsOf } from './wording.js';

/** Of a release: who took over, which the trail hands over with it. */
export interface HandedOver {
  readonly successorId?: string;
}

/** The words as a sentence begins. */
const begun = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What happens in a person's coordination. */
export const coordinationWordings = wordingsOf(
  coordinationEvents,
  {
    ConsentGiven: {
      title: same('Samtykke gitt'),
      nb: 'Samtykke til {scopes} ble gitt {givenOn} av {givenBy}[ ({givenById})][ og gjelder til og med {validUntil}]{caseId:, på skjemaet med søknaden|}.[ Deles med {recipientIds}.][ Gjelder disse delene av planen: {sections}.][ Grunn til at personen ikke samtykker selv: {onBehalfReason}.]',
      nn: 'Samtykke til {scopes} vart gitt {givenOn} av {givenBy}[ ({givenById})][ og gjeld til og med {validUntil}]{caseId:, på skjemaet med søknaden|}.[ Blir delt med {recipientIds}.][ Gjeld desse delane av planen: {sections}.][ Grunn til at personen ikkje samtykkjer sjølv: {onBehalfReason}.]',
    },
    ConsentWithdrawn: {
      title: ['Samtykke trukket tilbake', 'Samtykke trekt tilbake'],
      nb: 'Samtykket[ til {scopes}] ble trukket tilbake {withdrawnOn}[ av {withdrawnBy}][ ({withdrawnById})].[ Begrunnelse: {reason}.]',
      nn: 'Samtykket[ til {scopes}] vart trekt tilbake {withdrawnOn}[ av {withdrawnBy}][ ({withdrawnById})].[ Grunngiving: {reason}.]',
    },
    ConsentNarrowed: {
      title: ['Samtykke innsnevret', 'Samtykke snevra inn'],
      nb: 'Samtykket ble innsnevret {narrowedOn}[ av {narrowedBy}][ ({narrowedById})].[ Det gjelder nå til og med {validUntil}.][ Deles bare med {recipientIds}.][ Gjelder bare disse delene av planen: {sections}.][ Begrunnelse: {reason}.]',
      nn: 'Samtykket vart snevra inn {narrowedOn}[ av {narrowedBy}][ ({narrowedById})].[ Det gjeld no til og med {validUntil}.][ Blir berre delt med {recipientIds}.][ Gjeld berre desse delane av planen: {sections}.][ Grunngiving: {reason}.]',
    },
    CoordinatorWishRecorded: {
      title: ['Ønske om koordinator', 'Ønske om koordinator'],
      nb: 'Ønsket kom {wishedOn} fra {wishedBy}: {wish}.',
      nn: 'Ønsket kom {wishedOn} frå {wishedBy}: {wish}.',
    },
    PlanDeclined: {
      title: ['Nei til individuell plan', 'Nei til individuell plan'],
      nb: 'Personen sa {declinedOn} nei til individuell plan (svart av {saidBy}[, {saidById}]; {channel}).[ Begrunnelse: {reason}.]',
      nn: 'Personen sa {declinedOn} nei til individuell plan (svart av {saidBy}[, {saidById}]; {channel}).[ Grunngiving: {reason}.]',
    },
    PlanAccepted: {
      title: ['Ja til individuell plan likevel', 'Ja til individuell plan likevel'],
      nb: 'Personen sa {acceptedOn} ja til individuell plan likevel (svart av {saidBy}[, {saidById}]; {channel}).[ Begrunnelse: {reason}.]',
      nn: 'Personen sa {acceptedOn} ja til individuell plan likevel (svart av {saidBy}[, {saidById}]; {channel}).[ Grunngiving: {reason}.]',
    },
    CoordinatorDeclined: {
      title: ['Nei til koordinator', 'Nei til koordinator'],
      nb: 'Personen sa {declinedOn} nei til <coordinator> (svart av {saidBy}[, {saidById}]; {channel}).[ Begrunnelse: {reason}.]',
      nn: 'Personen sa {declinedOn} nei til <coordinator> (svart av {saidBy}[, {saidById}]; {channel}).[ Grunngiving: {reason}.]',
    },
    CoordinatorAccepted: {
      title: ['Ja til koordinator likevel', 'Ja til koordinator likevel'],
      nb: 'Personen sa {acceptedOn} ja til <coordinator> likevel (svart av {saidBy}[, {saidById}]; {channel}).[ Begrunnelse: {reason}.]',
      nn: 'Personen sa {acceptedOn} ja til <coordinator> likevel (svart av {saidBy}[, {saidById}]; {channel}).[ Grunngiving: {reason}.]',
    },
    CoordinatorProposed: {
      title: ['Koordinator foreslått', 'Koordinator føreslått'],
      nb: '{candidateId} ({unit}) ble foreslått som {kind} {proposedOn} ({grounds}).[ Vurdering: {assessment}.][ Svar ventes fra {awaits}.]',
      nn: '{candidateId} ({unit}) vart føreslått som {kind} {proposedOn} ({grounds}).[ Vurdering: {assessment}.][ Svar er venta frå {awaits}.]',
    },
    LeaderConcurred: {
      title: ['Leder enig', 'Leiar einig'],
      nb: 'Leder {leaderId} sa seg {concurredOn} enig i at {proposalId} blir koordinator.[ Merknad: {comment}.]',
      nn: 'Leiar {leaderId} sa seg {concurredOn} einig i at {proposalId} blir koordinator.[ Merknad: {comment}.]',
    },
    LeaderObjected: {
      title: ['Leder uenig', 'Leiar ueinig'],
      nb: 'Leder {leaderId} sa seg {objectedOn} uenig i at {proposalId} blir koordinator ({reasonCode}). Begrunnelse: {reason}.',
      nn: 'Leiar {leaderId} sa seg {objectedOn} ueinig i at {proposalId} blir koordinator ({reasonCode}). Grunngiving: {reason}.',
    },
    CandidateAccepted: {
      title: ['Den foreslåtte svarte ja', 'Den føreslåtte svarte ja'],
      nb: '{proposalId} svarte {acceptedOn} ja til å være koordinator.',
      nn: '{proposalId} svarte {acceptedOn} ja til å vere koordinator.',
    },
    CandidateDeclined: {
      title: ['Den foreslåtte svarte nei', 'Den føreslåtte svarte nei'],
      nb: '{proposalId} svarte {declinedOn} nei til å være koordinator ({reasonCode}).[ Begrunnelse: {reason}.]',
      nn: '{proposalId} svarte {declinedOn} nei til å vere koordinator ({reasonCode}).[ Grunngiving: {reason}.]',
    },
    ProposalWithdrawn: {
      title: ['Forslag trukket', 'Forslag trekt'],
      nb: 'Forslaget om {proposalId} som koordinator ble trukket {withdrawnOn}.[ Begrunnelse: {reason}.]',
      nn: 'Forslaget om {proposalId} som koordinator vart trekt {withdrawnOn}.[ Grunngiving: {reason}.]',
    },
    PlacementDisputeRaised: {
      title: ['Uenighet om plassering', 'Usemje om plassering'],
      nb: 'Uenighet om hvilken enhet som skal ha {kind}, ble tatt opp {raisedOn}[ av {raisedById}] og lagt fram for {settledBy}.[ Det gjelder forslaget om {proposalId}.] Den ene siden: {view}. Den andre siden: {otherView}.',
      nn: 'Usemje om kva eining som skal ha {kind}, vart teken opp {raisedOn}[ av {raisedById}] og lagd fram for {settledBy}.[ Det gjeld forslaget om {proposalId}.] Den eine sida: {view}. Den andre sida: {otherView}.',
    },
    PlacementDisputeSettled: {
      title: ['Uenighet om plassering avgjort', 'Usemje om plassering avgjord'],
      nb: 'Uenigheten om plassering ble avsluttet {settledOn} ({outcome})[: {unit} skal koordinere][, avgjort av {settledById}]. Begrunnelse: {reason}.',
      nn: 'Usemja om plassering vart avslutta {settledOn} ({outcome})[: {unit} skal koordinere][, avgjort av {settledById}]. Grunngiving: {reason}.',
    },
    CoordinatorAppointed: {
      title: ['Koordinator oppnevnt', 'Koordinator oppnemnd'],
      nb: '{coordinatorId}[ ({unit})] ble oppnevnt som {temporary:midlertidig |}{kind} fra {validFrom}[, etter delegasjon fra {delegatedBy}]<wish>.[ Begrunnelse: {reason}.]',
      nn: '{coordinatorId}[ ({unit})] vart oppnemnd som {temporary:mellombels |}{kind} frå {validFrom}[, etter delegering frå {delegatedBy}]<wish>.[ Grunngiving: {reason}.]',
      words: {
        wish({ wishFollowed }) {
          const [nb, nn] = wordFor(wishesFollowed, wishFollowed);
          // A sentence of its own: nothing follows from a wish that nobody has told.
          return wishFollowed === 'NO_WISH' ? [`. ${begun(nb)}`, `. ${begun(nn)}`] : [`, ${nb}`, `, ${nn}`];
        },
      },
    },
    AllocationNotified: {
      title: ['Underrettet om tildelingen', 'Underretta om tildelinga'],
      nb: '[Melding om at {appointmentId} er koordinator, gikk {notifiedOn} ({channel}) til {recipients}.][ Ikke underrettet: {leftOut}.][ Begrunnelse: {reason}.]',
      nn: '[Melding om at {appointmentId} er koordinator, gjekk {notifiedOn} ({channel}) til {recipients}.][ Ikkje underretta: {leftOut}.][ Grunngiving: {reason}.]',
    },
    CoordinatorReleased: {
      title: ['Koordinator fratrådt', 'Koordinator fråtredd'],
      nb: '{appointmentId} <leaves> som koordinator {endsByThen:senest |}{releasedOn}<why>.{personAgrees: Personen er enig.|}[ Begrunnelse: {reason}.]',
      nn: '{appointmentId} <leaves> som koordinator {endsByThen:seinast |}{releasedOn}<why>.{personAgrees: Personen er samd.|}[ Grunngiving: {reason}.]',
      words: {
        leaves: ({ releasedOn }, { recordedOn }) =>
          recordedOn < releasedOn ? ['fratrer', 'fråtrer'] : ['fratrådte', 'fråtredde'],
        why(release, { recordedOn, nameOf }) {
          const { reasonCode, releasedOn } = release;
          if (reasonCode !== 'HANDOVER') {
            const [nb, nn] = wordFor(releaseReasons, reasonCode);
            return [` (${nb})`, ` (${nn})`];
          }
          const { successorId } = release as HandedOver;
          const goes: Pair = recordedOn < releasedOn ? same('går') : ['gikk', 'gjekk'];
          const to: Pair = successorId === undefined ? ['en annen', 'ein annan'] : same(nameOf(successorId));
          return [`; ansvaret ${goes[0]} over til ${to[0]}`, `; ansvaret ${goes[1]} over til ${to[1]}`];
        },
      },
    },
    HandoverWritten: {
      title: ['Overlevering skrevet', 'Overlevering skriven'],
      nb: 'Overleveringen etter {appointmentId} ble skrevet {writtenOn}[ av {writtenById}]. Åpne saker: {openMatters}.[ Neste møter: {nextMeetings}.][ Personens ønsker: {wishes}.]',
      nn: 'Overleveringa etter {appointmentId} vart skriven {writtenOn}[ av {writtenById}]. Opne saker: {openMatters}.[ Neste møte: {nextMeetings}.][ Ønska til personen: {wishes}.]',
    },
    HandoverAcknowledged: {
      title: ['Overlevering bekreftet', 'Overlevering stadfesta'],
      nb: '{appointmentId} bekreftet {acknowledgedOn} å ha lest overleveringen.[ Merknad: {comment}.]',
      nn: '{appointmentId} stadfesta {acknowledgedOn} å ha lese overleveringa.[ Merknad: {comment}.]',
    },
    CoordinatorGapDetected: {
      title: ['Uten koordinator', 'Utan koordinator'],
      nb: 'Personen sto uten {kind} fra {since}.',
      nn: 'Personen stod utan {kind} frå {since}.',
    },
    BasisLost: {
      title: ['Grunnlaget falt bort', 'Grunnlaget fall bort'],
      nb: 'Det ble {detectedOn} klart at avgjørelsen ikke lenger gir grunnlag for det som bygger på den (<entries>).',
      nn: 'Det vart {detectedOn} klart at avgjerda ikkje lenger gir grunnlag for det som bygger på ho (<entries>).',
      words: {
        entries: ({ restsOn: { length } }) =>
          length === 1
            ? ['én oppføring', 'éi oppføring']
            : [`${length} oppføringer`, `${length} oppføringar`],
      },
    },
    BasisRegained: {
      title: ['Grunnlaget på plass igjen', 'Grunnlaget på plass att'],
      nb: 'Det ble {detectedOn} klart at det som bygger på avgjørelsen, har grunnlag igjen.',
      nn: 'Det vart {detectedOn} klart at det som bygger på avgjerda, har grunnlag att.',
    },
    ConsentRenewalDue: {
      title: ['Samtykke må innhentes på nytt', 'Samtykke må hentast inn på nytt'],
      nb: 'Fra {dueOn} kan personen samtykke selv. Det som verge eller foresatt har samtykket til, skal personen spørres om på nytt.',
      nn: 'Frå {dueOn} kan personen samtykkje sjølv. Det som verje eller føresett har samtykt til, skal personen spørjast om på nytt.',
    },
    CoordinationEnded: {
      title: ['Koordineringen avsluttet', 'Koordineringa avslutta'],
      nb: 'Alt som ble koordinert for personen, ble avsluttet {endedOn} ({reasonCode}). Samtykkene gjelder ikke lenger.',
      nn: 'Alt som vart koordinert for personen, vart avslutta {endedOn} ({reasonCode}). Samtykka gjeld ikkje lenger.',
    },
    PlanStarted: {
      title: ['Plan startet', 'Plan starta'],
      nb: 'Arbeidet med individuell plan startet {startedOn}, {withSubject:sammen med personen|uten at personen var med}.',
      nn: 'Arbeidet med individuell plan starta {startedOn}, {withSubject:saman med personen|utan at personen var med}.',
    },
    PlanClosed: {
      title: ['Plan avsluttet', 'Plan avslutta'],
      nb: 'Individuell plan ble avsluttet {endsByThen:senest |}{closedOn} ({reasonCode}).{personAgrees: Personen er enig.|}[ Koordinator: {coordinatorGoesOn:fortsetter|skal avsluttes}.][ Gruppa: {groupGoesOn:fortsetter|skal avsluttes}.][ Begrunnelse: {reason}.]',
      nn: 'Individuell plan vart avslutta {endsByThen:seinast |}{closedOn} ({reasonCode}).{personAgrees: Personen er samd.|}[ Koordinator: {coordinatorGoesOn:held fram|skal avsluttast}.][ Gruppa: {groupGoesOn:held fram|skal avsluttast}.][ Grunngiving: {reason}.]',
    },
    CoordinationReviewed: {
      title: ['Gjennomgang', 'Gjennomgang'],
      nb: 'Det ble {reviewedOn} gått gjennom om det som løper, fortsatt er riktig ({parts}): {outcome}. Personen var {withSubject:med|ikke med}.[ Svart av {reviewedById}.][ Merknad: {remark}.]',
      nn: 'Det vart {reviewedOn} gått gjennom om det som går, framleis er rett ({parts}): {outcome}. Personen var {withSubject:med|ikkje med}.[ Svart av {reviewedById}.][ Merknad: {remark}.]',
    },
    MemberJoinedGroup: {
      title: same('Medlem kom med i gruppa'),
      nb: '{partyId} ble med i <theGroup> {joinedOn} ([{unit}, ]{memberRole}).',
      nn: '{partyId} vart med i <theGroup> {joinedOn} ([{unit}, ]{memberRole}).',
    },
    MemberLeftGroup: {
      title: ['Medlem gikk ut av gruppa', 'Medlem gjekk ut av gruppa'],
      nb: '{memberId} gikk ut av <theGroup> {endsByThen:senest |}{leftOn} ({reasonCode}).[ Begrunnelse: {reason}.]',
      nn: '{memberId} gjekk ut av <theGroup> {endsByThen:seinast |}{leftOn} ({reasonCode}).[ Grunngiving: {reason}.]',
    },
    PlanReportedByUnit: {
      title: ['Plan meldt fra enhet', 'Plan meld frå eining'],
      nb: 'Enheten {unit} meldte {reportedOn} at personen har individuell plan[ fra {begunOn}][, med {coordinatorId} som koordinator].[ Leder: {leaderId}.][ Samtykke etter meldingen: {consentGivenOn}.][ Skriftlig svar til personen: {answeredOn}.][ Avvik: {discrepancies}.][ Merknad: {remark}.]',
      nn: 'Eininga {unit} melde {reportedOn} at personen har individuell plan[ frå {begunOn}][, med {coordinatorId} som koordinator].[ Leiar: {leaderId}.][ Samtykke etter meldinga: {consentGivenOn}.][ Skriftleg svar til personen: {answeredOn}.][ Avvik: {discrepancies}.][ Merknad: {remark}.]',
    },
    CoordinatorReportedByUnit: {
      title: ['Koordinator meldt fra enhet', 'Koordinator meld frå eining'],
      nb: 'Enheten {unit} meldte {reportedOn} at {coordinatorId} er koordinator uten plan[ fra {begunOn}].[ Leder: {leaderId}.][ Samtykke etter meldingen: {consentGivenOn}.][ Skriftlig svar til personen: {answeredOn}.][ Avvik: {discrepancies}.][ Merknad: {remark}.]',
      nn: 'Eininga {unit} melde {reportedOn} at {coordinatorId} er koordinator utan plan[ frå {begunOn}].[ Leiar: {leaderId}.][ Samtykke etter meldinga: {consentGivenOn}.][ Skriftleg svar til personen: {answeredOn}.][ Avvik: {discrepancies}.][ Merknad: {remark}.]',
    },
    UnitReportCompleted: {
      title: ['Melding fra enhet fylt ut', 'Melding frå eining fylt ut'],
      nb: 'Det som manglet i meldingen, ble fylt ut {completedOn}.[ Leder: {leaderId}.][ Koordinator: {coordinatorId}.][ Gjelder fra {begunOn}.][ Samtykke etter meldingen: {consentGivenOn}.][ Skriftlig svar til personen: {answeredOn}.][ Avvik som står igjen: {discrepancies}.][ Merknad: {remark}.]',
      nn: 'Det som mangla i meldinga, vart fylt ut {completedOn}.[ Leiar: {leaderId}.][ Koordinator: {coordinatorId}.][ Gjeld frå {begunOn}.][ Samtykke etter meldinga: {consentGivenOn}.][ Skriftleg svar til personen: {answeredOn}.][ Avvik som står att: {discrepancies}.][ Merknad: {remark}.]',
    },
    UnitReportConfirmed: {
      title: ['Melding fra enhet bekreftet', 'Melding frå eining stadfesta'],
      nb: 'Meldingen fra enheten ble bekreftet {confirmedOn}, med {appointmentId} som koordinator {planId:og individuell plan|uten plan}.',
      nn: 'Meldinga frå eininga vart stadfesta {confirmedOn}, med {appointmentId} som koordinator {planId:og individuell plan|utan plan}.',
    },
    UnitReportWithdrawn: {
      title: ['Melding fra enhet trukket', 'Melding frå eining trekt'],
      nb: 'Meldingen fra enheten ble trukket tilbake {withdrawnOn} ({reasonCode}).[ Begrunnelse: {reason}.]',
      nn: 'Meldinga frå eininga vart trekt tilbake {withdrawnOn} ({reasonCode}).[ Grunngiving: {reason}.]',
    },
    PlanClosureReportedToKe: {
      title: ['Slutt på plan meldt', 'Slutt på plan meld'],
      nb: 'Det ble {reportedOn} meldt[ av {reportedById}][ fra enheten {unit}] at planen var slutt {closedOn} ({reasonCode}).{personAgrees: Personen er enig.|}[ Begrunnelse: {reason}.]',
      nn: 'Det vart {reportedOn} meldt[ av {reportedById}][ frå eininga {unit}] at planen var slutt {closedOn} ({reasonCode}).{personAgrees: Personen er samd.|}[ Grunngiving: {reason}.]',
    },
    MemberDepartureReportedToKe: {
      title: ['Fratreden meldt', 'Fråtreding meld'],
      nb: 'Det ble {reportedOn} meldt[ av {reportedById}][ fra enheten {unit}] at [{memberId} gikk ut av gruppa][{appointmentId} sluttet som koordinator] {leftOn} ({reasonCode}).[ Begrunnelse: {reason}.]',
      nn: 'Det vart {reportedOn} meldt[ av {reportedById}][ frå eininga {unit}] at [{memberId} gjekk ut av gruppa][{appointmentId} slutta som koordinator] {leftOn} ({reasonCode}).[ Grunngiving: {reason}.]',
    },
  },
  // What the fields of a coordination's events are called where a correction names them.
  {
    toTell: ['hvem som skal underrettes', 'kven som skal underrettast'],
    recipients: ['mottakere', 'mottakarar'],
    leftOut: ['ikke underrettet', 'ikkje underretta'],
    notifiedOn: ['underrettet dato', 'underretta dato'],
    delegationId: ['delegasjon', 'delegering'],
    delegatedBy: ['delegert fra', 'delegert frå'],
    documentDigest: ['dokumentets kontrollsum', 'kontrollsummen til dokumentet'],
    unit: ['enhet', 'eining'],
    reason: ['begrunnelse', 'grunngiving'],
    reasonCode: same('grunn'),
    withdrawnOn: same('dato for tilbaketrekking'),
    withdrawnBy: ['trukket tilbake av', 'trekt tilbake av'],
    narrowedOn: same('dato for innsnevring'),
    narrowedBy: ['innsnevret av', 'snevra inn av'],
    narrowedById: ['hvem som innsnevret', 'kven som snevra inn'],
    scopes: same('omfang'),
    givenBy: same('gitt av'),
    recipientIds: ['hvem det deles med', 'kven det blir delt med'],
    sections: ['deler av planen', 'delar av planen'],
    givenById: ['hvem som samtykket', 'kven som samtykte'],
    onBehalfReason: ['grunn til at en annen samtykker', 'grunn til at ein annan samtykkjer'],
    withdrawnById: ['hvem som trakk tilbake', 'kven som trekte tilbake'],
    givenOn: same('dato for samtykket'),
    validUntil: ['gjelder til og med', 'gjeld til og med'],
    kind: same('type'),
    temporary: ['midlertidig', 'mellombels'],
    validFrom: ['gjelder fra', 'gjeld frå'],
    wishFollowed: ['ønsket fulgt', 'ønsket følgt'],
    releasedOn: ['dato for fratreden', 'dato for fråtreding'],
    since: ['siden', 'sidan'],
    endedOn: ['sluttdato for koordineringen', 'sluttdato for koordineringa'],
    dueOn: ['fra dato', 'frå dato'],
    consentIds: ['samtykker', 'samtykke'],
    parts: ['det som ble gått gjennom', 'det som vart gått gjennom'],
    remark: same('merknad'),
    reviewedById: ['svart av', 'svart av'],
    reviewedOn: ['dato for gjennomgangen', 'dato for gjennomgangen'],
    coordinatorGoesOn: ['koordinatoren fortsetter', 'koordinatoren held fram'],
    groupGoesOn: ['gruppa fortsetter', 'gruppa held fram'],
    restsOn: ['det som bygger på avgjørelsen', 'det som bygger på avgjerda'],
    detectedOn: ['oppdaget dato', 'oppdaga dato'],
    startedOn: same('startdato'),
    withSubject: ['sammen med personen', 'saman med personen'],
    closedOn: same('sluttdato'),
    memberRole: same('rolle'),
    joinedOn: ['med i gruppa fra', 'med i gruppa frå'],
    leftOn: ['ute av gruppa fra', 'ute av gruppa frå'],
    personAgrees: ['personen er enig', 'personen er samd'],
    endsByThen: ['senest den dagen', 'seinast den dagen'],
    caseId: same('sak'),
    coordinatorId: same('koordinator'),
    proposalId: same('forslag'),
    wish: same('ønske'),
    saidBy: ['svart av', 'svart av'],
    saidById: ['hvem som svarte', 'kven som svarte'],
    channel: same('kanal'),
    raisedById: ['tatt opp av', 'teken opp av'],
    view: ['den ene siden', 'den eine sida'],
    otherView: ['den andre siden', 'den andre sida'],
    settledBy: ['avgjøres av', 'blir avgjort av'],
    raisedOn: ['tatt opp dato', 'teken opp dato'],
    outcome: same('utfall'),
    settledById: ['avgjort av', 'avgjort av'],
    settledOn: ['avgjort dato', 'avgjort dato'],
    wishedBy: ['ønsket av', 'ønskt av'],
    wishedOn: ['ønsket dato', 'ønskt dato'],
    candidateId: ['foreslått', 'føreslått'],
    grounds: ['grunner', 'grunnar'],
    assessment: same('vurdering'),
    awaits: ['svar ventes fra', 'svar er venta frå'],
    proposedOn: ['dato for forslaget', 'dato for forslaget'],
    openMatters: ['åpne saker', 'opne saker'],
    nextMeetings: ['neste møter', 'neste møte'],
    wishes: ['personens ønsker', 'ønska til personen'],
    writtenById: ['skrevet av', 'skriven av'],
    writtenOn: ['dato for overleveringen', 'dato for overleveringa'],
    acknowledgedOn: ['bekreftet dato', 'stadfesta dato'],
    leaderId: ['leder', 'leiar'],
    concurredOn: ['enig dato', 'einig dato'],
    comment: same('merknad'),
    objectedOn: ['uenig dato', 'ueinig dato'],
    acceptedOn: ['ja fra', 'ja frå'],
    declinedOn: ['nei fra', 'nei frå'],
    partyId: same('medlem'),
    begunOn: ['gjelder fra', 'gjeld frå'],
    consentGivenOn: ['samtykke etter meldingen', 'samtykke etter meldinga'],
    answeredOn: ['skriftlig svar til personen', 'skriftleg svar til personen'],
    discrepancies: same('avvik'),
    reportedOn: ['meldt dato', 'meldt dato'],
    completedOn: ['fylt ut dato', 'fylt ut dato'],
    confirmedOn: ['bekreftet dato', 'stadfesta dato'],
    reportedById: ['meldt av', 'meldt av'],
  },
);
