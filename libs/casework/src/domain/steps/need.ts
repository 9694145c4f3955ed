import { code, codeOf, localDate, optional, personal, ref, serial, v1 } from '#event-sourcing/event';
import type { CodeIn } from '#event-sourcing/codes';
import { refusals, wordsOf } from '#event-sourcing/refusals';
import { isNamedAmong, representatives, type TargetGroup, targetGroups, units } from '#vocabulary';
import { type Case, opened } from '../case.js';
import { channels, notifierRoles, subjectWishes } from '../codes.js';
import { absent, present } from '../course.js';
import { about, of, step } from '../step.js';

export const needRefusals = refusals('casework', {
  'need-kept-narrow': [
    'Until the person wants the need followed up, only who told of it, whose it is and when are kept. Record the answer first, and the need with it.',
    'Til personen ønsker oppfølging, lagres bare hvem som meldte, hvem det gjelder og når. Registrer svaret først, og behovet sammen med det.',
    'Til personen ønskjer oppfølging, blir berre lagra kven som melde, kven det gjeld og når. Registrer svaret først, og behovet saman med det.',
  ],
  'other-target-group': [
    'The municipality’s profile names no such target group. It names: {known}. Whoever else told of a need is recorded as OTHER.',
    'Kommunens profil nevner ikke denne målgruppen. Den nevner: {known}. Andre som melder et behov, registreres som en annen.',
    'Profilen til kommunen nemner ikkje denne målgruppa. Han nemner: {known}. Andre som melder eit behov, blir registrerte som ein annan.',
  ],
  'no-need': [
    'No need was reported in this case: the person answers for an application by applying or withdrawing.',
    'Det er ikke meldt noe behov i denne saken: personen svarer for en søknad ved å søke eller trekke den.',
    'Det er ikkje meldt noko behov i denne saka: personen svarer for ein søknad ved å søkje eller trekkje han.',
  ],
  'no-answer': [
    'That the person was not asked is no answer. Record the answer when there is one.',
    'At personen ikke ble spurt, er ikke et svar. Registrer svaret når det foreligger.',
    'At personen ikkje vart spurd, er ikkje eit svar. Registrer svaret når det ligg føre.',
  ],
  'already-answered': [
    'The person has given this answer already. A changed mind is another answer.',
    'Personen har allerede gitt dette svaret. Ombestemmer personen seg, er det et annet svar.',
    'Personen har alt gitt dette svaret. Ombestemmer personen seg, er det eit anna svar.',
  ],
  'date-order.answered': [
    'The person answers on or after the day the need was told.',
    'Personen svarer samme dag som behovet ble meldt, eller senere.',
    'Personen svarer same dagen som behovet vart meldt, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = needRefusals;

/** What the need is, is kept once the person wants it followed up; until then who told, of whom and when is all there is (U10, U11). */
const keepsNarrow = (told: { readonly subjectWishes?: string; readonly need?: unknown }) =>
  refuseIf(told.need !== undefined && told.need !== null && told.subjectWishes !== 'YES', 'need-kept-narrow');

/** As whom a profile speaks of those who tell. */
const groupOf: Readonly<Record<CodeIn<typeof notifierRoles>, TargetGroup>> = {
  EMPLOYEE: 'MUNICIPAL_SERVICE',
  SPECIALIST_SERVICE: 'OUTSIDE_SERVICE',
  NEXT_OF_KIN: 'NEXT_OF_KIN',
  OTHER: 'OTHER',
};

/** An employee told the unit of a need (hpl § 38a; U10, U14). */
const needNotified = step(
  'NeedNotified',
  v1(
    {
      ...about,
      notifiedOn: localDate(),
      channel: codeOf(channels),
      notifierRole: codeOf(notifierRoles),
      notifierUnit: optional(code(units)),
      /** Who told, or the body that did (D9). */
      notifierId: optional(ref('party')),
      /** When the person was told of the right, and whether they want it (U10). */
      informedOn: optional(localDate()),
      subjectWishes: codeOf(subjectWishes),
      need: optional(personal.text(of)),
      /** Of a message from another system, such as a hospital's: its id there. One message opens one case. */
      messageReference: optional(personal.text({ ...of, max: 200 })),
      caseNumber: optional(serial()),
    },
    { occurs: 'notifiedOn' },
  ),
  {
    in: absent,
    opens: true,
    admit({ subjectWishes, need, notifierRole }, { targetGroups: named }, standing) {
      keepsNarrow({
        ...standing,
        ...(subjectWishes && { subjectWishes }),
        ...(need !== undefined && { need }),
      });
      const isNamed = notifierRole === undefined || isNamedAmong(named, groupOf[notifierRole]);
      refuseIf(!isNamed, 'other-target-group', { known: wordsOf(targetGroups, ...(named ?? [])) });
    },
    begin: ({ subjectId, notifiedOn, subjectWishes }) => ({
      ...opened(subjectId, { notifiedOn, answer: subjectWishes, answeredOn: notifiedOn }),
      status: 'needNotified',
    }),
    evolve: (state) => state,
  },
);

function withNeed(state: Case) {
  const open = present(state);
  const { need } = open;
  if (need === undefined) throw refusal('no-need');
  return { ...open, need };
}

/** What the person, or who speaks for them, said to the need, be it weeks later; the answer of the latest day counts (U10). */
const needAnswered = step(
  'NeedAnswered',
  v1(
    {
      ...about,
      answeredOn: localDate(),
      subjectWishes: codeOf(subjectWishes),
      answeredBy: codeOf(representatives),
      channel: optional(codeOf(channels)),
      /** What was said, in their own words. */
      answer: optional(personal.text(of)),
      /** What the need is, which may be kept from a yes on. */
      need: optional(personal.text(of)),
    },
    { occurs: 'answeredOn' },
  ),
  {
    in: withNeed,
    check({ need }, { answeredOn, subjectWishes, need: told }) {
      refuseIf(subjectWishes === 'NOT_ASKED', 'no-answer');
      keepsNarrow({ subjectWishes, need: told });
      inOrder(need.notifiedOn, answeredOn, 'date-order.answered');
      refuseIf(need.answer === subjectWishes && need.answeredOn === answeredOn, 'already-answered');
    },
    evolve(state, { answeredOn, subjectWishes: answer }) {
      const { need } = state;
      return need === undefined || answeredOn < need.answeredOn
        ? state
        : { ...state, need: { ...need, answer, answeredOn } };
    },
  },
);

export const needSteps = [needNotified, needAnswered] as const;
