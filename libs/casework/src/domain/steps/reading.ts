import {
  codeOf,
  flag,
  idOf,
  list,
  localDate,
  newId,
  optional,
  personal,
  record,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals, wordsOf } from '#event-sourcing/refusals';
import { items } from '#vocabulary';
import type { Applied, Reading } from '../case.js';
import { criteria, type Criterion, outcomes } from '../codes.js';
import { conditionsAnswered, isAgainst, type Met, unmetOf } from '../conditions.js';
import { applied } from '../course.js';
import { about, of, step } from '../step.js';
import { assessesEachOnce, assessesItsOwn } from './criteria.js';
import { answersWhatWasRequested, type Decision } from './grounds.js';

export const readingRefusals = refusals('casework', {
  'second-reading': [
    'This answer goes against the conditions as they are assessed ({items}). Ask somebody else to read it before it is made.',
    'Dette svaret går imot vilkårene slik de er vurdert ({items}). Be en annen lese det før det gis.',
    'Dette svaret går imot vilkåra slik dei er vurderte ({items}). Be ein annan lese det før det blir gitt.',
  ],
  'second-reading.waits': [
    'This answer waits to be read by somebody else: it goes against the conditions as they are assessed ({items}).',
    'Dette svaret venter på at en annen leser det: det går imot vilkårene slik de er vurdert ({items}).',
    'Dette svaret ventar på at ein annan les det: det går imot vilkåra slik dei er vurderte ({items}).',
  ],
  'second-reading.disagrees': [
    'Who read this answer does not agree with it ({items}). Change it, or ask somebody to read it anew.',
    'Den som leste dette svaret, er ikke enig i det ({items}). Endre det, eller be noen lese det på nytt.',
    'Den som las dette svaret, er ikkje samd i det ({items}). Endre det, eller be nokon lese det på nytt.',
  ],
  'second-reading.other': [
    'What was read is another answer, or rests on other assessments ({items}). Ask for this one to be read.',
    'Det som ble lest, er et annet svar eller bygger på andre vurderinger ({items}). Be om at dette blir lest.',
    'Det som vart lese, er eit anna svar eller byggjer på andre vurderingar ({items}). Be om at dette blir lese.',
  ],
  'reads-own': [
    'A second reading is somebody else’s: neither who asked for it nor the caseworker of the case reads it.',
    'Gjennomlesingen gjøres av en annen: verken den som ba om den, eller saksbehandleren i saken.',
    'Gjennomlesinga blir gjord av ein annan: verken den som bad om henne, eller saksbehandlaren i saka.',
  ],
  'reads-own.decides': [
    'Who read this answer does not decide it too. Let somebody else record the decision.',
    'Den som leste dette svaret, avgjør det ikke også. La en annen registrere avgjørelsen.',
    'Den som las dette svaret, avgjer det ikkje òg. Lat ein annan registrere avgjerda.',
  ],
  'no-such-reading': [
    'No such reading is asked for in this case: another was asked for since, or the case was decided.',
    'Det er ikke bedt om noen slik gjennomlesing i saken: det er bedt om en annen siden, eller saken er avgjort.',
    'Det er ikkje bede om noka slik gjennomlesing i saka: det er bede om ei anna sidan, eller saka er avgjord.',
  ],
  'already-read': [
    'This answer was read already. Ask for another reading where it is to be read anew.',
    'Dette svaret er allerede lest. Be om en ny gjennomlesing hvis det skal leses igjen.',
    'Dette svaret er alt lese. Be om ei ny gjennomlesing om det skal lesast igjen.',
  ],
  'reason-missing.reading': [
    'Who does not agree with the answer says why.',
    'Den som ikke er enig i svaret, sier hvorfor.',
    'Den som ikkje er samd i svaret, seier kvifor.',
  ],
  'date-order.reading': [
    'An answer is read on or after the day on which that was asked for, after the application and before the decision.',
    'Et svar leses samme dag som det ble bedt om, eller senere, etter at søknaden kom og før avgjørelsen.',
    'Eit svar blir lese same dagen som det vart bede om, eller seinare, etter at søknaden kom og før avgjerda.',
  ],
});
const { refusal, refuseIf, inOrder } = readingRefusals;

/** An answer as it is meant, before it is made. */
export const intended = {
  items: list(
    record({ item: codeOf(items), outcome: codeOf(outcomes), reason: optional(personal.text(of)) }),
  ),
  criteria: list(record({ criterion: codeOf(criteria), met: flag(), reason: personal.text(of) })),
};

