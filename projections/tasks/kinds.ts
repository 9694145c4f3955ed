import { type CodeIn, codeList, type Pair, same } from '#event-sourcing/codes';
import type { ChildAge } from '#follow-up';
import type { CourseKind } from './row.js';

// Codes that no event holds: they follow from several. Apart from the fold, whose rows do not change with a word.

/** What waits for somebody. */
export const taskKinds = codeList('taskKind', {
  DEADLINE_OVERDUE: ['en frist er ute', 'ein frist er ute'],
  DEADLINE_NEAR: ['en frist nærmer seg', 'ein frist nærmar seg'],
  CASEWORKER_TO_ASSIGN: ['sak skal få en annen saksbehandler', 'sak skal få ein annan saksbehandlar'],
  NEED_TO_ASK: ['personen er ikke spurt', 'personen er ikkje spurd'],
  MAPPING_TO_ASSIGN: ['kartlegging skal tildeles', 'kartlegging skal tildelast'],
  MAPPING_TO_DO: ['kartlegging skal gjøres', 'kartlegging skal gjerast'],
  APPLICATION_TO_RECEIVE: ['søknad mangler', 'søknad manglar'],
  APPLICATION_TO_COMPLETE: ['søknad skal kompletteres', 'søknad skal kompletterast'],
  CASE_TO_CONSIDER: ['sak er klar til behandling', 'sak er klar til behandling'],
  CASE_FOR_BOARD: ['sak skal til nemnda', 'sak skal til nemnda'],
  BOARD_TO_CONCLUDE: ['nemnda skal behandle saken', 'nemnda skal behandle saka'],
  SECOND_READING_TO_GIVE: ['svar skal leses av en annen', 'svar skal lesast av ein annan'],
  DECISION_TO_MAKE: ['avgjørelse skal tas', 'avgjerd skal takast'],
  DECISION_TO_NOTIFY: ['svar er ikke sendt', 'svar er ikkje sendt'],
  ANSWER_TO_SEND_AGAIN: same('svar kom i retur'),
  LETTER_TO_SEND_AGAIN: ['et brev kom i retur', 'eit brev kom i retur'],
  PROPOSAL_TO_CONCUR: [
    'forslag om <coordinator> venter på leder',
    'forslag om <coordinator> ventar på leiar',
  ],
  PLACEMENT_DISPUTE_TO_SETTLE: [
    'uenighet om plassering skal avgjøres',
    'usemje om plassering skal avgjerast',
  ],
  HANDLING_DISPUTE_TO_SETTLE: ['uenighet om behandling skal avgjøres', 'usemje om behandling skal avgjerast'],
  CANDIDATE_TO_ANSWER: ['forslag om <coordinator> venter på svar', 'forslag om <coordinator> ventar på svar'],
  COORDINATOR_TO_APPOINT: ['<coordinator> skal oppnevnes', '<coordinator> skal oppnemnast'],
  ALLOCATION_TO_TELL: [
    'det skal gis melding om at <coordinator> er oppnevnt',
    'det skal givast melding om at <coordinator> er oppnemnd',
  ],
  COORDINATOR_LEFT: [
    '<coordinator> slutter, ansvaret skal overføres',
    '<coordinator> sluttar, ansvaret skal førast over',
  ],
  ASSIGNEE_LEFT: ['den som skal kartlegge, slutter', 'den som skal kartleggje, sluttar'],
  CASEWORKER_LEFT: [
    'saksbehandleren slutter, saken skal overføres',
    'saksbehandlaren sluttar, saka skal førast over',
  ],
  COORDINATOR_GAP: ['<coordinator> har sluttet, ingen ny', '<coordinator> har slutta, ingen ny'],
  HANDOVER_TO_WRITE: ['overlevering skal skrives', 'overlevering skal skrivast'],
  HANDOVER_TO_ACKNOWLEDGE: [
    'overlevering skal leses og bekreftes',
    'overlevering skal lesast og stadfestast',
  ],
  STANDING_TO_REVIEW: ['plan og <coordinator> skal gjennomgås', 'plan og <coordinator> skal gåast gjennom'],
  PLAN_ENDED: ['planen er avsluttet, noe fortsetter', 'planen er avslutta, noko held fram'],
  REPORT_TO_COMPLETE: ['melding fra enheten skal fylles ut', 'melding frå eininga skal fyllast ut'],
  REPORT_TO_CONFIRM: ['melding fra enheten skal bekreftes', 'melding frå eininga skal stadfestast'],
  END_TO_CONFIRM: ['melding om slutt skal registreres', 'melding om slutt skal registrerast'],
  FEEDBACK_MISSING: ['tilbakemelding om slutt mangler', 'tilbakemelding om slutt manglar'],
  CONSENT_TO_RENEW: [
    'samtykke skal innhentes fra personen selv',
    'samtykke skal hentast inn frå personen sjølv',
  ],
  PLAN_TO_START: ['individuell plan skal startes', 'individuell plan skal startast'],
  CONSENT_ENDED: ['samtykke til <coordinator> gjelder ikke', 'samtykke til <coordinator> gjeld ikkje'],
  BASIS_LOST: ['grunnlaget i vedtaket er borte', 'grunnlaget i vedtaket er borte'],
  MEETING_TO_PLAN: ['møte i <unit> skal planlegges', 'møte i <unit> skal planleggjast'],
  MEETING_OVERDUE: ['for lenge siden siste møte i <unit>', 'for lenge sidan siste møte i <unit>'],
  MEETING_TO_RECORD: ['møte er ikke ført', 'møte er ikkje ført'],
  PROTOCOL_TO_APPROVE: ['protokoll skal godkjennes', 'protokoll skal godkjennast'],
  ENQUIRY_TO_ANSWER: ['henvendelse er ikke besvart', 'førespurnad er ikkje svart på'],
  DECISION_TO_MAKE_ANEW: [
    'avgjørelsen er opphevet, saken skal avgjøres på nytt',
    'avgjerda er oppheva, saka skal avgjerast på nytt',
  ],
  GROUNDS_TO_GIVE: ['det er bedt om begrunnelse', 'det er bede om grunngiving'],
  COMPLAINT_TO_ASSESS: ['klage: vurder om den kom i tide', 'klage: vurder om ho kom i tide'],
  COMPLAINT_TO_RECONSIDER: ['klage skal vurderes på nytt', 'klage skal vurderast på nytt'],
  COMPLAINT_TO_FORWARD: ['klage skal sendes til statsforvalteren', 'klage skal sendast til statsforvaltaren'],
  GOVERNOR_TO_ANSWER: ['statsforvalteren venter på svar', 'statsforvaltaren ventar på svar'],
  COMPLAINT_TO_COMPLY_WITH: [
    'statsforvalterens avgjørelse skal følges opp',
    'avgjerda til statsforvaltaren skal følgjast opp',
  ],
  DOCUMENT_TO_APPROVE: ['dokument venter på godkjenning', 'dokument ventar på godkjenning'],
  DOCUMENT_TO_REVIEW: ['dokument skal gjennomgås', 'dokument skal gåast gjennom'],
  COOPERATION_TO_FOLLOW_UP: ['samarbeidsoppgave skal følges opp', 'samarbeidsoppgåve skal følgjast opp'],
  USER_BODY_TO_ANSWER: ['brukere er spurt og har ikke svart', 'brukarar er spurde og har ikkje svart'],
  TRAINING_TO_RECORD: ['opplæring er ikke ført', 'opplæring er ikkje ført'],
  REPORT_TO_BEGIN: [
    'en rapport til ledergruppa er klar til å lages',
    'ein rapport til leiargruppa er klar til å lagast',
  ],
  REPORT_TO_SUBMIT: ['rapport til ledergruppa er ikke sendt', 'rapport til leiargruppa er ikkje send'],
  FORUM_ACTION_TO_DO: ['ledergruppa har bedt om noe', 'leiargruppa har bede om noko'],
  RECEIVER_FAILED: ['en mottaker av hendelser tar ikke imot', 'ein mottakar av hendingar tek ikkje imot'],
  PLAN_TO_REVIEW: ['planen skal gjennomgås', 'planen skal gåast gjennom'],
  CRISIS_PLAN_TO_REVIEW: ['kriseplanen skal gjennomgås', 'kriseplanen skal gåast gjennom'],
  CRISIS_PLAN_READ_TO_TELL: [
    'kriseplanen er lest i en nødsituasjon, personen skal få vite det',
    'kriseplanen er lesen i ein naudssituasjon, personen skal få vite det',
  ],
  CRISIS_PLAN_READ_TO_REVIEW: [
    'kriseplanen er lest i en nødsituasjon, lederen skal se på det',
    'kriseplanen er lesen i ein naudssituasjon, leiaren skal sjå på det',
  ],
  PROMISE_OVERDUE: ['noe som er lovet, er ikke gjort', 'noko som er lova, er ikkje gjort'],
  AROUND_MEETING_TO_RECORD: ['møte rundt en person er ikke ført', 'møte rundt ein person er ikkje ført'],
  INSIGHT_TO_HEAR: [
    'barnet er 12 år og skal høres om hva foreldrene får se',
    'barnet er 12 år og skal høyrast om kva foreldra får sjå',
  ],
  INSIGHT_TO_LIMIT: [
    'personen er 16 år, samtykker og hva foreldrene ser skal gjennomgås',
    'personen er 16 år, samtykke og kva foreldra ser skal gåast gjennom',
  ],
  INSIGHT_TO_END: [
    'personen er 18 år, foreldrene ser ikke planen uten samtykke',
    'personen er 18 år, foreldra ser ikkje planen utan samtykke',
  ],
  MOVE_TO_FOLLOW_UP: ['personen har flyttet, noe løper fortsatt', 'personen har flytta, noko går framleis'],
} satisfies Readonly<Record<CourseKind, Pair>> & Readonly<Record<string, Pair>>);
export type TaskKind = CodeIn<typeof taskKinds>;

