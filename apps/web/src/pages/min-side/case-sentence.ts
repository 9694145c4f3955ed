import { fullDay } from '../../dates/dates.js';
import type { Language } from '../../i18n/language.js';
import { listOf } from '../../ui/joined.js';
import type { Own } from './own.js';

type OwnCase = Own['cases'][number];
type Say = (list: string, code: string) => string;
type Answers = Readonly<Record<OwnCase['outcomes'][number]['outcome'], string>>;

const on = (day: string | null, before = ' ') => (day === null ? '' : `${before}${fullDay(day)}`);

const nb = {
  answers: { GRANTED: 'ja', PARTLY: 'delvis ja', REFUSED: 'nei' } as Answers,
  to: 'til',
  NEED_NOTIFIED: (day: string) => `Noen meldte ${day} at du kan trenge hjelp fra flere.`,
  toAsk: 'Vi spør deg hva du selv ønsker.',
  DECLINED_BY_SUBJECT: () => 'Du sa at du ikke ønsker dette nå.',
  mayAsk: 'Du kan ta kontakt igjen når du vil.',
  received: (day: string) => `Vi fikk søknaden din ${day}.`,
  toMap: 'Nå skal vi finne ut hva du trenger.',
  mapping: 'Vi holder på å finne ut hva du trenger.',
  afterMapping: 'Når det er klart, blir søknaden avgjort.',
  mapped: (day: string | null) => `Det du trenger, er kartlagt${on(day)}.`,
  toDecide: 'Nå skal søknaden avgjøres.',
  meets: (day: string) => `Søknaden skal tas opp i et møte ${day}.`,
  met: (day: string) => `Søknaden ble tatt opp i et møte ${day}.`,
  toWrite: 'Etterpå får du svar i et brev.',
  decided: 'Søknaden er avgjort.',
  toSend: 'Nå får du svaret i et brev.',
  expected: (day: string) => `Vi regner med å svare innen ${day}.`,
  answered: (day: string, answer: string) => `Du fikk svar ${day}. Svaret er ${answer}.`,
  mayComplain: 'Er du uenig, kan du klage. Det står i brevet hvordan.',
  setAside: 'Statsforvalteren har sagt at søknaden skal avgjøres på nytt.',
  withdrawn: (day: string | null) => `Søknaden ble trukket${on(day)}.`,
  closed: (day: string | null) => `Saken ble avsluttet${on(day)}.`,
};
const nn: typeof nb = {
  answers: { GRANTED: 'ja', PARTLY: 'delvis ja', REFUSED: 'nei' },
  to: 'til',
  NEED_NOTIFIED: (day) => `Nokon melde ${day} at du kan trenge hjelp frå fleire.`,
  toAsk: 'Vi spør deg kva du sjølv ønskjer.',
  DECLINED_BY_SUBJECT: () => 'Du sa at du ikkje ønskjer dette no.',
  mayAsk: 'Du kan ta kontakt igjen når du vil.',
  received: (day) => `Vi fekk søknaden din ${day}.`,
  toMap: 'No skal vi finne ut kva du treng.',
  mapping: 'Vi held på å finne ut kva du treng.',
  afterMapping: 'Når det er klart, blir søknaden avgjord.',
  mapped: (day) => `Det du treng, er kartlagt${on(day)}.`,
  toDecide: 'No skal søknaden avgjerast.',
  meets: (day) => `Søknaden skal takast opp i eit møte ${day}.`,
  met: (day) => `Søknaden vart teken opp i eit møte ${day}.`,
  toWrite: 'Etterpå får du svar i eit brev.',
  decided: 'Søknaden er avgjord.',
  toSend: 'No får du svaret i eit brev.',
  expected: (day) => `Vi reknar med å svare innan ${day}.`,
  answered: (day, answer) => `Du fekk svar ${day}. Svaret er ${answer}.`,
  mayComplain: 'Er du usamd, kan du klage. Det står i brevet korleis.',
  setAside: 'Statsforvaltaren har sagt at søknaden skal avgjerast på nytt.',
  withdrawn: (day) => `Søknaden vart trekt${on(day)}.`,
  closed: (day) => `Saka vart avslutta${on(day)}.`,
};
const words = { nb, nn };

interface Saying {
  readonly language: Language;
  readonly label: Say;
  readonly now: string;
}

/** Where a case stands, and what happens next, as one says it to the person. */
export function ownCaseSentences(of: OwnCase, { language, label, now }: Saying): readonly string[] {
  const say = words[language];
  const received = say.received(fullDay(of.receivedOn ?? of.openedOn));
  const expected =
    of.expectedOn === null || of.expectedOn < now ? [] : [say.expected(fullDay(of.expectedOn))];
  switch (of.status) {
    case 'NEED_NOTIFIED':
      return [say.NEED_NOTIFIED(fullDay(of.openedOn)), say.toAsk];
    case 'DECLINED_BY_SUBJECT':
      return [say.DECLINED_BY_SUBJECT(), say.mayAsk];
    case 'APPLICATION_RECEIVED':
      return [received, say.toMap, ...expected];
    case 'MAPPING_ASSIGNED':
      return [...(of.receivedOn === null ? [] : [received]), say.mapping, say.afterMapping, ...expected];
    case 'MAPPED':
      return [say.mapped(of.mappedOn), say.toDecide, ...expected];
    case 'MEETING_CONVENED':
      return [received, ...meetingOf(of, now, say), say.toWrite, ...expected];
    case 'DECIDED_NOT_NOTIFIED':
      return [say.decided, say.toSend];
    case 'NOTIFIED':
      return [...answerOf(of, say, label), say.mayComplain];
    case 'SET_ASIDE':
      return [say.setAside];
    case 'WITHDRAWN':
      return [say.withdrawn(of.withdrawnOn), say.mayAsk];
    case 'CLOSED':
      return [...answerOf(of, say, label), say.closed(of.closedOn), say.mayAsk];
  }
}

function meetingOf({ meetsOn }: OwnCase, now: string, say: typeof nb): readonly string[] {
  if (meetsOn === null) return [];
  return [meetsOn < now ? say.met(fullDay(meetsOn)) : say.meets(fullDay(meetsOn))];
}

/** In a word where all is answered alike, else item by item. */
function answerOf({ answeredOn, outcomes }: OwnCase, say: typeof nb, label: Say): readonly string[] {
  const [first] = outcomes;
  if (answeredOn === null || first === undefined) return [];
  const isAlike = outcomes.every(({ outcome }) => outcome === first.outcome);
  const items = (some: OwnCase['outcomes']) => listOf(some.map(({ item }) => label('item', item)));
  const answer = isAlike
    ? `${say.answers[first.outcome]} ${say.to} ${items(outcomes)}`
    : listOf(outcomes.map((one) => `${say.answers[one.outcome]} ${say.to} ${label('item', one.item)}`));
  return [say.answered(fullDay(answeredOn), answer)];
}
