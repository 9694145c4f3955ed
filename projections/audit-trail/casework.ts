import { caseEvents, deadlineSentences } from '#casework';
import { type OwnWords, type Pair, same, wordFor } from '#event-sourcing/codes';
import { deciderBodies } from '#vocabulary';
import { wordingsOf } from './wording.js';

/** The words as a sentence begins. */
const begun = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
interface Deciding {
  readonly decidedBy: string;
  readonly items: readonly { readonly legalBasis?: unknown }[];
}
/** How every decision is told. */
const answering = {
  words: {
    decided: ({ decidedBy }: Deciding, { own }: { readonly own: OwnWords }): Pair => {
      const [nb, nn] = decidedBy === 'KE_MEETING' ? own.unit : wordFor(deciderBodies, decidedBy, own);
      const by = decidedBy === 'KE_MEETING' ? 'i møte i' : 'av';
      return [`${by} ${nb}`, `${by} ${nn}`];
    },
    basis: ({ items }: Deciding): Pair =>
      items.some(({ legalBasis }) => legalBasis !== undefined)
        ? ['Hjemmel ellers', 'Heimel elles']
        : ['Hjemmel', 'Heimel'],
  },
  each: {
    items: {
      nb: '{item} {outcome}[ ({reason}; hjemmel: {legalBasis})| ({reason})| (hjemmel: {legalBasis})]',
      nn: '{item} {outcome}[ ({reason}; heimel: {legalBasis})| ({reason})| (heimel: {legalBasis})]',
    },
  },
} as const;

/** How an answer is told that is meant, and not made yet. */
const intending = {
  items: { nb: '{item} {outcome}[ ({reason})]', nn: '{item} {outcome}[ ({reason})]' },
  criteria: {
    nb: '«{criterion}» {met:oppfylt|ikke oppfylt} ({reason})',
    nn: '«{criterion}» {met:oppfylt|ikkje oppfylt} ({reason})',
  },
} as const;

