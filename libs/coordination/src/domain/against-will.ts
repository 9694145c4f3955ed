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
    'That the need has ceased is put in the place of another reason only where the person agrees: correct that too. Otherwise mark the entry as recorded in error, and record the end anew.',
    'At behovet er opphørt, settes i stedet for en annen grunn bare der personen er enig: rett det også. Ellers: merk oppføringen som feilregistrert, og registrer slutten på nytt.',
    'At behovet er opphøyrt, blir sett i staden for ein annan grunn berre der personen er samd: rett det òg. Elles: merk oppføringa som feilregistrert, og registrer slutten på nytt.',
  ],
});
const { refuseIf } = againstWillRefusals;

interface Ending {
  readonly subjectId: string;
  readonly reasonCode: string;
  readonly personAgrees?: boolean | undefined;
  readonly on: string;
}

/** The same of a correction to that reason: which decision it would rest on is not asked then. */
export function refuseCorrectedAgainstWill(
  said: Partial<Pick<Ending, 'reasonCode' | 'personAgrees'>>,
  standing: Pick<Ending, 'personAgrees'> | undefined,
): void {
  if (standing === undefined || said.reasonCode !== 'NEED_CEASED') return;
  refuseIf((said.personAgrees ?? standing.personAgrees) !== true, 'against-will.corrected');
}

/**
 * Refuses that a person's coordinator or plan ends because the unit finds that the need has ceased, unless the person agrees, or it rests on a
 * decision that grants it no more and was told in writing by that day (fvl § 35, pbrl § 2-7).
 */
export function refuseAgainstWill(
  { subjectId, reasonCode, personAgrees = false, on }: Ending,
  reliance: Reliance | undefined,
  grant: Grant | undefined,
): void {
  if (reasonCode !== 'NEED_CEASED' || personAgrees) return;
  const isUngranted =
    reliance !== undefined &&
    refusalIn(() => refuseUngranted({ ...reliance, begins: on }, subjectId, grant)) !== undefined;
  refuseIf(!isUngranted || !grant || (grant.notifiedOn ?? '9999') > on, 'against-will');
}
