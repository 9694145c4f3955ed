import { type CodeIn, codeList, same } from '#event-sourcing/codes';

/** What the county governor would miss of a case if a complaint came today. The package for the county governor names what it lacks by these. */
export const gapCodes = codeList('gap', {
  ANSWER_MISSING: ['skriftlig svar mangler', 'skriftleg svar manglar'],
  LATE_WITHOUT_REPLY: ['for sent, uten foreløpig svar', 'for seint, utan førebels svar'],
  DEADLINE_UNEXPLAINED: ['forsinkelsen er ikke forklart', 'forseinkinga er ikkje forklart'],
  DISPATCH_UNPROVEN: ['bevis for at svaret kom fram, mangler', 'bevis for at svaret kom fram, manglar'],
  CRITERION_WITHOUT_REASON: ['vilkår uten vurdering', 'vilkår utan vurdering'],
  OUTCOME_WITHOUT_REASON: ['svar uten begrunnelse', 'svar utan grunngiving'],
  LEGAL_BASIS_MISSING: ['hjemmel mangler', 'heimel manglar'],
  COMPLAINT_RIGHT_NOT_TOLD: ['klageretten er ikke opplyst', 'klageretten er ikkje opplyst'],
  DELEGATION_MISSING: ['delegasjon mangler', 'delegering manglar'],
  MAPPING_MISSING: ['kartlegging mangler', 'kartlegging manglar'],
  RECOMMENDATION_MISSING: ['tilråding mangler', 'tilråding manglar'],
  WISH_NOT_ASKED: ['ønsket er ikke avklart', 'ønsket er ikkje avklart'],
  PERSON_NOT_HEARD: ['personen er ikke hørt', 'personen er ikkje høyrd'],
  CHILD_NOT_HEARD: ['barnet er ikke hørt', 'barnet er ikkje høyrt'],
  DISQUALIFICATION_UNANSWERED: ['inhabilitet er ikke fulgt opp', 'inhabilitet er ikkje følgd opp'],
  PLAN_NOT_ATTACHED: ['planen er ikke lagt ved', 'planen er ikkje lagd ved'],
});
export type GapCode = CodeIn<typeof gapCodes>;

/** What outside the case a gap depends on: the person's age, the plan, the municipality's own route. */
export const gapConditions = codeList('gapCondition', {
  /** A child of an age to be heard, and no adult for sure. */
  CHILD: ['personen er et barn som skal høres', 'personen er eit barn som skal høyrast'],
  /** Surely an adult, or of unknown birth. */
  ADULT: ['personen er voksen', 'personen er vaksen'],
  /** A plan was begun, and none is among the documents. */
  PLAN_UNFILED: ['planen er ikke blant dokumentene', 'planen er ikkje blant dokumenta'],
  /** The board decides by the profile. */
  BOARD_DECIDES: ['nemnda avgjør', 'nemnda avgjer'],
  /** By the profile the board approves only where that is delegated to it. */
  DELEGATION_NEEDED: ['nemnda handler etter delegert myndighet', 'nemnda handlar etter delegert mynde'],
  /** The municipality has set itself days to map the need in. */
  MAPPING_WANTED: ['kommunen kartlegger behovet', 'kommunen kartlegg behovet'],
});
export type GapCondition = CodeIn<typeof gapConditions>;

/** Who mends it. */
export const menders = codeList('gapMender', {
  CASEWORKER: ['saksbehandleren', 'saksbehandlaren'],
  LEADER: ['lederen av <unit>', 'leiaren av <unit>'],
  MAPPER: ['den som kartlegger', 'den som kartlegg'],
  COORDINATOR: same('<coordinator>'),
});
export type Mender = CodeIn<typeof menders>;