/** So many days before its last day a deadline waits for whoever is to keep it. */
export const nearDays = 7;

/** What waits for the unit itself and is about nobody. */
export const unitKinds = [
  'MEETING_TO_PLAN',
  'MEETING_OVERDUE',
  'MEETING_TO_RECORD',
  'PROTOCOL_TO_APPROVE',
  'DOCUMENT_TO_APPROVE',
  'DOCUMENT_TO_REVIEW',
  'COOPERATION_TO_FOLLOW_UP',
  'USER_BODY_TO_ANSWER',
  'TRAINING_TO_RECORD',
  'REPORT_TO_BEGIN',
  'REPORT_TO_SUBMIT',
  'FORUM_ACTION_TO_DO',
  'RECEIVER_FAILED',
] as const satisfies readonly TaskKind[];

/** What waits of a complaint, of which there is one at a time. */
export const complaintKinds = [
  'GROUNDS_TO_GIVE',
  'COMPLAINT_TO_ASSESS',
  'COMPLAINT_TO_RECONSIDER',
  'COMPLAINT_TO_FORWARD',
  'GOVERNOR_TO_ANSWER',
  'COMPLAINT_TO_COMPLY_WITH',
] as const satisfies readonly TaskKind[];

/** By the age that changed what parents see of a plan. */
export const insightKinds = {
  FROM_12: 'INSIGHT_TO_HEAR',
  FROM_16: 'INSIGHT_TO_LIMIT',
  ADULT: 'INSIGHT_TO_END',
} as const satisfies Readonly<Record<Exclude<ChildAge, 'UNDER_12'>, TaskKind>>;

/** What waits of the follow-up of a person. */
export const followUpKinds = [
  'PROMISE_OVERDUE',
  'AROUND_MEETING_TO_RECORD',
  ...Object.values(insightKinds),
] as const satisfies readonly TaskKind[];

/** What waits of a crisis plan. */
export const crisisPlanKinds = [
  'CRISIS_PLAN_TO_REVIEW',
  'CRISIS_PLAN_READ_TO_TELL',
  'CRISIS_PLAN_READ_TO_REVIEW',
] as const satisfies readonly TaskKind[];

export const isOfUnit = (kind: TaskKind): boolean => unitKinds.some((one) => one === kind);