/** What happens in a case. */
export const caseWordings = wordingsOf(
  caseEvents,
  {
    NeedNotified: {
      title: same('Behov meldt'),
      nb: 'Behov ble meldt {notifiedOn} av {notifierRole} ([{notifierId}, ][{notifierUnit}, ]{channel}); personen [ble informert {informedOn} og ]{subjectWishes}.[ Behov: {need}.][ Meldingens referanse: {messageReference}.][ Saken fikk nummer {caseNumber}.]',
      nn: 'Behov vart meldt {notifiedOn} av {notifierRole} ([{notifierId}, ][{notifierUnit}, ]{channel}); personen [vart informert {informedOn} og ]{subjectWishes}.[ Behov: {need}.][ Referansen til meldinga: {messageReference}.][ Saka fekk nummer {caseNumber}.]',
    },
    NeedAnswered: {
      title: same('Svar på meldt behov'),
      nb: 'Svar på det meldte behovet kom {answeredOn} fra {answeredBy}[ ({channel})]: personen {subjectWishes}.[ Svaret: {answer}.][ Behov: {need}.]',
      nn: 'Svar på det melde behovet kom {answeredOn} frå {answeredBy}[ ({channel})]: personen {subjectWishes}.[ Svaret: {answer}.][ Behov: {need}.]',
    },
    ApplicationReceived: {
      title: ['Søknad mottatt', 'Søknad motteken'],
      nb: 'Søknad om {items} ble mottatt {receivedOn} ({channel}{written:|, ikke skriftlig}) fra {applicantRole}[ ({applicantId}, {applicantUnit})| ({applicantId})| ({applicantUnit})]{signed:|; underskrift mangler}.[ Ønske: {wish}.][ Skjemaet sier at {consentGivenBy} ({consentGivenById}) samtykket {consentGivenOn} til {consentScopes}.| Skjemaet sier at {consentGivenBy} samtykket {consentGivenOn} til {consentScopes}.][ Saken fikk nummer {caseNumber}.]',
      nn: 'Søknad om {items} kom inn {receivedOn} ({channel}{written:|, ikkje skriftleg}) frå {applicantRole}[ ({applicantId}, {applicantUnit})| ({applicantId})| ({applicantUnit})]{signed:|; underskrift manglar}.[ Ønske: {wish}.][ Skjemaet seier at {consentGivenBy} ({consentGivenById}) samtykte {consentGivenOn} til {consentScopes}.| Skjemaet seier at {consentGivenBy} samtykte {consentGivenOn} til {consentScopes}.][ Saka fekk nummer {caseNumber}.]',
    },
    ApplicationCompleted: {
      title: same('Søknad komplettert'),
      nb: 'Søknaden ble komplettert {completedOn} med {what}.',
      nn: 'Søknaden vart komplettert {completedOn} med {what}.',
    },
    AssistedApplicationWritten: {
      title: ['Søknad skrevet ned', 'Søknad skriven ned'],
      nb: '{helperId} hjalp til med søknaden og skrev den ned {writtenOn}, etter det {saidBy}[ ({saidById})] sa {saidOn}{signed:|; underskrift mangler}.[ Søknaden: {text}.]',
      nn: '{helperId} hjelpte til med søknaden og skreiv han ned {writtenOn}, etter det {saidBy}[ ({saidById})] sa {saidOn}{signed:|; underskrift manglar}.[ Søknaden: {text}.]',
    },
    InformationGiven: {
      title: same('Informasjon gitt'),
      nb: 'Informasjon ble gitt {givenOn} til {recipients}[ ({recipientId})], {ways}[, av {informerId}]: {topics}.[ Merknad: {note}.]',
      nn: 'Informasjon vart gitt {givenOn} til {recipients}[ ({recipientId})], {ways}[, av {informerId}]: {topics}.[ Merknad: {note}.]',
    },
    PreliminaryReplySent: {
      title: ['Foreløpig svar sendt', 'Førebels svar sendt'],
      nb: 'Foreløpig svar ble sendt {sentOn} til {recipients} ({channel}): {reasonCode}.[ Svaret ventes {expectedOn}.][ Begrunnelse: {reason}.]',
      nn: 'Førebels svar vart sendt {sentOn} til {recipients} ({channel}): {reasonCode}.[ Svaret er venta {expectedOn}.][ Grunngiving: {reason}.]',
    },
    MappingAssigned: {
      title: same('Kartlegging tildelt'),
      nb: '{assigneeId}[ ({unit})] fikk {assignedOn} i oppdrag å kartlegge behovet[, med frist {dueOn}].',
      nn: '{assigneeId}[ ({unit})] fekk {assignedOn} i oppdrag å kartlegge behovet[, med frist {dueOn}].',
    },
    MappingCompleted: {
      title: same('Kartlegging fullført'),
      nb: '{performerId} fullførte kartleggingen {completedOn} (kompetanse: {competenceBasis}).[ Sammendrag: {summary}.]',
      nn: '{performerId} fullførte kartlegginga {completedOn} (kompetanse: {competenceBasis}).[ Samandrag: {summary}.]',
    },
    KeMeetingConvenedForCase: {
      title: ['Kalt inn til møte', 'Kalla inn til møte'],
      nb: 'Det ble {convenedOn} kalt inn til møte i <unit> den {meetsOn}.[ Innkalt: {invitedUnits}.]',
      nn: 'Det vart {convenedOn} kalla inn til møte i <unit> den {meetsOn}.[ Innkalla: {invitedUnits}.]',
    },
    CriterionAssessed: {
      title: same('Vilkår vurdert'),
      nb: 'Vilkåret «{criterion}» ble {assessedOn} vurdert som {met:oppfylt|ikke oppfylt}. Begrunnelse: {reason}.',
      nn: 'Vilkåret «{criterion}» vart {assessedOn} vurdert som {met:oppfylt|ikkje oppfylt}. Grunngiving: {reason}.',
    },
    RecommendationMade: {
      title: ['Tilråding gitt', 'Tilråding gitt'],
      nb: '<Unit> ga {recommendedOn} denne tilrådingen til nemnda: {items;}.[ Vilkår: {criteria;}.]',
      nn: '<Unit> gav {recommendedOn} denne tilrådinga til nemnda: {items;}.[ Vilkår: {criteria;}.]',
      words: { Unit: (_, { own }) => [begun(own.unit[0]), begun(own.unit[1])] },
      each: intending,
    },
    SecondReadingRequested: {
      title: ['Svar skal leses av en annen', 'Svar skal lesast av ein annan'],
      nb: 'Det ble {requestedOn} bedt om at en annen leser svaret før det gis: {items;}.[ Vilkår: {criteria;}.]',
      nn: 'Det vart {requestedOn} bede om at ein annan les svaret før det blir gitt: {items;}.[ Vilkår: {criteria;}.]',
      each: intending,
    },
    SecondReadingGiven: {
      title: ['Svar lest av en annen', 'Svar lese av ein annan'],
      nb: '{readerId} leste svaret {readOn} og er {agrees:enig|ikke enig}.[ Begrunnelse: {reason}.]',
      nn: '{readerId} las svaret {readOn} og er {agrees:samd|ikkje samd}.[ Grunngiving: {reason}.]',
    },
    ChildHeard: {
      title: ['Barnet hørt', 'Barnet høyrt'],
      nb: 'Barnet fikk uttale seg {heardOn} ({mode})[, til {heardById}].[ Barnets syn: {childView}.][ Hva det har hatt å si: {weight}.]',
      nn: 'Barnet fekk uttale seg {heardOn} ({mode})[, til {heardById}].[ Synet til barnet: {childView}.][ Kva det har hatt å seie: {weight}.]',
    },
    CaseworkerDisqualified: {
      title: same('Inhabil'),
      nb: '{disqualifiedId} er inhabil i saken fra {disqualifiedOn}. Begrunnelse: {reason}.',
      nn: '{disqualifiedId} er inhabil i saka frå {disqualifiedOn}. Grunngiving: {reason}.',
    },
    BoardApproved: {
      title: ['Godkjent i nemnda', 'Godkjend i nemnda'],
      nb: 'Tildelingsnemnda godkjente tilrådingen i møtet {concludedOn}[, etter delegasjon fra {delegatedBy}].',
      nn: 'Tildelingsnemnda godkjende tilrådinga i møtet {concludedOn}[, etter delegering frå {delegatedBy}].',
    },
    BoardReturned: {
      title: ['Sendt tilbake fra nemnda', 'Send tilbake frå nemnda'],
      nb: 'Tildelingsnemnda sendte saken tilbake til <unit> i møtet {concludedOn}.',
      nn: 'Tildelingsnemnda sende saka tilbake til <unit> i møtet {concludedOn}.',
    },
    BoardRejected: {
      title: ['Avslått i nemnda', 'Avslått i nemnda'],
      nb: 'Tildelingsnemnda fulgte ikke tilrådingen i møtet {concludedOn}[, etter delegasjon fra {delegatedBy}]: avslag.',
      nn: 'Tildelingsnemnda følgde ikkje tilrådinga i møtet {concludedOn}[, etter delegering frå {delegatedBy}]: avslag.',
    },
    DecisionMade: {
      title: ['Avgjørelse truffet', 'Avgjerd teken'],
      nb: 'Søknaden ble avgjort <decided> {decidedOn}. Svar: {items;}.[ <basis>: {legalBasis}.]',
      nn: 'Søknaden vart avgjord <decided> {decidedOn}. Svar: {items;}.[ <basis>: {legalBasis}.]',
      ...answering,
    },
    DecisionAmended: {
      title: ['Avgjørelse omgjort', 'Avgjerd gjord om'],
      nb: 'Avgjørelsen ble omgjort <decided> {decidedOn} ({groundCode}). Nytt svar: {items;}. Begrunnelse: {reason}.[ <basis>: {legalBasis}.]',
      nn: 'Avgjerda vart gjord om <decided> {decidedOn} ({groundCode}). Nytt svar: {items;}. Grunngiving: {reason}.[ <basis>: {legalBasis}.]',
      ...answering,
    },
    DecisionNotified: {
      title: ['Skriftlig svar sendt', 'Skriftleg svar sendt'],
      nb: 'Skriftlig svar ble sendt {notifiedOn} til {recipients} ({channel}{throughOutbox:, gjennom utboksen|}).[ Navngitt: {recipientParties}.]',
      nn: 'Skriftleg svar vart sendt {notifiedOn} til {recipients} ({channel}{throughOutbox:, gjennom utboksen|}).[ Namngitt: {recipientParties}.]',
      each: { recipientParties: { nb: '{partyId} ({recipient})', nn: '{partyId} ({recipient})' } },
    },
    AnswerDelivered: {
      title: ['Skriftlig svar kom fram', 'Skriftleg svar kom fram'],
      nb: 'Det skriftlige svaret kom fram til {recipient}[ ({partyId})] {deliveredOn} ({proof}).',
      nn: 'Det skriftlege svaret kom fram til {recipient}[ ({partyId})] {deliveredOn} ({proof}).',
    },
    AnswerReturned: {
      title: ['Skriftlig svar i retur', 'Skriftleg svar i retur'],
      nb: 'Det skriftlige svaret til {recipient}[ ({partyId})] kom i retur {returnedOn} ({cause}).[ Merknad: {note}.]',
      nn: 'Det skriftlege svaret til {recipient}[ ({partyId})] kom i retur {returnedOn} ({cause}).[ Merknad: {note}.]',
    },
    LetterIssued: {
      title: ['Brev utstedt', 'Brev skrive ut'],
      nb: 'Brev ({matter}, {language}) til {recipient}[ ({recipientId})] ble utstedt {issuedOn}, etter versjon {templateVersion} av malen.[ Kopi til {copyTo}.][ Klage: {complaintWays}.]',
      nn: 'Brev ({matter}, {language}) til {recipient}[ ({recipientId})] vart skrive ut {issuedOn}, etter versjon {templateVersion} av malen.[ Kopi til {copyTo}.][ Klage: {complaintWays}.]',
    },
    LetterDispatched: {
      title: ['Brev sendt', 'Brev sendt'],
      nb: 'Et brev ble sendt {dispatchedOn} ({channel}{throughOutbox:, gjennom utboksen|}).',
      nn: 'Eit brev vart sendt {dispatchedOn} ({channel}{throughOutbox:, gjennom utboksen|}).',
    },
    LetterDelivered: {
      title: ['Brev kom fram', 'Brev kom fram'],
      nb: 'Et brev kom fram {deliveredOn} ({proof}).',
      nn: 'Eit brev kom fram {deliveredOn} ({proof}).',
    },
    LetterReturned: {
      title: ['Brev i retur', 'Brev i retur'],
      nb: 'Et brev kom i retur {returnedOn} ({cause}).[ Merknad: {note}.]',
      nn: 'Eit brev kom i retur {returnedOn} ({cause}).[ Merknad: {note}.]',
    },
    ApplicationWithdrawn: {
      title: ['Søknad trukket', 'Søknad trekt'],
      nb: 'Søknaden ble trukket {withdrawnOn} av {withdrawnBy}[ ({withdrawnById})].[ Begrunnelse: {reason}.]',
      nn: 'Søknaden vart trekt {withdrawnOn} av {withdrawnBy}[ ({withdrawnById})].[ Grunngiving: {reason}.]',
    },
    CaseNumberGiven: {
      title: same('Saksnummer gitt'),
      nb: 'Saken fikk nummer {caseNumber} {givenOn}.',
      nn: 'Saka fekk nummer {caseNumber} {givenOn}.',
    },
    OutsideReferenceAdded: {
      title: ['Referanse i et annet system', 'Referanse i eit anna system'],
      nb: 'Det ble {addedOn} registrert at saken har referansen {reference} i {system}[ ({systemName})].',
      nn: 'Det vart {addedOn} registrert at saka har referansen {reference} i {system}[ ({systemName})].',
    },
    HandlingDisputeRaised: {
      title: ['Uenighet om behandlingen', 'Usemje om behandlinga'],
      nb: 'Uenighet ({topic}) ble tatt opp {raisedOn}[ av {raisedById}] og lagt fram for {settledBy}. Den ene siden: {view}. Den andre siden: {otherView}.',
      nn: 'Usemje ({topic}) vart teken opp {raisedOn}[ av {raisedById}] og lagd fram for {settledBy}. Den eine sida: {view}. Den andre sida: {otherView}.',
    },
    HandlingDisputeSettled: {
      title: ['Uenighet om behandlingen avgjort', 'Usemje om behandlinga avgjord'],
      nb: 'Uenigheten om behandlingen ble avsluttet {settledOn} ({outcome})[: {unit} skal kartlegge][, avgjort av {settledById}].{followUp: Saken skal følges opp.|} Begrunnelse: {reason}.',
      nn: 'Usemja om behandlinga vart avslutta {settledOn} ({outcome})[: {unit} skal kartleggje][, avgjort av {settledById}].{followUp: Saka skal følgjast opp.|} Grunngiving: {reason}.',
    },
    CaseworkerAssigned: {
      title: ['Saksbehandler', 'Saksbehandlar'],
      nb: '{caseworkerId} er saksbehandler fra {assignedOn}{standsIn:, som stedfortreder|}.',
      nn: '{caseworkerId} er saksbehandlar frå {assignedOn}{standsIn:, som stadfortredar|}.',
    },
    CaseClosed: {
      title: ['Sak avsluttet', 'Sak avslutta'],
      nb: 'Saken ble avsluttet {closedOn} ({reasonCode}).{personAgrees: Personen er enig.|}[ Begrunnelse: {reason}.]',
      nn: 'Saka vart avslutta {closedOn} ({reasonCode}).{personAgrees: Personen er samd.|}[ Grunngiving: {reason}.]',
    },
    CaseReopened: {
      title: ['Sak gjenåpnet', 'Sak opna att'],
      nb: 'Saken ble gjenåpnet {reopenedOn}. Begrunnelse: {reason}.',
      nn: 'Saka vart opna att {reopenedOn}. Grunngiving: {reason}.',
    },
    DecisionSetAside: {
      title: ['Avgjørelse opphevet', 'Avgjerd oppheva'],
      nb: 'Statsforvalteren opphevet {setAsideOn} avgjørelsen[ om {items}]. Det kom til kommunen {arrivedOn}, og saken skal avgjøres på nytt.',
      nn: 'Statsforvaltaren oppheva {setAsideOn} avgjerda[ om {items}]. Det kom til kommunen {arrivedOn}, og saka skal avgjerast på nytt.',
    },
    DeadlineSet: {
      title: ['Frist satt', 'Frist sett'],
      nb: 'Fristen for {rule}[ ({items})] ble satt til {dueOn} ({reasonCode}).[ Det gjøres senest {workBy}.] <computed>{assumed: Fristen løper fra en dag som er antatt.|} Grunnlag: {inputs;}.',
      nn: 'Fristen for {rule}[ ({items})] vart sett til {dueOn} ({reasonCode}).[ Det blir gjort seinast {workBy}.] <computed>{assumed: Fristen går frå ein dag som er rekna med.|} Grunnlag: {inputs;}.',
      words: { computed: ({ rule, inputs }): Pair => deadlineSentences(rule, inputs) },
      each: {
        inputs: {
          nb: '{input}[ {on}][ {count} {unit}][, svar ventet {until}][ ({reasonCode})]',
          nn: '{input}[ {on}][ {count} {unit}][, svar venta {until}][ ({reasonCode})]',
        },
      },
    },
    DeadlineMet: {
      title: ['Det fristen gjaldt, er gjort', 'Det fristen galdt, er gjort'],
      nb: 'Det fristen for {rule} {dueOn} gjaldt, ble gjort {metOn}{late:, etter fristen|, innen fristen}.',
      nn: 'Det fristen for {rule} {dueOn} galdt, vart gjort {metOn}{late:, etter fristen|, innan fristen}.',
    },
    DeadlineMissed: {
      title: ['Frist ikke holdt', 'Frist ikkje halden'],
      nb: 'Fristen for {rule} var {dueOn}. {missedOn} var det ikke gjort.',
      nn: 'Fristen for {rule} var {dueOn}. {missedOn} var det ikkje gjort.',
    },
    DeadlineExpired: {
      title: ['Frist løpt ut', 'Frist gått ut'],
      nb: 'Fristen for {rule} var {dueOn}, og hadde løpt ut {expiredOn}.',
      nn: 'Fristen for {rule} var {dueOn}, og hadde gått ut {expiredOn}.',
    },
    DeadlineLifted: {
      title: ['Frist falt bort', 'Frist fall bort'],
      nb: 'Fristen for {rule} {dueOn} falt bort {liftedOn}: {reasonCode}.',
      nn: 'Fristen for {rule} {dueOn} fall bort {liftedOn}: {reasonCode}.',
    },
  },
  // What the fields of a case's events are called where a correction names them.
  {
    complaintId: ['klagen', 'klaga'],
    setAsideOn: ['dato for opphevelsen', 'dato for opphevinga'],
    arrivedOn: ['dato da det kom til kommunen', 'dato då det kom til kommunen'],
    delegationId: ['delegasjon', 'delegering'],
    delegatedBy: ['delegert fra', 'delegert frå'],
    /** Of a need and of the written answer alike. */
    notifiedOn: same('dato'),
    channel: same('kanal'),
    throughOutbox: same('utboks'),
    documentDigest: ['dokumentets kontrollsum', 'kontrollsummen til dokumentet'],
    unit: ['enhet', 'eining'],
    reason: ['begrunnelse', 'grunngiving'],
    legalBasis: ['hjemmel', 'heimel'],
    withdrawnOn: same('dato for tilbaketrekking'),
    topic: ['hva uenigheten gjelder', 'kva usemja gjeld'],
    raisedById: ['tatt opp av', 'teken opp av'],
    view: ['den ene siden', 'den eine sida'],
    otherView: ['den andre siden', 'den andre sida'],
    settledBy: ['avgjøres av', 'blir avgjort av'],
    raisedOn: ['tatt opp dato', 'teken opp dato'],
    outcome: same('utfall'),
    followUp: ['følges opp', 'blir følgt opp'],
    settledById: ['avgjort av', 'avgjort av'],
    settledOn: ['avgjort dato', 'avgjort dato'],
    notifierRole: ['melder', 'meldar'],
    notifierUnit: ['melders enhet', 'eininga til meldaren'],
    informedOn: same('dato for informasjon til personen'),
    subjectWishes: ['personens ønske', 'ønsket til personen'],
    need: same('behov'),
    answeredOn: same('dato for svaret'),
    answeredBy: ['svar fra', 'svar frå'],
    answer: same('svaret'),
    items: ['hva det gjelder', 'kva det gjeld'],
    receivedOn: ['mottatt dato', 'motteken dato'],
    written: ['skriftlig', 'skriftleg'],
    signed: ['underskrevet', 'underskriven'],
    applicantRole: ['søker', 'søkjar'],
    wish: same('ønske'),
    what: same('det som kom inn'),
    consentScopes: same('samtykke på skjemaet'),
    consentGivenBy: ['hvem som samtykket', 'kven som samtykte'],
    consentGivenById: ['navngitt samtykker', 'namngitt samtykkar'],
    consentGivenOn: same('dato for samtykket'),
    messageReference: ['meldingens referanse', 'referansen til meldinga'],
    asksForWriting: ['skal være skriftlig', 'skal vere skriftleg'],
    helperId: ['den som hjalp til', 'den som hjelpte til'],
    saidBy: ['hvem som sa det', 'kven som sa det'],
    saidById: ['hvem det var', 'kven det var'],
    saidOn: ['dato da det ble sagt', 'dato då det vart sagt'],
    writtenOn: same('dato for nedskriving'),
    text: ['søknadens ordlyd', 'ordlyden i søknaden'],
    topics: ['hva det ble informert om', 'kva det vart informert om'],
    recipientId: ['navngitt mottaker', 'namngitt mottakar'],
    ways: ['måten det ble informert på', 'måten det vart informert på'],
    informerId: same('den som informerte'),
    assignedOn: same('dato for oppdraget'),
    dueOn: same('frist'),
    competenceBasis: same('kompetanse'),
    completedOn: same('dato for fullføring'),
    summary: ['sammendrag', 'samandrag'],
    expectedOn: ['når svaret ventes', 'når svaret er venta'],
    sentOn: ['dato for foreløpig svar', 'dato for førebels svar'],
    convenedOn: same('dato for innkalling'),
    meetsOn: same('møtedato'),
    invitedUnits: ['innkalte enheter', 'innkalla einingar'],
    recommendedOn: ['dato for tilrådingen', 'dato for tilrådinga'],
    criteria: same('vilkår'),
    concludedOn: same('dato for møtet i nemnda'),
    requestedOn: ['dato da det ble bedt om', 'dato då det vart bede om'],
    readerId: ['den som leste', 'den som las'],
    agrees: ['enig', 'samd'],
    readOn: ['dato for gjennomlesingen', 'dato for gjennomlesinga'],
    mode: ['måten barnet ble hørt på', 'måten barnet vart høyrt på'],
    heardById: ['den som snakket med barnet', 'den som snakka med barnet'],
    childView: ['barnets syn', 'synet til barnet'],
    weight: ['hva barnets syn har hatt å si', 'kva synet til barnet har hatt å seie'],
    heardOn: ['dato da barnet ble hørt', 'dato då barnet vart høyrt'],
    disqualifiedId: same('den inhabile'),
    disqualifiedOn: ['inhabil fra', 'inhabil frå'],
    criterion: same('vilkår'),
    met: same('oppfylt'),
    assessedOn: same('dato for vurdering'),
    decidedBy: ['avgjort av', 'avgjord av'],
    decidedOn: ['dato for avgjørelsen', 'dato for avgjerda'],
    recipients: ['mottakere', 'mottakarar'],
    recipientParties: ['navngitte mottakere', 'namngitte mottakarar'],
    recipient: ['mottaker', 'mottakar'],
    partyId: ['navngitt mottaker', 'namngitt mottakar'],
    deliveredOn: same('dato da svaret kom fram'),
    proof: ['hvordan det er kjent', 'korleis det er kjent'],
    returnedOn: same('dato for retur'),
    cause: ['grunn til returen', 'grunnen til returen'],
    note: same('merknad'),
    matter: ['hva brevet gjelder', 'kva brevet gjeld'],
    templateVersion: ['malens versjon', 'versjonen av malen'],
    templateDigest: ['malens kontrollsum', 'kontrollsummen til malen'],
    language: same('målform'),
    copyTo: same('kopi til'),
    complaintWays: ['hvordan brevet sier at man kan klage', 'korleis brevet seier at ein kan klage'],
    issuedOn: ['dato for brevet', 'dato for brevet'],
    dispatchedOn: ['dato for sending', 'dato for sending'],
    groundCode: ['grunn til omgjøring', 'grunn til omgjering'],
    withdrawnBy: ['trukket av', 'trekt av'],
    withdrawnById: ['hvem som trakk', 'kven som trekte'],
    applicantId: ['hvem som søker', 'kven som søkjer'],
    applicantUnit: ['søkerens enhet', 'eininga til søkjaren'],
    notifierId: ['hvem som meldte', 'kven som melde'],
    closedOn: ['dato for avslutning', 'dato for avslutninga'],
    reasonCode: same('grunn'),
    personAgrees: ['personen er enig', 'personen er samd'],
    reopenedOn: ['dato for gjenåpning', 'dato for opning att'],
    caseworkerId: ['saksbehandler', 'saksbehandlar'],
    standsIn: ['som stedfortreder', 'som stadfortredar'],
    assigneeId: same('den som skal kartlegge'),
    performerId: same('den som kartla'),
    assignmentId: same('kartleggingsoppdrag'),
    meetingId: same('møte'),
    givenOn: same('dato for saksnummeret'),
    system: same('system'),
    systemName: ['systemets navn', 'namnet på systemet'],
    reference: same('referanse'),
    addedOn: same('dato for referansen'),
    rule: ['hva fristen gjelder', 'kva fristen gjeld'],
    inputs: same('grunnlag'),
    nominalOn: ['frist før flytting', 'frist før flytting'],
    workBy: ['gjøres senest', 'blir gjort seinast'],
    assumed: ['løper fra en antatt dag', 'går frå ein dag som er rekna med'],
    setOn: ['dato da fristen ble satt', 'dato då fristen vart sett'],
    late: ['etter fristen', 'etter fristen'],
    metOn: ['dato da det ble gjort', 'dato då det vart gjort'],
    missedOn: ['dag etter fristen', 'dag etter fristen'],
    expiredOn: ['dag etter fristen', 'dag etter fristen'],
    liftedOn: ['dato da fristen falt bort', 'dato då fristen fall bort'],
  },
);
