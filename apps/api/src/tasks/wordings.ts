import type { CodeIn } from '#event-sourcing';
import type { Text } from '#projections/audit-trail/text';
import type { OpenPoint } from '#projections/case-overview/labels';
import type { TaskKind } from '#projections/tasks/kinds';
import type { deciderBodies } from '#vocabulary';

/** Why a task is there, what to do about it, and where that is recorded. */
interface Wording {
  readonly why: Text;
  readonly step: Text;
  readonly path: string;
  /** A POST unless told. */
  readonly method?: 'GET';
}

const decide: Wording = {
  why: {
    nb: 'Søknad og kartlegging har vært klare siden {since}. Saken er ikke avgjort.',
    nn: 'Søknad og kartlegging har vore klare sidan {since}. Saka er ikkje avgjord.',
  },
  step: { nb: 'Skriv avgjørelsen', nn: 'Skriv avgjerda' },
  path: '/v1/cases/{caseId}/decision',
};

const recommend: Wording = {
  why: {
    nb: 'Søknad og kartlegging har vært klare siden {since}. Enheten har ikke tilrådd noe til nemnda.',
    nn: 'Søknad og kartlegging har vore klare sidan {since}. Eininga har ikkje tilrådd noko til nemnda.',
  },
  step: { nb: 'Skriv tilrådingen til nemnda', nn: 'Skriv tilrådinga til nemnda' },
  path: '/v1/cases/{caseId}/recommendations',
};

/** A case that is ready, where no meeting of the unit decides: decided at once, or recommended to the board. */
export const readyWords: Readonly<Partial<Record<CodeIn<typeof deciderBodies>, Wording>>> = {
  KE: decide,
  TEAM: decide,
  BOARD: recommend,
};

/** Where what an application lacks is recorded, but for the signature. */
export const completingPaths: Readonly<Partial<Record<OpenPoint, string>>> = {
  WRITING: '/v1/cases/{caseId}/application/assisted',
  CONSENT: '/v1/subjects/{subjectId}/consents',
  IDENTITY_NUMBER: '/v1/subjects/{subjectId}/identity',
  CHILD_NOT_HEARD: '/v1/cases/{caseId}/hearings',
};

