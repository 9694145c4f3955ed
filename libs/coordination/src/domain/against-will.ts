import { refusals } from '#event-sourcing/refusals';
import { refusalIn } from '#event-sourcing/revise';
import { type Grant, refuseUngranted, type Reliance } from './basis.js';

export const againstWillRefusals = refusals('coordination', {
  'against-will': [
    'Against the person’s will a right ends only by a decision in writing. Amend the decision and send the answer first, or record that the person agrees.',
    'Mot personens vilje opphører en rett bare ved en skriftlig avgjørelse. Omgjør avgjørelsen og send svaret først, eller registrer at personen er enig.',
    'Mot viljen til personen fell ein rett bort berre ved ei skriftleg avgjerd. Gjer om avgjerda og send svaret først, eller registrer at personen er samd.',
  ],
});
const { refuseIf } = againstWillRefusals;

interface Ending {
  readonly subjectId: string;
  readonly reasonCode: string;
  readonly personAgrees?: boolean | undefined;
  readonly on: string;
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