/** Somebody else is to read an answer before it is made; what is asked for anew takes the place of what was asked before. */
const secondReadingRequested = step(
  'SecondReadingRequested',
  v1(
    { ...about, readingId: newId('reading'), ...intended, requestedOn: localDate() },
    { occurs: 'requestedOn' },
  ),
  {
    in: applied,
    byQualified: true,
    check(application, { items: answers, criteria: assessed, requestedOn }) {
      answersWhatWasRequested(application, { items: answers });
      assessesEachOnce(assessed.map(({ criterion }) => criterion));
      inOrder(application.receivedOn, requestedOn, 'date-order.reading');
    },
    /** Who reads sees every condition assessed, here or in the case. */
    decide(said, { state }, fact) {
      const known = Object.keys(applied(state).criteria) as Criterion[];
      const assessed = [...said.criteria.map(({ criterion }) => criterion), ...known];
      assessesItsOwn(said.items, said.requestedOn, assessed);
      return [fact(said)];
    },
    evolve: (state, { readingId, items: answers, criteria: assessed, requestedOn }) =>
      'receivedOn' in state
        ? {
            ...state,
            reading: {
              readingId,
              items: answers.map(({ item, outcome }) => ({ item, outcome })),
              criteria: assessed.map(({ criterion, met }) => ({ criterion, met })),
              requestedOn,
            },
          }
        : state,
  },
);

/** Another person has read it, and agrees or not. */
const secondReadingGiven = step(
  'SecondReadingGiven',
  v1(
    {
      ...about,
      readingId: idOf('reading'),
      readerId: ref('party'),
      agrees: flag(),
      reason: optional(personal.text(of)),
      readOn: localDate(),
    },
    { occurs: 'readOn' },
  ),
  {
    in: applied,
    byQualified: true,
    reads: 'SecondReadingRequested',
    check({ reading }, { readingId, agrees, reason, readOn }) {
      if (reading?.readingId !== readingId) throw refusal('no-such-reading');
      refuseIf(reading.given !== undefined, 'already-read');
      refuseIf(!agrees && reason === undefined, 'reason-missing.reading');
      inOrder(reading.requestedOn, readOn, 'date-order.reading');
    },
    decide(said, { state, history }, fact) {
      const { caseworker } = applied(state);
      const request = history.find(
        ({ type, data }) => type === 'SecondReadingRequested' && data['readingId'] === said.readingId,
      );
      const own = [request?.metadata.actor.partyId, caseworker?.caseworkerId];
      refuseIf(own.includes(said.readerId), 'reads-own');
      return [fact(said)];
    },
    evolve: (state, { readerId, agrees, readOn }) =>
      'reading' in state && state.reading !== undefined
        ? { ...state, reading: { ...state.reading, given: { readerId, agrees, readOn } } }
        : state,
  },
);

/**
 * Refuses a new answer that goes against the conditions as they are assessed, unless somebody else than who decides has read just that and agrees. A
 * board reads what the unit recommends: that is a second reading. What lacks its reason is refused for that.
 */
export function refuseUnread(
  { reading, criteria: before }: Applied,
  { items: answers, decidedBy, decidedOn }: Decision,
  met: Met,
  actorId: string | undefined,
): void {
  const against = answers.filter((one) => isAgainst(one, decidedOn, met));
  const isReasoned = against.every(({ reason }) => reason !== undefined);
  if (decidedBy === 'BOARD' || against.length === 0 || !isReasoned) return;
  const what = { items: wordsOf(items, ...against.map(({ item }) => item)) };
  if (!reading) throw refusal('second-reading', what);
  const { given } = reading;
  if (!given) throw refusal('second-reading.waits', what);
  refuseIf(!given.agrees, 'second-reading.disagrees', what);
  refuseIf(
    !against.every((one) => isReadIn({ reading, before }, one, decidedOn, met)),
    'second-reading.other',
    what,
  );
  refuseIf(given.readerId === actorId, 'reads-own.decides');
  inOrder(given.readOn, decidedOn, 'date-order.reading');
}

/**
 * Which answers of a decision as it stands now go against their conditions, and were read neither before it nor `since`; `said`: what each says. The
 * board reads its own.
 */
export const unreadIn = (
  { reading, criteria: met }: Applied,
  { items: answers, decidedBy, decidedOn: day }: Decision,
  since: { readonly reading: Reading | undefined; readonly before: Met },
) =>
  answers
    .filter((one) => decidedBy !== 'BOARD' && isAgainst(one, day, met))
    .filter(
      (one) =>
        ![{ reading, before: met }, since].some(
          ({ reading: read, before }) =>
            read?.given?.agrees === true && isReadIn({ reading: read, before }, one, day, met),
        ),
    )
    .map(({ item, outcome }) => ({ item, said: JSON.stringify([item, outcome, unmetOf(item, day, met)]) }));

/** What is refused of the correction of a decision that makes it go against its conditions. */
export const refuseUnreadNow = (unread: readonly Pick<Decision['items'][number], 'item'>[]): void =>
  refuseIf(unread.length > 0, 'second-reading', { items: wordsOf(items, ...unread.map(({ item }) => item)) });

/** Whether just this answer was read, with its conditions assessed just so: there, or in the case before. */
function isReadIn(
  { reading, before }: { readonly reading: Reading; readonly before: Met },
  { item, outcome }: Decision['items'][number],
  day: string,
  met: Met,
): boolean {
  const read: Met = { ...before, ...Object.fromEntries(reading.criteria.map((one) => [one.criterion, one])) };
  const conditions = conditionsAnswered(item, day, Object.keys(met) as Criterion[]);
  return (
    reading.items.some((one) => one.item === item && one.outcome === outcome) &&
    conditions.every((one) => read[one]?.met === met[one]?.met)
  );
}

export const readingSteps = [secondReadingRequested, secondReadingGiven] as const;
