import { type CodeIn, codeList, same } from '#event-sourcing/codes';
import {
  channels,
  type deciderBodies,
  type DelegationScope,
  type ItemCode,
  representatives,
  type TargetGroup,
} from '#vocabulary';

export { channels };
/** Who told the unit of a need (hpl § 38a; U10, U14). */
export const notifierRoles = codeList('notifierRole', {
  EMPLOYEE: ['en ansatt', 'ein tilsett'],
  SPECIALIST_SERVICE: ['spesialisthelsetjenesten', 'spesialisthelsetenesta'],
  NEXT_OF_KIN: ['en pårørende', 'ein pårørande'],
  OTHER: ['en annen', 'ein annan'],
});
/** What the person said to a need; the words follow the person as subject. */
export const subjectWishes = codeList('subjectWish', {
  YES: ['ønsket oppfølging', 'ønskte oppfølging'],
  NO: ['ønsket ikke oppfølging', 'ønskte ikkje oppfølging'],
  NOT_ASKED: ['ble ikke spurt om sitt ønske', 'vart ikkje spurd om ønsket sitt'],
});
export const applicantRoles = codeList('applicantRole', {
  ...representatives.words,
  EMPLOYEE: ['en ansatt', 'ein tilsett'],
});
/** What an application may lack when it arrives and get later. */
export const applicationParts = codeList('applicationPart', {
  SIGNATURE: same('underskrift'),
  WRITING: ['skriftlig søknad', 'skriftleg søknad'],
});
/** On what ground somebody maps a need (U13). */
export const competenceBases = codeList('competenceBasis', {
  PROFESSION: same('fagutdanning'),
  TRAINING: same('opplæring'),
  EXPERIENCE: same('erfaring'),
  GUIDED: ['under veiledning', 'under rettleiing'],
});
/** The two conditions for plan and coordinator, and those of a child coordinator; which an item has on a day, `conditions.ts` says. */
export const criteria = codeList('criterion', {
  LONG_TERM: same('langvarig behov'),
  COORDINATED: ['behov for koordinerte tjenester', 'behov for koordinerte tenester'],
  CHILD_IN_FAMILY: [
    'familien har barn under 18 år eller venter barn',
    'familien har barn under 18 år eller ventar barn',
  ],
  CHILD_SERIOUS_CONDITION: [
    'barnet har alvorlig sykdom, skade eller nedsatt funksjonsevne',
    'barnet har alvorleg sjukdom, skade eller nedsett funksjonsevne',
  ],
  CHILD_LONG_TERM: [
    'familien vil ha langvarig behov for tjenester',
    'familien vil ha langvarig behov for tenester',
  ],
  CHILD_COMPLEX: [
    'behov for sammensatte eller koordinerte helse- og omsorgstjenester og andre velferdstjenester',
    'behov for samansette eller koordinerte helse- og omsorgstenester og andre velferdstenester',
  ],
});
/** How a child or a young person was heard in the case (barnelova § 31, pbrl § 4-4). */
export const hearingModes = codeList('hearingMode', {
  CONVERSATION: same('i samtale'),
  WITH_PARENTS: ['i samtale sammen med foreldrene', 'i samtale saman med foreldra'],
  IN_WRITING: ['skriftlig', 'skriftleg'],
  THROUGH_ANOTHER: ['gjennom en annen som barnet valgte', 'gjennom ein annan som barnet valde'],
  OBSERVED: ['ved å være sammen med barnet', 'ved å vere saman med barnet'],
  NO_WISH: ['barnet ville ikke uttale seg', 'barnet ville ikkje uttale seg'],
});
export const outcomes = codeList('outcome', {
  GRANTED: ['innvilget', 'innvilga'],
  PARTLY: ['delvis innvilget', 'delvis innvilga'],
  REFUSED: same('avslått'),
});
export const recipients = codeList('recipient', {
  ...representatives.words,
  COORDINATOR: same('<coordinator>'),
  NEXT_OF_KIN: ['pårørende', 'pårørande'],
});
/** Why an answer takes longer than a month (fvl § 11 a). */
export const delayReasons = codeList('delayReason', {
  AWAITING_INFORMATION: ['vi venter på opplysninger', 'vi ventar på opplysningar'],
  AWAITING_MAPPING: ['behovet skal kartlegges', 'behovet skal kartleggjast'],
  AWAITING_MEETING: ['saken skal opp i et møte', 'saka skal opp i eit møte'],
  AWAITING_OTHERS: ['vi venter på svar fra andre', 'vi ventar på svar frå andre'],
  CAPACITY: ['vi har mange saker', 'vi har mange saker'],
  OTHER: ['annet', 'anna'],
});
/** How it is known that a written answer reached somebody. What is assumed is said to be: a term to complain is never shortened by it (inv. 8). */
export const deliveryProofs = codeList('deliveryProof', {
  HANDED_OVER: ['overlevert personlig', 'overlevert personleg'],
  READ: ['åpnet digitalt', 'opna digitalt'],
  SIGNED_FOR: same('kvittert'),
  CONFIRMED: ['bekreftet av mottakeren', 'stadfesta av mottakaren'],
  ASSUMED: ['antatt etter postgangen', 'gått ut frå etter postgangen'],
});
/** Why a written answer came back. */
export const returnCauses = codeList('returnCause', {
  UNKNOWN_ADDRESS: ['ukjent adresse', 'ukjend adresse'],
  MOVED: ['mottakeren har flyttet', 'mottakaren har flytta'],
  NOT_COLLECTED: ['ikke hentet', 'ikkje henta'],
  NOT_OPENED: ['ikke åpnet digitalt', 'ikkje opna digitalt'],
  REFUSED: ['mottakeren tok det ikke imot', 'mottakaren tok det ikkje imot'],
  OTHER: ['annet', 'anna'],
});
/** On what ground a decision is amended (fvl § 35). */
export const amendmentGrounds = codeList('amendmentGround', {
  IN_FAVOUR: same('til fordel for personen'),
  NEW_FACTS: ['nye opplysninger', 'nye opplysningar'],
  CHANGED_NEED: ['behovet er endret', 'behovet er endra'],
  ERROR: ['feil i avgjørelsen', 'feil i avgjerda'],
  COMPLAINT: same('etter klage'),
  HIGHER_AUTHORITY: ['pålegg fra overordnet organ', 'pålegg frå overordna organ'],
  OTHER: ['annet', 'anna'],
});
/** Why a case was closed, at whatever stage. */
export const caseClosureReasons = codeList('caseClosureReason', {
  COMPLETED: ['ferdig behandlet', 'ferdig handsama'],
  NO_NEED: ['behovet falt bort', 'behovet fall bort'],
  DECLINED: ['personen takket nei', 'personen takka nei'],
  NOT_FOLLOWED_UP: ['personen fulgte ikke opp saken', 'personen følgde ikkje opp saka'],
  DECEASED: same('personen er død'),
  MOVED: ['personen har flyttet', 'personen har flytta'],
  TRANSFERRED: ['overført til en annen kommune', 'overført til ein annan kommune'],
  DUPLICATE: ['saken er ført i en annen sak', 'saka er ført i ei anna sak'],
  OTHER: ['annet', 'anna'],
});

