import { byLaw, type Criterion } from '../codes.js';
import { conditionsAnswered, conditionsOf, unmetOf } from '../conditions.js';
import { basesFor } from '../legal-bases.js';
import { representatives, type ItemCode } from '#vocabulary';
import type { Check, Missing } from './check.js';
import { answeredOn, type CaseFile, type Stage } from './file.js';

/** What the decision in force answers by law, each item with the day on which it was answered so. */
const answersByLaw = (file: CaseFile, { decidedOn }: Stage) =>
  decidedOn === undefined
    ? []
    : file.outcomes
        .filter(({ item }) => byLaw.includes(item))
        .map((answer) => ({ ...answer, on: answeredOn(file, answer.item) ?? decidedOn }));

const isUndecided = (file: CaseFile, { decidedOn, endedOn }: Stage): boolean =>
  file.receivedOn !== null && decidedOn === undefined && endedOn === undefined;

const metIn = ({ criteria }: CaseFile) =>
  Object.fromEntries(criteria.map(({ criterion, met }) => [criterion, { met }]));

const about = <One extends NonNullable<Missing['about']>[number]>(
  found: readonly One[],
  from: string | undefined,
): Missing | undefined => (found.length === 0 ? undefined : { from, about: [...new Set(found)] });

/** Who decided what is in force. */
const deciderIn = ({ amendments, decidedBy }: CaseFile) => amendments.at(-1)?.decidedBy ?? decidedBy;

/** A section that gives a right to the item on that day, of its own or shared with others of the decision. */
function restsOnLaw(file: CaseFile, item: ItemCode, own: string | null, on: string): boolean {
  if (own !== null) return basesFor([item], on).includes(own);
  const sharing = file.outcomes.filter((one) => one.legalBasis === null && byLaw.includes(one.item));
  return (
    file.legalBasis !== null &&
    basesFor(
      sharing.map((one) => one.item),
      on,
    ).includes(file.legalBasis)
  );
}

