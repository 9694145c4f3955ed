import { type CodeIn, codeList, same } from '#event-sourcing/codes';
import { representatives } from '#vocabulary';

/** What somebody complains of; a decision need not be among it. */
export const complaintMatters = codeList('complaintMatter', {
  DECISION: ['avgjørelsen', 'avgjerda'],
  MISSING_ANSWER: ['manglende svar', 'manglande svar'],
  IDLE_PLAN: ['at planen ikke følges opp', 'at planen ikkje blir følgd opp'],
  PARTICIPATION: ['manglende medvirkning', 'manglande medverknad'],
  FOLLOW_UP: ['manglende oppfølging', 'manglande oppfølging'],
  WISH: ['at ønsket ikke ble fulgt', 'at ønsket ikkje vart følgt'],
  DISMISSAL: ['at en klage ble avvist som for sen', 'at ei klage vart avvist som for sein'],
  OTHER: ['annet', 'anna'],
});
/** Who complains: the person, or who speaks for the person (pbrl § 7-2). */
export const complainants = codeList('complainant', {
  ...representatives.words,
  NEXT_OF_KIN: ['pårørende', 'pårørande'],
  ATTORNEY: same('advokat'),
  OMBUD: ['pasient- og brukerombudet', 'pasient- og brukarombodet'],
});
export type Complainant = CodeIn<typeof complainants>;
/** Which way a complaint came. What is told is written down (fvl § 11 d). */
export const complaintWays = codeList('complaintArrival', {
  LETTER: same('brev'),
  EMAIL: same('e-post'),
  DIGITAL_POST: same('digital post'),
  HANDED_IN: ['levert på stedet', 'levert på staden'],
  ORAL: ['muntlig', 'munnleg'],
});
export type ComplaintWay = CodeIn<typeof complaintWays>;
/** To which office it went first, where that was the wrong one. */
export const firstOffices = codeList('firstOffice', {
  STATE_ADMINISTRATOR: ['statsforvalteren', 'statsforvaltaren'],
  OTHER_UNIT: ['en annen del av kommunen', 'ein annan del av kommunen'],
  OTHER_MUNICIPALITY: ['en annen kommune', 'ein annan kommune'],
  SPECIALIST_SERVICE: ['spesialisthelsetjenesten', 'spesialisthelsetenesta'],
  OTHER: ['et annet organ', 'eit anna organ'],
});

/** What somebody finds of when a complaint came. Nothing is dismissed by the program. */
export const timelinessOutcomes = codeList('complaintTimeliness', {
  IN_TIME: ['i tide', 'i tide'],
  LATE_ACCEPTED: ['for sen, behandles likevel', 'for sein, blir behandla likevel'],
  LATE_REJECTED: ['for sen, avvist', 'for sein, avvist'],
});
/** Why a complaint that came too late is taken up (fvl § 31). */
export const latenessGrounds = codeList('latenessGround', {
  NOT_TO_BLAME: ['klageren kan ikke lastes for det', 'klagaren kan ikkje lastast for det'],
  SPECIAL_REASONS: ['særlige grunner taler for det', 'særlege grunnar talar for det'],
});
/** By which rule the period to complain runs. */
export const complaintRules = codeList('complaintRule', {
  COMPLAINT_PBRL: ['fire uker (pbrl. § 7-5)', 'fire veker (pbrl. § 7-5)'],
  COMPLAINT_FVL: ['tre uker (fvl. § 29)', 'tre veker (fvl. § 29)'],
});
export type ComplaintRule = CodeIn<typeof complaintRules>;
/** What the rules of deadlines say of when a complaint came; what is unproven counts as in time. */
export const timelinessVerdicts = codeList('timelinessVerdict', {
  IN_TIME: ['i tide', 'i tide'],
  IN_TIME_UNPROVEN: ['regnes som i tide, ikke bevist', 'rekna som i tide, ikkje bevist'],
  LATE_ASSESS: ['etter fristen, vurderes etter fvl. § 31', 'etter fristen, blir vurdert etter fvl. § 31'],
  LATE_OUTER_DOUBT: ['etter ett år, tvilsomt', 'etter eitt år, tvilsamt'],
  LATE_OUTER: ['etter ett år', 'etter eitt år'],
});
export type TimelinessVerdict = CodeIn<typeof timelinessVerdicts>;
/** How the decision is known, or assumed, to have reached whoever complains. */
export const deliveryKinds = codeList('complaintDelivery', {
  PROVEN: ['bevist levert', 'bevist levert'],
  DIGITAL: ['lagt ut digitalt', 'lagd ut digitalt'],
  MAIL: ['sendt med vanlig post', 'send med vanleg post'],
  NONE: ['ikke levert', 'ikkje levert'],
});

/** What the municipality comes to when it looks at the matter anew (fvl § 33). */
export const reconsiderations = codeList('complaintReconsideration', {
  UPHELD: ['opprettholdt', 'halden ved lag'],
  CHANGED: ['endret slik klageren ønsket', 'endra slik klagaren ønskte'],
  PARTLY: ['endret delvis', 'endra delvis'],
});
export type Reconsideration = CodeIn<typeof reconsiderations>;
/** What the county governor came to. */
export const complaintOutcomes = codeList('complaintOutcome', {
  GRANTED: ['medhold', 'medhald'],
  PARTLY_GRANTED: ['delvis medhold', 'delvis medhald'],
  NOT_GRANTED: ['ikke medhold', 'ikkje medhald'],
  SET_ASIDE: ['opphevet og sendt tilbake', 'oppheva og send tilbake'],
  DISMISSED: same('avvist'),
});
export type ComplaintOutcome = CodeIn<typeof complaintOutcomes>;
/** With what a municipality complies. */
export const asksForMore = (outcome: ComplaintOutcome): boolean =>
  outcome === 'GRANTED' || outcome === 'PARTLY_GRANTED' || outcome === 'SET_ASIDE';