/** Sentences as in audit-trail/text.ts. */
export const taskWordings: Readonly<Record<TaskKind, Wording>> = {
  NEED_TO_ASK: {
    why: {
      nb: 'Behovet ble meldt {since}. Personen er ikke spurt om oppfølging.',
      nn: 'Behovet vart meldt {since}. Personen er ikkje spurd om oppfølging.',
    },
    step: { nb: 'Spør om ønske, og skriv inn svaret', nn: 'Spør om ønske, og skriv inn svaret' },
    path: '/v1/cases/{caseId}/need-answers',
  },
  MAPPING_TO_ASSIGN: {
    why: {
      nb: 'Saken har ventet på kartlegging siden {since}. Ingen har fått oppdraget.',
      nn: 'Saka har venta på kartlegging sidan {since}. Ingen har fått oppdraget.',
    },
    step: { nb: 'Gi noen i oppdrag å kartlegge', nn: 'Gi nokon i oppdrag å kartleggje' },
    path: '/v1/cases/{caseId}/mapping-assignments',
  },
  MAPPING_TO_DO: {
    why: {
      nb: '{party} fikk i oppdrag å kartlegge {since}[, med frist {dueOn}].{overdue: Fristen er ute.|}',
      nn: '{party} fekk i oppdrag å kartleggje {since}[, med frist {dueOn}].{overdue: Fristen er ute.|}',
    },
    step: {
      nb: 'Gjør kartleggingen ferdig, eller gi oppdraget til en annen',
      nn: 'Gjer kartlegginga ferdig, eller gi oppdraget til ein annan',
    },
    path: '/v1/cases/{caseId}/mapping-completion',
  },
  APPLICATION_TO_RECEIVE: {
    why: {
      nb: 'Saken har ventet på en søknad siden {since}. Uten den kan ingenting avgjøres.',
      nn: 'Saka har venta på ein søknad sidan {since}. Utan han kan ingenting avgjerast.',
    },
    step: { nb: 'Hjelp til med søknaden, og skriv den inn', nn: 'Hjelp til med søknaden, og skriv han inn' },
    path: '/v1/cases/{caseId}/application',
  },
  APPLICATION_TO_COMPLETE: {
    why: {
      nb: 'Søknaden ble mottatt {since}, og noe mangler ennå: {missing}.',
      nn: 'Søknaden vart motteken {since}, og noko manglar enno: {missing}.',
    },
    step: { nb: 'Innhent det som mangler', nn: 'Hent inn det som manglar' },
    path: '/v1/cases/{caseId}/application/completion',
  },
  CASE_TO_CONSIDER: {
    why: {
      nb: 'Søknad og kartlegging har vært klare siden {since}. Saken er ikke satt opp på noe møte i <unit>.',
      nn: 'Søknad og kartlegging har vore klare sidan {since}. Saka er ikkje sett opp på noko møte i <unit>.',
    },
    step: { nb: 'Sett saken opp på et møte', nn: 'Set saka opp på eit møte' },
    path: '/v1/cases/{caseId}/meetings',
  },
  DECISION_TO_MAKE: {
    ...decide,
    why: {
      nb: 'Saken var satt opp på møtet {since}. Avgjørelsen er ikke skrevet inn.',
      nn: 'Saka var sett opp på møtet {since}. Avgjerda er ikkje skriven inn.',
    },
  },
  CASE_FOR_BOARD: {
    why: {
      nb: 'Enheten ga tilrådingen {since}. Saken står ikke på sakslisten til noe møte i nemnda.',
      nn: 'Eininga gav tilrådinga {since}. Saka står ikkje på sakslista til noko møte i nemnda.',
    },
    step: { nb: 'Sett saken på nemndas saksliste', nn: 'Set saka på sakslista til nemnda' },
    path: '/v1/meetings',
    method: 'GET',
  },
  BOARD_TO_CONCLUDE: {
    why: {
      nb: 'Enheten ga tilrådingen {since}. Saken er satt opp i nemnda, og utfallet er ikke registrert.',
      nn: 'Eininga gav tilrådinga {since}. Saka er sett opp i nemnda, og utfallet er ikkje registrert.',
    },
    step: {
      nb: 'Registrer utfallet når protokollen er godkjent',
      nn: 'Registrer utfallet når protokollen er godkjend',
    },
    path: '/v1/cases/{caseId}/board-outcomes',
  },
  MEETING_TO_PLAN: {
    why: {
      nb: 'Siste møte i <unit> regnes fra {since}. Neste skal holdes senest {dueOn}, og er ikke planlagt.',
      nn: 'Siste møte i <unit> blir rekna frå {since}. Neste skal haldast seinast {dueOn}, og er ikkje planlagt.',
    },
    step: { nb: 'Planlegg et møte', nn: 'Planlegg eit møte' },
    path: '/v1/meetings',
  },
  MEETING_OVERDUE: {
    why: {
      nb: 'Møtet i <unit> skulle vært holdt senest {dueOn}. Siste møte regnes fra {since}.',
      nn: 'Møtet i <unit> skulle vore halde seinast {dueOn}. Siste møte blir rekna frå {since}.',
    },
    step: { nb: 'Hold et møte, og før det', nn: 'Hald eit møte, og før det' },
    path: '/v1/meetings',
  },
  MEETING_TO_RECORD: {
    why: {
      nb: 'Møtet var planlagt {since}. Det er ikke registrert at det ble holdt, flyttet eller avlyst.',
      nn: 'Møtet var planlagt {since}. Det er ikkje registrert at det vart halde, flytta eller avlyst.',
    },
    step: { nb: 'Registrer at møtet ble holdt', nn: 'Registrer at møtet vart halde' },
    path: '/v1/meetings/{meetingId}/held',
  },
  PROTOCOL_TO_APPROVE: {
    why: {
      nb: 'Møtet ble holdt {since}. Protokollen er ikke godkjent.',
      nn: 'Møtet vart halde {since}. Protokollen er ikkje godkjend.',
    },
    step: { nb: 'Før referatet, og godkjenn protokollen', nn: 'Før referatet, og godkjenn protokollen' },
    path: '/v1/meetings/{meetingId}/protocol',
  },
  DECISION_TO_NOTIFY: {
    why: {
      nb: 'Saken ble avgjort {since}. Svaret er ikke sendt.',
      nn: 'Saka vart avgjord {since}. Svaret er ikkje sendt.',
    },
    step: { nb: 'Send svaret', nn: 'Send svaret' },
    path: '/v1/cases/{caseId}/decision/notification',
  },
  ANSWER_TO_SEND_AGAIN: {
    why: {
      nb: 'Svaret kom i retur {since}. Personen har ikke fått det.',
      nn: 'Svaret kom i retur {since}. Personen har ikkje fått det.',
    },
    step: {
      nb: 'Finn ut hvordan personen kan nås, og send svaret på nytt',
      nn: 'Finn ut korleis personen kan nåast, og send svaret på nytt',
    },
    path: '/v1/cases/{caseId}/decision/notification',
  },
  LETTER_TO_SEND_AGAIN: {
    why: {
      nb: 'Et brev kom i retur {since}. Mottakeren har ikke fått det.',
      nn: 'Eit brev kom i retur {since}. Mottakaren har ikkje fått det.',
    },
    step: {
      nb: 'Finn ut hvordan mottakeren kan nås, og send brevet på nytt',
      nn: 'Finn ut korleis mottakaren kan nåast, og send brevet på nytt',
    },
    path: '/v1/cases/{caseId}/letters/{letterId}/dispatch',
  },
  PROPOSAL_TO_CONCUR: {
    why: {
      nb: '{coordinator} ble foreslått som <coordinator> {since}. Leder i enheten har ikke svart.',
      nn: '{coordinator} vart føreslått som <coordinator> {since}. Leiar i eininga har ikkje svart.',
    },
    step: { nb: 'Si deg enig eller uenig i forslaget', nn: 'Sei deg einig eller ueinig i forslaget' },
    path: '/v1/subjects/{subjectId}/coordinator-proposals/{proposalId}/concurrence',
  },
  PLACEMENT_DISPUTE_TO_SETTLE: {
    why: {
      nb: 'Det er uenighet om hvilken enhet som skal koordinere. Den ble tatt opp {since}, og skal avgjøres av {settledBy}.',
      nn: 'Det er usemje om kva eining som skal koordinere. Ho vart teken opp {since}, og skal avgjerast av {settledBy}.',
    },
    step: {
      nb: 'Få uenigheten avgjort, og skriv inn utfallet',
      nn: 'Få usemja avgjord, og skriv inn utfallet',
    },
    path: '/v1/subjects/{subjectId}/coordinator-disputes/{disputeId}/settlement',
  },
  HANDLING_DISPUTE_TO_SETTLE: {
    why: {
      nb: 'Det er uenighet om behandlingen av saken. Den ble tatt opp {since}, og skal avgjøres av {settledBy}.',
      nn: 'Det er usemje om behandlinga av saka. Ho vart teken opp {since}, og skal avgjerast av {settledBy}.',
    },
    step: {
      nb: 'Få uenigheten avgjort, og skriv inn utfallet',
      nn: 'Få usemja avgjord, og skriv inn utfallet',
    },
    path: '/v1/cases/{caseId}/disputes/{disputeId}/settlement',
  },
  DEADLINE_NEAR: {
    why: {
      nb: 'Fristen for {rule} er {dueOn}. Det er ikke gjort ennå.',
      nn: 'Fristen for {rule} er {dueOn}. Det er ikkje gjort enno.',
    },
    step: {
      nb: 'Svar innen fristen, eller forklar i et foreløpig svar når svaret kommer',
      nn: 'Svar innan fristen, eller forklar i eit førebels svar når svaret kjem',
    },
    path: '/v1/cases/{caseId}',
    method: 'GET',
  },
  DEADLINE_OVERDUE: {
    why: {
      nb: 'Fristen for {rule} var {dueOn}. Det er ikke gjort.',
      nn: 'Fristen for {rule} var {dueOn}. Det er ikkje gjort.',
    },
    step: {
      nb: 'Svar nå, eller forklar i et foreløpig svar hvorfor det tar tid, og når svaret kommer',
      nn: 'Svar no, eller forklar i eit førebels svar kvifor det tek tid, og når svaret kjem',
    },
    path: '/v1/cases/{caseId}',
    method: 'GET',
  },
  SECOND_READING_TO_GIVE: {
    why: {
      nb: 'Et svar som går imot vilkårene slik de er vurdert, har ventet siden {since} på at en annen leser det.',
      nn: 'Eit svar som går imot vilkåra slik dei er vurderte, har venta sidan {since} på at ein annan les det.',
    },
    step: {
      nb: 'Les svaret, og skriv om du er enig',
      nn: 'Les svaret, og skriv om du er samd',
    },
    path: '/v1/cases/{caseId}/second-readings/{readingId}/answer',
  },
  CASEWORKER_TO_ASSIGN: {
    why: {
      nb: 'Saksbehandleren er inhabil i saken siden {since}. Ingen annen har fått den.',
      nn: 'Saksbehandlaren er inhabil i saka sidan {since}. Ingen annan har fått ho.',
    },
    step: { nb: 'Gi saken til en annen saksbehandler', nn: 'Gi saka til ein annan saksbehandlar' },
    path: '/v1/cases/{caseId}/caseworkers',
  },
  CANDIDATE_TO_ANSWER: {
    why: {
      nb: '{party} ble foreslått som <coordinator> {since}, og har ikke svart.',
      nn: '{party} vart føreslått som <coordinator> {since}, og har ikkje svart.',
    },
    step: { nb: 'Spør den foreslåtte, og skriv inn svaret', nn: 'Spør den føreslåtte, og skriv inn svaret' },
    path: '/v1/subjects/{subjectId}/coordinator-proposals/{proposalId}/acceptance',
  },
  COORDINATOR_TO_APPOINT: {
    why: {
      nb: 'Personen har hatt krav på <coordinator> siden {since}. Ingen er oppnevnt.',
      nn: 'Personen har hatt krav på <coordinator> sidan {since}. Ingen er oppnemnd.',
    },
    step: { nb: 'Oppnevn <coordinator>', nn: 'Oppnemn <coordinator>' },
    path: '/v1/subjects/{subjectId}/coordinators',
  },
  ALLOCATION_TO_TELL: {
    why: {
      nb: '[{coordinator} er <coordinator> fra {since}. ]Disse skal ha melding om det: {toTell}.',
      nn: '[{coordinator} er <coordinator> frå {since}. ]Desse skal ha melding om det: {toTell}.',
    },
    step: {
      nb: 'Gi melding, og skriv inn hvem som er underrettet',
      nn: 'Gi melding, og skriv inn kven som er underretta',
    },
    path: '/v1/subjects/{subjectId}/coordinators/{appointmentId}/notifications',
  },
  COORDINATOR_LEFT: {
    why: {
      nb: '[{coordinator} slutter i kommunen {since}, og er fortsatt <coordinator>.]',
      nn: '[{coordinator} sluttar i kommunen {since}, og er framleis <coordinator>.]',
    },
    step: {
      nb: 'Oppnevn en annen, og avslutt oppnevningen',
      nn: 'Oppnemn ein annan, og avslutt oppnemninga',
    },
    path: '/v1/subjects/{subjectId}/coordinators',
  },
  ASSIGNEE_LEFT: {
    why: {
      nb: '[{coordinator} slutter i kommunen {since}, og skulle kartlegge.]',
      nn: '[{coordinator} sluttar i kommunen {since}, og skulle kartleggje.]',
    },
    step: { nb: 'Gi kartleggingen til en annen', nn: 'Gi kartlegginga til ein annan' },
    path: '/v1/cases/{caseId}/mapping-assignments',
  },
  CASEWORKER_LEFT: {
    why: {
      nb: '[{coordinator} slutter i kommunen {since}, og er fortsatt saksbehandler.]',
      nn: '[{coordinator} sluttar i kommunen {since}, og er framleis saksbehandlar.]',
    },
    step: { nb: 'Gi saken til en annen saksbehandler', nn: 'Gi saka til ein annan saksbehandlar' },
    path: '/v1/cases/{caseId}/caseworkers',
  },
  COORDINATOR_GAP: {
    why: {
      nb: '[{coordinator} er ikke <coordinator> lenger fra {since}]. Ingen ny er oppnevnt, {days} etter.',
      nn: '[{coordinator} er ikkje <coordinator> lenger frå {since}]. Ingen ny er oppnemnd, {days} etter.',
    },
    step: { nb: 'Oppnevn ny <coordinator>', nn: 'Oppnemn ny <coordinator>' },
    path: '/v1/subjects/{subjectId}/coordinators',
  },
  HANDOVER_TO_WRITE: {
    why: {
      nb: '[{coordinator} tar over som <coordinator>.] Overleveringen er ikke skrevet.[ Fristen er {dueOn}.]',
      nn: '[{coordinator} tek over som <coordinator>.] Overleveringa er ikkje skriven.[ Fristen er {dueOn}.]',
    },
    step: {
      nb: 'Skriv hva som er åpent, hvilke møter som kommer, og hva personen ønsker',
      nn: 'Skriv kva som er ope, kva møte som kjem, og kva personen ønskjer',
    },
    path: '/v1/subjects/{subjectId}/coordinators/{appointmentId}/handovers',
  },
  HANDOVER_TO_ACKNOWLEDGE: {
    why: {
      nb: '[{coordinator} har overlevert til den nye.] Overleveringen er ikke bekreftet lest, {days} etter.[ Fristen er {dueOn}.]',
      nn: '[{coordinator} har overlevert til den nye.] Overleveringa er ikkje stadfesta lesen, {days} etter.[ Fristen er {dueOn}.]',
    },
    step: {
      nb: 'Les overleveringen, og bekreft at den er lest',
      nn: 'Les overleveringa, og stadfest at ho er lesen',
    },
    path: '/v1/subjects/{subjectId}/handovers/{handoverId}/acknowledgement',
  },
  PLAN_TO_REVIEW: {
    why: {
      nb: 'Planen skulle vært gjennomgått {dueOn}.',
      nn: 'Planen skulle vore gått gjennom {dueOn}.',
    },
    step: {
      nb: 'Gå gjennom planen sammen med personen, og sett neste dag',
      nn: 'Gå gjennom planen saman med personen, og set neste dag',
    },
    path: '/v1/subjects/{subjectId}',
    method: 'GET',
  },
  CRISIS_PLAN_TO_REVIEW: {
    why: {
      nb: 'Kriseplanen skulle vært gjennomgått {dueOn}.',
      nn: 'Kriseplanen skulle vore gått gjennom {dueOn}.',
    },
    step: {
      nb: 'Gå gjennom kriseplanen sammen med personen, og sett neste dag',
      nn: 'Gå gjennom kriseplanen saman med personen, og set neste dag',
    },
    path: '/v1/subjects/{subjectId}/crisis-plan',
    method: 'GET',
  },
  CRISIS_PLAN_READ_TO_TELL: {
    why: {
      nb: 'Kriseplanen ble lest i en nødsituasjon {since}. Personen skal få vite det senest {dueOn}.',
      nn: 'Kriseplanen vart lesen i ein naudssituasjon {since}. Personen skal få vite det seinast {dueOn}.',
    },
    step: {
      nb: 'Fortell personen hvem som leste den og hvorfor, og skriv inn at det er gjort',
      nn: 'Fortel personen kven som las han og kvifor, og skriv inn at det er gjort',
    },
    path: '/v1/subjects/{subjectId}/crisis-plan/emergency-readings/{readingId}/telling',
  },
  CRISIS_PLAN_READ_TO_REVIEW: {
    why: {
      nb: 'Kriseplanen ble lest i en nødsituasjon {since}. Ingen leder har sett på det.',
      nn: 'Kriseplanen vart lesen i ein naudssituasjon {since}. Ingen leiar har sett på det.',
    },
    step: {
      nb: 'Se på hvorfor den ble lest, og skriv inn hva du mener',
      nn: 'Sjå på kvifor han vart lesen, og skriv inn kva du meiner',
    },
    path: '/v1/subjects/{subjectId}/crisis-plan/emergency-readings/{readingId}/review',
  },
  PROMISE_OVERDUE: {
    why: {
      nb: 'Noe som er lovet personen, skulle vært gjort {dueOn}.',
      nn: 'Noko som er lova personen, skulle vore gjort {dueOn}.',
    },
    step: { nb: 'Hør hvordan det går, og skriv det inn', nn: 'Høyr korleis det går, og skriv det inn' },
    path: '/v1/subjects/{subjectId}/follow-up',
    method: 'GET',
  },
  INSIGHT_TO_HEAR: {
    why: {
      nb: 'Fra {since} kan barnet selv holde noe i planen tilbake fra foreldrene, av grunner som bør respekteres (12 år, pbrl § 3-4).',
      nn: 'Frå {since} kan barnet sjølv halde noko i planen tilbake frå foreldra, av grunnar som bør respekterast (12 år, pbrl § 3-4).',
    },
    step: {
      nb: 'Hør barnet om hva foreldrene ikke skal få se, skriv inn det som holdes tilbake, og at barnet er hørt',
      nn: 'Høyr barnet om kva foreldra ikkje skal få sjå, skriv inn det som blir halde tilbake, og at barnet er høyrd',
    },
    path: '/v1/subjects/{subjectId}/follow-up',
    method: 'GET',
  },
  INSIGHT_TO_LIMIT: {
    why: {
      nb: 'Fra {since} ser foreldrene bare det i planen som foreldreansvaret krever (16 år, pbrl § 3-4), og personen samtykker selv (pbrl §§ 4-3, 4-4).',
      nn: 'Frå {since} ser foreldra berre det i planen som foreldreansvaret krev (16 år, pbrl § 3-4), og personen samtykkjer sjølv (pbrl §§ 4-3, 4-4).',
    },
    step: {
      nb: 'Be personen bekrefte samtykkene, gå gjennom hva foreldrene ser, og skriv inn at det er gjort',
      nn: 'Be personen stadfeste samtykka, gå gjennom kva foreldra ser, og skriv inn at det er gjort',
    },
    path: '/v1/subjects/{subjectId}/follow-up',
    method: 'GET',
  },
  INSIGHT_TO_END: {
    why: {
      nb: 'Fra {since} ser foreldrene ikke noe av planen uten samtykke fra personen (18 år, pbrl § 3-4).',
      nn: 'Frå {since} ser foreldra ikkje noko av planen utan samtykke frå personen (18 år, pbrl § 3-4).',
    },
    step: {
      nb: 'Fortell personen det, spør om noe skal deles med foreldrene, og skriv inn at det er gjort',
      nn: 'Fortel personen det, spør om noko skal delast med foreldra, og skriv inn at det er gjort',
    },
    path: '/v1/subjects/{subjectId}/follow-up',
    method: 'GET',
  },
  AROUND_MEETING_TO_RECORD: {
    why: {
      nb: 'Det var møte rundt personen {since}. Det er ikke skrevet inn om det ble holdt.',
      nn: 'Det var møte rundt personen {since}. Det er ikkje skrive inn om det vart halde.',
    },
    step: { nb: 'Skriv inn hvem som møtte', nn: 'Skriv inn kven som møtte' },
    path: '/v1/subjects/{subjectId}/follow-up',
    method: 'GET',
  },
  STANDING_TO_REVIEW: {
    why: {
      nb: 'Det er på tide å spørre om plan og <coordinator> fortsatt er riktig for personen. Spørsmålet skulle vært stilt {dueOn}.',
      nn: 'Det er på tide å spørje om plan og <coordinator> framleis er rett for personen. Spørsmålet skulle vore stilt {dueOn}.',
    },
    step: { nb: 'Spør, og skriv inn svaret', nn: 'Spør, og skriv inn svaret' },
    path: '/v1/subjects/{subjectId}/coordination-reviews',
  },
  REPORT_TO_COMPLETE: {
    why: {
      nb: 'En enhet meldte plan eller koordinator. Dette mangler siden {since}: {discrepancies}.',
      nn: 'Ei eining melde plan eller koordinator. Dette manglar sidan {since}: {discrepancies}.',
    },
    step: { nb: 'Få på plass det som mangler', nn: 'Få på plass det som manglar' },
    path: '/v1/subjects/{subjectId}/unit-reports/{reportId}/completion',
  },
  REPORT_TO_CONFIRM: {
    why: {
      nb: 'En enhet meldte plan eller koordinator {since}. Meldingen er ikke bekreftet.[ Avvik: {discrepancies}.]',
      nn: 'Ei eining melde plan eller koordinator {since}. Meldinga er ikkje stadfesta.[ Avvik: {discrepancies}.]',
    },
    step: { nb: 'Bekreft meldingen', nn: 'Stadfest meldinga' },
    path: '/v1/subjects/{subjectId}/unit-reports/{reportId}/confirmation',
  },
  END_TO_CONFIRM: {
    why: {
      nb: 'Det ble {since} meldt at noe er slutt. Registeret har det ikke.',
      nn: 'Det vart {since} meldt at noko er slutt. Registeret har det ikkje.',
    },
    step: { nb: 'Registrer slutten', nn: 'Registrer slutten' },
    path: '/v1/subjects/{subjectId}/coordination',
    method: 'GET',
  },
  FEEDBACK_MISSING: {
    why: {
      nb: 'Svaret {since} var at noe skal avsluttes. Ingen har meldt at det er gjort.',
      nn: 'Svaret {since} var at noko skal avsluttast. Ingen har meldt at det er gjort.',
    },
    step: { nb: 'Meld at det er slutt', nn: 'Meld at det er slutt' },
    path: '/v1/subjects/{subjectId}/plan-closure-reports',
  },
  PLAN_ENDED: {
    why: {
      nb: 'Individuell plan ble avsluttet {since}, og noe fortsetter.[ {coordinator} er fortsatt <coordinator>: er det riktig?]',
      nn: 'Individuell plan vart avslutta {since}, og noko held fram.[ {coordinator} er framleis <coordinator>: er det rett?]',
    },
    step: {
      nb: 'Skriv inn om det som fortsetter, er riktig, eller avslutt det',
      nn: 'Skriv inn om det som held fram, er rett, eller avslutt det',
    },
    path: '/v1/subjects/{subjectId}/coordination-reviews',
  },
  CONSENT_TO_RENEW: {
    why: {
      nb: 'Fra {since} kan personen samtykke selv. Verge eller foresatt har samtykket før det.',
      nn: 'Frå {since} kan personen samtykkje sjølv. Verje eller føresett har samtykt før det.',
    },
    step: {
      nb: 'Spør personen, og skriv inn samtykket, eller trekk det gamle tilbake',
      nn: 'Spør personen, og skriv inn samtykket, eller trekk det gamle tilbake',
    },
    path: '/v1/subjects/{subjectId}/consents',
  },
  PLAN_TO_START: {
    why: {
      nb: 'Individuell plan ble innvilget {since}, og er ikke startet.',
      nn: 'Individuell plan vart innvilga {since}, og er ikkje starta.',
    },
    step: { nb: 'Start planen sammen med personen', nn: 'Start planen saman med personen' },
    path: '/v1/subjects/{subjectId}/plans',
  },
  CONSENT_ENDED: {
    why: {
      nb: 'Samtykket til <coordinator> gjelder ikke fra {since}.[ {coordinator} er fortsatt oppnevnt.]',
      nn: 'Samtykket til <coordinator> gjeld ikkje frå {since}.[ {coordinator} er framleis oppnemnd.]',
    },
    step: {
      nb: 'Innhent samtykke, eller avslutt oppnevningen',
      nn: 'Hent inn samtykke, eller avslutt oppnemninga',
    },
    path: '/v1/subjects/{subjectId}/consents',
  },
  DECISION_TO_MAKE_ANEW: {
    why: {
      nb: 'Statsforvalteren opphevet avgjørelsen. Saken har ventet på en ny siden {since}.',
      nn: 'Statsforvaltaren oppheva avgjerda. Saka har venta på ei ny sidan {since}.',
    },
    step: { nb: 'Avgjør saken på nytt', nn: 'Avgjer saka på nytt' },
    path: '/v1/cases/{caseId}/decision/amendments',
  },
  GROUNDS_TO_GIVE: {
    why: {
      nb: 'Det ble bedt om begrunnelse for avgjørelsen {since}. Klagefristen står stille til den er gitt.',
      nn: 'Det vart bede om grunngiving for avgjerda {since}. Klagefristen står stille til ho er gitt.',
    },
    step: { nb: 'Gi begrunnelsen', nn: 'Gi grunngivinga' },
    path: '/v1/complaints/{of}/grounds-requests/{requestId}/grounds',
  },
  COMPLAINT_TO_ASSESS: {
    why: {
      nb: 'Klagen kom {since}. Det er ikke vurdert om den kom i tide.',
      nn: 'Klaga kom {since}. Det er ikkje vurdert om ho kom i tide.',
    },
    step: { nb: 'Vurder om klagen kom i tide', nn: 'Vurder om klaga kom i tide' },
    path: '/v1/complaints/{of}/timeliness',
  },
  COMPLAINT_TO_RECONSIDER: {
    why: {
      nb: 'Klagen har ventet på en ny vurdering siden {since}.',
      nn: 'Klaga har venta på ei ny vurdering sidan {since}.',
    },
    step: { nb: 'Vurder saken på nytt', nn: 'Vurder saka på nytt' },
    path: '/v1/complaints/{of}/reconsideration',
  },
  COMPLAINT_TO_FORWARD: {
    why: {
      nb: 'Klagen ble vurdert på nytt {since}. Det som ikke er endret, er ikke sendt til statsforvalteren.',
      nn: 'Klaga vart vurdert på nytt {since}. Det som ikkje er endra, er ikkje sendt til statsforvaltaren.',
    },
    step: { nb: 'Send klagen til statsforvalteren', nn: 'Send klaga til statsforvaltaren' },
    path: '/v1/complaints/{of}/forwarding',
  },
  GOVERNOR_TO_ANSWER: {
    why: {
      nb: 'Statsforvalteren ba om mer {since}[, med svar innen {dueOn}].',
      nn: 'Statsforvaltaren bad om meir {since}[, med svar innan {dueOn}].',
    },
    step: { nb: 'Svar statsforvalteren', nn: 'Svar statsforvaltaren' },
    path: '/v1/complaints/{of}/further-requests/{requestId}/answer',
  },
  COMPLAINT_TO_COMPLY_WITH: {
    why: {
      nb: 'Statsforvalterens avgjørelse kom {since}[ og skal følges opp innen {dueOn}].',
      nn: 'Avgjerda til statsforvaltaren kom {since}[ og skal følgjast opp innan {dueOn}].',
    },
    step: { nb: 'Registrer at avgjørelsen er fulgt opp', nn: 'Registrer at avgjerda er følgd opp' },
    path: '/v1/complaints/{of}/compliance',
  },
  ENQUIRY_TO_ANSWER: {
    why: {
      nb: 'Noen henvendte seg {since}. Henvendelsen er ikke besvart.',
      nn: 'Nokon vende seg hit {since}. Det er ikkje svart på førespurnaden.',
    },
    step: {
      nb: 'Svar, henvis, send videre eller avslutt',
      nn: 'Svar, vis vidare, send vidare eller avslutt',
    },
    path: '/v1/enquiries/{enquiryId}/answers',
  },
  DOCUMENT_TO_APPROVE: {
    why: {
      nb: 'Et dokument er utarbeidet eller revidert. Det har ventet på godkjenning siden {since}.',
      nn: 'Eit dokument er utarbeidd eller revidert. Det har venta på godkjenning sidan {since}.',
    },
    step: { nb: 'Godkjenn dokumentet', nn: 'Godkjenn dokumentet' },
    path: '/v1/controlled-documents/{of}/approvals',
  },
  DOCUMENT_TO_REVIEW: {
    why: {
      nb: 'Et dokument skal gjennomgås innen {dueOn}.{overdue: Fristen er ute.|}[ {party} holder det à jour.]',
      nn: 'Eit dokument skal gåast gjennom innan {dueOn}.{overdue: Fristen er ute.|}[ {party} held det à jour.]',
    },
    step: {
      nb: 'Gå gjennom dokumentet: la det stå, revider det eller trekk det tilbake',
      nn: 'Gå gjennom dokumentet: la det stå, revider det eller trekk det tilbake',
    },
    path: '/v1/controlled-documents/{of}/reviews',
  },
  COOPERATION_TO_FOLLOW_UP: {
    why: {
      nb: 'En samarbeidsoppgave skulle følges opp {dueOn}.[ {party} har den.]',
      nn: 'Ei samarbeidsoppgåve skulle følgjast opp {dueOn}.[ {party} har ho.]',
    },
    step: {
      nb: 'Følg opp oppgaven, eller avslutt den',
      nn: 'Følg opp oppgåva, eller avslutt ho',
    },
    path: '/v1/cooperation/tasks/{of}/follow-ups',
  },
  USER_BODY_TO_ANSWER: {
    why: {
      nb: 'Noen som taler for brukerne, er spurt, med frist {dueOn}. Svaret er ikke ført.',
      nn: 'Nokon som talar for brukarane, er spurde, med frist {dueOn}. Svaret er ikkje ført.',
    },
    step: {
      nb: 'Innhent svaret, og skriv det inn',
      nn: 'Hent inn svaret, og skriv det inn',
    },
    path: '/v1/cooperation/hearings/{of}/answer',
  },
  TRAINING_TO_RECORD: {
    why: {
      nb: 'Opplæringen var satt opp {since}. Det er ikke registrert at den ble holdt eller avlyst.',
      nn: 'Opplæringa var sett opp {since}. Det er ikkje registrert at ho vart halden eller avlyst.',
    },
    step: {
      nb: 'Registrer at opplæringen ble holdt, og hvem som fullførte',
      nn: 'Registrer at opplæringa vart halden, og kven som fullførte',
    },
    path: '/v1/trainings/{of}/held',
  },
  REPORT_TO_BEGIN: {
    why: {
      nb: 'Perioden etter den forrige rapporten til ledergruppa er over siden {since}. Ingen rapport er begynt.',
      nn: 'Perioden etter den førre rapporten til leiargruppa er over sidan {since}. Ingen rapport er begynt.',
    },
    step: { nb: 'Begynn rapporten for perioden', nn: 'Begynn rapporten for perioden' },
    path: '/v1/reports',
  },
  REPORT_TO_SUBMIT: {
    why: {
      nb: 'En rapport til ledergruppa ble begynt {since}. Den er ikke sendt.',
      nn: 'Ein rapport til leiargruppa vart begynt {since}. Han er ikkje send.',
    },
    step: {
      nb: 'Lås tallene, skriv, godkjenn og send rapporten',
      nn: 'Lås tala, skriv, godkjenn og send rapporten',
    },
    path: '/v1/reports/{of}/submission',
  },
  FORUM_ACTION_TO_DO: {
    why: {
      nb: 'Ledergruppa ba om noe {since}, med frist {dueOn}.{overdue: Fristen er ute.|}[ {party} har ansvaret.]',
      nn: 'Leiargruppa bad om noko {since}, med frist {dueOn}.{overdue: Fristen er ute.|}[ {party} har ansvaret.]',
    },
    step: { nb: 'Gjør det, og skriv hva som ble gjort', nn: 'Gjer det, og skriv kva som vart gjort' },
    path: '/v1/reports/actions/{of}/completion',
  },
  RECEIVER_FAILED: {
    why: {
      nb: 'En mottaker av hendelser ble satt på pause {since}: den {cause}. Ingenting går tapt, men ingenting kommer fram.',
      nn: 'Ein mottakar av hendingar vart sett på pause {since}: han {cause}. Ingenting går tapt, men ingenting kjem fram.',
    },
    step: {
      nb: 'Få rettet mottakeren, og sett den i gang igjen',
      nn: 'Få retta mottakaren, og set han i gang att',
    },
    path: '/v1/webhooks/{of}/resumption',
  },
  BASIS_LOST: {
    why: {
      nb: 'Noe bygger på en avgjørelse som ikke innvilger det lenger. Det ble oppdaget {since}.',
      nn: 'Noko byggjer på ei avgjerd som ikkje innvilgar det lenger. Det vart oppdaga {since}.',
    },
    step: { nb: 'Avgjør på nytt, eller avslutt det', nn: 'Avgjer på nytt, eller avslutt det' },
    path: '/v1/subjects/{subjectId}/coordination',
    method: 'GET',
  },
  MOVE_TO_FOLLOW_UP: {
    why: {
      nb: 'Personen flyttet til en annen kommune {since}. Noe løper fortsatt her.[ {coordinator} er <coordinator>.]',
      nn: 'Personen flytta til ein annan kommune {since}. Noko går framleis her.[ {coordinator} er <coordinator>.]',
    },
    step: {
      nb: 'Overfør planen til den nye kommunen, si fra til gruppa, og avslutt det som løper',
      nn: 'Overfør planen til den nye kommunen, sei frå til gruppa, og avslutt det som går',
    },
    path: '/v1/subjects/{subjectId}/coordination',
    method: 'GET',
  },
};
