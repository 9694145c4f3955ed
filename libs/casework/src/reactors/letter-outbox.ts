import { partsOf, type Reactor } from '#event-sourcing';
import { subjectOf } from '#subject';
import { caseEvents } from '../domain/events.js';
import { dispatchToldBy, letterForOutbox } from '../questions.js';

const telling = ['LetterDispatched', 'DecisionNotified'];
const heard = [...telling, ...telling.map((type) => `${type}Corrected`)];

/** A letter on its way out of the program. */
export type OutgoingLetter = NonNullable<Awaited<ReturnType<typeof letterForOutbox>>> & {
  readonly municipality: string;
};

/** Where letters leave the program. */
export interface LetterOutbox {
  /** The same dispatch given again is laid out once. A rejection is tried again. */
  put(letter: OutgoingLetter): Promise<void>;
}

/** Lays a letter out, each time that it goes through the outbox, once the case says so. */
export const letterOutbox = (outbox: LetterOutbox): Reactor => ({
  name: 'letter-outbox',
  from: 'now',
  streamPrefixes: [`${caseEvents.category}-`],
  passesOver: new Set(Object.keys(caseEvents.all).filter((type) => !heard.includes(type))),
  async react(event, runner) {
    const { municipality } = event.metadata;
    const caseId = partsOf(event.stream)?.id;
    if (caseId === undefined) return;
    const dispatchId = await dispatchToldBy(runner, municipality, caseId, event.data);
    if (dispatchId === undefined) return;
    const letter = await letterForOutbox(runner, municipality, caseId, dispatchId);
    if (letter === undefined) return;
    const { disposed } = await subjectOf(runner, municipality, String(event.data['subjectId']));
    if (disposed.length === 0) await outbox.put({ municipality, ...letter });
  },
});