/** What a decision must contain, and its letter (DOMAIN: the written decision). */
export const decisionChecks: readonly Check[] = [
  {
    code: 'CRITERION_WITHOUT_REASON',
    legalBasis: 'fvl. § 25; hol. §§ 7-1, 7-2, 7-2 a',
    sentence: [
      'Avgjørelsen sier ikke for hvert vilkår om det er oppfylt, og hvorfor.',
      'Avgjerda seier ikkje for kvart vilkår om det er oppfylt, og kvifor.',
    ],
    toCome: [
      'Hvert vilkår skal vurderes med en begrunnelse i avgjørelsen.',
      'Kvart vilkår skal vurderast med ei grunngiving i avgjerda.',
    ],
    mend: ({ decidedOn }) => ({
      step: decidedOn === null ? 'DecisionMade' : 'DecisionAmended',
      by: 'CASEWORKER',
    }),
    find(file, stage) {
      const reasoned = file.criteria.filter(({ reason }) => reason !== null).map((one) => one.criterion);
      const assessed = file.criteria.map(({ criterion }) => criterion);
      const lacking = (criteria: readonly Criterion[]) =>
        criteria.filter((criterion) => !reasoned.includes(criterion));
      if (isUndecided(file, stage)) {
        return about(
          file.items.flatMap((item) => lacking(conditionsOf(item, stage.since ?? '9999'))),
          undefined,
        );
      }
      return about(
        answersByLaw(file, stage).flatMap(({ item, on }) => lacking(conditionsAnswered(item, on, assessed))),
        stage.decidedOn,
      );
    },
  },
  {
    code: 'OUTCOME_WITHOUT_REASON',
    legalBasis: 'fvl. §§ 24, 25',
    sentence: [
      'Avslag, delvis innvilgelse og svar som går mot et vilkår, skal begrunnes. Her mangler begrunnelsen.',
      'Avslag, delvis innvilging og svar som går mot eit vilkår, skal grunngivast. Her manglar grunngivinga.',
    ],
    toCome: ['Svaret skal begrunnes.', 'Svaret skal grunngivast.'],
    mend: { step: 'DecisionAmended', by: 'CASEWORKER' },
    find(file, stage) {
      if (stage.decidedOn === undefined) return undefined;
      const amended = file.amendments.flatMap(({ items }) => items);
      const without = file.outcomes.filter(
        // The reason of an amendment is that of each of its answers.
        ({ item, outcome, reason }) =>
          reason === null &&
          !amended.includes(item) &&
          (outcome !== 'GRANTED' ||
            (byLaw.includes(item) && unmetOf(item, answeredOn(file, item) ?? '', metIn(file)).length > 0)),
      );
      return about(
        without.map(({ item }) => item),
        stage.decidedOn,
      );
    },
  },
  {
    code: 'LEGAL_BASIS_MISSING',
    legalBasis: 'fvl. § 25',
    sentence: [
      'Avgjørelsen viser ikke til en hjemmel som ga rett til dette den dagen.',
      'Avgjerda viser ikkje til ein heimel som gav rett til dette den dagen.',
    ],
    toCome: ['Avgjørelsen skal vise til hjemmelen.', 'Avgjerda skal vise til heimelen.'],
    mend: { step: 'DecisionAmended', by: 'CASEWORKER' },
    find: (file, stage) =>
      about(
        answersByLaw(file, stage)
          .filter(({ item, legalBasis, on }) => !restsOnLaw(file, item, legalBasis, on))
          .map(({ item }) => item),
        stage.decidedOn,
      ),
  },
  {
    code: 'COMPLAINT_RIGHT_NOT_TOLD',
    legalBasis: 'fvl. § 27; pbrl. § 7-2',
    sentence: [
      'Svaret er ikke et av brevene herfra, og det er ikke registrert at klageretten ble opplyst.',
      'Svaret er ikkje eit av breva herifrå, og det er ikkje registrert at klageretten vart opplyst.',
    ],
    toCome: ['Svaret skal opplyse om klageretten.', 'Svaret skal opplyse om klageretten.'],
    mend: { step: 'InformationGiven', by: 'CASEWORKER' },
    find(file, stage) {
      const { decidedOn, notifiedOn } = stage;
      if (decidedOn === undefined || notifiedOn === undefined) return undefined;
      if (answersByLaw(file, stage).length === 0) return undefined;
      // A letter of the program's own with an answer has the section on complaints, or could not be issued.
      const byLetter = file.letters.some(
        ({ matter, decisionId, dispatches }) =>
          matter === 'DECISION' &&
          decisionId === file.decisionId &&
          dispatches.some(({ returnedOn }) => returnedOn === null),
      );
      const isTold = file.information.some(
        ({ topics, recipients, givenOn }) =>
          topics.includes('COMPLAINT') &&
          givenOn >= decidedOn &&
          recipients.some((one) => representatives.codes.some((speaks) => speaks === one)),
      );
      return byLetter || isTold ? undefined : { from: notifiedOn };
    },
  },
  {
    code: 'DELEGATION_MISSING',
    legalBasis: 'kommuneloven §§ 5-3, 5-14; fvl. § 25',
    sentence: [
      'Nemnda avgjorde uten at det er registrert hvilken delegasjon den handlet etter.',
      'Nemnda avgjorde utan at det er registrert kva delegering ho handla etter.',
    ],
    toCome: ['Delegasjonen til nemnda skal være registrert.', 'Delegeringa til nemnda skal vere registrert.'],
    mend: { step: 'BoardApproved', by: 'LEADER' },
    find: (file, { decidedOn }) =>
      decidedOn !== undefined && deciderIn(file) === 'BOARD' && file.boardDelegationId === null
        ? { from: decidedOn, where: 'DELEGATION_NEEDED' }
        : undefined,
  },
  {
    code: 'RECOMMENDATION_MISSING',
    legalBasis: 'fvl. § 17',
    sentence: [
      'Nemnda avgjorde uten en tilråding fra enheten i saken.',
      'Nemnda avgjorde utan ei tilråding frå eininga i saka.',
    ],
    toCome: [
      'Enheten skal tilrå et svar før nemnda avgjør.',
      'Eininga skal tilrå eit svar før nemnda avgjer.',
    ],
    mend: { step: 'RecommendationMade', by: 'CASEWORKER' },
    find(file, stage) {
      if (file.recommendedOn !== null) return undefined;
      if (isUndecided(file, stage)) return { where: 'BOARD_DECIDES' };
      return stage.decidedOn !== undefined && deciderIn(file) === 'BOARD'
        ? { from: stage.decidedOn }
        : undefined;
    },
  },
];
