import type { CorrectionFact, Recorded } from './event.js';
import type { Refusals } from './refusals.js';

/** A recorded event with what later entries of its stream say of it. */
export interface Annotated {
  readonly event: Recorded;
  /** The live annulment that strikes it out. */
  readonly annulledBy?: Recorded;
  /** Live corrections of it, oldest first. */
  readonly correctedBy: readonly Recorded[];
}

export const isAnnulment = ({ type }: { readonly type: string }) => type === 'RecordedInErrorMarked';
export const isCorrection = ({ type }: { readonly type: string }) => type.endsWith('Corrected');
/** What stands in a history for an event that is none of Samspor's and that an operator took note of: nothing follows from it. */
export const passedOver = 'PassedOver';
export const isPassedOver = ({ type }: { readonly type: string }) => type === passedOver;
/** True for entries that change how an earlier entry of the stream is read. */
export const revises = (event: { readonly type: string }) => isAnnulment(event) || isCorrection(event);

/** Every entry of one stream that is Samspor's, in order, with the annulments and corrections that hold. An annulment can itself be annulled. */
export function annotated(recorded: readonly Recorded[]): Annotated[] {
  const stream = recorded.filter((event) => !isPassedOver(event));
  const annulledBy = new Map<string, Recorded>();
  // From the last to the first: whether an annulment holds depends on later entries only.
  for (const event of stream.toReversed()) {
    if (isAnnulment(event) && !annulledBy.has(event.id)) annulledBy.set(correctsOf(event), event);
  }
  const correctedBy = new Map<string, Recorded[]>();
  for (const event of stream) {
    if (!isCorrection(event) || annulledBy.has(event.id)) continue;
    correctedBy.set(correctsOf(event), [...(correctedBy.get(correctsOf(event)) ?? []), event]);
  }
  return stream.map((event) => {
    const by = annulledBy.get(event.id);
    return { event, ...(by && { annulledBy: by }), correctedBy: correctedBy.get(event.id) ?? [] };
  });
}

/** Refuses in a context's own name. */
type Refusing = Refusals<'no-such-event' | 'already-annulled' | 'not-correctable'>;

/** The entry, when it is there and not annulled. */
export function standing(stream: readonly Recorded[], eventId: string, { refusal }: Refusing): Recorded {
  const entry = annotated(stream).find(({ event }) => event.id === eventId);
  if (!entry) throw refusal('no-such-event');
  if (entry.annulledBy) throw refusal('already-annulled');
  return entry.event;
}

/** The event, when it stands and is itself no correction or annulment. */
export function standingFact(stream: readonly Recorded[], eventId: string, by: Refusing): Recorded {
  const event = standing(stream, eventId, by);
  if (revises(event)) throw by.refusal('not-correctable');
  return event;
}

/** The stream as it would be with these corrections and annulments at its end. */
export function revisedBy(stream: readonly Recorded[], facts: readonly CorrectionFact[]): Recorded[] {
  const last = stream.at(-1);
  if (!last) return [];
  return [
    ...stream,
    ...facts.map(({ type, data }) => ({ ...last, id: `proposed ${data.corrects}`, type, data })),
  ];
}

/** One stream as it should have been recorded: annulled entries dropped, corrections applied, emptied fields gone, none of that shown. */
export function effective<R extends Recorded>(stream: readonly R[]): R[] {
  if (!stream.some(revises)) return stream.filter((event) => !isPassedOver(event));
  return annotated(stream)
    .filter(({ event, annulledBy }) => !revises(event) && !annulledBy)
    .map(({ event, correctedBy }) =>
      correctedBy.length === 0 ? (event as R) : ({ ...event, data: corrected(event.data, correctedBy) } as R),
    );
}

/** Later corrections win; a field that is null afterwards was emptied. */
function corrected(data: Recorded['data'], correctedBy: readonly Recorded[]): Recorded['data'] {
  const whole: Record<string, unknown> = Object.assign({}, data, ...correctedBy.map(changedOf));
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null));
}

const correctsOf = (event: Recorded) => String(event.data['corrects']);
const changedOf = (event: Recorded) => event.data['changed'] as Record<string, unknown>;