/** What of a case's handling may be disputed (U20). */
export const handlingTopics = codeList('handlingTopic', {
  MAPPING: ['hvilken enhet som skal kartlegge', 'kva eining som skal kartlegge'],
  FOLLOW_UP: ['om saken skal følges opp', 'om saka skal følgjast opp'],
});

export type CaseClosureReason = CodeIn<typeof caseClosureReasons>;

/** Closed for one of these, a case leaves nothing of its grant to wait for. Silence is no answer, and what was carried out goes on. */
export const closuresUsingUp = [
  'NO_NEED',
  'DECLINED',
  'DECEASED',
  'MOVED',
  'TRANSFERRED',
  'DUPLICATE',
] as const satisfies readonly CaseClosureReason[];

export const usesUp = (reason: string | null): boolean => closuresUsingUp.some((one) => one === reason);

/** The same, where the matter does not go on in another case either: from that day nobody has to follow a coordinator who left. */
export const endsNeed = (reason: string | null): boolean => reason !== 'DUPLICATE' && usesUp(reason);

/** Other systems in which a case is known too. */
export const outsideSystems = codeList('outsideSystem', {
  ARCHIVE: same('sak- og arkivsystemet'),
  PATIENT_RECORD: same('den elektroniske pasientjournalen (EPJ)'),
  SPECIALIST_SERVICE: ['spesialisthelsetjenesten', 'spesialisthelsetenesta'],
  OTHER_MUNICIPALITY: ['en annen kommune', 'ein annan kommune'],
  STATE_ADMINISTRATOR: ['statsforvalteren', 'statsforvaltaren'],
  OTHER: ['et annet system', 'eit anna system'],
});

export type ApplicationPart = CodeIn<typeof applicationParts>;
export type Outcome = CodeIn<typeof outcomes>;
export type Recipient = CodeIn<typeof recipients>;
export type Criterion = CodeIn<typeof criteria>;

/** What the law gives a right to (pbrl §§ 2-5, 2-5b, 2-5c): answered on its conditions (hol §§ 7-1, 7-2, 7-2a), and applied for anywhere. */
export const byLaw: readonly ItemCode[] = ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR'];

/** What a case needs to know of the municipality's profile. */
export interface Profile {
  readonly items: readonly ItemCode[];
  readonly deciderBody: CodeIn<typeof deciderBodies>;
  /** The municipal director where it is not said. */
  readonly disputesSettledBy?: string | undefined;
  /** Whether it asks for applications in writing (S7). */
  readonly asksForWriting?: boolean | undefined;
  /** Whom the municipality speaks of as those who turn to it; anybody where it does not say (S12). */
  readonly targetGroups?: readonly TargetGroup[] | undefined;
  /** In what somebody acts only where it is delegated to them (S3, S6). */
  readonly delegationNeededFor?: readonly DelegationScope[] | undefined;
}
