import { cooperationEvents } from '#competence';
import { same } from '#event-sourcing/codes';
import { wordingsOf } from './wording.js';

/** What the unit is about beyond the single person (U21, U23). */
export const cooperationWordings = wordingsOf(
  cooperationEvents,
  {
    CooperationTaskAgreed: {
      title: ['Samarbeidsoppgave avtalt', 'Samarbeidsoppgåve avtalt'],
      nb: '{matter} ble avtalt {agreedOn}. {ownerId}[ ({unit})] følger det opp, neste gang {followUpOn}.[ Enheter som er med: {withUnits}.][ Andre som er med: {withOthers}.]',
      nn: '{matter} vart avtalt {agreedOn}. {ownerId}[ ({unit})] følgjer det opp, neste gong {followUpOn}.[ Einingar som er med: {withUnits}.][ Andre som er med: {withOthers}.]',
    },
    CooperationTaskFollowedUp: {
      title: ['Samarbeidsoppgave fulgt opp', 'Samarbeidsoppgåve følgd opp'],
      nb: 'Oppgaven ble fulgt opp {followedUpOn}: {note}. Neste gang: {followUpOn}.[ {ownerId} følger det opp videre.]',
      nn: 'Oppgåva vart følgd opp {followedUpOn}: {note}. Neste gong: {followUpOn}.[ {ownerId} følgjer det opp vidare.]',
    },
    CooperationTaskCompleted: {
      title: ['Samarbeidsoppgave avsluttet', 'Samarbeidsoppgåve avslutta'],
      nb: 'Oppgaven ble avsluttet {completedOn} ({outcome}).[ Merknad: {note}.]',
      nn: 'Oppgåva vart avslutta {completedOn} ({outcome}).[ Merknad: {note}.]',
    },
    UserBodyAsked: {
      title: ['Brukere hørt: spurt', 'Brukarar høyrde: spurt'],
      nb: '{bodyName} ({body}) ble {askedOn} spurt om {matter}, med frist {answerBy}.',
      nn: '{bodyName} ({body}) vart {askedOn} spurt om {matter}, med frist {answerBy}.',
    },
    UserBodyAnswered: {
      title: ['Brukere hørt: svar', 'Brukarar høyrde: svar'],
      nb: 'Svaret ble registrert {answeredOn} ({standpoint})[: {answer}].[ Det førte til: {consequence}.]',
      nn: 'Svaret vart registrert {answeredOn} ({standpoint})[: {answer}].[ Det førte til: {consequence}.]',
    },
  },
  {
    matter: ['hva det gjelder', 'kva det gjeld'],
    ownerId: ['hvem som følger det opp', 'kven som følgjer det opp'],
    unit: ['enhet', 'eining'],
    withUnits: ['enheter som er med', 'einingar som er med'],
    withOthers: ['andre som er med', 'andre som er med'],
    agreedOn: ['dato avtalt', 'dato avtalt'],
    followUpOn: ['neste oppfølging', 'neste oppfølging'],
    followedUpOn: ['dato fulgt opp', 'dato følgd opp'],
    note: same('merknad'),
    completedOn: ['dato avsluttet', 'dato avslutta'],
    outcome: ['hva det ble til', 'kva det vart til'],
    body: ['hvem som er spurt', 'kven som er spurt'],
    bodyName: ['navn på dem som er spurt', 'namn på dei som er spurde'],
    askedOn: ['dato spurt', 'dato spurt'],
    answerBy: ['svarfrist', 'svarfrist'],
    answeredOn: ['dato for svaret', 'dato for svaret'],
    standpoint: ['standpunkt', 'standpunkt'],
    answer: same('svar'),
    consequence: ['hva det førte til', 'kva det førte til'],
  },
);
