import { refusals } from '#event-sourcing/refusals';
import { refusalIn } from '#event-sourcing/revise';
import { type Grant, refuseUngranted, type Reliance } from './basis.js';

export const againstWillRefusals = refusals('coordination', {
  'against-will': [
    'Against the person’s will a right ends only by a decision in writing. Amend the decision and send the answer first, or record that the person agrees.',
    'Mot personens vilje opphører en rett bare ved en skriftlig avgjørelse. Omgjør avgjørelsen og send svaret først, eller registrer at personen er enig.',
    'Mot viljen til personen fell ein rett bort berre ved ei skriftleg avgjerd. Gjer om avgjerda og send svaret først, eller registrer at personen er samd.',
  ],
  'against-will.corrected': [
    'That the need has ceased, or another reason than those named, is put in the place of what was said only where the person agrees: correct that too. Otherwise mark the entry as recorded in error, and record the end anew.',
    'At behovet er opphørt, eller annet enn de nevnte grunnene, settes i stedet for det som var sagt, bare der personen er enig: rett det også. Ellers: merk oppføringen som feilregistrert, og registrer slutten på nytt.',
    'At behovet er opphøyrt, eller anna enn dei nemnde grunnane, blir sett i staden for det som var sagt, berre der personen er samd: rett det òg. Elles: merk oppføringa som feilregistrert, og registrer slutten på nytt.',
  ],
});
const { refuseIf } = againstWillRefusals;

/** Why the unit ends something by its own judgement; the other reasons tell what happened to the person, or who wants it so. */
export const isJudged = (reasonCode: string): boolean => ['NEED_CEASED', 'OTHER'].includes(reasonCode);

interface Ending {
  readonly subjectId: string;
  readonly reasonCode: string;
  readonly personAgrees?: boolean | undefined;
  readonly on: string;
  /** Another of its kind is there then, or comes: not the right ends, only this one. */
  readonly isReplaced: boolean;
}
type Said = Pick<Ending, 'reasonCode' | 'personAgrees'>;

const isUnagreed = (said: Said) => isJudged(said.reasonCode) && said.personAgrees !== true;

/** The same of a correction of why: which decision it would rest on is not asked then. */
export function refuseCorrectedAgainstWill(changed: Partial<Said>, standing: Said | undefined): void {
  if (standing === undefined) return;
  const reads = { ...standing, ...changed };
  const isAnother = reads.reasonCode !== standing.reasonCode || !isUnagreed(standing);
  refuseIf(isUnagreed(reads) && isAnother, 'against-will.corrected');
}

/**
 * Refuses that a person's coordinator or plan ends because the unit finds that the need has ceased, or for a reason that it does not name, unless
 * the person agrees, or it rests on a decision that grants it no more and was told in writing by that day (fvl § 35, pbrl § 2-7). What rests on no
 * case has no decision: it ends by what the person says, by a reason that is not the unit's, or when another takes its place.
 */
export function refuseAgainstWill(
  { subjectId, on, ...said }: Ending,
  reliance: Reliance | undefined,
  grant: Grant | undefined,
): void {
  if (!isUnagreed(said) || (said.reasonCode === 'OTHER' && said.isReplaced)) return;
  const isUngranted =
    reliance !== undefined &&
    refusalIn(() => refuseUngranted({ ...reliance, begins: on }, subjectId, grant)) !== undefined;
  refuseIf(!isUngranted || !grant || (grant.notifiedOn ?? '9999') > on, 'against-will');
}
