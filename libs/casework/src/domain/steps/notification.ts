import { codeOf, list, localDate, optional, personal, version } from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { representatives } from '#vocabulary';
import type { Case } from '../case.js';
import { channels, recipients } from '../codes.js';
import { present } from '../course.js';
import { about, of, sealedDigest, step } from '../step.js';

export const notificationRefusals = refusals('casework', {
  'not-decided': [
    'There is no decision to notify.',
    'Det er ingen avgjørelse å underrette om.',
    'Det er inga avgjerd å underrette om.',
  ],
  'already-notified': [
    'The decision has been notified. Correct that entry if it names the wrong recipients, way or day.',
    'Det er allerede underrettet om avgjørelsen. Rett den oppføringen hvis mottakere, måte eller dag er feil.',
    'Det er alt underretta om avgjerda. Rett den oppføringa om mottakarar, måte eller dag er feil.',
  ],
  'answer-not-written': [
    'The answer to an application is given in writing.',
    'Svaret på en søknad gis skriftlig.',
    'Svaret på ein søknad blir gitt skriftleg.',
  ],
  'recipient-twice': [
    'A notification names each recipient once.',
    'En underretning nevner hver mottaker én gang.',
    'Ei underretning nemner kvar mottakar éin gong.',
  ],
  'applicant-not-notified': [
    'The answer goes to the person, a guardian or a representative; others may get it as well.',
    'Svaret går til personen, en verge eller foresatt, eller en fullmektig; andre kan få det i tillegg.',
    'Svaret går til personen, ei verje eller ein føresett, eller ein fullmektig; andre kan få det i tillegg.',
  ],
  'date-order.notified': [
    'A decision is notified on or after the day it was made.',
    'Det underrettes om en avgjørelse samme dag som den ble truffet, eller senere.',
    'Det blir underretta om ei avgjerd same dagen som ho vart teken, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = notificationRefusals;

function undelivered(state: Case) {
  const open = present(state);
  if (open.status === 'notified') throw refusal('already-notified');
  if (open.status !== 'decided') throw refusal('not-decided');
  return open;
}

const applicants: readonly string[] = representatives.codes;

/** The written answer went out; until then the decision is not notified (invariant 8). Further recipients are put into it by a correction. */
const decisionNotified = step(
  'DecisionNotified',
  version(
    2,
    {
      ...about,
      recipients: list(codeOf(recipients)),
      channel: codeOf(channels),
      notifiedOn: localDate(),
      documentDigest: optional(personal.digest(of)),
    },
    { occurs: 'notifiedOn', ...sealedDigest },
  ),
  {
    in: undelivered,
    check({ decidedOn }, { channel, recipients: told, notifiedOn }) {
      // U12, U15: the answer is written and sent to the applicant; a copy to the coordinator alone is none.
      refuseIf(channel === 'PHONE', 'answer-not-written');
      refuseIf(hasDoubles(told), 'recipient-twice');
      refuseIf(!told.some((to) => applicants.includes(to)), 'applicant-not-notified');
      inOrder(decidedOn, notifiedOn, 'date-order.notified');
    },
    evolve: (state) => (state.status === 'decided' ? { ...state, status: 'notified' } : state),
  },
);

export const notificationSteps = [decisionNotified] as const;
